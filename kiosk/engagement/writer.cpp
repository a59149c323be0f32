#include "engagement/writer.h"
#include "base/log.h"

#include <utility>

namespace kiosk::engagement {

namespace {

// Counts of one hour share a moment, so that an outage of weeks stays small in memory.
constexpr std::int64_t kSecondsAnHour = 3600;

} // namespace

Writer::Writer(WriterOptions options, Clock const& clock)
    : options_(std::move(options)),
      clock_(clock),
      worker_([this](std::stop_token const& stop) { work(stop); })
{
}

Writer::~Writer()
{
    worker_.request_stop();
    changed_.notify_all();
    worker_.join();
}

void Writer::commit(std::vector<Count> const& counts)
{
    auto const wall = clock_.wall();
    {
        std::lock_guard const lock(mutex_);
        auto& moment = pending_.counts[wall.unix_seconds - wall.unix_seconds % kSecondsAnHour];
        for (auto const& count : counts) ++moment[count];
        asked_ = true;
    }
    changed_.notify_all();
}

void Writer::note(std::string event, std::string detail)
{
    {
        std::lock_guard const lock(mutex_);
        if (pending_.notes.size() < kMostNotes)
            pending_.notes.push_back({std::move(event), std::move(detail), clock_.now(), clock_.wall()});
        asked_ = true;
    }
    changed_.notify_all();
}

WriterStatus Writer::status() const
{
    std::lock_guard const lock(mutex_);
    auto status = status_;
    status.pending = 0;
    for (auto const& [moment, counts] : pending_.counts)
        for (auto const& [count, n] : counts) status.pending += n;
    return status;
}

WriterStatus Writer::flush()
{
    {
        std::unique_lock lock(mutex_);
        asked_ = true;
        changed_.notify_all();
        changed_.wait(lock, [this] { return !asked_ && !working_; });
    }
    return status();
}

void Writer::work(std::stop_token const& stop)
{
    for (bool last = false; !last;) {
        Pending taken;
        {
            std::unique_lock lock(mutex_);
            changed_.wait_for(lock, stop, kRetry, [this] { return asked_; });
            last = stop.stop_requested();
            asked_ = false;
            working_ = true;
            taken = std::exchange(pending_, {});
        }
        auto const stored = store(taken);
        {
            std::lock_guard const lock(mutex_);
            auto const fault = stored ? std::string() : stored.error().line();
            if (!fault.empty() && fault != status_.last_fault) log(LogLevel::warning, fault);
            if (fault.empty() && !status_.last_fault.empty()) log(LogLevel::information, "figures are stored again");
            status_.last_fault = fault;
            merge_back(std::move(taken));
            working_ = false;
        }
        changed_.notify_all();
    }
}

void Writer::merge_back(Pending&& pending)
{
    for (auto& [moment, counts] : pending.counts)
        for (auto& [count, n] : counts) pending_.counts[moment][count] += n;
    pending_.notes.insert(pending_.notes.begin(), pending.notes.begin(), pending.notes.end());
}

Result<> Writer::open_store()
{
    auto opened = Store::open(options_.folder, options_.store);
    if (!opened) return opened.error();
    store_.emplace(opened.take());
    auto const seen = store_->highest_seen();
    auto const believed = trust(clock_.wall(), {options_.built, seen ? seen.value() : WallTime{}});
    KIOSK_TRY(store_->note("boot", options_.content_version, clock_.now(), clock_.wall(), believed));
    if (!store_->put_aside().empty()) {
        KIOSK_TRY(store_->note("quarantine", store_->put_aside(), clock_.now(), clock_.wall(), believed));
        std::lock_guard const lock(mutex_);
        status_.put_aside = store_->put_aside();
    }
    return success();
}

Result<> Writer::store(Pending& pending)
{
    if (!store_) KIOSK_TRY(open_store());
    auto stored = store_counts(pending);
    // A handle that has met a fault is opened anew: the disk under it may be another one by then.
    if (!stored) store_.reset();
    return stored;
}

Result<> Writer::store_counts(Pending& pending)
{
    auto const seen = store_->highest_seen();
    if (!seen) return seen.error();
    ClockBounds const bounds{options_.built, seen.value()};
    while (!pending.notes.empty()) {
        auto const& note = pending.notes.front();
        KIOSK_TRY(store_->note(note.event, note.detail, note.now, note.wall, trust(note.wall, bounds)));
        pending.notes.erase(pending.notes.begin());
    }
    while (!pending.counts.empty()) {
        auto const first = pending.counts.begin();
        // The moment stands for its hour; whether the clock is believed is asked of the hour's end.
        WallTime const claimed{first->first + kSecondsAnHour - 1};
        auto const believed = trust(claimed, bounds);
        Batch batch;
        for (auto const& [count, n] : first->second) {
            auto const size = size_for(count.measure, options_.bucket);
            batch[{bucket(WallTime{first->first}, believed, size), options_.content_version, count.language,
                   count.measure, count.item}] += n;
        }
        auto const highest = believed == Trust::trusted ? std::optional(WallTime{first->first}) : std::nullopt;
        KIOSK_TRY(store_->commit(batch, highest));
        pending.counts.erase(first);
        std::lock_guard const lock(mutex_);
        ++status_.committed;
        status_.clock_trusted = believed == Trust::trusted;
    }
    return success();
}

} // namespace kiosk::engagement
