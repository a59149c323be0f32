#include "services/writer.h"
#include "figures/days.h"
#include "system/log.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace kiosk::services {

namespace {

// "brussels-1, Salon des Vacances", for the machine log.
std::string title(figures::Label const& label)
{
    auto text = label.text.kiosk;
    for (auto const* part : {&label.text.partner, &label.text.event})
        if (!part->empty()) text += ", " + *part;
    return text;
}

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

std::int64_t Writer::Pending::size() const
{
    std::int64_t sum = 0;
    for (auto const& [key, moment] : moments)
        for (auto const& [count, n] : moment.counts) sum += n;
    return sum;
}

figures::Trust Writer::judge(WallTime claimed)
{
    auto const believed = figures::trust(claimed, {options_.built, highest_});
    if (believed == figures::Trust::trusted) highest_ = std::max(highest_, claimed);
    status_.clock_trusted = believed == figures::Trust::trusted;
    return believed;
}

void Writer::commit(std::vector<Count> const& counts, WallTime claimed)
{
    if (counts.empty()) return;
    auto const wall = clock_.wall();
    std::lock_guard const lock(mutex_);
    auto believed = judge(wall);
    bool const of_this_clock = claimed.unix_seconds <= wall.unix_seconds + figures::kForgivenStepBack &&
                               claimed.unix_seconds >= wall.unix_seconds - kLongestVisit;
    if (!of_this_clock) believed = figures::Trust::doubtful;
    // All that is doubtful shares one moment and all of a bucket another, so that weeks without a disk stay small.
    MomentKey key{believed, {}};
    if (believed == figures::Trust::trusted)
        key.bucket_start = figures::bucket_start(claimed, options_.bucket, options_.zone);
    auto& moment = pending_.moments[key];
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

void Writer::believe_clock()
{
    note("clock", "set by staff");
    {
        std::lock_guard const lock(mutex_);
        auto const wall = clock_.wall();
        // Kept apart from the highest time until it is stored: what the worker has read of the store before must not
        // come between.
        highest_ = {};
        pending_.vouched = wall;
        asked_ = true;
        judge(wall);
        // Counts under a time that is now known to be wrong must not raise the highest time again.
        move_to_unknown([&](MomentKey const& key) { return key.bucket_start > wall; });
    }
    changed_.notify_all();
}

Result<> Writer::store_vouched(Pending& pending)
{
    if (!pending.vouched) return success();
    bool const believed = figures::trust(*pending.vouched, {options_.built, {}}) == figures::Trust::trusted;
    auto const start = believed ? figures::bucket_start(*pending.vouched, options_.bucket, options_.zone) : WallTime{};
    KIOSK_TRY(store_->set_highest_seen(start));
    pending.vouched.reset();
    return success();
}

WriterStatus Writer::status() const
{
    std::lock_guard const lock(mutex_);
    auto status = status_;
    status.pending = pending_.size() + in_hand_;
    return status;
}

Instant Writer::turned() const
{
    std::lock_guard const lock(mutex_);
    return turned_;
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

std::optional<Writer::Pending> Writer::wait(std::stop_token const& stop)
{
    std::unique_lock lock(mutex_);
    auto const now = clock_.now();
    auto const patience = std::min<Duration>(next_beat_ > now ? next_beat_ - now : Duration(0), kRetry);
    changed_.wait_for(lock, stop, patience, [this] { return asked_; });
    auto const then = clock_.now();
    bool const interval_over = then >= next_beat_;
    if (interval_over) next_beat_ = then + options_.beat;
    bool const due = interval_over || asked_ || stop.stop_requested() || !status_.last_fault.empty();
    if (!due) {
        turned_ = clock_.now();
        return std::nullopt;
    }
    asked_ = false;
    working_ = true;
    auto taken = std::exchange(pending_, {});
    in_hand_ = taken.size();
    return taken;
}

void Writer::work(std::stop_token const& stop)
{
    next_beat_ = clock_.now() + options_.beat;
    for (bool last = false; !last;) {
        auto taken = wait(stop);
        if (!taken) continue;
        last = stop.stop_requested();
        auto const stored = store(*taken);
        {
            std::lock_guard const lock(mutex_);
            merge_back(std::move(*taken));
            say(stored); // before staff are told what is wrong
            in_hand_ = 0;
        }
        serve_staff();
        if (last && store_) (void)store_->stopped(); // where it fails the next start thinks of a crash, no more
        {
            std::lock_guard const lock(mutex_);
            working_ = false;
            turned_ = clock_.now();
        }
        changed_.notify_all();
    }
}

// Logs each fault once, and its end; the end also goes to the machine log, which could not be written meanwhile.
void Writer::say(Result<> const& stored)
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
    for (auto& [key, moment] : pending.moments) {
        auto& kept = pending_.moments[key];
        kept.latest = std::max(kept.latest, moment.latest);
        for (auto& [count, n] : moment.counts) kept.counts[count] += n;
    }
    // Counts that were in hand while staff set the clock: of a time that is now known to be wrong.
    if (pending_.vouched)
        move_to_unknown([this](MomentKey const& key) { return key.bucket_start > *pending_.vouched; });
    else
        pending_.vouched = pending.vouched;
    pending_.notes.insert(pending_.notes.begin(), pending.notes.begin(), pending.notes.end());
    if (pending_.notes.size() > kMostNotes) pending_.notes.resize(kMostNotes);
    bound_pending();
}

void Writer::bound_pending()
{
    while (pending_.moments.size() > kMostMoments) {
        auto const oldest = std::find_if(pending_.moments.begin(), pending_.moments.end(),
                                         [](auto const& one) { return one.first.trust == figures::Trust::trusted; });
        auto const first = oldest->first;
        move_to_unknown([&](MomentKey const& key) { return key == first; });
    }
}

void Writer::move_to_unknown(std::function<bool(MomentKey const&)> const& which)
{
    std::map<Count, std::int64_t> moved;
    std::erase_if(pending_.moments, [&](auto const& one) {
        auto const& [key, moment] = one;
        if (key.trust != figures::Trust::trusted || !which(key)) return false;
        for (auto const& [count, n] : moment.counts) moved[count] += n;
        return true;
    });
    if (moved.empty()) return;
    auto& unknown = pending_.moments[MomentKey{figures::Trust::doubtful, {}}];
    for (auto const& [count, n] : moved) unknown.counts[count] += n;
}

Result<> Writer::open_store(Pending& pending)
{
    KIOSK_TRY(store::ready(options_.folder, options_.data));
    auto options = options_.store;
    options.opening = opening_;
    options.label.zone = options_.zone.name();
    auto opened = store::Store::open(options_.folder, options);
    if (!opened) return opened.error();
    auto const put_aside = opened.value().put_aside();
    // Notes, rather than rows written here: they are tried again if the disk fails between opening and writing.
    std::vector<Note> notes;
    auto const add = [&](char const* event, std::string detail) {
        notes.push_back({event, std::move(detail), clock_.now(), clock_.wall()});
    };
    auto& store = opened.value();
    if (opening_ == store::Opening::start) {
        if (store.crashed()) add("crash", "the run before this one did not stop by itself");
        add("boot", options_.content_version);
        if (!store.content_before().empty() && store.content_before() != options_.content_version)
            add("content", store.content_before() + " -> " + options_.content_version);
        if (auto const& before = store.label_before()) add("label", title(*before) + " -> " + title(store.label()));
    }
    if (!put_aside.empty()) add("quarantine", std::filesystem::path(put_aside).filename().string());
    KIOSK_TRY(store.learn(options_.domain));
    KIOSK_TRY(store.learn_words(options_.content_version, options_.words));
    KIOSK_TRY(store.remember(store::fact::kContentVersion, options_.content_version));
    pending.notes.insert(pending.notes.begin(), notes.begin(), notes.end());
    opening_ = store::Opening::again;
    store_.emplace(opened.take());
    std::lock_guard const lock(mutex_);
    if (!put_aside.empty()) status_.put_aside = put_aside;
    status_.kiosk = store_->label().text.kiosk;
    return success();
}

Result<> Writer::store(Pending& pending)
{
    auto const guarded = [&]() -> Result<> {
        // Standard C++ may throw below (no memory, a path in circles), and nobody above this thread would catch it.
        try {
            return store_all(pending);
        } catch (std::exception const& fault) {
            return Error{options_.folder.string(), fault.what(), "check the disk"};
        }
    };
    auto stored = guarded();
    // After a fault the store is opened again: the disk may have been replaced.
    if (!stored) store_.reset();
    return stored;
}

Result<> Writer::store_all(Pending& pending)
{
    if (store_) {
        if (auto there = store::still_there(options_.folder, options_.data, *store_); !there) {
            store_.reset();
            // Where the folder is made, counting begins afresh at once, as after any loss of the database.
            if (options_.data == store::DataFolder::awaited) return there.error();
            log(LogLevel::warning, there.error().line());
        }
    }
    if (!store_) KIOSK_TRY(open_store(pending));
    KIOSK_TRY(store_vouched(pending));
    auto const seen = store_->highest_seen();
    if (!seen) return seen.error();
    figures::ClockBounds const bounds{options_.built, seen.value()};
    {
        std::lock_guard const lock(mutex_);
        // A time that lies past all that is believed is damage: trust() does not heed it, nor must we hand it on. And
        // what staff have set since is not raised by what was read before.
        if (!pending_.vouched && seen.value().unix_seconds <= options_.built.unix_seconds + figures::kBelievedFor)
            highest_ = std::max(highest_, seen.value());
    }
    KIOSK_TRY(store_notes(pending, bounds));
    KIOSK_TRY(store_counts(pending, bounds));
    KIOSK_TRY(turn_the_day(bounds));
    KIOSK_TRY(look_at_today(bounds));
    // Counts are stored by now. If older ones could not be overwritten, that is a fault, and is tried again.
    return store_->database().leaves_nothing();
}

Result<> Writer::store_notes(Pending& pending, figures::ClockBounds const& bounds)
{
    while (!pending.notes.empty()) {
        auto const& note = pending.notes.front();
        auto const believed = figures::trust(note.wall, bounds);
        auto const day = figures::local_time(note.wall, believed, figures::BucketSize::day, options_.zone).day;
        KIOSK_TRY(store_->note(note.event, note.detail, note.now, day));
        pending.notes.erase(pending.notes.begin());
    }
    return success();
}

std::string Writer::today(figures::ClockBounds const& bounds) const
{
    auto const wall = clock_.wall();
    auto const believed = figures::trust(wall, bounds);
    return figures::local_time(wall, believed, figures::BucketSize::day, options_.zone).day;
}

// Once a day: a row says that the kiosk was on, periods that are over are released, and what is too old goes.
Result<> Writer::turn_the_day(figures::ClockBounds const& bounds)
{
    auto const day = today(bounds);
    auto const last = store_->remembered(store::fact::kLastDay);
    if (!last) return last.error();
    if (day.empty() || day == last.value()) return success();
    KIOSK_TRY(store_->note("day", "", clock_.now(), day));
    KIOSK_TRY(store_->see_day(day));
    // After a leap nothing is closed or removed before the next day: a clock that ran months ahead and was set right
    // has done no harm by then.
    constexpr long kLeap = 40; // [days]
    if (auto const passed = figures::days_between(last.value(), day); passed && *passed > kLeap)
        return store_->remember(store::fact::kLastDay, day);
    auto const closed = store::close_periods(*store_, day, options_.threshold);
    if (!closed) return closed.error();
    auto const removed = package::retire(*store_, day);
    if (!removed) return removed.error();
    return store_->remember(store::fact::kLastDay, day);
}

Result<> Writer::look_at_today(figures::ClockBounds const& bounds)
{
    std::map<Measure, std::int64_t> counts;
    if (auto const day = today(bounds); !day.empty()) {
        auto sums = store_->sums_of_day(day);
        if (!sums) return sums.error();
        counts = sums.take();
    }
    std::lock_guard const lock(mutex_);
    status_.today = std::move(counts);
    return success();
}

Result<> Writer::store_counts(Pending& pending, figures::ClockBounds const& bounds)
{
    auto const closed = store_->closed_through(store_->label().number);
    if (!closed) return closed.error();
    store::Batch batch;
    std::optional<WallTime> highest;
    for (auto const& [key, moment] : pending.moments) {
        // Believed when it was counted, and still so beside what earlier runs have seen.
        auto const believed =
            key.trust == figures::Trust::trusted ? figures::trust(moment.latest, bounds) : figures::Trust::doubtful;
        for (auto const& [count, n] : moment.counts) {
            auto time = figures::local_time(key.bucket_start, believed,
                                            figures::size_for(count.measure, options_.bucket), options_.zone);
            if (entry(count.measure).guard == Guard::guarded) time.day = store::open_day(time.day, closed.value());
            batch[{time.day, time.hour, options_.content_version, count.language, count.measure, count.item}] += n;
        }
        if (believed == figures::Trust::trusted) highest = std::max(highest.value_or(WallTime{}), key.bucket_start);
    }
    KIOSK_TRY(store_->commit(batch, highest));
    if (pending.moments.empty()) return success();
    pending.moments.clear();
    std::lock_guard const lock(mutex_);
    ++status_.committed;
    return success();
}

} // namespace kiosk::services
