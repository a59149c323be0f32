#include "fleet/report/report.h"
#include "figures/days.h"
#include "figures/suppression.h"
#include "files/file_writer.h"
#include "fleet/report/report_parts.h"
#include "package/kiosk_workbook_data.h"

#include <algorithm>
#include <tuple>

namespace kiosk::fleet {

namespace {

using figures::Figures;
using figures::kAll;
using figures::Release;
using figures::Subtotal;

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

bool is_wanted(figures::LabelText const& text, ReportChoice const& choice)
{
    return (choice.fair.empty() || text.event == choice.fair) && (choice.kiosk.empty() || text.kiosk == choice.kiosk);
}

// A period is taken whole or not at all.
bool is_within(Release const& release, ReportChoice const& choice)
{
    DaySpan const span{choice.first, choice.last};
    return span.contains(release.first) && span.contains(release.last);
}

// Of copies none is added: nobody has looked at what their difference tells.
Result<> read_releases(FleetStore& store, ReportChoice const& choice, FleetContents& reading,
                       std::map<std::int64_t, std::int64_t>& doubled, FleetReport& report)
{
    auto const releases = store.releases();
    if (!releases) return releases.error();
    Release fleet;
    bool any = false;
    std::map<std::pair<std::string, std::string>, std::int64_t> sums;
    for (auto const& [machine, label, release, is_doubled] : releases.value()) {
        auto const place = reading.places.find(label);
        if (is_doubled && place != reading.places.end()) ++doubled[machine];
        if (is_doubled || place == reading.places.end() || !is_within(release, choice)) continue;
        any = true;
        add_release(release, sums, fleet);
        figures::add_codes(report.account.codes_by_month, release);
        reading.labels[place->second].releases.push_back(release);
    }
    for (auto const& [key, n] : sums) fleet.cells.push_back({key.first, key.second, std::string(kAll), n});
    if (any) report.account.releases.push_back(std::move(fleet));
    return success();
}

Result<> read_labels(FleetStore& store, ReportChoice const& choice, FleetContents& reading)
{
    auto const machines = store.machines();
    if (!machines) return machines.error();
    for (auto const& machine : machines.value()) reading.machines[machine.id] = machine.number;
    auto const labels = store.labels();
    if (!labels) return labels.error();
    for (auto const& label : labels.value()) {
        if (!is_wanted(label.label.text, choice)) continue;
        reading.places[label.id] = reading.labels.size();
        reading.labels.push_back({label, {}, {}});
    }
    return success();
}

Result<> read_sums(FleetStore& store, Sums which, ReportChoice const& choice, figures::Wordings const& wordings,
                   FleetContents& reading, figures::WorkbookData& account)
{
    DaySpan const span{choice.first, choice.last};
    std::string item;
    KIOSK_TRY(store.each_sum(
        which,
        [&](figures::TallyView const& row) {
            auto const found = reading.places.find(row.label);
            if (found == reading.places.end()) return success();
            auto& label = reading.labels[found->second];
            auto as_worded = wordings.as_worded(row, item);
            account.add(as_worded);
            if (label.label.label.text.event.empty()) as_worded.hour = figures::kWholeDay;
            label.figures.add(as_worded);
            return success();
        },
        span));
    if (which != Sums::all) return success();
    return store.each_month_sum(
        [&](figures::TallyView const& row) {
            auto const found = reading.places.find(row.label);
            if (found == reading.places.end()) return success();
            account.pivot.add(reading.labels[found->second].label.label.text, wordings.as_worded(row, item));
            return success();
        },
        span);
}

Result<> read_kiosks(FleetStore& store, FleetContents& reading, std::map<std::int64_t, std::int64_t> const& doubled)
{
    std::map<std::int64_t, KioskHistory::Database> databases; // by machine's id
    for (auto const& label : reading.labels) {
        auto const id = label.label.machine;
        auto& database = databases[id];
        database.machine = reading.machines[id];
        database.labels.push_back(label.label.label);
        for (auto const& [day, n] : label.figures.visits_by_day()) database.visits_by_day[day] += n;
        database.visits_at_unknown_time += label.figures.visits_at_unknown_time();
    }
    auto const days = store.days();
    if (!days) return days.error();
    for (auto const& [machine, row] : days.value()) {
        auto const found = databases.find(machine);
        if (found == databases.end()) continue; // not wanted
        if (!row.mark.empty()) found->second.marks[row.day].insert(row.mark);
        if (!row.open.empty()) reading.open[machine][row.day] = row.open;
    }
    for (auto const& [machine, releases] : doubled) databases[machine].releases_doubled = releases;
    auto log = store.machine_log();
    if (!log) return log.error();
    for (auto& [machine, row] : log.value())
        if (auto const found = databases.find(machine); found != databases.end())
            found->second.machine_log.push_back(std::move(row));
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

// How many kiosks were on, how long they were meant to be, and what their staff said.
Result<> summarize_days(FleetStore& store, FleetContents const& reading, ReportChoice const& choice,
                        FleetReport& report)
{
    DaySpan const span{choice.first, choice.last};
    auto& days = report.account.day_summaries;
    for (auto const& kiosk : reading.kiosks)
        for (auto const& day : kiosk.days_on())
            if (span.contains(day)) ++days[day].kiosks;
    for (auto const& [machine, open] : reading.open)
        for (auto const& [day, hours] : open)
            if (auto const found = days.find(day); found != days.end()) {
                found->second.minutes_open += figures::open_minutes(hours).value_or(0);
                found->second.open = hours;
            }
    auto const said = store.remarks();
    if (!said) return said.error();
    for (auto const& [machine, row] : said.value()) {
        auto const number = reading.machines.find(machine);
        if (number == reading.machines.end() || !span.contains(row.day)) continue;
        auto const place = reading.kiosk_of.find(number->second);
        if (place == reading.kiosk_of.end()) continue;
        auto const words = package::remark_in_words(report.labels, row.text);
        days[row.day].remarks.insert(reading.kiosks[place->second].kiosk() + ": " + words);
    }
    return success();
}

// Items that a version of the content has more than one wording of.
std::vector<Remark> two_wordings(std::vector<figures::WordRow> const& rows)
{
    std::map<std::string, std::set<std::string>> items; // by version
    for (std::size_t i = 1; i < rows.size(); ++i) {
        auto const key = [](figures::WordRow const& row) {
            return std::tie(row.content_version, row.language, row.measure, row.item);
        };
        if (key(rows[i]) == key(rows[i - 1])) items[rows[i].content_version].insert(rows[i].measure + rows[i].item);
    }
    std::vector<Remark> found;
    for (auto const& [version, several] : items)
        found.push_back({.kind = RemarkKind::two_wordings,
                         .kiosk = "",
                         .count = static_cast<std::int64_t>(several.size()),
                         .first = "",
                         .last = "",
                         .other = version});
    return found;
}

} // namespace

Result<FleetReport> read_fleet(FleetStore& store, Sums which, figures::DisplayNames const& labels,
                               ReportChoice const& choice)
{
    constexpr std::size_t kMostRows = 40'000; // of the data sheet
    FleetReport report;
    report.account.pivot = figures::Pivot(kMostRows, figures::Grain::month_and_language);
    auto words = store.words();
    if (!words) return words.error();
    auto const doubted = two_wordings(words.value());
    for (auto const& row : words.value())
        if (auto const measure = measure_by_id(row.measure); measure && entry(*measure).guard == Guard::guarded)
            report.account.reporting_items[*measure].insert(row.item);
    figures::Wordings const wordings(words.take(), labels);
    report.labels = wordings.labels();
    FleetContents reading;
    std::map<std::int64_t, std::int64_t> doubled;
    KIOSK_TRY(read_labels(store, choice, reading));
    KIOSK_TRY(read_sums(store, which, choice, wordings, reading, report.account));
    KIOSK_TRY(read_releases(store, choice, reading, doubled, report));
    KIOSK_TRY(read_kiosks(store, reading, doubled));
    KIOSK_TRY(summarize_days(store, reading, choice, report));
    report.account.by_kiosk = parts(reading, [](auto const& text) { return std::optional(text.kiosk); });
    report.account.by_partner = parts(reading, [](auto const& text) { return std::optional(text.partner); });
    report.account.by_country = parts(reading, [](auto const& text) { return std::optional(text.country); });
    report.account.fairs = fairs(reading);
    report.remarks = remarks(reading.kiosks);
    report.remarks.insert(report.remarks.end(), doubted.begin(), doubted.end());
    report.kiosks = static_cast<std::int64_t>(reading.kiosks.size());
    return report;
}

Result<> write_report(FleetReport const& report, std::filesystem::path const& workbook, ReportOptions const& options)
{
    workbook::WorkbookOptions book;
    book.title = options.title;
    book.made_on = options.made_on;
    auto const& releases = report.account.releases;
    book.threshold = releases.empty() ? figures::Threshold::kLeast : releases.front().threshold;
    for (auto const& remark : report.remarks) book.remarks.push_back(text(remark, report.labels.counted));
    auto part = workbook;
    part += ".part";
    auto const write = [&]() -> Result<> {
        KIOSK_TRY(workbook::write_workbook(part, report.account, report.labels, book));
        auto const synced = sync_and_hash_file(part);
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
