#include "store/release.h"
#include "figures/days.h"
#include "figures/plausible.h"

#include <algorithm>

namespace kiosk::store {

namespace {

// The first day of a label that is not closed; "" where nothing was counted. Of any count, so that the beginning of a
// period says nothing of reporting.
Result<std::string> first_open_day(Store& store, figures::Label const& label)
{
    auto const through = store.closed_through(label.number);
    if (!through) return through.error();
    auto first = label.first;
    if (figures::is_day(first) && first < figures::kEarliestDay) {
        // Damage: what it says is looked up among the counts.
        auto found = store.first_day_since(figures::kEarliestDay, label.number);
        if (!found) return found;
        first = found.take();
    }
    if (figures::is_day(through.value()) && through.value() >= figures::kEarliestDay)
        return std::max(first, figures::day_after(through.value()));
    return first;
}

struct Now {
    std::string const& today;
    ClosingTrigger closing;
    bool holds; // the label is the kiosk's now
};

// The last day of the period that begins on this day, and whether it is over.
struct End {
    std::string last;
    bool over = false;
};

End end_of(figures::Label const& label, std::string const& first, Now const& now)
{
    auto const& event_last = label.text.event_last;
    bool const at_event = label.text.setting == "fair" && figures::is_day(event_last) && first <= event_last;
    auto const last = at_event ? event_last : figures::last_of_month(first);
    bool const last_day_done = at_event && now.closing == ClosingTrigger::export_now && last == now.today;
    // Of a label that no longer holds nothing more is counted.
    bool const left = at_event && !now.holds && label.last < now.today;
    if (left && label.last >= first) return {std::min(last, label.last), true};
    return {last, last < now.today || last_day_done};
}

Result<> add_due(Store& store, figures::Label const& label, Now const& now, std::vector<Period>& periods)
{
    auto const found = first_open_day(store, label);
    if (!found) return found.error();
    auto const before = periods.size();
    for (auto first = found.value(); figures::is_day(first) && first <= now.today;) {
        if (!now.holds && first > label.last) break;
        auto const end = end_of(label, first, now);
        if (!end.over) break;
        periods.push_back({label, first, end.last});
        first = figures::day_after(end.last);
    }
    // Counts of an unknown day leave with the next period, by the number of open visits at such a time, so that whether
    // they are released says nothing of reporting.
    bool const due = periods.size() > before || (!now.holds && label.last < now.today);
    auto const unknown = store.unknown_time(label.number);
    if (!unknown) return unknown.error();
    if (due && unknown.value().visits > unknown.value().closed) periods.push_back({label, "", ""});
    return success();
}

std::int64_t sum_of_item(figures::ReportingTable const& table, std::string const& item)
{
    std::int64_t sum = 0;
    for (auto const& [key, n] : table.n)
        if (key.first == item) sum += n;
    return sum;
}

// Whether the number of a channel's code tells something of a place that is masked: where all places that offer it
// and are published were looked up by fewer visits than saw the code, the rest came by one that is masked.
bool tells_of_a_place(std::int64_t code, std::set<std::string, std::less<>> const& places,
                      std::vector<figures::ReleasedCell> const& cells)
{
    std::int64_t published = 0;
    std::size_t known = 0;
    for (auto const& cell : cells)
        if (cell.measure == entry(Measure::report_place).id && cell.language == figures::kAll &&
            places.contains(cell.item)) {
            published += cell.n;
            ++known;
        }
    return known < places.size() && code > published;
}

} // namespace

std::vector<figures::ReleasedCell> publishable(std::vector<figures::ReportingTable> const& tables, Domain const& domain,
                                               figures::Threshold threshold)
{
    std::vector<figures::ReleasedCell> cells;
    figures::ReportingTable const* codes = nullptr;
    for (auto const& table : tables) {
        if (table.measure == entry(Measure::code_shown).id) {
            codes = &table;
            continue;
        }
        auto more = publishable(table, threshold);
        cells.insert(cells.end(), more.begin(), more.end());
    }
    if (!codes) return cells;
    auto more = publishable(*codes, threshold);
    bool hidden = false;
    for (auto const& [channel, places] : domain.places_of_channel)
        if (auto const n = sum_of_item(*codes, channel); n >= threshold.value() && tells_of_a_place(n, places, cells)) {
            std::erase_if(more, [&channel = channel](auto const& cell) { return cell.item == channel; });
            hidden = true;
        }
    // Of a sum over what is hidden the rest could be taken away.
    if (hidden) std::erase_if(more, [](auto const& cell) { return cell.item == figures::kAll; });
    cells.insert(cells.end(), more.begin(), more.end());
    std::sort(cells.begin(), cells.end());
    return cells;
}

Result<std::vector<Period>> due_periods(Store& store, std::string const& today, ClosingTrigger closing)
{
    std::vector<Period> periods;
    auto const labels = store.labels();
    if (!labels) return labels.error();
    for (auto const& label : labels.value())
        KIOSK_TRY(add_due(store, label, {today, closing, label.number == labels.value().back().number}, periods));
    return periods;
}

Result<Store::PreparedReleases> prepare_releases(Store& store, std::string const& today, ClosingTrigger closing,
                                                 figures::Threshold threshold)
{
    return store.prepare([&]() -> Result<std::vector<figures::Release>> {
        auto const periods = due_periods(store, today, closing);
        if (!periods) return periods.error();
        auto const domain = store.domain();
        if (!domain) return domain.error();
        std::vector<figures::Release> releases;
        for (auto const& period : periods.value()) {
            auto const tables = store.reporting(period.label.number, period.first, period.last);
            if (!tables) return tables.error();
            figures::Release release;
            release.label = period.label.number;
            release.first = period.first;
            release.last = period.last;
            release.threshold = threshold.value();
            release.cells = publishable(tables.value(), domain.value(), threshold);
            releases.push_back(std::move(release));
        }
        return releases;
    });
}

Result<int> close_periods(Store& store, std::string const& today, figures::Threshold threshold)
{
    auto const prepared = prepare_releases(store, today, ClosingTrigger::end_of_period, threshold);
    if (!prepared) return prepared.error();
    KIOSK_TRY(store.close(prepared.value()));
    return static_cast<int>(prepared.value().releases.size());
}

std::string next_open_day(std::string const& day, std::string const& closed_through)
{
    return figures::is_day(closed_through) && figures::is_day(day) && day <= closed_through
               ? figures::day_after(closed_through)
               : day;
}

} // namespace kiosk::store
