// Frame times for benches: how long the first frame took from the start of the process, and how long the others did.
// Times the machine itself, on purpose: nothing that a visitor sees depends on it.
#pragma once
#include "base/result.h"

#include <chrono>
#include <filesystem>
#include <vector>

namespace kiosk::show {

class FrameTimes {
public:
    void begin() { begun_ = std::chrono::steady_clock::now(); }
    // The frame begun was presented.
    void presented();
    Result<> write(std::filesystem::path const& file) const;

private:
    std::chrono::steady_clock::time_point begun_;
    double first_ms_ = 0; // from the start of the process to the first presented frame
    std::vector<double> frames_ms_;
};

} // namespace kiosk::show
