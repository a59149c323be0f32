// Releases in the store: what could be counted, what was counted in a period, what was published of it, and how old
// days leave.
#include "engagement/plausible.h"
#include "engagement/store.h"

#include <fmt/format.h>

namespace kiosk::engagement {

namespace {

constexpr std::string_view kLanguageKind = "language";

} // namespace

Result<> Store::learn(Domain const& domain)
{
    return whole([&]() -> Result<> {
        auto statement = database_.prepare("INSERT INTO domain VALUES (?1, ?2) ON CONFLICT DO NOTHING");
        if (!statement) return statement.error();
        auto& row = statement.value();
        for (auto const& [measure, items] : domain.items)
            for (auto const& item : items) KIOSK_TRY(row.bind(1, entry(measure).id).bind(2, item).finish());
        for (auto const& language : domain.languages) KIOSK_TRY(row.bind(1, kLanguageKind).bind(2, language).finish());
        return success();
    });
}

Result<Domain> Store::domain()
{
    auto statement = database_.prepare("SELECT kind, item FROM domain");
    if (!statement) return statement.error();
    auto& row = statement.value();
    Domain domain;
    for (;;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return domain;
        auto const kind = row.text(0);
        if (auto const measure = measure_by_id(kind))
            domain.items[*measure].insert(row.text(1));
        else if (kind == kLanguageKind)
            domain.languages.insert(row.text(1));
    }
}

Result<std::vector<ReportingTable>> Store::reporting(std::string const& first, std::string const& last)
{
    auto const known = domain();
    if (!known) return known.error();
    std::vector<ReportingTable> tables;
    for (auto const& measure : kMeasures) {
        if (measure.guard != Guard::guarded) continue;
        ReportingTable table{std::string(measure.id), {}, known.value().languages, {}};
        if (auto const items = known.value().items.find(measure.measure); items != known.value().items.end())
            table.items = items->second;
        auto statement =
            database_.prepare("SELECT item, language, SUM(min(n, ?6)) FROM tally WHERE kiosk = ?1 AND epoch = ?2 AND "
                              "bucket BETWEEN ?3 AND ?4 AND measure = ?5 GROUP BY item, language");
        if (!statement) return statement.error();
        auto& row = statement.value();
        row.bind(1, kiosk_).bind(2, epoch_).bind(3, first).bind(4, last).bind(5, measure.id).bind(6, kMostOfACell);
        for (;;) {
            auto const more = row.step();
            if (!more) return more.error();
            if (!more.value()) break;
            table.n[{row.text(0), row.text(1)}] = row.number(2);
        }
        tables.push_back(std::move(table));
    }
    return tables;
}

Result<std::vector<Release>> Store::releases()
{
    auto statement = database_.prepare("SELECT number, first_day, last_day, threshold FROM release ORDER BY number");
    if (!statement) return statement.error();
    std::vector<Release> releases;
    for (auto& row = statement.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) break;
        releases.push_back({row.number(0), row.text(1), row.text(2), row.number(3), {}});
    }
    auto cells = database_.prepare("SELECT number, measure, item, language, n FROM released ORDER BY 1, 2, 3, 4");
    if (!cells) return cells.error();
    auto at = releases.begin();
    for (auto& row = cells.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return releases;
        while (at != releases.end() && at->number != row.number(0)) ++at;
        if (at == releases.end()) return releases; // damage: a cell of no release
        at->cells.push_back({row.text(1), row.text(2), row.text(3), row.number(4)});
    }
}

Result<> Store::add(Release const& release)
{
    return whole([&]() -> Result<> {
        auto statement = database_.prepare("INSERT INTO release (first_day, last_day, threshold) VALUES (?1, ?2, ?3)");
        if (!statement) return statement.error();
        KIOSK_TRY(statement.value().bind(1, release.first).bind(2, release.last).bind(3, release.threshold).finish());
        auto const number = database_.number("SELECT last_insert_rowid()");
        if (!number) return number.error();
        auto cells = database_.prepare("INSERT INTO released VALUES (?1, ?2, ?3, ?4, ?5)");
        if (!cells) return cells.error();
        for (auto const& cell : release.cells) {
            auto& row = cells.value();
            row.bind(1, number.value()).bind(2, cell.measure).bind(3, cell.item).bind(4, cell.language);
            KIOSK_TRY(row.bind(5, cell.n).finish());
        }
        return remember(fact::kReleasedThrough, release.last);
    });
}

Result<std::int64_t> Store::remove_before(std::string const& day)
{
    std::int64_t removed = 0;
    auto const remove = [&](char const* sql) -> Result<> {
        auto statement = database_.prepare(sql);
        if (!statement) return statement.error();
        KIOSK_TRY(statement.value().bind(1, day).finish());
        auto const changes = database_.number("SELECT changes()");
        if (!changes) return changes.error();
        removed += changes.value();
        return success();
    };
    auto const all = whole([&]() -> Result<> {
        KIOSK_TRY(remove("DELETE FROM tally WHERE bucket < ?1 AND bucket <> 'unknown'"));
        KIOSK_TRY(remove("DELETE FROM release WHERE last_day < ?1"));
        return remove("DELETE FROM machine_log WHERE wall <> '' AND wall < ?1");
    });
    if (!all) return all.error();
    if (removed > 0) KIOSK_TRY(database_.run("VACUUM"));
    return removed;
}

} // namespace kiosk::engagement
