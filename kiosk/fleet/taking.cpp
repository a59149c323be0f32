#include "fleet/taking.h"

#include <fmt/format.h>

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
    for (auto const* sql :
         {"INSERT INTO source (kiosk, epoch, partner, country, snapshot, created) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
          "ON CONFLICT (kiosk, epoch) DO UPDATE SET partner = excluded.partner, country = excluded.country, "
          "snapshot = excluded.snapshot, created = excluded.created WHERE (excluded.snapshot, excluded.created, "
          "excluded.partner, excluded.country) > (snapshot, created, partner, country)",
          "SELECT id FROM source WHERE kiosk = ?1 AND epoch = ?2",
          "INSERT INTO tally VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO UPDATE SET n = max(n, excluded.n)",
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
                   Words(std::move(m[6]), std::move(m[7])), Words(std::move(m[8]), std::move(m[9])),
                   Words(std::move(m[10]), std::move(m[11])), Words(std::move(m[12]), std::move(m[13]))});
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

Result<> Taking::take(Package const& package)
{
    auto const source = take_source(package.info());
    if (!source) return source.error();
    KIOSK_TRY(take_tallies(source.value(), package));
    KIOSK_TRY(take_releases(source.value(), package));
    return take_machine_log(source.value(), package);
}

Result<std::int64_t> Taking::take_source(engagement::PackageInfo const& info)
{
    auto& row = statements_.source;
    row.bind(1, info.kiosk).bind(2, info.epoch).bind(3, info.partner).bind(4, info.country);
    KIOSK_TRY(row.bind(5, info.snapshot).bind(6, info.created).finish());
    return one_number(statements_.source_number.bind(1, info.kiosk).bind(2, info.epoch));
}

Result<> Taking::take_tallies(std::int64_t source, Package const& package)
{
    return package.each_tally([&](engagement::TallyView const& tally) -> Result<> {
        auto const bucket = statements_.buckets.number(tally.bucket);
        auto const version = statements_.versions.number(tally.content_version);
        auto const language = statements_.languages.number(tally.language);
        auto const item = statements_.items.number(tally.measure, tally.item);
        for (auto const* number : {&bucket, &version, &language, &item})
            if (!*number) return number->error();
        ++rows_;
        auto& row = statements_.tally;
        row.bind(1, source).bind(2, bucket.value()).bind(3, version.value()).bind(4, language.value());
        return row.bind(5, item.value()).bind(6, tally.n).finish();
    });
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
