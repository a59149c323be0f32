// Frame times for benchmarks: from the start of the process to the first frame, and of each frame. Reads the real
// clock, unlike everything that a visitor sees.
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
