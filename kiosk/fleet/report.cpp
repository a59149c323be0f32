#include "fleet/report.h"
#include "engagement/days.h"
#include "engagement/suppression.h"
#include "engagement/written_file.h"

#include <algorithm>
#include <tuple>

namespace kiosk::fleet {

namespace {

using engagement::Figures;
using engagement::FleetLine;
using engagement::kAll;
using engagement::Release;

// A label, while its rows go by.
struct LabelSums {
    FleetLabel label;
    Figures figures;
    std::optional<std::int64_t> codes_shown;
};

// What is read of the file, put together.
struct Reading {
    std::vector<LabelSums> labels;
    std::map<std::int64_t, std::size_t> places; // of labels, by id
    std::map<std::int64_t, std::string> machines;
    std::vector<KioskHistory> kiosks;
    std::map<std::string, std::size_t> kiosk_of; // place of the kiosk, by machine
};

void add(Learning& sum, Learning const& more)
{
    sum.stayed_right += more.stayed_right;
    sum.learned += more.learned;
    sum.unlearned += more.unlearned;
    sum.stayed_wrong += more.stayed_wrong;
}

void add(FleetLine& line, LabelSums const& label)
{
    line.visits += label.figures.sum(Measure::visits);
    line.quizzes_finished += label.figures.sum(Measure::quiz_finished);
    add(line.learning, label.figures.learning());
    if (label.codes_shown) line.codes_shown = line.codes_shown.value_or(0) + *label.codes_shown;
}

// Of one kiosk in a group: days with visits under the labels of the group, and days on which it was not on between.
void add_days(FleetLine& line, KioskHistory const& kiosk, std::vector<LabelSums const*> const& labels)
{
    std::set<std::string> days;
    for (auto const* label : labels)
        for (auto const& [day, n] : label->figures.visits_by_day()) days.insert(day);
    if (days.empty()) return;
    auto const& first = *days.begin();
    auto const& last = *days.rbegin();
    line.days_with_visits += static_cast<std::int64_t>(days.size());
    line.first = line.first.empty() ? first : std::min(line.first, first);
    line.last = std::max(line.last, last);
    std::int64_t on = 0;
    for (auto const& day : kiosk.days_on()) on += day >= first && day <= last ? 1 : 0;
    line.days_missing += engagement::days_between(first, last).value_or(0) + 1 - on;
}

// A label belongs to the line of its own words, so that earlier visits stay with the earlier partner. Those for which
// `group` gives nothing are in no line.
std::vector<FleetLine> lines(Reading const& reading,
                             std::function<std::optional<std::string>(engagement::LabelText const&)> const& group)
{
    using OfKiosk = std::map<std::size_t, std::vector<LabelSums const*>>; // by place of the kiosk
    std::map<std::string, OfKiosk> groups;
    for (auto const& label : reading.labels) {
        if (label.figures.sums.empty() && !label.codes_shown) continue; // nothing was counted under it
        auto const name = group(label.label.label.text);
        if (name) groups[*name][reading.kiosk_of.at(reading.machines.at(label.label.machine))].push_back(&label);
    }
    std::vector<FleetLine> found;
    for (auto const& [name, members] : groups) {
        FleetLine line;
        line.name = name;
        line.kiosks = static_cast<std::int64_t>(members.size());
        for (auto const& [kiosk, labels] : members) {
            for (auto const* label : labels) add(line, *label);
            add_days(line, reading.kiosks[kiosk], labels);
        }
        found.push_back(std::move(line));
    }
    return found;
}

// What was published, added up: never anything that was masked.
void add_release(Release const& release, std::map<std::pair<std::string, std::string>, std::int64_t>& sums,
                 Release& fleet)
{
    bool const earlier = fleet.first.empty() || release.first < fleet.first;
    if (!release.first.empty() && earlier) fleet.first = release.first; // "": counts of an unknown day
    fleet.last = std::max(fleet.last, release.last);
    fleet.threshold = std::max(fleet.threshold, release.threshold);
    for (auto const& cell : release.cells)
        if (cell.language == kAll && cell.item != kAll) sums[{cell.measure, cell.item}] += cell.n;
}

// Of copies none is added: nobody has looked at what their difference tells.
Result<> read_releases(FleetStore& store, Reading& reading, std::map<std::int64_t, std::int64_t>& doubled,
                       FleetReport& report)
{
    auto const releases = store.releases();
    if (!releases) return releases.error();
    Release fleet;
    bool any = false;
    std::map<std::pair<std::string, std::string>, std::int64_t> sums;
    for (auto const& [machine, label, release, is_doubled] : releases.value()) {
        if (is_doubled) {
            ++doubled[machine];
            continue;
        }
        any = true;
        add_release(release, sums, fleet);
        auto const place = reading.places.find(label);
        if (place == reading.places.end()) continue;
        for (auto const& cell : release.cells)
            if (cell.measure == entry(Measure::code_shown).id && cell.language == kAll && cell.item != kAll) {
                auto& codes = reading.labels[place->second].codes_shown;
                codes = codes.value_or(0) + cell.n;
            }
    }
    for (auto const& [key, n] : sums) fleet.cells.push_back({key.first, key.second, std::string(kAll), n});
    if (any) report.reporting.push_back(std::move(fleet));
    return success();
}

Result<> read_labels(FleetStore& store, Sums which, Reading& reading, FleetReport& report)
{
    auto const machines = store.machines();
    if (!machines) return machines.error();
    for (auto const& machine : machines.value()) reading.machines[machine.id] = machine.number;
    auto const labels = store.labels();
    if (!labels) return labels.error();
    for (auto const& label : labels.value()) {
        reading.places[label.id] = reading.labels.size();
        reading.labels.push_back({label, {}, {}});
    }
    return store.each_sum(which, [&](engagement::TallyView const& row) {
        report.figures.add(row);
        if (auto const found = reading.places.find(row.label); found != reading.places.end())
            reading.labels[found->second].figures.add(row);
        return success();
    });
}

Result<> read_kiosks(FleetStore& store, Reading& reading, std::map<std::int64_t, std::int64_t> const& doubled)
{
    std::map<std::int64_t, KioskHistory::Database> databases; // by machine's id
    for (auto const& [id, number] : reading.machines) databases[id].machine = number;
    for (auto const& label : reading.labels) {
        auto& database = databases[label.label.machine];
        database.labels.push_back(label.label.label);
        for (auto const& [day, n] : label.figures.visits_by_day()) database.visits_by_day[day] += n;
        database.visits_at_unknown_time += label.figures.visits_at_unknown_time();
    }
    auto const days = store.days();
    if (!days) return days.error();
    for (auto const& [machine, row] : days.value())
        if (!row.mark.empty()) databases[machine].marks[row.day].insert(row.mark);
    for (auto const& [machine, releases] : doubled) databases[machine].releases_doubled = releases;
    auto log = store.machine_log();
    if (!log) return log.error();
    for (auto& [machine, row] : log.value()) databases[machine].machine_log.push_back(std::move(row));
    std::vector<std::pair<std::string, KioskHistory::Database>> sorted; // ids are of this file only
    for (auto& [id, database] : databases) sorted.emplace_back(database.machine, std::move(database));
    std::sort(sorted.begin(), sorted.end(), [](auto const& one, auto const& other) { return one.first < other.first; });
    std::vector<KioskHistory::Database> all;
    for (auto& [number, database] : sorted) all.push_back(std::move(database));
    reading.kiosks = kiosks(std::move(all));
    for (std::size_t i = 0; i < reading.kiosks.size(); ++i)
        for (auto const& database : reading.kiosks[i].databases) reading.kiosk_of[database.machine] = i;
    return success();
}

// Items that a version of the content has more than one wording of.
Result<std::vector<Remark>> wordings(FleetStore& store)
{
    auto const words = store.words();
    if (!words) return words.error();
    std::map<std::string, std::set<std::string>> items; // by version
    auto const& rows = words.value();
    for (std::size_t i = 1; i < rows.size(); ++i) {
        auto const key = [](engagement::WordRow const& row) {
            return std::tie(row.content_version, row.language, row.measure, row.item);
        };
        if (key(rows[i]) == key(rows[i - 1])) items[rows[i].content_version].insert(rows[i].measure + rows[i].item);
    }
    std::vector<Remark> found;
    for (auto const& [version, several] : items)
        found.push_back({RemarkKind::two_wordings, "", static_cast<std::int64_t>(several.size()), "", "", version});
    return found;
}

std::optional<std::string> event_of(engagement::LabelText const& text)
{
    if (text.event.empty()) return std::nullopt;
    return text.event_first.empty() ? text.event : text.event + ", " + text.event_first;
}

} // namespace

Result<FleetReport> read_fleet(FleetStore& store, Sums which)
{
    FleetReport report;
    Reading reading;
    std::map<std::int64_t, std::int64_t> doubled;
    KIOSK_TRY(read_labels(store, which, reading, report));
    KIOSK_TRY(read_releases(store, reading, doubled, report));
    KIOSK_TRY(read_kiosks(store, reading, doubled));
    report.by_kiosk = lines(reading, [](auto const& text) { return std::optional(text.kiosk); });
    report.by_partner = lines(reading, [](auto const& text) { return std::optional(text.partner); });
    report.by_country = lines(reading, [](auto const& text) { return std::optional(text.country); });
    report.by_event = lines(reading, event_of);
    report.remarks = remarks(reading.kiosks);
    auto const words = wordings(store);
    if (!words) return words.error();
    report.remarks.insert(report.remarks.end(), words.value().begin(), words.value().end());
    report.kiosks = static_cast<std::int64_t>(reading.kiosks.size());
    return report;
}

Result<> write_report(FleetReport const& report, std::filesystem::path const& workbook,
                      engagement::Labels const& labels, ReportOptions const& options)
{
    engagement::WorkbookOptions book;
    book.title = options.title;
    book.made_on = options.made_on;
    book.threshold = report.reporting.empty() ? engagement::Threshold::kLeast : report.reporting.front().threshold;
    book.by_kiosk = report.by_kiosk;
    book.by_partner = report.by_partner;
    book.by_country = report.by_country;
    for (auto const& remark : report.remarks) book.remarks.push_back(text(remark, labels.words));
    auto part = workbook;
    part += ".part";
    auto const write = [&]() -> Result<> {
        KIOSK_TRY(engagement::write_workbook(part, report.figures, report.reporting, labels, book));
        auto const synced = engagement::sync_file(part);
        if (!synced) return synced.error();
        std::error_code code;
        std::filesystem::rename(part, workbook, code);
        if (code) return Error{workbook.string(), "cannot be named: " + code.message(), "check the disk"};
        return success();
    };
    auto written = write();
    std::error_code ignored;
    if (!written) std::filesystem::remove(part, ignored);
    return written;
}

} // namespace kiosk::fleet
