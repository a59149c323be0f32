#include "system/requests.h"
#include "files/files.h"

#include <algorithm>
#include <string_view>
#include <unistd.h>

namespace kiosk {

namespace {

std::string_view file_of(Request request)
{
    switch (request) {
    case Request::power_off: return "poweroff";
    case Request::clock: return "clock";
    case Request::zone: return "zone";
    case Request::brightness: return "brightness";
    case Request::sticks: return "sticks";
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
std::string sticks_value(Sticks sticks) { return sticks == Sticks::open ? "open" : "close"; }

bool can_ask(std::filesystem::path const& folder)
{
    // The folder is root's; we may put something in, and not see what is there.
    return ::access((folder / "requests").c_str(), W_OK | X_OK) == 0;
}

Result<> ask(Request request, std::string const& value, std::filesystem::path const& folder)
{
    if (!can_ask(folder))
        return Error{(folder / "requests").string(), "the system takes no requests here",
                     "install the kiosk with tools/install"};
    return write_file_atomically(folder / "requests" / file_of(request), value + "\n");
}

std::optional<Answer> answer(Request request, std::filesystem::path const& folder)
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
    if (line.starts_with(kRefused)) return Answer{false, line.substr(kRefused.size())};
    if (line == kDone) return Answer{true, ""};
    if (line.starts_with("done, ")) return Answer{true, line.substr(6)};
    return std::nullopt;
}

} // namespace kiosk
