#include "app/content_trial.h"
#include "base/escaped.h"
#include "base/log.h"

#include <algorithm>

namespace kiosk::app {

void ContentTrial::presented(Instant now)
{
    if (!on_trial_) return;
    if (last_ != Instant{}) shown_ += std::min<Duration>(now - last_, kMostBetween);
    last_ = now;
    if (shown_ < kLong) return;
    on_trial_ = false;
    settling_ = std::jthread([this] {
        try {
            if (auto const settled = settle_(); !settled) log(LogLevel::warning, settled.error().line());
        } catch (...) {
            log_escaped("content on trial");
        }
    });
}

void ContentTrial::wait()
{
    if (settling_.joinable()) settling_.join();
}

} // namespace kiosk::app
