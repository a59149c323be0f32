#include "services/writer.h"
#include "system/log.h"

#include <algorithm>
#include <utility>

namespace kiosk::services {

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

std::int64_t Writer::Pending::size() const
{
    std::int64_t sum = 0;
    for (auto const& [key, moment] : buckets)
        for (auto const& [count, n] : moment.counts) sum += n;
    return sum;
}

figures::TimeTrust Writer::judge(WallTime claimed)
{
    auto const believed = figures::clock_trust(claimed, {options_.built, highest_});
    if (believed == figures::TimeTrust::trusted) highest_ = std::max(highest_, claimed);
    status_.clock_trusted = believed == figures::TimeTrust::trusted;
    return believed;
}

void Writer::commit(std::vector<Count> const& counts, WallTime claimed)
{
    if (counts.empty()) return;
    auto const wall = clock_.wall();
    std::lock_guard const lock(mutex_);
    auto believed = judge(wall);
    bool const of_this_clock = claimed.unix_seconds <= wall.unix_seconds + figures::kToleratedStepBack &&
                               claimed.unix_seconds >= wall.unix_seconds - kLongestVisit;
    if (!of_this_clock) believed = figures::TimeTrust::doubtful;
    // All that is doubtful shares one moment and all of a bucket another, so that weeks without a disk stay small.
    BucketKey key{believed, {}};
    if (believed == figures::TimeTrust::trusted)
        key.bucket_start = figures::bucket_start(claimed, options_.bucket, options_.zone);
    auto& moment = pending_.buckets[key];
    moment.latest = std::max(moment.latest, wall);
    for (auto const& count : counts) ++moment.counts[count];
    bound_pending();
}

void Writer::note(std::string event, std::string detail)
{
    std::lock_guard const lock(mutex_);
    if (pending_.notes.size() < kMostNotes)
        pending_.notes.push_back({std::move(event), std::move(detail), clock_.now(), clock_.wall()});
}

void Writer::trust_clock()
{
    note("clock", "set by staff");
    {
        std::lock_guard const lock(mutex_);
        auto const wall = clock_.wall();
        // Kept apart from the highest time until it is stored: what the worker has read of the store before must not
        // come between.
        highest_ = {};
        pending_.confirmed_clock = wall;
        wake_requested_ = true;
        judge(wall);
        // Counts under a time that is now known to be wrong must not raise the highest time again.
        move_to_unknown([&](BucketKey const& key) { return key.bucket_start > wall; });
    }
    changed_.notify_all();
}

WriterStatus Writer::status() const
{
    std::lock_guard const lock(mutex_);
    auto status = status_;
    status.pending = pending_.size() + being_stored_;
    return status;
}

Instant Writer::last_heartbeat() const
{
    std::lock_guard const lock(mutex_);
    return last_heartbeat_;
}

WriterStatus Writer::flush()
{
    {
        std::unique_lock lock(mutex_);
        wake_requested_ = true;
        changed_.notify_all();
        changed_.wait(lock, [this] { return !wake_requested_ && !working_; });
    }
    return status();
}

std::optional<Writer::Turn> Writer::wait(std::stop_token const& stop)
{
    std::unique_lock lock(mutex_);
    auto const now = clock_.now();
    auto const patience = std::min<Duration>(next_store_ > now ? next_store_ - now : Duration(0), kRetry);
    changed_.wait_for(lock, stop, patience, [this] { return wake_requested_; });
    auto const then = clock_.now();
    bool const interval_over = then >= next_store_;
    if (interval_over) next_store_ = then + options_.store_interval;
    // Asked for once, before the rest is taken: what comes in after that is for one more turn.
    bool const is_last = stop.stop_requested();
    bool const due = interval_over || wake_requested_ || is_last || !status_.last_fault.empty();
    if (!due) {
        last_heartbeat_ = clock_.now();
        return std::nullopt;
    }
    wake_requested_ = false;
    working_ = true;
    Turn turn{std::exchange(pending_, {}), std::exchange(staff_jobs_, {}), is_last};
    being_stored_ = turn.pending.size();
    return turn;
}

void Writer::work(std::stop_token const& stop)
{
    next_store_ = clock_.now() + options_.store_interval;
    for (bool last = false; !last;) {
        auto turn = wait(stop);
        if (!turn) continue;
        last = turn->is_last;
        auto const stored = store(turn->pending);
        {
            std::lock_guard const lock(mutex_);
            merge_back(std::move(turn->pending));
            report_fault(stored); // before staff are told what is wrong
            being_stored_ = 0;
        }
        run(turn->staff_jobs);
        if (last && store_) (void)store_->stopped(); // where it fails the next start thinks of a crash, no more
        {
            std::lock_guard const lock(mutex_);
            working_ = false;
            last_heartbeat_ = clock_.now();
        }
        changed_.notify_all();
    }
}

// Logs each fault once, and its end; the end also goes to the machine log, which could not be written meanwhile.
void Writer::report_fault(Result<> const& stored)
{
    auto const fault = stored ? std::string() : stored.error().line();
    if (!fault.empty() && fault != status_.last_fault) log(LogLevel::warning, fault);
    if (fault.empty() && !status_.last_fault.empty()) {
        log(LogLevel::information, "figures are stored again");
        if (pending_.notes.size() < kMostNotes)
            pending_.notes.push_back({"fault", "figures had to wait", clock_.now(), clock_.wall()});
    }
    status_.last_fault = fault;
}

void Writer::merge_back(Pending&& pending)
{
    for (auto& [key, moment] : pending.buckets) {
        auto& kept = pending_.buckets[key];
        kept.latest = std::max(kept.latest, moment.latest);
        for (auto& [count, n] : moment.counts) kept.counts[count] += n;
    }
    // Counts that were in hand while staff set the clock: of a time that is now known to be wrong.
    if (pending_.confirmed_clock)
        move_to_unknown([this](BucketKey const& key) { return key.bucket_start > *pending_.confirmed_clock; });
    else
        pending_.confirmed_clock = pending.confirmed_clock;
    pending_.notes.insert(pending_.notes.begin(), pending.notes.begin(), pending.notes.end());
    if (pending_.notes.size() > kMostNotes) pending_.notes.resize(kMostNotes);
    bound_pending();
}

void Writer::bound_pending()
{
    while (pending_.buckets.size() > kMaxBuckets) {
        auto const oldest = std::find_if(pending_.buckets.begin(), pending_.buckets.end(), [](auto const& one) {
            return one.first.clock_trust == figures::TimeTrust::trusted;
        });
        auto const first = oldest->first;
        move_to_unknown([&](BucketKey const& key) { return key == first; });
    }
}

void Writer::move_to_unknown(std::function<bool(BucketKey const&)> const& which)
{
    std::map<Count, std::int64_t> moved;
    std::erase_if(pending_.buckets, [&](auto const& one) {
        auto const& [key, moment] = one;
        if (key.clock_trust != figures::TimeTrust::trusted || !which(key)) return false;
        for (auto const& [count, n] : moment.counts) moved[count] += n;
        return true;
    });
    if (moved.empty()) return;
    auto& unknown = pending_.buckets[BucketKey{figures::TimeTrust::doubtful, {}}];
    for (auto const& [count, n] : moved) unknown.counts[count] += n;
}

} // namespace kiosk::services
