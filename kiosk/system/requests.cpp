#include "system/requests.h"
#include "files/files.h"

#include <algorithm>
#include <string_view>
#include <unistd.h>

namespace kiosk {

namespace {

std::string_view file_of(SystemRequest request)
{
    switch (request) {
    case SystemRequest::power_off: return "poweroff";
    case SystemRequest::clock: return "clock";
    case SystemRequest::zone: return "zone";
    case SystemRequest::brightness: return "brightness";
    case SystemRequest::sticks: return "sticks";
    }
    return "";
}

} // namespace

std::string power_off_value() { return "now"; }
std::string clock_value(WallTime time) { return std::to_string(time.unix_seconds); }
std::string brightness_value(int percent)
{
    constexpr int kDimmest = 5; // one can still see that it is on
    return std::to_string(std::clamp(percent, kDimmest, 100));
}
std::string sticks_value(StickMounting sticks) { return sticks == StickMounting::open ? "open" : "close"; }

bool accepts_requests(std::filesystem::path const& folder)
{
    // The folder is root's; we may put something in, and not see what is there.
    return ::access((folder / "requests").c_str(), W_OK | X_OK) == 0;
}

Result<> send_request(SystemRequest request, std::string const& value, std::filesystem::path const& folder)
{
    if (!accepts_requests(folder))
        return Error{(folder / "requests").string(), "the system takes no requests here",
                     "install the kiosk with tools/install"};
    return write_file_atomically(folder / "requests" / file_of(request), value + "\n");
}

std::optional<RequestReply> read_reply(SystemRequest request, std::filesystem::path const& folder)
{
    auto const name = file_of(request);
    std::error_code code;
    // A request that is still there was not picked up; the reply to an earlier one is removed before it is.
    if (std::filesystem::exists(folder / "requests" / name, code)) return std::nullopt;
    auto const text = read_file(folder / "answers" / name);
    if (!text) return std::nullopt;
    auto const line = text.value().substr(0, text.value().find('\n'));
    constexpr std::string_view kDone = "done";
    constexpr std::string_view kRefused = "refused: ";
    if (line.starts_with(kRefused)) return RequestReply{false, line.substr(kRefused.size())};
    if (line == kDone) return RequestReply{true, ""};
    if (line.starts_with("done, ")) return RequestReply{true, line.substr(6)};
    return std::nullopt;
}

} // namespace kiosk
