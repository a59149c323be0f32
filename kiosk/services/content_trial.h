// The trial of content that came by stick: after ten minutes in which frames were shown it is accepted. Until then
// starts are counted, and too many of them lead back to the earlier content (updates/shelf.h). If acceptance cannot be
// written it is tried again after ten more minutes. Owner: Application. Drawing thread only; never waits for the disk,
// but in wait().
#pragma once
#include "base/clock.h"
#include "base/result.h"

#include <atomic>
#include <functional>
#include <thread>

namespace kiosk::services {

class ContentTrial {
public:
    // How long the content must have been shown.
    static constexpr std::chrono::minutes kTrialTime{10};
    // The most that the time between two frames counts: a screen that stands still for an hour proves nothing.
    static constexpr std::chrono::seconds kMostBetween{60};

    // `settle` accepts the content. Called on a thread of its own, one call at a time, until it succeeds; faults are
    // logged.
    ContentTrial(std::function<Result<>()> confirm, bool on_trial) : confirm_(std::move(confirm)), on_trial_(on_trial)
    {
    }
    ContentTrial(ContentTrial const&) = delete;
    ContentTrial& operator=(ContentTrial const&) = delete;

    // A frame was presented.
    void presented(Instant now);
    bool on_trial() const { return on_trial_; }
    // Blocks until a call of `settle` that has begun is over.
    void wait();

private:
    std::function<Result<>()> confirm_;
    bool on_trial_;
    Instant last_{};
    Duration shown_{0};
    std::atomic<bool> failed_ = false; // the last try
    std::jthread confirming_;          // last: it uses what stands above
};

} // namespace kiosk::services
