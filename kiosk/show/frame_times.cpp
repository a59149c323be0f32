#include "show/frame_times.h"
#include "base/bounds.h"
#include "files/files.h"

#include <algorithm>
#include <ctime>
#include <fmt/format.h>
#include <limits>
#include <unistd.h>

namespace kiosk::show {

namespace {

// Milliseconds since this process was made, to the kernel's tick (10 ms): field 22 of /proc/self/stat, proc(5).
double process_age_ms()
{
    auto const stat = []() -> std::string {
        std::string text;
        if (auto* file = std::fopen("/proc/self/stat", "r")) {
            char buffer[1024];
            text.assign(buffer, std::fread(buffer, 1, sizeof buffer, file));
            std::fclose(file);
        }
        return text;
    }();
    auto at = stat.rfind(')'); // the name of the program may hold spaces
    if (at == std::string::npos) return 0;
    for (int field = 2; field < 22 && at != std::string::npos; ++field) at = stat.find(' ', at + 1);
    if (at == std::string::npos) return 0;
    auto const field = std::string_view(stat).substr(at + 1);
    auto const ticks = whole_number(field.substr(0, field.find(' ')), {0, std::numeric_limits<std::int64_t>::max()});
    if (!ticks) return 0;
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    auto const now_ms = static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
    return now_ms - static_cast<double>(*ticks) * 1e3 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

} // namespace

void FrameTimes::presented()
{
    if (frames_ms_.empty()) first_ms_ = process_age_ms();
    std::chrono::duration<double, std::milli> const took = std::chrono::steady_clock::now() - begun_;
    frames_ms_.push_back(took.count());
}

Result<> FrameTimes::write(std::filesystem::path const& file) const
{
    auto sorted = frames_ms_;
    std::sort(sorted.begin(), sorted.end());
    auto const at = [&](double share) {
        if (sorted.empty()) return 0.0;
        return sorted[std::min(sorted.size() - 1,
                               static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
    };
    return write_file_atomically(
        file, fmt::format("{{\"first_frame_ms\": {:.0f}, \"frames\": {}, \"median_ms\": {:.2f}, \"p95_ms\": {:.2f}, "
                          "\"p99_ms\": {:.2f}, \"max_ms\": {:.2f}}}\n",
                          first_ms_, sorted.size(), at(0.5), at(0.95), at(0.99), at(1)));
}

} // namespace kiosk::show
