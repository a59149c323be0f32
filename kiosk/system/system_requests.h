// Requests of staff that the kiosk passes to the system and waits for: the clock, sticks, power off (requests.h).
// Blocks until the reply is there or the timeout has passed: for the worker thread only.
#pragma once
#include "system/requests.h"

namespace kiosk {

class SystemRequests {
public:
    // `patience`: how long to wait for a reply.
    explicit SystemRequests(std::filesystem::path folder = kSystemFolder, Milliseconds timeout = Milliseconds(5000))
        : folder_(std::move(folder)),
          timeout_(timeout)
    {
    }

    // Does not wait for a reply.
    Result<> power_off() const;
    Result<> set_clock(WallTime time) const;
    // Sticks are mounted only while staff are there. Does nothing where the system accepts no requests: there the
    // system mounts sticks by itself.
    void open_sticks() const;
    void close_sticks() const;

private:
    Result<> wait_for(SystemRequest request) const;

    std::filesystem::path folder_;
    Milliseconds timeout_;
};

} // namespace kiosk
