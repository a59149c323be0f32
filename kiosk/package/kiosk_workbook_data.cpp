#include "package/kiosk_workbook_data.h"
#include "figures/day_remarks.h"

#include <algorithm>

namespace kiosk::package {

std::string remark_in_words(figures::DisplayNames const& labels, std::string const& text)
{
    if (!is_day_remark(text) || !labels.words) return text;
    auto const key = "figures.day_remark." + text;
    auto words = labels.words(key);
    return words == key ? text : words;
}

void disambiguate_names(std::vector<figures::Subtotal>& fairs)
{
    std::map<std::string, int> names;
    for (auto const& fair : fairs) ++names[fair.name];
    for (auto& fair : fairs)
        if (names.at(fair.name) > 1) {
            auto const& first = fair.planned_first.empty() ? fair.first : fair.planned_first;
            if (!first.empty()) fair.name += ", " + first;
        }
}

Result<KioskWorkbookData> KioskWorkbookData::begin(store::Store& store, figures::DisplayNames const* today)
{
    KioskWorkbookData made;
    auto labels = store.labels();
    if (!labels) return labels.error();
    made.account_.names = labels.take();
    if (!today) return made;
    made.in_words_ = true;
    auto words = store.words();
    if (!words) return words.error();
    made.wordings_ = figures::Wordings(words.take(), *today);
    made.labels_ = made.wordings_.labels();
    auto const domain = store.domain();
    if (!domain) return domain.error();
    for (auto const& [measure, items] : domain.value().items)
        if (entry(measure).guard == Guard::guarded) made.account_.reporting_items[measure] = items;
    KIOSK_TRY(made.read_days(store));
    return made;
}

Result<> KioskWorkbookData::read_days(store::Store& store)
{
    auto const days = store.days();
    if (!days) return days.error();
    for (auto const& day : days.value()) {
        if (day.day.empty()) continue;
        auto& summary = account_.day_summaries[day.day];
        summary.kiosks = 1;
        summary.open = day.open;
        summary.minutes_open = figures::open_minutes(day.open).value_or(0);
    }
    auto const remarks = store.remarks();
    if (!remarks) return remarks.error();
    for (auto const& remark : remarks.value())
        account_.day_summaries[remark.day].remarks.insert(remark_in_words(labels_, remark.text));
    return success();
}

figures::Label const* KioskWorkbookData::label(std::int64_t number) const
{
    for (auto const& one : account_.names)
        if (one.number == number) return &one;
    return nullptr;
}

void KioskWorkbookData::frame(figures::Subtotal& fair, figures::Label const& label)
{
    if (!label.first.empty() && (fair.first.empty() || label.first < fair.first)) fair.first = label.first;
    fair.last = std::max(fair.last, label.last);
}

// A fair is its name and its first day, whatever else of a label changed meanwhile.
figures::Subtotal* KioskWorkbookData::fair_of(std::int64_t number)
{
    if (auto const found = fair_of_label_.find(number); found != fair_of_label_.end())
        return &account_.fairs[found->second];
    auto const* label = this->label(number);
    if (!label || label->text.event.empty()) return nullptr;
    auto const& text = label->text;
    auto const same = [&](figures::Subtotal const& fair) {
        return fair.name == text.event && fair.planned_first == text.event_first;
    };
    auto const found = std::find_if(account_.fairs.begin(), account_.fairs.end(), same);
    fair_of_label_[number] = static_cast<std::size_t>(found - account_.fairs.begin());
    if (found == account_.fairs.end()) {
        figures::Subtotal fair;
        fair.name = text.event;
        fair.planned_first = text.event_first;
        fair.planned_last = text.event_last;
        account_.fairs.push_back(std::move(fair));
    }
    auto& fair = account_.fairs[fair_of_label_[number]];
    frame(fair, *label);
    return &fair;
}

void KioskWorkbookData::add(figures::TallyView const& row)
{
    if (!in_words_) {
        account_.figures.add(row);
        return;
    }
    auto const as_worded = wordings_.as_worded(row, item_);
    account_.add(as_worded);
    if (auto* fair = fair_of(row.label)) fair->figures.add(as_worded);
    static figures::LabelText const kNone;
    auto const* label = this->label(row.label);
    account_.pivot.add(label ? label->text : kNone, as_worded);
}

figures::WorkbookData const& KioskWorkbookData::finish(std::vector<figures::Release> releases)
{
    account_.releases = std::move(releases);
    for (auto const& release : account_.releases) figures::add_codes(account_.codes_by_month, release);
    for (auto const& release : account_.releases)
        if (auto* fair = fair_of(release.label)) fair->add(release);
    for (auto& fair : account_.fairs) {
        fair.days_with_visits = fair.figures.days_with_visits();
        for (auto const& [day, summary] : account_.day_summaries)
            if (day >= fair.first && day <= fair.last) fair.minutes_open += summary.minutes_open;
    }
    std::stable_sort(account_.fairs.begin(), account_.fairs.end(),
                     [](figures::Subtotal const& a, figures::Subtotal const& b) {
                         return std::tie(a.first, a.name) < std::tie(b.first, b.name);
                     });
    fair_of_label_.clear();
    disambiguate_names(account_.fairs);
    return account_;
}

} // namespace kiosk::package
