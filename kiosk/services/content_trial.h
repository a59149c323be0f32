// The trial of content that came by stick: after ten minutes in which frames were shown it stays. Until then each start
// counts, and one too many goes back (updates/shelf.h). Where that could not be written it is tried again, after ten
// minutes more. Owner: the loop; drawing thread only, nothing of it waits for the
// disk.
#pragma once
#include "base/clock.h"
#include "base/result.h"

#include <atomic>
#include <functional>
#include <thread>

namespace kiosk::services {

class ContentTrial {
public:
    // How long it must have been shown.
    static constexpr std::chrono::minutes kLong{10};
    // Of the time between two frames no more counts: a screen that stands still for an hour shows nothing of itself.
    static constexpr std::chrono::seconds kMostBetween{60};

    // `settle` makes it stay: called until it succeeds, on a thread of the trial's own, never twice at a time; a fault
    // of it is said in the journal.
    ContentTrial(std::function<Result<>()> settle, bool on_trial) : settle_(std::move(settle)), on_trial_(on_trial) {}
    ContentTrial(ContentTrial const&) = delete;
    ContentTrial& operator=(ContentTrial const&) = delete;

    // A frame was presented.
    void presented(Instant now);
    bool on_trial() const { return on_trial_; }
    // Until what was begun is on the disk.
    void wait();

private:
    std::function<Result<>()> settle_;
    bool on_trial_;
    Instant last_{};
    Duration shown_{0};
    std::atomic<bool> failed_ = false; // the last try
    std::jthread settling_;            // last: it uses what stands above
};

} // namespace kiosk::services
