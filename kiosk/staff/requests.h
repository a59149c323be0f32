// What only the system may do for the kiosk, which has no rights, no D-Bus and no network: it leaves a small file in
// /run/kiosk/requests, a service of the system takes it, and answers with a file of the same name in
// /run/kiosk/answers: "done", or "refused: " and why (tools/system/kiosk-request). On a machine where the kiosk was not
// installed there is nobody to ask. Blocks for as long as the answer takes: worker only.
#pragma once
#include "base/clock.h"
#include "base/result.h"

#include <filesystem>
#include <string>

namespace kiosk::staff {

constexpr char const* kSystemFolder = "/run/kiosk";

class SystemRequests {
public:
    // `patience`: how long an answer is waited for.
    explicit SystemRequests(std::filesystem::path folder = kSystemFolder, Milliseconds patience = Milliseconds(5000))
        : folder_(std::move(folder)),
          patience_(patience)
    {
    }

    bool heard() const; // whether there is somebody to ask
    // Not waited for: the answer is that it becomes dark.
    Result<> power_off() const;
    Result<> set_clock(WallTime time) const;
    // Sticks are mounted only while staff are there (standards.md K8). Where nobody takes requests, sticks are where
    // the system puts them, and that is no fault.
    void open_sticks() const;
    void close_sticks() const;

private:
    Result<> ask(std::string const& name, std::string const& words) const;
    Result<> answer(std::string const& name) const;

    std::filesystem::path folder_;
    Milliseconds patience_;
};

} // namespace kiosk::staff
