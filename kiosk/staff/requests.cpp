#include "staff/requests.h"
#include "base/files.h"

#include <thread>

namespace kiosk::staff {

namespace {

constexpr Milliseconds kLook{50}; // for the answer, so often

} // namespace

bool SystemRequests::heard() const
{
    std::error_code ignored;
    return std::filesystem::is_directory(folder_ / "requests", ignored);
}

Result<> SystemRequests::ask(std::string const& name, std::string const& words) const
{
    if (!heard())
        return Error{folder_.string(), "nobody there sees to the machine for the kiosk", "do it in the system itself"};
    std::error_code ignored;
    // An old answer is not this one's. It may be the system's to remove; then it does so before it answers.
    std::filesystem::remove(folder_ / "answers" / name, ignored);
    return write_file_atomically(folder_ / "requests" / name, words + "\n");
}

Result<> SystemRequests::answer(std::string const& name) const
{
    auto const file = folder_ / "answers" / name;
    for (Milliseconds waited{0}; waited < patience_; waited += kLook) {
        std::error_code ignored;
        // Taken, and answered after that.
        if (!std::filesystem::exists(folder_ / "requests" / name, ignored) && std::filesystem::exists(file, ignored)) {
            auto const text = read_file(file);
            if (!text) return text.error();
            if (text.value().starts_with("done")) return success();
            auto words = text.value();
            while (!words.empty() && words.back() == '\n') words.pop_back();
            return Error{"system", words, "do it in the system itself"};
        }
        std::this_thread::sleep_for(kLook);
    }
    return Error{"system", "did not answer", "try again; else do it in the system itself"};
}

Result<> SystemRequests::power_off() const { return ask("poweroff", "now"); }

Result<> SystemRequests::set_clock(WallTime time) const
{
    KIOSK_TRY(ask("clock", std::to_string(time.unix_seconds)));
    return answer("clock");
}

void SystemRequests::open_sticks() const
{
    // Mounting takes its time; whoever looks for a file on it afterwards finds it there.
    if (ask("sticks", "open")) (void)answer("sticks");
}

void SystemRequests::close_sticks() const { (void)ask("sticks", "close"); }

} // namespace kiosk::staff
