#include "fleet/staging.h"
#include "base/escaped.h"

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
)";

// A row that is known already is left out before the INSERT, which would lock it, and so write it, only to find that.
// Each is looked up in the index: a lot is of a few kiosks, and a plan that reads the table would read those of all of
// them.
constexpr char const* kLookUp = "SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off";
constexpr char const* kMergeTallies = R"(
INSERT INTO kiosk.tally AS known SELECT * FROM pg_temp.stage_tally s
WHERE NOT EXISTS (SELECT FROM kiosk.tally t WHERE t.kiosk = s.kiosk AND t.source = s.source AND t.day = s.day
  AND t.hour = s.hour AND t.version = s.version AND t.language = s.language AND t.item = s.item AND t.n >= s.n)
ON CONFLICT (kiosk, source, day, hour, version, language, item) DO UPDATE SET n = excluded.n WHERE known.n < excluded.n)";
constexpr char const* kMerged =
    "TRUNCATE pg_temp.stage_tally; SET LOCAL enable_hashjoin = on; SET LOCAL enable_mergejoin = on";

std::int32_t month_of(DayNumber day)
{
    using namespace std::chrono;
    year_month_day const date{sys_days(year(2000) / January / 1) + days(day.days)};
    return (static_cast<int>(date.year()) - 2000) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

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

// FNV-1a: tells two rows of one number apart, here and on every machine.
class Hash {
public:
    void add(std::string_view text)
    {
        for (char const letter : text) add_byte(static_cast<unsigned char>(letter));
        add_byte(0); // so that "a","b" is not "ab",""
    }
    void add(std::int64_t number) { add(std::string_view(fmt::format_int(number).c_str())); }
    std::int64_t value() const { return static_cast<std::int64_t>(hash_); }

private:
    void add_byte(unsigned char byte) { hash_ = (hash_ ^ byte) * 1'099'511'628'211U; }
    std::uint64_t hash_ = 14'695'981'039'346'656'037U;
};

std::int64_t variant(engagement::Release const& release)
{
    Hash hash;
    hash.add(release.first);
    hash.add(release.last);
    hash.add(release.threshold);
    for (auto const& cell : release.cells) {
        for (auto const* text : {&cell.measure, &cell.item, &cell.language}) hash.add(*text);
        hash.add(cell.n);
    }
    return hash.value();
}

std::int64_t variant(engagement::MachineRow const& row)
{
    Hash hash;
    for (auto const number : {row.boot, row.monotonic_seconds, std::int64_t{row.clock_trusted}}) hash.add(number);
    for (auto const* text : {&row.wall, &row.event, &row.detail}) hash.add(*text);
    return hash.value();
}

void add_tally(CopyRows& rows, std::int32_t kiosk, std::int32_t source, TallyFact const& fact)
{
    rows.begin_row(8);
    rows.add(kiosk);
    rows.add(source);
    rows.add(fact.day);
    rows.add(fact.version);
    rows.add(fact.item);
    rows.add(fact.language);
    rows.add(fact.hour);
    rows.add(fact.n);
}

} // namespace

Result<> Staging::begin()
{
    KIOSK_TRY(postgres_.run(kTables));
    auto const parts =
        postgres_.ask("SELECT substr(relname, 7, 4), substr(relname, 12, 2) FROM pg_inherits JOIN pg_class ON oid = "
                      "inhrelid WHERE inhparent = 'kiosk.tally'::regclass AND relname ~ '^tally_\\d{4}_\\d{2}$'");
    if (!parts) return parts.error();
    for (int row = 0; row < parts.value().rows(); ++row)
        months_.insert(
            static_cast<std::int32_t>((parts.value().number(row, 0) - 2000) * 12 + parts.value().number(row, 1) - 1));
    return success();
}

void Staging::add_release(std::int32_t kiosk, std::int32_t source, engagement::Release const& release)
{
    auto const which = variant(release);
    auto const begin = [&](CopyRows& rows, std::int16_t columns) {
        rows.begin_row(columns);
        rows.add(kiosk);
        rows.add(source);
        rows.add(release.number);
        rows.add(which);
    };
    begin(releases_rows_, 7);
    releases_rows_.add(day_number(release.first));
    releases_rows_.add(day_number(release.last));
    releases_rows_.add(release.threshold);
    for (auto const& cell : release.cells) {
        begin(released_rows_, 7);
        released_rows_.add(vocabulary_.items.number(cell.measure, cell.item));
        released_rows_.add(static_cast<std::int16_t>(vocabulary_.languages.number(cell.language)));
        released_rows_.add(cell.n);
    }
}

void Staging::add_machine(std::int32_t kiosk, std::int32_t source, engagement::MachineRow const& row)
{
    auto& rows = machine_rows_rows_;
    rows.begin_row(10);
    rows.add(kiosk);
    rows.add(source);
    rows.add(row.sequence);
    rows.add(variant(row));
    rows.add(row.boot);
    rows.add(row.monotonic_seconds);
    rows.add(day_number(row.wall));
    rows.add(row.clock_trusted);
    rows.add(std::string_view(row.event));
    rows.add(std::string_view(row.detail));
}

Result<> Staging::add(std::int32_t kiosk, std::int32_t source, Known known, SourceFigures const& figures)
{
    std::optional<DayNumber> last;
    for (auto const& fact : figures.tallies) {
        if (fact.day != last && fact.day != kUnknownDay) lot_.months.insert(month_of(fact.day));
        last = fact.day;
        add_tally(known == Known::yes ? lot_.known : lot_.fresh, kiosk, source, fact);
        if (lot_.rows() < kLot) continue;
        KIOSK_TRY(send_lot());
        last.reset(); // the next lot needs its month, too
    }
    for (auto const& release : figures.releases) add_release(kiosk, source, release);
    for (auto const& row : figures.machine_log) add_machine(kiosk, source, row);
    return success();
}

Result<> Staging::send_lot()
{
    KIOSK_TRY(wait_for_lot());
    if (lot_.rows() == 0) return success();
    rows_ += lot_.rows();
    std::swap(lot_, sent_);
    merging_ = std::async(std::launch::async, [this]() -> Result<std::int64_t> {
        try {
            return merge_lot();
        } catch (...) {
            return escaped("loading figures");
        }
    });
    return success();
}

Result<> Staging::wait_for_lot()
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

Result<std::int64_t> Staging::merge_lot()
{
    for (auto const month : sent_.months)
        if (months_.insert(month).second) KIOSK_TRY(postgres_.run(month_sql(month)));
    auto changed = sent_.fresh.rows();
    if (changed > 0) KIOSK_TRY(postgres_.copy("COPY kiosk.tally FROM STDIN (FORMAT binary)", sent_.fresh.finished()));
    if (sent_.known.rows() == 0) return changed;
    KIOSK_TRY(postgres_.copy("COPY pg_temp.stage_tally FROM STDIN (FORMAT binary)", sent_.known.finished()));
    KIOSK_TRY(postgres_.run(kLookUp));
    auto const merged = postgres_.ask(kMergeTallies);
    if (!merged) return merged.error();
    changed += merged.value().affected();
    KIOSK_TRY(postgres_.run(kMerged));
    return changed;
}

Result<std::int64_t> Staging::merge_set(char const* table, CopyRows& rows)
{
    if (rows.rows() == 0) return std::int64_t{0};
    KIOSK_TRY(postgres_.copy(fmt::format("COPY pg_temp.stage_{} FROM STDIN (FORMAT binary)", table), rows.finished()));
    rows.clear();
    auto const merged = postgres_.ask(
        fmt::format("INSERT INTO kiosk.{0} SELECT * FROM pg_temp.stage_{0} ON CONFLICT DO NOTHING", table));
    if (!merged) return merged.error();
    return merged.value().affected();
}

Result<> Staging::finish()
{
    KIOSK_TRY(send_lot());
    KIOSK_TRY(wait_for_lot());
    KIOSK_TRY(vocabulary_.store(postgres_));
    auto const releases = merge_set("release", releases_rows_);
    if (!releases) return releases.error();
    releases_ = releases.value();
    auto const released = merge_set("released", released_rows_);
    if (!released) return released.error();
    auto const machine = merge_set("machine_log", machine_rows_rows_);
    if (!machine) return machine.error();
    machine_rows_ = machine.value();
    return success();
}

} // namespace kiosk::fleet
