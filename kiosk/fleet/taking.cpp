#include "fleet/taking.h"

#include <array>
#include <fmt/format.h>

namespace kiosk::fleet {

using engagement::Database;
using engagement::Label;
using engagement::LabelKind;
using engagement::Statement;

namespace {

enum class Table { tally, release, released, machine_log, remark, word };

struct Target {
    std::string_view table;
    int columns;
    std::string_view on_conflict;
};

// Of a release only the label can be another: form 2 told all of them under the name that the kiosk had last.
constexpr std::array<Target, 6> kTables{
    {{"tally", 7, "DO UPDATE SET n = excluded.n WHERE excluded.n > n"},
     {"release", 9,
      "DO UPDATE SET label = excluded.label, snapshot = excluded.snapshot WHERE excluded.snapshot > snapshot"},
     {"released", 7, "DO NOTHING"},
     {"machine_log", 8, "DO NOTHING"},
     {"remark", 4, "DO NOTHING"},
     {"word", 5, "DO NOTHING"}}};

constexpr std::size_t at(Table table) { return static_cast<std::size_t>(table); }

} // namespace

Result<Taking> Taking::begin(Database& database)
{
    Taking taking(database);
    for (auto const& target : kTables) {
        auto rows = RowInsert::into(database, target.table, target.columns, target.on_conflict);
        if (!rows) return rows.error();
        taking.tables_.push_back(rows.take());
    }
    KIOSK_TRY(taking.read_names("SELECT id, text, '' FROM content_version", taking.vocabulary_.versions));
    KIOSK_TRY(taking.read_names("SELECT id, text, '' FROM language", taking.vocabulary_.languages));
    KIOSK_TRY(taking.read_names("SELECT id, measure, text FROM item", taking.vocabulary_.items));
    return taking;
}

Result<> Taking::read_names(std::string const& sql, Names& names)
{
    auto statement = database_->prepare(sql);
    if (!statement) return statement.error();
    for (auto& row = statement.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return success();
        names.know(static_cast<std::int32_t>(row.number(0)), row.text(1), row.text(2));
    }
}

Result<> Taking::take(MachineFigures const& figures)
{
    auto const machine = take_machine(figures);
    if (!machine) return machine.error();
    auto const labels = take_labels(machine.value(), figures);
    if (!labels) return labels.error();
    auto const days = take_days(machine.value(), figures);
    if (!days) return days.error();
    KIOSK_TRY(take_tallies(figures, labels.value(), days.value()));
    KIOSK_TRY(take_releases(machine.value(), figures, labels.value()));
    KIOSK_TRY(take_log(machine.value(), figures));
    words_.insert(figures.words.begin(), figures.words.end());
    return success();
}

Result<std::int64_t> Taking::take_machine(MachineFigures const& figures)
{
    auto statement = database_->prepare(
        "INSERT INTO machine (number, snapshot, created) VALUES (?1, ?2, ?3) ON CONFLICT (number) DO UPDATE SET "
        "snapshot = max(snapshot, excluded.snapshot), created = max(created, excluded.created) RETURNING id");
    if (!statement) return statement.error();
    auto& row = statement.value().bind(1, figures.machine).bind(2, figures.snapshot).bind(3, figures.created);
    auto const stored = row.step();
    if (!stored) return stored.error();
    auto const id = row.number(0);
    KIOSK_TRY(row.step());
    return id;
}

Result<std::map<LabelRecord::Key, std::pair<std::int64_t, LabelRecord>>> Taking::known_labels(std::int64_t machine)
{
    auto statement = database_->prepare(
        "SELECT id, former, number, kiosk, partner, country, setting, event, event_first, event_last, zone, first_day, "
        "last_day, snapshot FROM label WHERE machine = ?1");
    if (!statement) return statement.error();
    std::map<LabelRecord::Key, std::pair<std::int64_t, LabelRecord>> known;
    auto& row = statement.value();
    for (row.bind(1, machine);;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return known;
        LabelRecord record;
        record.label.kind = row.number(1) != 0 ? LabelKind::former : LabelKind::own;
        record.label.number = row.number(2);
        record.label.text = {row.text(3), row.text(4), row.text(5), row.text(6),
                             row.text(7), row.text(8), row.text(9), row.text(10)};
        record.label.first = row.text(11);
        record.label.last = row.text(12);
        record.snapshot = row.number(13);
        known.emplace(record.key(), std::pair(row.number(0), record));
    }
}

Result<> Taking::store_label(std::int64_t id, std::int64_t machine, LabelRecord const& record)
{
    auto statement = database_->prepare("INSERT OR REPLACE INTO label VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
                                        "?11, ?12, ?13, ?14, ?15)");
    if (!statement) return statement.error();
    auto const& text = record.label.text;
    auto& row = statement.value().bind(1, id).bind(2, machine).bind(3, record.label.kind == LabelKind::former ? 1 : 0);
    row.bind(4, record.label.number).bind(5, text.kiosk).bind(6, text.partner).bind(7, text.country);
    row.bind(8, text.setting).bind(9, text.event).bind(10, text.event_first).bind(11, text.event_last);
    row.bind(12, text.zone).bind(13, record.label.first).bind(14, record.label.last).bind(15, record.snapshot);
    return row.finish();
}

Result<std::vector<std::int64_t>> Taking::take_labels(std::int64_t machine, MachineFigures const& figures)
{
    auto known = known_labels(machine);
    if (!known) return known.error();
    auto highest = database_->number("SELECT coalesce(max(id), 0) FROM label");
    if (!highest) return highest.error();
    std::vector<std::int64_t> ids;
    for (auto const& record : figures.labels) {
        auto const found = known.value().find(record.key());
        bool const is_new = found == known.value().end();
        auto told = is_new ? record : found->second.second;
        told.tell(record);
        ids.push_back(is_new ? ++highest.value() : found->second.first);
        if (is_new || told != found->second.second) KIOSK_TRY(store_label(ids.back(), machine, told));
    }
    return ids;
}

Result<std::vector<std::int64_t>> Taking::take_days(std::int64_t machine, MachineFigures const& figures)
{
    auto statement = database_->prepare(
        "INSERT INTO day (machine, day, mark, open) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (machine, day, mark) DO UPDATE "
        "SET open = max(open, excluded.open) RETURNING id");
    if (!statement) return statement.error();
    std::vector<std::int64_t> ids;
    for (auto const& day : figures.days) {
        auto& row = statement.value().bind(1, machine).bind(2, day.day).bind(3, day.mark).bind(4, day.open);
        auto const stored = row.step();
        if (!stored) return stored.error();
        ids.push_back(row.number(0));
        KIOSK_TRY(row.finish());
    }
    return ids;
}

Result<> Taking::take_tallies(MachineFigures const& figures, std::vector<std::int64_t> const& labels,
                              std::vector<std::int64_t> const& days)
{
    auto& rows = tables_[at(Table::tally)];
    for (auto const& fact : figures.tallies) {
        rows.add(labels[static_cast<std::size_t>(fact.label)]).add(days[static_cast<std::size_t>(fact.day)]);
        rows.add(fact.hour).add(fact.version).add(fact.language).add(fact.item).add(fact.n);
        KIOSK_TRY(rows.end_row());
    }
    rows_ += static_cast<std::int64_t>(figures.tallies.size());
    return success();
}

Result<> Taking::take_releases(std::int64_t machine, MachineFigures const& figures,
                               std::vector<std::int64_t> const& labels)
{
    for (auto const& [key, record] : figures.releases) {
        auto const& release = record.release;
        auto& rows = tables_[at(Table::release)];
        rows.add(machine).add(key.first).add(key.second).add(labels[static_cast<std::size_t>(record.label)]);
        rows.add(release.mark).add(release.first).add(release.last).add(release.threshold).add(record.snapshot);
        KIOSK_TRY(rows.end_row());
        for (auto const& cell : release.cells) {
            auto& cells = tables_[at(Table::released)];
            cells.add(machine).add(key.first).add(key.second).add(cell.measure).add(cell.item);
            KIOSK_TRY(cells.add(cell.language).add(cell.n).end_row());
        }
    }
    return success();
}

Result<> Taking::take_log(std::int64_t machine, MachineFigures const& figures)
{
    for (auto const& row : figures.machine_log) {
        auto& rows = tables_[at(Table::machine_log)];
        rows.add(machine).add(row.sequence).add(row.boot).add(row.monotonic_seconds).add(row.wall);
        KIOSK_TRY(rows.add(std::int64_t{row.clock_trusted}).add(row.event).add(row.detail).end_row());
    }
    for (auto const& remark : figures.remarks) {
        auto& rows = tables_[at(Table::remark)];
        KIOSK_TRY(rows.add(machine).add(remark.number).add(remark.day).add(remark.text).end_row());
    }
    return success();
}

Result<> Taking::store_names(std::string const& table, Names& names)
{
    bool const two = table == "item";
    auto statement =
        database_->prepare(fmt::format("INSERT INTO {} VALUES ({})", table, two ? "?1, ?2, ?3" : "?1, ?2"));
    if (!statement) return statement.error();
    for (auto const& name : names.fresh()) {
        auto& row = statement.value().bind(1, std::int64_t{name.number}).bind(2, name.first);
        if (two) row.bind(3, name.second);
        KIOSK_TRY(row.finish());
    }
    names.stored();
    return success();
}

Result<> Taking::remember(KeysByMachine const& keys)
{
    auto statement = database_->prepare("INSERT OR REPLACE INTO signer SELECT id, ?2 FROM machine WHERE number = ?1");
    if (!statement) return statement.error();
    for (auto const& [machine, key] : keys) KIOSK_TRY(statement.value().bind(1, machine).bind(2, key).finish());
    return success();
}

Result<> Taking::finish()
{
    for (auto const& word : words_) {
        auto& rows = tables_[at(Table::word)];
        rows.add(word.version).add(word.language).add(word.item).add(word.words).add(word.right);
        KIOSK_TRY(rows.end_row());
    }
    words_.clear();
    for (auto& rows : tables_) KIOSK_TRY(rows.finish());
    KIOSK_TRY(store_names("content_version", vocabulary_.versions));
    KIOSK_TRY(store_names("language", vocabulary_.languages));
    return store_names("item", vocabulary_.items);
}

} // namespace kiosk::fleet
