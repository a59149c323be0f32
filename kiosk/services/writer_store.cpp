// What the writer's worker stores: it opens the store, and brings in counts, notes and a new day.
#include "figures/days.h"
#include "services/writer.h"
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

Result<> Writer::open_store(Pending& pending)
{
    KIOSK_TRY(store::check_data_folder(options_.folder, options_.data));
    auto options = options_.store;
    options.opening = opening_;
    options.label.zone = options_.zone.name();
    auto opened = store::Store::open(options_.folder, options);
    if (!opened) return opened.error();
    auto const quarantined = opened.value().quarantined();
    // Notes, rather than rows written here: they are tried again if the disk fails between opening and writing.
    std::vector<Note> notes;
    auto const add = [&](char const* event, std::string detail) {
        notes.push_back({event, std::move(detail), clock_.now(), clock_.wall()});
    };
    auto& store = opened.value();
    if (opening_ == store::OpenReason::start) {
        if (store.crashed()) add("crash", "the run before this one did not stop by itself");
        add("boot", options_.content_version);
        if (!store.content_before().empty() && store.content_before() != options_.content_version)
            add("content", store.content_before() + " -> " + options_.content_version);
        if (auto const& before = store.label_before()) add("label", title(*before) + " -> " + title(store.label()));
    }
    if (!quarantined.empty()) add("quarantine", std::filesystem::path(quarantined).filename().string());
    KIOSK_TRY(store.extend_domain(options_.domain));
    KIOSK_TRY(store.replace_words_of_version(options_.content_version, options_.words));
    KIOSK_TRY(store.write_fact(store::fact::kContentVersion, options_.content_version));
    pending.notes.insert(pending.notes.begin(), notes.begin(), notes.end());
    opening_ = store::OpenReason::reopen_after_fault;
    store_.emplace(opened.take());
    std::lock_guard const lock(mutex_);
    if (!quarantined.empty()) status_.quarantined = quarantined;
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
        if (auto there = store::check_data_folder_in_use(options_.folder, options_.data, *store_); !there) {
            store_.reset();
            // Where the folder is made, counting begins afresh at once, as after any loss of the database.
            if (options_.data == store::DataFolder::awaited) return there.error();
            log(LogLevel::warning, there.error().line());
        }
    }
    if (!store_) KIOSK_TRY(open_store(pending));
    KIOSK_TRY(store_confirmed_clock(pending));
    auto const seen = store_->highest_seen();
    if (!seen) return seen.error();
    figures::ClockBounds const bounds{options_.built, seen.value()};
    {
        std::lock_guard const lock(mutex_);
        // A time that lies past all that is believed is damage: trust() does not heed it, nor must we hand it on. And
        // what staff have set since is not raised by what was read before.
        if (!pending_.confirmed_clock &&
            seen.value().unix_seconds <= options_.built.unix_seconds + figures::kClockTrustedFor)
            highest_ = std::max(highest_, seen.value());
    }
    KIOSK_TRY(store_notes(pending, bounds));
    KIOSK_TRY(store_counts(pending, bounds));
    KIOSK_TRY(start_new_day(bounds));
    KIOSK_TRY(refresh_today(bounds));
    // Counts are stored by now. If older ones could not be overwritten, that is a fault, and is tried again.
    return store_->database().check_journal_erased();
}

Result<> Writer::store_confirmed_clock(Pending& pending)
{
    if (!pending.confirmed_clock) return success();
    bool const believed =
        figures::clock_trust(*pending.confirmed_clock, {options_.built, {}}) == figures::TimeTrust::trusted;
    auto const start =
        believed ? figures::bucket_start(*pending.confirmed_clock, options_.bucket, options_.zone) : WallTime{};
    KIOSK_TRY(store_->set_highest_seen(start));
    pending.confirmed_clock.reset();
    return success();
}

Result<> Writer::store_notes(Pending& pending, figures::ClockBounds const& bounds)
{
    while (!pending.notes.empty()) {
        auto const& note = pending.notes.front();
        auto const believed = figures::clock_trust(note.wall, bounds);
        auto const day = figures::local_time(note.wall, believed, figures::BucketSize::day, options_.zone).day;
        KIOSK_TRY(store_->note(note.event, note.detail, note.now, day));
        pending.notes.erase(pending.notes.begin());
    }
    return success();
}

std::string Writer::today(figures::ClockBounds const& bounds) const
{
    auto const wall = clock_.wall();
    auto const believed = figures::clock_trust(wall, bounds);
    return figures::local_time(wall, believed, figures::BucketSize::day, options_.zone).day;
}

// Once a day: a row says that the kiosk was on, periods that are over are released, and what is too old goes.
Result<> Writer::start_new_day(figures::ClockBounds const& bounds)
{
    auto const day = today(bounds);
    auto const last = store_->read_fact(store::fact::kLastDay);
    if (!last) return last.error();
    if (day.empty() || day == last.value()) return success();
    KIOSK_TRY(store_->note("day", "", clock_.now(), day));
    KIOSK_TRY(store_->record_day(day));
    // After a leap nothing is closed or removed before the next day: a clock that ran months ahead and was set right
    // has done no harm by then.
    constexpr long kLeap = 40; // [days]
    if (auto const passed = figures::days_between(last.value(), day); passed && *passed > kLeap)
        return store_->write_fact(store::fact::kLastDay, day);
    auto const closed = store::close_periods(*store_, day, options_.threshold);
    if (!closed) return closed.error();
    auto const removed = package::remove_expired(*store_, day);
    if (!removed) return removed.error();
    return store_->write_fact(store::fact::kLastDay, day);
}

Result<> Writer::refresh_today(figures::ClockBounds const& bounds)
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
    for (auto const& [key, moment] : pending.buckets) {
        // Believed when it was counted, and still so beside what earlier runs have seen.
        auto const believed = key.clock_trust == figures::TimeTrust::trusted
                                  ? figures::clock_trust(moment.latest, bounds)
                                  : figures::TimeTrust::doubtful;
        for (auto const& [count, n] : moment.counts) {
            auto time = figures::local_time(key.bucket_start, believed,
                                            figures::bucket_size_for(count.measure, options_.bucket), options_.zone);
            if (entry(count.measure).guard == Guard::guarded) time.day = store::next_open_day(time.day, closed.value());
            batch[{time.day, time.hour, options_.content_version, count.language, count.measure, count.item}] += n;
        }
        if (believed == figures::TimeTrust::trusted) highest = std::max(highest.value_or(WallTime{}), key.bucket_start);
    }
    KIOSK_TRY(store_->commit(batch, highest));
    if (pending.buckets.empty()) return success();
    pending.buckets.clear();
    std::lock_guard const lock(mutex_);
    ++status_.committed;
    return success();
}

} // namespace kiosk::services
