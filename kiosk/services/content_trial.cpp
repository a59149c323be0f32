#include "services/content_trial.h"
#include "system/caught_exception.h"
#include "system/log.h"

#include <algorithm>

namespace kiosk::services {

void ContentTrial::presented(Instant now)
{
    // After a failure, for instance of a full disk, the trial begins again: good content must not be taken back for it.
    if (failed_.exchange(false)) {
        on_trial_ = true;
        shown_ = {};
    }
    if (!on_trial_) return;
    if (last_ != Instant{}) shown_ += std::min<Duration>(now - last_, kMostBetween);
    last_ = now;
    if (shown_ < kTrialTime) return;
    on_trial_ = false;
    confirming_ = std::jthread([this] {
        try {
            auto const settled = confirm_();
            if (settled) return;
            log(LogLevel::warning, settled.error().line());
        } catch (...) {
            log_caught_exception("content on trial");
        }
        failed_ = true;
    });
}

void ContentTrial::wait()
{
    if (confirming_.joinable()) confirming_.join();
}

} // namespace kiosk::services
