#include "system/system_requests.h"

#include <thread>

namespace kiosk {

namespace {

constexpr Milliseconds kLook{50}; // for the answer, so often

} // namespace

Result<> SystemRequests::wait_for(Request request) const
{
    for (Milliseconds waited{0}; waited < patience_; waited += kLook) {
        if (auto const heard = answer(request, folder_)) {
            if (heard->done) return success();
            return Error{"system", heard->words, "do it in the system itself"};
        }
        std::this_thread::sleep_for(kLook);
    }
    return Error{"system", "did not answer", "try again; else do it in the system itself"};
}

Result<> SystemRequests::power_off() const { return ask(Request::power_off, power_off_value(), folder_); }

Result<> SystemRequests::set_clock(WallTime time) const
{
    KIOSK_TRY(ask(Request::clock, clock_value(time), folder_));
    return wait_for(Request::clock);
}

void SystemRequests::open_sticks() const
{
    // Mounting takes its time; whoever looks for a file on it afterwards finds it there.
    if (can_ask(folder_) && ask(Request::sticks, sticks_value(Sticks::open), folder_)) (void)wait_for(Request::sticks);
}

void SystemRequests::close_sticks() const
{
    if (can_ask(folder_)) (void)ask(Request::sticks, sticks_value(Sticks::close), folder_);
}

} // namespace kiosk
