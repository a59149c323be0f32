#include "figures/account/workbook_data.h"
#include "base/bounds.h"

#include <algorithm>

namespace kiosk::figures {

namespace {

std::string key_of(std::string_view measure, std::string_view item)
{
    return std::string(measure) + "/" + std::string(item);
}

// A sum over all items where it was published, else what the published ones add up to.
std::optional<std::int64_t> at_least(Published const& published, Measure measure)
{
    auto const id = entry(measure).id;
    std::optional<std::int64_t> most;
    std::int64_t sum = 0;
    for (auto const& [key, n] : published) {
        if (!key.starts_with(key_of(id, ""))) continue;
        if (key != key_of(id, kAll)) sum += n;
        most = std::max({most.value_or(0), n, sum});
    }
    return most;
}

Published published_by(Release const& release)
{
    Published published;
    for (auto const& cell : release.cells)
        if (cell.language == kAll) published[key_of(cell.measure, cell.item)] += cell.n;
    return published;
}

std::optional<std::int64_t> minute_of(std::string_view text)
{
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    auto const hours = whole_number(text.substr(0, 2), {0, 24});
    auto const minutes = whole_number(text.substr(3), {0, 59});
    if (!hours || !minutes) return std::nullopt;
    return *hours * 60 + *minutes;
}

} // namespace

void add(Learning& sum, Learning const& more)
{
    sum.stayed_right += more.stayed_right;
    sum.learned += more.learned;
    sum.unlearned += more.unlearned;
    sum.stayed_wrong += more.stayed_wrong;
}

bool TimeCounts::includes(std::string_view measure)
{
    constexpr std::array kTold{Measure::visits,        Measure::visit_kind,   Measure::quiz_started,
                               Measure::quiz_finished, Measure::display_code, Measure::knowledge};
    return std::any_of(kTold.begin(), kTold.end(), [&](Measure each) { return entry(each).id == measure; });
}

void TimeCounts::add(TallyView const& row)
{
    auto const measure = measure_by_id(row.measure);
    if (!measure) return;
    switch (*measure) {
    case Measure::visits: visits += row.n; return;
    case Measure::visit_kind:
        visits_with_kind += row.n;
        if (row.item == "engaged") engaged += row.n;
        return;
    case Measure::quiz_started: quizzes_started += row.n; return;
    case Measure::quiz_finished: quizzes_finished += row.n; return;
    case Measure::display_code: loop_codes += row.n; return;
    case Measure::knowledge: {
        Figures one;
        one.add(row);
        kiosk::figures::add(learning, one.learning());
        return;
    }
    default: return;
    }
}

void TimeCounts::add(TimeCounts const& other)
{
    visits += other.visits;
    engaged += other.engaged;
    visits_with_kind += other.visits_with_kind;
    quizzes_started += other.quizzes_started;
    quizzes_finished += other.quizzes_finished;
    loop_codes += other.loop_codes;
    kiosk::figures::add(learning, other.learning);
}

std::optional<std::int64_t> Subtotal::codes_shown() const
{
    return published ? at_least(*published, Measure::code_shown) : std::nullopt;
}

std::optional<std::int64_t> Subtotal::step(std::string_view step) const
{
    if (!published) return std::nullopt;
    auto const found = published->find(key_of(entry(Measure::report_step).id, step));
    return found == published->end() ? std::nullopt : std::optional(found->second);
}

void Subtotal::add(Release const& release)
{
    if (!published) published.emplace();
    auto more = published_by(release);
    // Of several periods each has a sum of its own, or none: then its items stand for it.
    if (auto const codes = at_least(more, Measure::code_shown))
        more[key_of(entry(Measure::code_shown).id, kAll)] = *codes;
    for (auto const& [key, n] : more) (*published)[key] += n;
}

void WorkbookData::add(TallyView const& row)
{
    figures.add(row);
    if (TimeCounts::includes(row.measure)) days[std::string(row.day)].add(row);
}

std::optional<std::int64_t> open_minutes(std::string_view open)
{
    if (open == "closed") return 0;
    std::int64_t sum = 0;
    for (std::size_t begin = 0; begin < open.size();) {
        auto const comma = std::min(open.find(',', begin), open.size());
        auto span = open.substr(begin, comma - begin);
        while (span.starts_with(' ')) span.remove_prefix(1);
        if (span.size() != 11 || span[5] != '-') return std::nullopt;
        auto const from = minute_of(span.substr(0, 5));
        auto const to = minute_of(span.substr(6));
        if (!from || !to) return std::nullopt;
        constexpr std::int64_t kDay = 24 * 60;
        sum += *to > *from ? *to - *from : *to + kDay - *from;
        begin = comma + 1;
    }
    return sum == 0 ? std::nullopt : std::optional(sum);
}

void add_codes(std::map<std::string, std::int64_t>& by_month, Release const& release)
{
    constexpr std::size_t kMonth = 7; // letters of a day that tell it
    if (release.first.empty() || release.first.substr(0, kMonth) != release.last.substr(0, kMonth)) return;
    if (auto const codes = at_least(published_by(release), Measure::code_shown))
        by_month[release.first.substr(0, kMonth)] += *codes;
}

} // namespace kiosk::figures
