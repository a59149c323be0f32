// What staff ask of the system through the kiosk, and wait for: the clock, sticks, switching off. How it is asked is
// requests.h's. On a machine where the kiosk was not installed there is nobody to ask. Blocks for as long as the answer
// takes: worker only.
#pragma once
#include "system/requests.h"

namespace kiosk {

class SystemRequests {
public:
    // `patience`: how long an answer is waited for.
    explicit SystemRequests(std::filesystem::path folder = kSystemFolder, Milliseconds patience = Milliseconds(5000))
        : folder_(std::move(folder)),
          patience_(patience)
    {
    }

    // Not waited for: the answer is that it becomes dark.
    Result<> power_off() const;
    Result<> set_clock(WallTime time) const;
    // Sticks are mounted only while staff are there. Where nobody takes requests, sticks are where
    // the system puts them, and that is no fault.
    void open_sticks() const;
    void close_sticks() const;

private:
    Result<> wait_for(Request request) const;

    std::filesystem::path folder_;
    Milliseconds patience_;
};

} // namespace kiosk
