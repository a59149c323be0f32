#include "platform/suspension.h"

#include <ctime>

namespace kiosk::platform {

Duration suspended_so_far()
{
    // CLOCK_BOOTTIME counts what CLOCK_MONOTONIC, the steady clock, leaves out (clock_gettime(2)).
    auto const read = [](clockid_t id) {
        std::timespec time{};
        clock_gettime(id, &time);
        return std::chrono::duration_cast<Duration>(std::chrono::seconds(time.tv_sec) +
                                                    std::chrono::nanoseconds(time.tv_nsec));
    };
    return read(CLOCK_BOOTTIME) - read(CLOCK_MONOTONIC);
}

} // namespace kiosk::platform
