#include "fleet/file/fleet_file_writer.h"
#include "system/in_background.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace kiosk::fleet {

using database::Database;
using figures::LabelKind;

namespace {

struct Target {
    std::string_view table;
    int columns;
};

// In the order of FleetFileWriter::Table.
constexpr std::array<Target, 13> kTables{{{"machine", 4},
                                          {"signer", 2},
                                          {"label", 15},
                                          {"day", 5},
                                          {"content_version", 2},
                                          {"language", 2},
                                          {"item", 3},
                                          {"tally", 7},
                                          {"release", 9},
                                          {"released", 7},
                                          {"machine_log", 8},
                                          {"remark", 4},
                                          {"word", 5}}};

// Places of a list, in the order of what stands there.
template <typename Row, typename Key>
std::vector<std::size_t> places_by(std::vector<Row> const& rows, Key const& key)
{
    std::vector<std::size_t> places(rows.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::sort(places.begin(), places.end(), [&](auto one, auto other) { return key(rows[one]) < key(rows[other]); });
    return places;
}

std::size_t at(std::int32_t place) { return static_cast<std::size_t>(place); }

} // namespace

void NumberAssigner::need(std::int32_t name)
{
    if (numbers_.size() <= at(name)) numbers_.resize(at(name) + 1);
    if (numbers_[at(name)] != 0) return;
    numbers_[at(name)] = -1; // is needed, and waits
    needed_.push_back(name);
}

std::vector<NumberAssigner::Given> NumberAssigner::give(NameTable const& names)
{
    std::vector<Given> given;
    given.reserve(needed_.size());
    std::sort(needed_.begin(), needed_.end(), [&](auto one, auto other) {
        auto const key = [&](std::int32_t number) {
            return std::tie(names.name(number).first, names.name(number).second);
        };
        return key(one) < key(other);
    });
    for (auto const name : needed_) {
        numbers_[at(name)] = ++highest_;
        given.push_back({highest_, &names.name(name)});
    }
    needed_.clear();
    return given;
}

RowInsert& FleetFileWriter::rows(Table table) { return tables_[static_cast<std::size_t>(table)]; }

Result<FleetFileWriter> FleetFileWriter::begin(Database& fresh, Vocabulary const& vocabulary)
{
    FleetFileWriter writing(vocabulary);
    for (auto const& target : kTables) {
        auto rows = RowInsert::into(fresh, target.table, target.columns);
        if (!rows) return rows.error();
        writing.tables_.push_back(rows.take());
    }
    return writing;
}

Result<> FleetFileWriter::write(MachineFigures const& figures, std::string_view key)
{
    KIOSK_TRY(wait_for_tallies());
    KIOSK_TRY(write_machine(figures, key));
    auto const labels = write_labels(figures);
    if (!labels) return labels.error();
    auto const days = write_days(figures);
    if (!days) return days.error();
    for (auto const& fact : figures.tallies) {
        versions_.need(fact.version);
        languages_.need(fact.language);
        items_.need(fact.item);
    }
    KIOSK_TRY(write_names());
    KIOSK_TRY(write_releases(figures, labels.value()));
    KIOSK_TRY(write_log(figures));
    order_tallies(figures, labels.value(), days.value());
    storing_ = in_background("merging figures", [this] { return store_tallies(); });
    return success();
}

Result<> FleetFileWriter::write_machine(MachineFigures const& figures, std::string_view key)
{
    auto& machines = rows(Table::machine).add(++machine_).add(figures.machine);
    KIOSK_TRY(machines.add(figures.snapshot).add(figures.created).end_row());
    if (key.empty()) return success();
    return rows(Table::signer).add(machine_).add(key).end_row();
}

Result<FleetFileWriter::Numbers> FleetFileWriter::write_labels(MachineFigures const& figures)
{
    Numbers numbers(figures.labels.size());
    for (auto const place : places_by(figures.labels, [](LabelRecord const& record) {
             return std::pair(record.label.kind == LabelKind::former, record.key());
         })) {
        auto const& record = figures.labels[place];
        auto const& text = record.label.text;
        auto& labels = rows(Table::label);
        numbers[place] = ++label_;
        labels.add(label_).add(machine_).add(std::int64_t{record.label.kind == LabelKind::former});
        labels.add(record.label.number).add(text.kiosk).add(text.partner).add(text.country).add(text.setting);
        labels.add(text.event).add(text.event_first).add(text.event_last).add(text.zone);
        KIOSK_TRY(labels.add(record.label.first).add(record.label.last).add(record.snapshot).end_row());
    }
    return numbers;
}

Result<FleetFileWriter::Numbers> FleetFileWriter::write_days(MachineFigures const& figures)
{
    Numbers numbers(figures.days.size());
    for (auto const place :
         places_by(figures.days, [](figures::DayRow const& row) { return std::tie(row.day, row.mark); })) {
        auto const& row = figures.days[place];
        numbers[place] = ++day_;
        KIOSK_TRY(rows(Table::day).add(day_).add(machine_).add(row.day).add(row.mark).add(row.open).end_row());
    }
    return numbers;
}

Result<> FleetFileWriter::write_names()
{
    for (auto const& [number, name] : versions_.give(vocabulary_->versions))
        KIOSK_TRY(rows(Table::version).add(number).add(name->first).end_row());
    for (auto const& [number, name] : languages_.give(vocabulary_->languages))
        KIOSK_TRY(rows(Table::language).add(number).add(name->first).end_row());
    for (auto const& [number, name] : items_.give(vocabulary_->items))
        KIOSK_TRY(rows(Table::item).add(number).add(name->first).add(name->second).end_row());
    return success();
}

void FleetFileWriter::order_tallies(MachineFigures const& figures, Numbers const& labels, Numbers const& days)
{
    tallies_.clear();
    for (auto const& fact : figures.tallies)
        tallies_.push_back({labels[at(fact.label)], days[at(fact.day)], fact.hour, versions_.of(fact.version),
                            languages_.of(fact.language), items_.of(fact.item), fact.n});
    if (!std::is_sorted(tallies_.begin(), tallies_.end())) std::sort(tallies_.begin(), tallies_.end());
}

Result<> FleetFileWriter::store_tallies()
{
    auto& target = rows(Table::tally);
    for (auto const& row : tallies_) {
        for (auto const number : row) target.add(number);
        KIOSK_TRY(target.end_row());
    }
    return success();
}

Result<> FleetFileWriter::wait_for_tallies() { return storing_.valid() ? storing_.get() : success(); }

Result<> FleetFileWriter::write_releases(MachineFigures const& figures, Numbers const& labels)
{
    for (auto const& [key, record] : figures.releases) {
        auto const& release = record.release;
        auto& releases = rows(Table::release);
        releases.add(machine_).add(key.first).add(key.second).add(labels[at(record.label)]).add(release.mark);
        KIOSK_TRY(releases.add(release.first).add(release.last).add(release.threshold).add(record.snapshot).end_row());
        for (auto const& cell : release.cells) {
            auto& cells = rows(Table::released);
            cells.add(machine_).add(key.first).add(key.second).add(cell.measure).add(cell.item);
            KIOSK_TRY(cells.add(cell.language).add(cell.n).end_row());
        }
    }
    return success();
}

Result<> FleetFileWriter::write_log(MachineFigures const& figures)
{
    for (auto const& row : figures.machine_log) {
        auto& log = rows(Table::log);
        log.add(machine_).add(row.sequence).add(row.boot).add(row.monotonic_seconds).add(row.wall);
        KIOSK_TRY(log.add(std::int64_t{row.clock_trusted}).add(row.event).add(row.detail).end_row());
    }
    for (auto const& remark : figures.remarks)
        KIOSK_TRY(rows(Table::remark).add(machine_).add(remark.number).add(remark.day).add(remark.text).end_row());
    return success();
}

Result<> FleetFileWriter::finish(std::set<WordFact> const& words)
{
    KIOSK_TRY(wait_for_tallies());
    for (auto const& word : words) {
        versions_.need(word.version);
        languages_.need(static_cast<std::int32_t>(word.language));
        items_.need(word.item);
    }
    KIOSK_TRY(write_names());
    std::set<WordFact> sorted; // by the numbers given
    for (auto const& word : words)
        sorted.insert({static_cast<std::int32_t>(versions_.of(word.version)),
                       static_cast<std::int32_t>(languages_.of(word.language)),
                       static_cast<std::int32_t>(items_.of(word.item)), word.words, word.right});
    for (auto const& word : sorted) {
        auto& target = rows(Table::word).add(word.version).add(word.language).add(word.item);
        KIOSK_TRY(target.add(word.words).add(word.right).end_row());
    }
    for (auto& table : tables_) KIOSK_TRY(table.finish());
    return success();
}

} // namespace kiosk::fleet
