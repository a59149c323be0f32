#include "system/system_requests.h"

#include <thread>

namespace kiosk {

namespace {

constexpr Milliseconds kPollInterval{50}; // for the answer, so often

} // namespace

Result<> SystemRequests::wait_for(SystemRequest request) const
{
    for (Milliseconds waited{0}; waited < timeout_; waited += kPollInterval) {
        if (auto const heard = read_reply(request, folder_)) {
            if (heard->done) return success();
            return Error{"system", heard->words, "do it in the system itself"};
        }
        std::this_thread::sleep_for(kPollInterval);
    }
    return Error{"system", "did not answer", "try again; else do it in the system itself"};
}

Result<> SystemRequests::power_off() const
{
    return send_request(SystemRequest::power_off, power_off_value(), folder_);
}

Result<> SystemRequests::set_clock(WallTime time) const
{
    KIOSK_TRY(send_request(SystemRequest::clock, clock_value(time), folder_));
    return wait_for(SystemRequest::clock);
}

void SystemRequests::open_sticks() const
{
    // Mounting takes its time; whoever looks for a file on it afterwards finds it there.
    if (accepts_requests(folder_) && send_request(SystemRequest::sticks, sticks_value(StickMounting::open), folder_))
        (void)wait_for(SystemRequest::sticks);
}

void SystemRequests::close_sticks() const
{
    if (accepts_requests(folder_))
        (void)send_request(SystemRequest::sticks, sticks_value(StickMounting::close), folder_);
}

} // namespace kiosk
