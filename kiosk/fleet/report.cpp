#include "fleet/report.h"
#include "engagement/suppression.h"
#include "engagement/written_file.h"

#include <algorithm>

namespace kiosk::fleet {

namespace {

using engagement::Figures;
using engagement::FleetLine;
using engagement::kAll;
using engagement::Release;

// One database, while its rows go by.
struct SourceSums {
    Source source;
    Figures figures;
    KioskHistory::Database history;
    std::optional<std::int64_t> codes_shown;
};

std::set<std::string> days_of(Figures const& figures)
{
    std::set<std::string> days;
    for (auto const& [day, n] : figures.visits_by_day()) days.insert(day);
    return days;
}

void add(Learning& sum, Learning const& more)
{
    sum.stayed_right += more.stayed_right;
    sum.learned += more.learned;
    sum.unlearned += more.unlearned;
    sum.stayed_wrong += more.stayed_wrong;
}

void add(FleetLine& line, SourceSums const& source)
{
    line.visits += source.figures.sum(Measure::visits);
    line.quizzes_finished += source.figures.sum(Measure::quiz_finished);
    add(line.learning, source.figures.learning());
    if (source.codes_shown) line.codes_shown = line.codes_shown.value_or(0) + *source.codes_shown;
}

// Kiosks by name, each with all its databases.
using Kiosks = std::map<std::string, std::vector<SourceSums const*>>;

void set_days(FleetLine& line, std::vector<KioskHistory> const& kiosks)
{
    line.first.clear();
    line.last.clear();
    line.kiosks = static_cast<std::int64_t>(kiosks.size());
    for (auto const& kiosk : kiosks) {
        line.days_missing += kiosk.days_missing();
        std::set<std::string> days;
        for (auto const& database : kiosk.databases)
            days.insert(database.days_with_visits.begin(), database.days_with_visits.end());
        line.days_with_visits += static_cast<std::int64_t>(days.size());
        if (days.empty()) continue;
        if (line.first.empty() || *days.begin() < line.first) line.first = *days.begin();
        line.last = std::max(line.last, *days.rbegin());
    }
}

KioskHistory history_of(std::string const& name, std::vector<SourceSums const*> const& sources)
{
    KioskHistory history{name, {}};
    for (auto const* source : sources) history.databases.push_back(source->history);
    return history;
}

std::vector<FleetLine> lines(std::vector<SourceSums> const& sources,
                             std::function<std::string(Source const&)> const& group)
{
    std::map<std::string, Kiosks> groups;
    for (auto const& source : sources) groups[group(source.source)][source.source.kiosk].push_back(&source);
    std::vector<FleetLine> found;
    for (auto const& [name, kiosks] : groups) {
        FleetLine line;
        line.name = name;
        std::vector<KioskHistory> histories;
        for (auto const& [kiosk, members] : kiosks) {
            for (auto const* member : members) add(line, *member);
            histories.push_back(history_of(kiosk, members));
        }
        set_days(line, histories);
        found.push_back(std::move(line));
    }
    return found;
}

// What was published, added up: never anything that was masked.
void add_release(Release const& release, std::map<std::pair<std::string, std::string>, std::int64_t>& sums,
                 Release& fleet)
{
    if (fleet.first.empty() || release.first < fleet.first) fleet.first = release.first;
    fleet.last = std::max(fleet.last, release.last);
    fleet.threshold = std::max(fleet.threshold, release.threshold);
    for (auto const& cell : release.cells)
        if (cell.language == kAll && cell.item != kAll) sums[{cell.measure, cell.item}] += cell.n;
}

Result<> read_releases(FleetStore& store, std::map<std::int64_t, std::size_t> const& at,
                       std::vector<SourceSums>& sources, FleetReport& report)
{
    auto const releases = store.releases();
    if (!releases) return releases.error();
    Release fleet;
    std::map<std::pair<std::string, std::string>, std::int64_t> sums;
    for (auto const& [source, release] : releases.value()) {
        add_release(release, sums, fleet);
        auto const found = at.find(source);
        if (found == at.end()) continue;
        for (auto const& cell : release.cells)
            if (cell.measure == entry(Measure::code_shown).id && cell.language == kAll && cell.item != kAll) {
                auto& codes = sources[found->second].codes_shown;
                codes = codes.value_or(0) + cell.n;
            }
    }
    for (auto const& [key, n] : sums) fleet.cells.push_back({key.first, key.second, std::string(kAll), n});
    if (!releases.value().empty()) report.reporting.push_back(std::move(fleet));
    return success();
}

Result<> read_rows(FleetStore& store, std::map<std::int64_t, std::size_t> const& at, std::vector<SourceSums>& sources,
                   FleetReport& report)
{
    KIOSK_TRY(store.each_sum([&](std::int64_t source, engagement::TallyView const& row) {
        report.figures.add(row);
        if (auto const found = at.find(source); found != at.end()) sources[found->second].figures.add(row);
        return success();
    }));
    auto log = store.machine_log();
    if (!log) return log.error();
    for (auto& [source, row] : log.value())
        if (auto const found = at.find(source); found != at.end())
            sources[found->second].history.machine_log.push_back(std::move(row));
    return success();
}

} // namespace

Result<FleetReport> read_fleet(FleetStore& store)
{
    auto const known = store.sources();
    if (!known) return known.error();
    FleetReport report;
    std::vector<SourceSums> sources;
    std::map<std::int64_t, std::size_t> at;
    for (auto const& source : known.value()) {
        at[source.id] = sources.size();
        sources.push_back({source, {}, {}, {}});
    }
    KIOSK_TRY(read_rows(store, at, sources, report));
    KIOSK_TRY(read_releases(store, at, sources, report));
    for (auto& source : sources) {
        source.history.days_with_visits = days_of(source.figures);
        source.history.visits_at_unknown_time = source.figures.visits_at_unknown_time();
    }
    report.by_kiosk = lines(sources, [](Source const& source) { return source.kiosk; });
    report.by_partner = lines(sources, [](Source const& source) { return source.partner; });
    report.by_country = lines(sources, [](Source const& source) { return source.country; });
    Kiosks kiosks;
    for (auto const& source : sources) kiosks[source.source.kiosk].push_back(&source);
    std::vector<KioskHistory> histories;
    for (auto const& [kiosk, members] : kiosks) histories.push_back(history_of(kiosk, members));
    report.remarks = remarks(histories);
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
