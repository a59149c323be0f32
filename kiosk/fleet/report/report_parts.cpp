#include "fleet/report/report_parts.h"
#include "figures/days.h"
#include "package/kiosk_workbook_data.h"

#include <algorithm>
#include <tuple>

namespace kiosk::fleet {

namespace {

using figures::Subtotal;

void add(Subtotal& part, LabelSums const& label)
{
    part.figures.add(label.figures);
    for (auto const& release : label.releases) part.add(release);
}

// How long the kiosk was meant to be open on these days.
std::int64_t minutes_open(FleetContents const& reading, KioskHistory const& kiosk, std::set<std::string> const& meant)
{
    std::int64_t minutes = 0;
    for (auto const& [id, days] : reading.open) {
        auto const& number = reading.machines.at(id);
        bool const is_its = std::any_of(kiosk.databases.begin(), kiosk.databases.end(),
                                        [&](auto const& database) { return database.machine == number; });
        if (!is_its) continue;
        for (auto const& [day, hours] : days)
            if (meant.contains(day)) minutes += figures::open_minutes(hours).value_or(0);
    }
    return minutes;
}

// Of one kiosk in a part: days with visits under its labels there, and days on which it was meant to be on.
void add_days(Subtotal& part, FleetContents const& reading, KioskHistory const& kiosk,
              std::vector<LabelSums const*> const& sums)
{
    std::set<std::string> days; // with counts under these labels
    std::set<std::string> with_visits;
    std::vector<figures::Label> labels;
    for (auto const* label : sums) {
        labels.push_back(label->label.label);
        for (auto const& [day, n] : label->figures.visits_by_day()) {
            days.insert(day);
            if (n > 0) with_visits.insert(day);
        }
    }
    if (days.empty()) return;
    part.days_with_visits += static_cast<std::int64_t>(with_visits.size());
    part.first = part.first.empty() ? *days.begin() : std::min(part.first, *days.begin());
    part.last = std::max(part.last, *days.rbegin());
    auto const meant = days_expected_on(labels, days);
    auto const on = kiosk.days_on();
    for (auto const& day : meant) part.days_missing += on.contains(day) ? 0 : 1;
    part.minutes_open += minutes_open(reading, kiosk, meant);
}

std::string fair_key(figures::LabelText const& text) { return text.event + '\n' + text.event_first; }

} // namespace

std::vector<Subtotal> parts(FleetContents const& reading, Group const& group)
{
    using OfKiosk = std::map<std::size_t, std::vector<LabelSums const*>>; // by place of the kiosk
    std::map<std::string, OfKiosk> groups;
    for (auto const& label : reading.labels) {
        if (label.figures.sums.empty() && label.releases.empty()) continue; // nothing was counted under it
        auto const name = group(label.label.label.text);
        if (name) groups[*name][reading.kiosk_of.at(reading.machines.at(label.label.machine))].push_back(&label);
    }
    std::vector<Subtotal> found;
    for (auto const& [name, members] : groups) {
        Subtotal part;
        part.name = name;
        part.kiosks = static_cast<std::int64_t>(members.size());
        for (auto const& [kiosk, labels] : members) {
            for (auto const* label : labels) add(part, *label);
            add_days(part, reading, reading.kiosks[kiosk], labels);
        }
        found.push_back(std::move(part));
    }
    return found;
}

std::vector<Subtotal> fairs(FleetContents const& reading)
{
    auto list = parts(reading, [](figures::LabelText const& text) {
        return text.event.empty() ? std::nullopt : std::optional(fair_key(text));
    });
    for (auto& fair : list) {
        for (auto const& label : reading.labels)
            if (auto const& text = label.label.label.text; fair_key(text) == fair.name) {
                fair.planned_first = text.event_first;
                fair.planned_last = std::max(fair.planned_last, text.event_last);
            }
        fair.name = fair.name.substr(0, fair.name.find('\n'));
    }
    std::stable_sort(list.begin(), list.end(), [](Subtotal const& a, Subtotal const& b) {
        return std::tie(a.first, a.name) < std::tie(b.first, b.name);
    });
    package::disambiguate_names(list);
    return list;
}

} // namespace kiosk::fleet
