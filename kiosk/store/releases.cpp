// Releases in the store: what could be counted, what was counted in a period, and what was published of it.
#include "figures/days.h"
#include "figures/plausible.h"
#include "store/store.h"

#include <fmt/format.h>

namespace kiosk::store {

namespace {

constexpr std::string_view kLanguageKind = "language";
// Of the places that offer a channel: "offered:be-form".
constexpr std::string_view kOfferedKind = "offered:";

constexpr int kPrepared = 0, kLeft = 1, kMayHaveLeft = 2;

Result<> add_up(database::Database& database, std::int64_t label, std::string const& first, std::string const& last,
                figures::ReportingTable& table)
{
    auto statement = database.prepare("SELECT item, language, SUM(min(n, ?5)) FROM tally WHERE day BETWEEN ?2 AND ?3 "
                                      "AND label = ?1 AND measure = ?4 GROUP BY item, language");
    if (!statement) return statement.error();
    auto& row = statement.value();
    row.bind(1, label).bind(2, first).bind(3, last).bind(4, table.measure).bind(5, figures::kMaxCellCount);
    for (;;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return success();
        table.n[{row.text(0), row.text(1)}] = row.number(2);
    }
}

} // namespace

Result<> Store::extend_domain(Domain const& domain)
{
    return in_transaction([&]() -> Result<> {
        auto statement = database_.prepare("INSERT INTO domain VALUES (?1, ?2) ON CONFLICT DO NOTHING");
        if (!statement) return statement.error();
        auto& row = statement.value();
        for (auto const& [measure, items] : domain.items)
            for (auto const& item : items) KIOSK_TRY(row.bind(1, entry(measure).id).bind(2, item).finish());
        for (auto const& language : domain.languages) KIOSK_TRY(row.bind(1, kLanguageKind).bind(2, language).finish());
        for (auto const& [channel, places] : domain.places_of_channel)
            for (auto const& place : places)
                KIOSK_TRY(row.bind(1, std::string(kOfferedKind) + channel).bind(2, place).finish());
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
        else if (kind.starts_with(kOfferedKind))
            domain.places_of_channel[kind.substr(kOfferedKind.size())].insert(row.text(1));
    }
}

Result<std::vector<figures::ReportingTable>> Store::reporting(std::int64_t label, std::string const& first,
                                                              std::string const& last)
{
    auto const known = domain();
    if (!known) return known.error();
    std::vector<figures::ReportingTable> tables;
    for (auto const& measure : kMeasures) {
        if (measure.guard != Guard::guarded) continue;
        figures::ReportingTable table{std::string(measure.id), {}, known.value().languages, {}};
        if (auto const items = known.value().items.find(measure.measure); items != known.value().items.end())
            table.items = items->second;
        KIOSK_TRY(add_up(database_, label, first, last, table));
        tables.push_back(std::move(table));
    }
    return tables;
}

Result<std::vector<figures::Release>> Store::releases_in(int state)
{
    auto statement = database_.prepare("SELECT number, label, first_day, last_day, threshold, mark FROM release "
                                       "WHERE state = ?1 ORDER BY number");
    if (!statement) return statement.error();
    std::vector<figures::Release> releases;
    statement.value().bind(1, state);
    for (auto& row = statement.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) break;
        releases.push_back({row.number(0), row.number(1), row.text(2), row.text(3), row.number(4), row.text(5), {}});
    }
    auto cells = database_.prepare("SELECT number, measure, item, language, n FROM released ORDER BY 1, 2, 3, 4");
    if (!cells) return cells.error();
    auto at = releases.begin();
    for (auto& row = cells.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return releases;
        while (at != releases.end() && at->number < row.number(0)) ++at;
        if (at == releases.end()) return releases;
        if (at->number != row.number(0)) continue; // of another state, or damage
        at->cells.push_back({row.text(1), row.text(2), row.text(3), row.number(4)});
    }
}

Result<std::vector<figures::Release>> Store::releases() { return releases_in(kLeft); }

Result<> Store::insert(figures::Release& release)
{
    auto statement = database_.prepare("INSERT INTO release (label, first_day, last_day, threshold, mark, state) "
                                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    if (!statement) return statement.error();
    release.mark = random_id_();
    auto& head = statement.value();
    head.bind(1, release.label).bind(2, release.first).bind(3, release.last).bind(4, release.threshold);
    KIOSK_TRY(head.bind(5, release.mark).bind(6, kPrepared).finish());
    auto const number = database_.number("SELECT last_insert_rowid()");
    if (!number) return number.error();
    release.number = number.value();
    auto cells = database_.prepare("INSERT INTO released VALUES (?1, ?2, ?3, ?4, ?5)");
    if (!cells) return cells.error();
    for (auto const& cell : release.cells) {
        auto& row = cells.value();
        row.bind(1, release.number).bind(2, cell.measure).bind(3, cell.item).bind(4, cell.language);
        KIOSK_TRY(row.bind(5, cell.n).finish());
    }
    if (release.last.empty()) return success();
    auto close = database_.prepare("UPDATE label SET closed_through = max(closed_through, ?1) WHERE number = ?2");
    if (!close) return close.error();
    return close.value().bind(1, release.last).bind(2, release.label).finish();
}

// What an export has made ready and was cut off before it had a package: its days are open again.
Result<> Store::remove_unfinished()
{
    auto unfinished = releases_in(kPrepared);
    if (!unfinished) return unfinished.error();
    for (auto const& release : unfinished.value()) KIOSK_TRY(remove_release(release));
    return success();
}

Result<> Store::remove_release(figures::Release const& release)
{
    auto removal = database_.prepare("DELETE FROM release WHERE number = ?1");
    if (!removal) return removal.error();
    KIOSK_TRY(removal.value().bind(1, release.number).finish());
    if (release.first.empty()) return success();
    auto reopening = database_.prepare("UPDATE label SET closed_through = min(closed_through, ?1) WHERE number = ?2");
    if (!reopening) return reopening.error();
    return reopening.value().bind(1, figures::day_after(release.first, -1)).bind(2, release.label).finish();
}

Result<Store::PreparedReleases> Store::prepare(std::function<Result<std::vector<figures::Release>>()> const& due)
{
    PreparedReleases prepared;
    auto const done = in_transaction([&]() -> Result<> {
        KIOSK_TRY(remove_unfinished());
        auto earlier = releases_in(kMayHaveLeft);
        if (!earlier) return earlier.error();
        prepared.releases = earlier.take();
        auto fresh = due();
        if (!fresh) return fresh.error();
        for (auto& release : fresh.value()) {
            KIOSK_TRY(insert(release));
            if (prepared.first_new == 0) prepared.first_new = release.number;
            prepared.releases.push_back(std::move(release));
        }
        return success();
    });
    if (!done) return done.error();
    return prepared;
}

Result<> Store::mark_may_have_left(PreparedReleases const& prepared)
{
    return in_transaction([&]() -> Result<> {
        auto statement = database_.prepare("UPDATE release SET state = ?2 WHERE number = ?1 AND state <> 1");
        if (!statement) return statement.error();
        for (auto const& release : prepared.releases) {
            KIOSK_TRY(statement.value().bind(1, release.number).bind(2, kMayHaveLeft).finish());
            auto const changes = database_.number("SELECT changes()");
            if (!changes) return changes.error();
            if (changes.value() != 1)
                return Error{database_.path().string(), "was exported by another program at the same time",
                             "export once more"};
        }
        return success();
    });
}

Result<> Store::remove_rows_of(figures::Release const& release)
{
    for (auto const& measure : kMeasures) {
        if (measure.guard != Guard::guarded) continue;
        auto removal =
            database_.prepare("DELETE FROM tally WHERE day BETWEEN ?1 AND ?2 AND label = ?3 AND measure = ?4");
        if (!removal) return removal.error();
        auto& row = removal.value();
        KIOSK_TRY(row.bind(1, release.first).bind(2, release.last).bind(3, release.label).bind(4, measure.id).finish());
    }
    if (!release.last.empty()) return success();
    auto const unknown = unknown_time(release.label);
    if (!unknown) return unknown.error();
    auto closing = database_.prepare("UPDATE label SET unknown_closed = ?1 WHERE number = ?2");
    if (!closing) return closing.error();
    return closing.value().bind(1, unknown.value().visits).bind(2, release.label).finish();
}

Result<> Store::close(PreparedReleases const& prepared)
{
    if (prepared.releases.empty()) return success();
    return in_transaction([&]() -> Result<> {
        auto statement = database_.prepare("UPDATE release SET state = ?2 WHERE number = ?1");
        if (!statement) return statement.error();
        for (auto const& release : prepared.releases) {
            KIOSK_TRY(statement.value().bind(1, release.number).bind(2, kLeft).finish());
            KIOSK_TRY(remove_rows_of(release));
        }
        return success();
    });
}

Result<> Store::reopen(PreparedReleases const& prepared)
{
    if (prepared.first_new == 0) return success();
    return in_transaction([&]() -> Result<> {
        for (auto const& release : prepared.releases)
            if (release.number >= prepared.first_new) KIOSK_TRY(remove_release(release));
        return success();
    });
}

Result<std::string> Store::closed_through(std::int64_t label)
{
    auto statement = database_.prepare("SELECT closed_through FROM label WHERE number = ?1");
    if (!statement) return statement.error();
    auto const found = statement.value().bind(1, label).step();
    if (!found) return found.error();
    return found.value() ? statement.value().text(0) : std::string();
}

Result<std::string> Store::first_day_since(std::string_view day, std::int64_t label)
{
    auto statement = database_.prepare("SELECT coalesce(min(day), '') FROM tally WHERE day >= ?1 AND label = ?2");
    if (!statement) return statement.error();
    auto const found = statement.value().bind(1, day).bind(2, label).step();
    if (!found) return found.error();
    return statement.value().text(0);
}

Result<Store::UnknownTime> Store::unknown_time(std::int64_t label)
{
    auto statement = database_.prepare("SELECT unknown_closed, coalesce((SELECT SUM(min(n, ?2)) FROM tally WHERE "
                                       "day = '' AND label = ?1 AND measure = 'visits'), 0) FROM label "
                                       "WHERE number = ?1");
    if (!statement) return statement.error();
    auto const found = statement.value().bind(1, label).bind(2, figures::kMaxCellCount).step();
    if (!found) return found.error();
    if (!found.value()) return UnknownTime{};
    return UnknownTime{statement.value().number(1), statement.value().number(0)};
}

} // namespace kiosk::store
