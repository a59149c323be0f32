#include "store/store.h"
#include "figures/days.h"
#include "figures/plausible.h"

#include <array>
#include <fmt/format.h>

namespace kiosk::store {

Result<> Store::in_transaction(std::function<Result<>()> const& work)
{
    auto transaction = database::Transaction::begin(database_, database::TransactionKind::writing);
    if (!transaction) return transaction.error();
    KIOSK_TRY(work());
    return transaction.value().commit();
}

Result<std::string> Store::read_fact(std::string_view fact)
{
    auto statement = database_.prepare("SELECT value FROM meta WHERE key = ?1");
    if (!statement) return statement.error();
    auto& row = statement.value();
    row.bind(1, fact);
    auto const found = row.step();
    if (!found) return found.error();
    return found.value() ? row.text(0) : std::string();
}

Result<> Store::write_fact(std::string_view fact, std::string_view value)
{
    auto statement =
        database_.prepare("INSERT INTO meta VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    if (!statement) return statement.error();
    return statement.value().bind(1, fact).bind(2, value).finish();
}

Result<> Store::write_tallies(Batch const& batch)
{
    // Counts stop at the highest whole number that a spreadsheet holds: past it SQLite would make a fraction of the
    // sum, and the table would refuse this batch for ever. Only damage gets there.
    auto statement = database_.prepare("INSERT INTO tally VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
                                       "ON CONFLICT DO UPDATE SET n = min(n, 9007199254740991 - excluded.n) + "
                                       "excluded.n");
    if (!statement) return statement.error();
    for (auto const& [key, n] : batch) {
        auto& row = statement.value();
        row.bind(1, key.day).bind(2, key.hour).bind(3, label_.number).bind(4, key.content_version);
        row.bind(5, key.language).bind(6, entry(key.measure).id).bind(7, key.item).bind(8, n);
        KIOSK_TRY(row.finish());
    }
    return success();
}

Result<> Store::write_days(Batch const& batch)
{
    std::string const* last = nullptr; // days come in order
    for (auto const& [key, n] : batch) {
        if (last && *last == key.day) continue;
        last = &key.day;
        KIOSK_TRY(record_day(key.day));
        KIOSK_TRY(extend_label_days(key.day));
    }
    return success();
}

Result<> Store::write(Batch const& batch, std::optional<WallTime> seen)
{
    return in_transaction([&]() -> Result<> {
        KIOSK_TRY(write_days(batch));
        KIOSK_TRY(write_tallies(batch));
        KIOSK_TRY(database_.run("UPDATE meta SET value = 1 - CAST(value AS INTEGER) WHERE key = 'beat'"));
        if (!seen) return success();
        return database_.run(fmt::format("UPDATE meta SET value = '{0}' WHERE key = 'highest_seen' AND "
                                         "CAST(value AS INTEGER) < {0}",
                                         seen->unix_seconds));
    });
}

Result<std::int64_t> Store::count_of(TallyKey const& key)
{
    auto statement = database_.prepare("SELECT n FROM tally WHERE day = ?1 AND hour = ?2 AND label = ?3 AND "
                                       "content_version = ?4 AND language = ?5 AND measure = ?6 AND item = ?7");
    if (!statement) return statement.error();
    auto& row = statement.value();
    row.bind(1, key.day).bind(2, key.hour).bind(3, label_.number).bind(4, key.content_version);
    row.bind(5, key.language).bind(6, entry(key.measure).id).bind(7, key.item);
    auto const found = row.step();
    if (!found) return found.error();
    return found.value() ? row.number(0) : std::int64_t{0};
}

Result<> Store::commit(Batch const& batch, std::optional<WallTime> seen)
{
    auto const before = batch.empty() ? Result<std::int64_t>(0) : count_of(batch.begin()->first);
    if (!before) return before.error();
    auto written = write(batch, seen);
    if (written) return written;
    // A fault after the point where SQLite has made the batch durable is reported for a batch that is stored, and
    // storing it again would count it twice. Only we write, so that one count tells.
    if (batch.empty() || batch.begin()->second < 1) return written;
    auto const after = count_of(batch.begin()->first);
    return after && after.value() == before.value() + batch.begin()->second ? success() : written;
}

Result<> Store::note(std::string_view event, std::string_view detail, Instant now, std::string_view day)
{
    auto statement =
        database_.prepare("INSERT INTO machine_log (boot, monotonic_s, wall, clock_trusted, event, detail) "
                          "VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    if (!statement) return statement.error();
    auto& row = statement.value();
    // Whole hours: a fault may be met while a visit is stored, and when that was is nobody's business.
    row.bind(1, boot_).bind(2, Seconds(std::chrono::floor<std::chrono::hours>(now.since_start)).count());
    row.bind(3, day).bind(4, std::int64_t{!day.empty()}).bind(5, event).bind(6, detail);
    return row.finish();
}

Result<WallTime> Store::highest_seen()
{
    auto const seen = database_.number("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'highest_seen'");
    if (!seen) return seen.error();
    return WallTime{seen.value()};
}

Result<> Store::set_highest_seen(WallTime seen)
{
    return write_fact("highest_seen", std::to_string(seen.unix_seconds));
}

Result<> Store::each_tally(std::function<Result<>(figures::TallyView const&)> const& take, std::string const& from)
{
    auto statement = database_.prepare("SELECT day, hour, label, content_version, language, measure, item, n "
                                       "FROM tally WHERE day >= ?1 ORDER BY 1, 2, 3, 4, 5, 6, 7");
    if (!statement) return statement.error();
    auto& row = statement.value();
    row.bind(1, from);
    std::array<std::string, 7> mended;
    for (;;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return success();
        auto const text = [&](int column) { return row.view(column, mended[static_cast<std::size_t>(column)]); };
        // What damage made no day or no hour is none.
        auto const day = text(0);
        auto const hour = row.number(1);
        bool const known = figures::is_day(day);
        figures::TallyView view{row.number(2),
                                known ? day : std::string_view(),
                                figures::kWholeDay,
                                text(3),
                                text(4),
                                text(5),
                                text(6),
                                std::min(row.number(7), figures::kMaxCellCount)};
        if (known && hour >= 0 && hour < 24) view.hour = static_cast<int>(hour);
        KIOSK_TRY(take(view));
    }
}

Result<std::vector<TallyRow>> Store::tallies()
{
    std::vector<TallyRow> rows;
    auto const read = each_tally([&](figures::TallyView const& row) -> Result<> {
        rows.push_back({row.label, std::string(row.day), row.hour, std::string(row.content_version),
                        std::string(row.language), std::string(row.measure), std::string(row.item), row.n});
        return success();
    });
    if (!read) return read.error();
    return rows;
}

Result<std::map<Measure, std::int64_t>> Store::sums_of_day(std::string const& day)
{
    auto statement = database_.prepare("SELECT measure, SUM(min(n, ?2)) FROM tally WHERE day = ?1 GROUP BY measure");
    if (!statement) return statement.error();
    std::map<Measure, std::int64_t> sums;
    auto& row = statement.value();
    row.bind(1, day).bind(2, figures::kMaxCellCount);
    for (;;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return sums;
        auto const measure = measure_by_id(row.text(0));
        if (measure && entry(*measure).guard == Guard::open) sums[*measure] = row.number(1);
    }
}

Result<std::vector<figures::MachineRow>> Store::machine_log()
{
    auto statement = database_.prepare(
        "SELECT seq, boot, monotonic_s, wall, clock_trusted, event, detail FROM machine_log ORDER BY seq");
    if (!statement) return statement.error();
    std::vector<figures::MachineRow> rows;
    auto& row = statement.value();
    for (;;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return rows;
        rows.push_back(
            {row.number(0), row.number(1), row.number(2), row.text(3), row.number(4) != 0, row.text(5), row.text(6)});
    }
}

} // namespace kiosk::store
