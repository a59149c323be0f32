#include "fleet/taking.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace kiosk::fleet {

using engagement::Database;
using engagement::Package;
using engagement::Statement;

namespace {

Result<std::int64_t> one_number(Statement& statement)
{
    auto const row = statement.step();
    if (!row) return row.error();
    auto const number = row.value() ? statement.number(0) : 0;
    KIOSK_TRY(statement.finish());
    return number;
}

// Rows of one statement: half of the time of a row goes into its statement's beginning and end.
constexpr int kRowsAtOnce = 32;

std::string tally_insert(int rows)
{
    std::string values;
    for (int i = 0; i < rows; ++i) values += i == 0 ? "(?, ?, ?, ?, ?, ?)" : ", (?, ?, ?, ?, ?, ?)";
    return "INSERT INTO tally VALUES " + values + " ON CONFLICT DO UPDATE SET n = excluded.n WHERE excluded.n > n";
}

} // namespace

Result<Taking> Taking::begin(Database& database)
{
    std::vector<Statement> made;
    auto const words = [&](std::string const& table) -> Result<> {
        bool const is_item = table == "item";
        auto const columns = is_item ? "measure, text" : "text";
        auto const values = is_item ? "?1, ?2" : "?1";
        auto const key = is_item ? "measure = ?1 AND text = ?2" : "text = ?1";
        for (auto const& sql : {fmt::format("INSERT INTO {} ({}) VALUES ({}) RETURNING id", table, columns, values),
                                fmt::format("SELECT id FROM {} WHERE {}", table, key)}) {
            auto statement = database.prepare(sql);
            if (!statement) return statement.error();
            made.push_back(statement.take());
        }
        return success();
    };
    // Of a name given twice the later snapshot knows better; of two machines with one name, the greater one, so that
    // the order does not matter. Everything else is a union, and the highest wins.
    for (std::string const& sql : std::initializer_list<std::string>{
             "INSERT INTO source (kiosk, epoch, partner, country, snapshot, created) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
             "ON CONFLICT (kiosk, epoch) DO UPDATE SET partner = excluded.partner, country = excluded.country, "
             "snapshot = excluded.snapshot, created = excluded.created WHERE (excluded.snapshot, excluded.created, "
             "excluded.partner, excluded.country) > (snapshot, created, partner, country)",
             "SELECT id FROM source WHERE kiosk = ?1 AND epoch = ?2", tally_insert(1), tally_insert(kRowsAtOnce),
             "INSERT INTO release VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET first_day = min(first_day, "
             "excluded.first_day), last_day = max(last_day, excluded.last_day), threshold = max(threshold, "
             "excluded.threshold)",
             "INSERT INTO released VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO UPDATE SET n = max(n, excluded.n)",
             "INSERT INTO machine_log VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING"}) {
        auto statement = database.prepare(sql);
        if (!statement) return statement.error();
        made.push_back(statement.take());
    }
    for (auto const* table : {"bucket", "content_version", "language", "item"}) KIOSK_TRY(words(table));
    auto& m = made;
    return Taking({std::move(m[0]), std::move(m[1]), std::move(m[2]), std::move(m[3]), std::move(m[4]), std::move(m[5]),
                   std::move(m[6]), Words(std::move(m[7]), std::move(m[8])), Words(std::move(m[9]), std::move(m[10])),
                   Words(std::move(m[11]), std::move(m[12])), Words(std::move(m[13]), std::move(m[14]))});
}

Result<std::int64_t> Taking::Words::number(std::string_view first, std::string_view second)
{
    key_.assign(first);
    if (!second.empty()) {
        key_ += '\0';
        key_ += second;
    }
    if (last_ != 0 && key_ == last_key_) return last_;
    auto found = known_.find(key_);
    if (found == known_.end()) {
        auto number = one_number(find_.bind(1, first).bind(2, second));
        if (!number) return number.error();
        if (number.value() == 0) number = one_number(insert_.bind(1, first).bind(2, second));
        if (!number) return number.error();
        found = known_.emplace(key_, number.value()).first;
    }
    last_key_ = key_;
    last_ = found->second;
    return last_;
}

Result<> Taking::take(std::vector<Package const*> const& packages)
{
    std::int64_t source = 0;
    cells_.clear();
    for (auto const* package : packages) {
        auto const number = take_source(package->info());
        if (!number) return number.error();
        source = number.value();
        KIOSK_TRY(read_tallies(*package));
        KIOSK_TRY(take_releases(source, *package));
        KIOSK_TRY(take_machine_log(source, *package));
    }
    return store_tallies(source);
}

Result<std::int64_t> Taking::take_source(engagement::PackageInfo const& info)
{
    auto& row = statements_.source;
    row.bind(1, info.kiosk).bind(2, info.machine).bind(3, info.partner).bind(4, info.country);
    KIOSK_TRY(row.bind(5, info.snapshot).bind(6, info.created).finish());
    return one_number(statements_.source_number.bind(1, info.kiosk).bind(2, info.machine));
}

Result<> Taking::read_tallies(Package const& package)
{
    return package.each_tally([&](engagement::TallyView const& tally) -> Result<> {
        auto const bucket = statements_.buckets.number(engagement::bucket_of(tally));
        auto const version = statements_.versions.number(tally.content_version);
        auto const language = statements_.languages.number(tally.language);
        auto const item = statements_.items.number(tally.measure, tally.item);
        for (auto const* number : {&bucket, &version, &language, &item})
            if (!*number) return number->error();
        ++rows_;
        cells_.push_back({bucket.value(), version.value(), language.value(), item.value(), tally.n});
        return success();
    });
}

// In the order of the table, the highest of each key only.
Result<> Taking::store_tallies(std::int64_t source)
{
    std::sort(cells_.begin(), cells_.end(), [](Cell const& one, Cell const& other) { return other < one; });
    auto const same_key = [](Cell const& one, Cell const& other) {
        return std::tie(one.bucket, one.version, one.language, one.item) ==
               std::tie(other.bucket, other.version, other.language, other.item);
    };
    cells_.erase(std::unique(cells_.begin(), cells_.end(), same_key), cells_.end());
    std::reverse(cells_.begin(), cells_.end());
    std::size_t at = 0;
    for (; at + kRowsAtOnce <= cells_.size(); at += kRowsAtOnce) {
        for (int i = 0; i < kRowsAtOnce; ++i)
            bind(statements_.tallies, i, source, cells_[at + static_cast<std::size_t>(i)]);
        KIOSK_TRY(statements_.tallies.finish());
    }
    for (; at < cells_.size(); ++at) {
        bind(statements_.tally, 0, source, cells_[at]);
        KIOSK_TRY(statements_.tally.finish());
    }
    return success();
}

void Taking::bind(Statement& statement, int place, std::int64_t source, Cell const& cell) const
{
    auto const first = 6 * place;
    statement.bind(first + 1, source).bind(first + 2, cell.bucket).bind(first + 3, cell.version);
    statement.bind(first + 4, cell.language).bind(first + 5, cell.item).bind(first + 6, cell.n);
}

Result<> Taking::take_releases(std::int64_t source, Package const& package)
{
    auto const releases = package.releases();
    if (!releases) return releases.error();
    for (auto const& release : releases.value()) {
        auto& row = statements_.release;
        row.bind(1, source).bind(2, release.number).bind(3, release.first).bind(4, release.last);
        KIOSK_TRY(row.bind(5, release.threshold).finish());
        for (auto const& cell : release.cells) {
            auto& line = statements_.released;
            line.bind(1, source).bind(2, release.number).bind(3, cell.measure).bind(4, cell.item);
            KIOSK_TRY(line.bind(5, cell.language).bind(6, cell.n).finish());
        }
    }
    return success();
}

Result<> Taking::take_machine_log(std::int64_t source, Package const& package)
{
    auto const rows = package.machine_log();
    if (!rows) return rows.error();
    for (auto const& machine : rows.value()) {
        auto& row = statements_.machine;
        row.bind(1, source).bind(2, machine.sequence).bind(3, machine.boot).bind(4, machine.monotonic_seconds);
        row.bind(5, machine.wall).bind(6, std::int64_t{machine.clock_trusted}).bind(7, machine.event);
        KIOSK_TRY(row.bind(8, machine.detail).finish());
    }
    return success();
}

} // namespace kiosk::fleet
