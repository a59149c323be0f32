#include "fleet/postgres/machines.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kiosk::fleet {

namespace {

using figures::LabelKind;

// Days on which a database has more than one mark.
constexpr char const* kCopies = R"(
SELECT machine, min(day), max(marks) FROM (
  SELECT machine, day, count(*) AS marks FROM kiosk.day WHERE machine = ANY ($1::integer[]) AND day > '-infinity'
  GROUP BY 1, 2 HAVING count(*) > 1) d GROUP BY 1 ORDER BY 1)";

constexpr char const* kTwoHistories = R"(
SELECT DISTINCT machine FROM (
  SELECT machine, seq FROM kiosk.machine_log WHERE machine = ANY ($1::integer[]) GROUP BY 1, 2 HAVING count(*) > 1) m
ORDER BY 1)";

constexpr char const* kReleasedTwice = R"(
SELECT a.machine, count(*) FROM kiosk.release a
WHERE a.machine = ANY ($1::integer[]) AND EXISTS (
  SELECT FROM kiosk.release b WHERE b.machine = a.machine AND (b.number, b.variant) <> (a.number, a.variant)
    AND (b.number = a.number OR (b.label = a.label AND b.first_day > '-infinity' AND a.first_day > '-infinity'
         AND b.first_day <= a.last_day AND b.last_day >= a.first_day)))
GROUP BY 1 ORDER BY 1)";

// A kiosk that begins a new database may count for both on one day, the last of the old and the first of the new.
constexpr char const* kOneName = R"(
SELECT a.kiosk, max(least(a.last_day, b.last_day) - greatest(a.first_day, b.first_day) + 1),
       min(greatest(a.first_day, b.first_day)), max(least(a.last_day, b.last_day))
FROM kiosk.label a JOIN kiosk.label b ON b.kiosk = a.kiosk AND b.machine > a.machine
WHERE (a.machine = ANY ($1::integer[]) OR b.machine = ANY ($1::integer[])) AND a.kiosk <> ''
  AND a.last_day > b.first_day AND b.last_day > a.first_day
GROUP BY 1 ORDER BY 1)";

std::int32_t int_of(QueryResult const& rows, int row, int column)
{
    return static_cast<std::int32_t>(rows.number(row, column));
}

Error too_many(std::string const& machine, std::string_view what)
{
    return {machine, fmt::format("has more {} than any kiosk", what),
            "a package is not what it seems: load fewer at once to find it"};
}

} // namespace

void Machines::read_label(QueryResult const& rows, int row)
{
    LabelRecord record;
    auto& label = record.label;
    label.kind = rows.boolean(row, 2) ? LabelKind::former : LabelKind::own;
    label.number = rows.number(row, 3);
    label.text = {rows.text(row, 4), rows.text(row, 5), rows.text(row, 6),  rows.text(row, 7),
                  rows.text(row, 8), rows.text(row, 9), rows.text(row, 10), rows.text(row, 11)};
    label.first = rows.text(row, 12);
    label.last = rows.text(row, 13);
    record.snapshot = rows.number(row, 14);
    auto& machine = machines_[numbers_[int_of(rows, row, 0)]];
    machine.labels.push_back(record); // they come by their ids, from 1
    machine.label_ids.emplace(record.key(), static_cast<std::int16_t>(rows.number(row, 1)));
}

Result<> Machines::read(Postgres& postgres, std::set<std::string> const& told)
{
    auto const machines = postgres.query("SELECT id, number, snapshot, made FROM kiosk.machine");
    if (!machines) return machines.error();
    for (int row = 0; row < machines.value().rows(); ++row) {
        auto const& rows = machines.value();
        Machine machine;
        machine.id = int_of(rows, row, 0);
        machine.snapshot = rows.number(row, 2);
        machine.made = rows.text(row, 3);
        machine.known = true;
        numbers_[machine.id] = rows.text(row, 1);
        highest_ = std::max(highest_, machine.id);
        machines_[rows.text(row, 1)] = std::move(machine);
    }
    auto const labels = postgres.query(
        "SELECT machine, id, former, number, kiosk, partner, country, setting, event, event_first, event_last, zone, "
        "first_day, last_day, snapshot FROM kiosk.label ORDER BY machine, id");
    if (!labels) return labels.error();
    for (int row = 0; row < labels.value().rows(); ++row) read_label(labels.value(), row);
    std::vector<std::int32_t> sought;
    for (auto const& number : told)
        if (auto const found = machines_.find(number); found != machines_.end()) sought.push_back(found->second.id);
    auto const days = postgres.query("SELECT machine, day - '2000-01-01'::date, strand, mark FROM kiosk.day WHERE "
                                     "machine = ANY ($1::integer[]) AND day > '-infinity' UNION ALL SELECT machine, "
                                     "NULL, strand, mark FROM kiosk.day WHERE machine = ANY ($1::integer[]) AND day = "
                                     "'-infinity'",
                                     {fmt::format("{{{}}}", fmt::join(sought, ","))});
    if (!days) return days.error();
    for (int row = 0; row < days.value().rows(); ++row) {
        auto const& rows = days.value();
        auto const day = rows.text(row, 1).empty() ? kUnknownDay : DayNumber{int_of(rows, row, 1)};
        machines_[numbers_[int_of(rows, row, 0)]].marks[day][rows.text(row, 3)] =
            static_cast<std::int16_t>(rows.number(row, 2));
    }
    return success();
}

Result<std::int16_t> Machines::assign_label_id(Machine& machine, LabelRecord const& told)
{
    auto const found = machine.label_ids.find(told.key());
    if (found != machine.label_ids.end()) {
        auto& label = machine.labels[static_cast<std::size_t>(found->second) - 1];
        auto const before = label;
        label.merge(told);
        if (label != before) machine.changed_labels.insert(found->second);
        return found->second;
    }
    if (machine.labels.size() >= std::numeric_limits<std::int16_t>::max())
        return too_many(numbers_[machine.id], "labels");
    machine.labels.push_back(told);
    auto const id = static_cast<std::int16_t>(machine.labels.size());
    machine.label_ids.emplace(told.key(), id);
    machine.changed_labels.insert(id);
    return id;
}

Result<std::int16_t> Machines::assign_strand(Machine& machine, figures::DayRow const& row, DayNumber day)
{
    if (row.mark.empty()) return std::int16_t{0};
    auto& marks = machine.marks[day];
    if (auto const found = marks.find(row.mark); found != marks.end()) return found->second;
    if (marks.size() >= std::numeric_limits<std::int16_t>::max()) return too_many(numbers_[machine.id], "copies");
    auto const strand = static_cast<std::int16_t>(marks.size() + 1);
    marks.emplace(row.mark, strand);
    fresh_days_.begin_row(5);
    fresh_days_.add(machine.id);
    fresh_days_.add(day);
    fresh_days_.add(strand);
    fresh_days_.add(std::string_view(row.mark));
    fresh_days_.add(std::string_view(row.open));
    return strand;
}

Result<MachineIds> Machines::merge(MachineFigures const& figures)
{
    auto& machine = machines_[figures.machine];
    if (machine.id == 0) {
        machine.id = ++highest_;
        numbers_[machine.id] = figures.machine;
        machine.changed = true;
    }
    machine.told = true;
    MachineIds ids{machine.id, machine.known, {}, {}};
    // What counts on a day tells of all days before it.
    auto made = std::max(machine.made, figures.created);
    for (auto const& label : figures.labels) {
        auto const id = assign_label_id(machine, label);
        if (!id) return id.error();
        ids.labels.push_back(id.value());
        made = std::max(made, label.label.last);
    }
    for (auto const& row : figures.days) {
        auto const day = row.day.empty() ? kUnknownDay : day_number(row.day).value_or(kUnknownDay);
        auto const strand = assign_strand(machine, row, day);
        if (!strand) return strand.error();
        ids.days.emplace_back(day, strand.value());
    }
    if (made != machine.made || figures.snapshot > machine.snapshot) machine.changed = true;
    machine.made = made;
    machine.snapshot = std::max(machine.snapshot, figures.snapshot);
    return ids;
}

Result<> Machines::store(Postgres& postgres)
{
    for (auto& [number, machine] : machines_) {
        if (machine.changed) {
            auto const stored = postgres.query(
                "INSERT INTO kiosk.machine VALUES ($1, $2, $3, nullif($4, '')::date) ON CONFLICT (id) DO "
                "UPDATE SET snapshot = excluded.snapshot, made = excluded.made",
                {std::to_string(machine.id), number, std::to_string(machine.snapshot), machine.made});
            if (!stored) return stored.error();
        }
        for (auto const id : machine.changed_labels) {
            auto const& [label, snapshot] = machine.labels[static_cast<std::size_t>(id) - 1];
            auto const& text = label.text;
            auto const stored = postgres.query(
                "INSERT INTO kiosk.label VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, nullif($10, '')::date, "
                "nullif($11, '')::date, $12, nullif($13, '')::date, nullif($14, '')::date, $15) ON CONFLICT (machine, "
                "id) DO UPDATE SET partner = excluded.partner, country = excluded.country, event_first = "
                "excluded.event_first, event_last = excluded.event_last, first_day = excluded.first_day, last_day = "
                "excluded.last_day, snapshot = excluded.snapshot",
                {std::to_string(machine.id), std::to_string(id), label.kind == LabelKind::former ? "t" : "f",
                 std::to_string(label.number), text.kiosk, text.partner, text.country, text.setting, text.event,
                 text.event_first, text.event_last, text.zone, label.first, label.last, std::to_string(snapshot)});
            if (!stored) return stored.error();
        }
        machine.changed = false;
        machine.changed_labels.clear();
    }
    if (fresh_days_.rows() == 0) return success();
    KIOSK_TRY(postgres.copy("COPY kiosk.day FROM STDIN (FORMAT binary)", fresh_days_.finished()));
    fresh_days_.clear();
    return success();
}

std::string Machines::name_of(std::int32_t machine) const
{
    auto const number = numbers_.find(machine);
    auto const found = number == numbers_.end() ? machines_.end() : machines_.find(number->second);
    if (found == machines_.end()) return {};
    KioskHistory::Database database;
    for (auto const& record : found->second.labels) database.labels.push_back(record.label);
    return KioskHistory{{std::move(database)}}.kiosk();
}

Result<std::vector<Remark>> Machines::remarks(Postgres& postgres) const
{
    std::vector<std::int32_t> told;
    std::vector<KioskHistory> changes;
    for (auto const& [number, machine] : machines_) {
        if (!machine.told) continue;
        told.push_back(machine.id);
        KioskHistory::Database database;
        for (auto const& record : machine.labels) database.labels.push_back(record.label);
        std::stable_sort(database.labels.begin(), database.labels.end(), [](auto const& one, auto const& other) {
            return std::tie(one.first, one.last) < std::tie(other.first, other.last);
        });
        changes.push_back({{std::move(database)}});
    }
    auto found = fleet::remarks(changes);
    auto const list = fmt::format("{{{}}}", fmt::join(told, ","));
    std::set<std::int32_t> copied;
    auto const query = [&](char const* sql, auto const& take) -> Result<> {
        auto const answer = postgres.query(sql, {list});
        if (!answer) return answer.error();
        for (int row = 0; row < answer.value().rows(); ++row) take(answer.value(), row);
        return success();
    };
    KIOSK_TRY(query(kCopies, [&](QueryResult const& rows, int row) {
        copied.insert(int_of(rows, row, 0));
        found.push_back(
            {RemarkKind::copied, name_of(int_of(rows, row, 0)), rows.number(row, 2), rows.text(row, 1), "", ""});
    }));
    KIOSK_TRY(query(kTwoHistories, [&](QueryResult const& rows, int row) {
        if (!copied.contains(int_of(rows, row, 0)))
            found.push_back({RemarkKind::put_back, name_of(int_of(rows, row, 0)), 0, "", "", ""});
    }));
    KIOSK_TRY(query(kReleasedTwice, [&](QueryResult const& rows, int row) {
        found.push_back({RemarkKind::released_twice, name_of(int_of(rows, row, 0)), rows.number(row, 1), "", "", ""});
    }));
    KIOSK_TRY(query(kOneName, [&](QueryResult const& rows, int row) {
        found.push_back({RemarkKind::two_machines, rows.text(row, 0), rows.number(row, 1), rows.text(row, 2),
                         rows.text(row, 3), ""});
    }));
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace kiosk::fleet
