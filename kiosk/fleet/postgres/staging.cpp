#include "fleet/postgres/staging.h"
#include "system/in_background.h"

#include <chrono>
#include <fmt/format.h>

namespace kiosk::fleet {

namespace {

// Of the server's connection: the temporary table of a lot should not have to be written out.
constexpr char const* kTables = R"(
SET LOCAL temp_buffers = '64MB';
CREATE TEMPORARY TABLE stage_tally (LIKE kiosk.tally) ON COMMIT DROP;
CREATE TEMPORARY TABLE stage_release (LIKE kiosk.release) ON COMMIT DROP;
CREATE TEMPORARY TABLE stage_released (LIKE kiosk.released) ON COMMIT DROP;
CREATE TEMPORARY TABLE stage_machine_log (LIKE kiosk.machine_log) ON COMMIT DROP;
CREATE TEMPORARY TABLE stage_word (LIKE kiosk.word) ON COMMIT DROP;
)";

// A row that is known already is left out before the INSERT, which would lock it, and so write it, only to find that.
// Each is looked up in the index: a lot is of a few kiosks, and a plan that reads the table would read those of all of
// them.
constexpr char const* kLookUp = "SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off";
constexpr char const* kMergeTallies = R"(
INSERT INTO kiosk.tally AS known SELECT * FROM pg_temp.stage_tally s
WHERE NOT EXISTS (SELECT FROM kiosk.tally t WHERE t.machine = s.machine AND t.label = s.label AND t.day = s.day
  AND t.strand = s.strand AND t.hour = s.hour AND t.version = s.version AND t.language = s.language AND t.item = s.item
  AND t.n >= s.n)
ON CONFLICT (machine, label, day, strand, hour, version, language, item) DO UPDATE SET n = excluded.n
WHERE known.n < excluded.n)";
constexpr char const* kMerged =
    "TRUNCATE pg_temp.stage_tally; SET LOCAL enable_hashjoin = on; SET LOCAL enable_mergejoin = on";

std::int32_t month_of(DayNumber day)
{
    using namespace std::chrono;
    year_month_day const date{sys_days(year(2000) / January / 1) + days(day.days)};
    return (static_cast<int>(date.year()) - 2000) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

void add_tally(CopyRows& rows, MachineIds const& ids, TallyFact const& fact)
{
    auto const& [day, strand] = ids.days[static_cast<std::size_t>(fact.day)];
    rows.begin_row(9);
    rows.add(ids.machine);
    rows.add(day);
    rows.add(fact.version);
    rows.add(fact.item);
    rows.add(ids.labels[static_cast<std::size_t>(fact.label)]);
    rows.add(strand);
    rows.add(fact.language);
    rows.add(fact.hour);
    rows.add(fact.n);
}

DayNumber day_or_unknown(std::string const& day) { return day_number(day).value_or(kUnknownDay); }

} // namespace

// Not PARTITION OF, which would lock readers out until the load is done.
std::string month_sql(std::int32_t month)
{
    auto const name = [](std::int32_t number, char between) {
        return fmt::format("{:04}{}{:02}", 2000 + number / 12, between, number % 12 + 1);
    };
    return fmt::format(
        "CREATE TABLE kiosk.tally_{0} (LIKE kiosk.tally INCLUDING ALL);"
        "ALTER TABLE kiosk.tally ATTACH PARTITION kiosk.tally_{0} FOR VALUES FROM ('{1}-01') TO ('{2}-01');"
        "COMMENT ON TABLE kiosk.tally_{0} IS 'Part of tally: counts of {1}.';",
        name(month, '_'), name(month, '-'), name(month + 1, '-'));
}

Result<> Staging::begin()
{
    KIOSK_TRY(postgres_.run(kTables));
    auto const parts =
        postgres_.query("SELECT substr(relname, 7, 4), substr(relname, 12, 2) FROM pg_inherits JOIN pg_class ON oid = "
                        "inhrelid WHERE inhparent = 'kiosk.tally'::regclass AND relname ~ '^tally_\\d{4}_\\d{2}$'");
    if (!parts) return parts.error();
    for (int row = 0; row < parts.value().rows(); ++row)
        months_.insert(
            static_cast<std::int32_t>((parts.value().number(row, 0) - 2000) * 12 + parts.value().number(row, 1) - 1));
    return success();
}

void Staging::add_release(MachineIds const& ids, std::int64_t which, ReleaseRecord const& record)
{
    auto const& release = record.release;
    auto const begin = [&](CopyRows& rows, std::int16_t columns) {
        rows.begin_row(columns);
        rows.add(ids.machine);
        rows.add(release.number);
        rows.add(which);
    };
    begin(releases_rows_, 9);
    releases_rows_.add(ids.labels[static_cast<std::size_t>(record.label)]);
    releases_rows_.add(std::string_view(release.mark));
    releases_rows_.add(day_or_unknown(release.first));
    releases_rows_.add(day_or_unknown(release.last));
    releases_rows_.add(release.threshold);
    releases_rows_.add(record.snapshot);
    for (auto const& cell : release.cells) {
        begin(released_rows_, 6);
        released_rows_.add(vocabulary_.items.number(cell.measure, cell.item));
        released_rows_.add(static_cast<std::int16_t>(vocabulary_.languages.number(cell.language)));
        released_rows_.add(cell.n);
    }
}

void Staging::add_log_row(std::int32_t machine, figures::MachineRow const& row)
{
    auto& rows = machine_rows_rows_;
    rows.begin_row(9);
    rows.add(machine);
    rows.add(row.sequence);
    rows.add(variant(row));
    rows.add(row.boot);
    rows.add(row.monotonic_seconds);
    rows.add(day_number(row.wall));
    rows.add(row.clock_trusted);
    rows.add(std::string_view(row.event));
    rows.add(std::string_view(row.detail));
}

Result<> Staging::add(MachineIds const& ids, MachineFigures const& figures)
{
    std::int32_t last = -1; // place of the day of the row before
    for (auto const& fact : figures.tallies) {
        auto const day = ids.days[static_cast<std::size_t>(fact.day)].first;
        if (fact.day != last && day != kUnknownDay) batch_.months.insert(month_of(day));
        last = fact.day;
        add_tally(ids.known ? batch_.known : batch_.fresh, ids, fact);
        if (batch_.rows() < kBatchRows) continue;
        KIOSK_TRY(send_batch());
        last = -1; // the next lot needs its month, too
    }
    for (auto const& [key, record] : figures.releases) add_release(ids, key.second, record);
    for (auto const& row : figures.machine_log) add_log_row(ids.machine, row);
    words_.insert(figures.words.begin(), figures.words.end());
    return success();
}

Result<> Staging::send_batch()
{
    KIOSK_TRY(wait_for_batch());
    if (batch_.rows() == 0) return success();
    rows_ += batch_.rows();
    std::swap(batch_, sent_);
    merging_ = in_background("loading figures", [this] { return merge_batch(); });
    return success();
}

Result<> Staging::wait_for_batch()
{
    if (!merging_.valid()) return success();
    auto const merged = merging_.get();
    if (!merged) return merged.error();
    rows_changed_ += merged.value();
    sent_.fresh.clear();
    sent_.known.clear();
    sent_.months.clear();
    return success();
}

Result<std::int64_t> Staging::merge_batch()
{
    for (auto const month : sent_.months)
        if (months_.insert(month).second) KIOSK_TRY(postgres_.run(month_sql(month)));
    auto changed = sent_.fresh.rows();
    if (changed > 0) KIOSK_TRY(postgres_.copy("COPY kiosk.tally FROM STDIN (FORMAT binary)", sent_.fresh.finished()));
    if (sent_.known.rows() == 0) return changed;
    KIOSK_TRY(postgres_.copy("COPY pg_temp.stage_tally FROM STDIN (FORMAT binary)", sent_.known.finished()));
    KIOSK_TRY(postgres_.run(kLookUp));
    auto const merged = postgres_.query(kMergeTallies);
    if (!merged) return merged.error();
    changed += merged.value().affected();
    KIOSK_TRY(postgres_.run(kMerged));
    return changed;
}

Result<std::int64_t> Staging::store_words()
{
    CopyRows rows;
    for (auto const& word : words_) {
        rows.begin_row(6);
        rows.add(word.version);
        rows.add(word.item);
        rows.add(static_cast<std::int16_t>(word.language));
        rows.add(static_cast<std::int16_t>(word.right));
        rows.add(variant(word));
        rows.add(std::string_view(word.words));
    }
    words_.clear();
    return merge_set("word", rows);
}

Result<std::int64_t> Staging::merge_set(char const* table, CopyRows& rows)
{
    if (rows.rows() == 0) return std::int64_t{0};
    KIOSK_TRY(postgres_.copy(fmt::format("COPY pg_temp.stage_{} FROM STDIN (FORMAT binary)", table), rows.finished()));
    rows.clear();
    // Form 2 told all releases under the name that the kiosk had last.
    std::string_view const conflict = std::string_view(table) == "release"
                                          ? "(machine, number, variant) DO UPDATE SET label = excluded.label, snapshot "
                                            "= excluded.snapshot WHERE excluded.snapshot > known.snapshot AND "
                                            "excluded.label <> known.label"
                                          : "DO NOTHING";
    auto const merged = postgres_.query(
        fmt::format("INSERT INTO kiosk.{0} AS known SELECT * FROM pg_temp.stage_{0} ON CONFLICT {1}", table, conflict));
    if (!merged) return merged.error();
    return merged.value().affected();
}

Result<> Staging::finish()
{
    KIOSK_TRY(send_batch());
    KIOSK_TRY(wait_for_batch());
    KIOSK_TRY(store_vocabulary(postgres_, vocabulary_));
    auto const releases = merge_set("release", releases_rows_);
    if (!releases) return releases.error();
    releases_ = releases.value();
    auto const released = merge_set("released", released_rows_);
    if (!released) return released.error();
    auto const machine = merge_set("machine_log", machine_rows_rows_);
    if (!machine) return machine.error();
    machine_rows_ = machine.value();
    auto const words = store_words();
    return words ? success() : Result<>(words.error());
}

} // namespace kiosk::fleet
