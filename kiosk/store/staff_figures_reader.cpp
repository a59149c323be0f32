#include "store/staff_figures_reader.h"
#include "figures/account/wordings.h"
#include "figures/days.h"
#include "store/release.h"

#include <algorithm>

namespace kiosk::store {

namespace {

struct Span {
    std::string first, last; // days
    figures::Figures figures;
    bool contains(std::string_view day) const { return !first.empty() && day >= first && day <= last; }
};

SpanFigures shown(Span const& span)
{
    SpanFigures shown;
    if (span.first.empty()) return shown;
    auto const& figures = span.figures;
    shown.first = span.first;
    shown.last = span.last;
    shown.visits = figures.sum(Measure::visits);
    shown.quizzes_started = figures.sum(Measure::quiz_started);
    shown.quizzes_finished = figures.sum(Measure::quiz_finished);
    auto const by_day = figures.visits_by_day();
    auto const& buckets = span.first == span.last ? figures.visits_by_bucket : by_day;
    shown.visits_by_bucket.assign(buckets.begin(), buckets.end());
    shown.languages.assign(figures.visits_by_language.begin(), figures.visits_by_language.end());
    std::stable_sort(shown.languages.begin(), shown.languages.end(),
                     [](auto const& one, auto const& other) { return one.second > other.second; });
    shown.questions = figures.questions();
    // The screen has the words of today only; what was counted under others is told in an export.
    std::erase_if(shown.questions, [](auto const& question) { return figures::is_earlier_wording(question.question); });
    shown.learning = figures.learning();
    return shown;
}

// Every step that the content has, in the order of their ids; masked ones without a number.
ReleaseFigures shown(figures::Release const& release, Domain const& domain)
{
    ReleaseFigures shown{release.first, release.last, release.threshold, {}};
    auto const steps = domain.items.find(Measure::report_step);
    if (steps == domain.items.end()) return shown;
    for (auto const& step : steps->second) {
        std::optional<std::int64_t> n;
        for (auto const& cell : release.cells)
            if (cell.measure == entry(Measure::report_step).id && cell.item == step && cell.language == figures::kAll)
                n = cell.n;
        shown.steps.emplace_back(step, n);
    }
    return shown;
}

// Separates counts under the words of today from those under earlier words.
Result<figures::Wordings> wordings_of(Store& store)
{
    auto words = store.words();
    auto const version = store.read_fact(fact::kContentVersion);
    if (!words) return words.error();
    if (!version) return version.error();
    auto const today = figures::display_names_of_version(words.value(), version.value());
    return figures::Wordings(words.take(), today);
}

// What staff have said of these days, the latest day first.
Result<std::vector<DayRemark>> recent_remarks(Store& store, std::string const& today)
{
    auto const all = store.remarks();
    if (!all) return all.error();
    auto const first = figures::day_after(today, 1 - kRemarkDays);
    std::vector<DayRemark> recent;
    for (auto const& row : all.value())
        if (row.day >= first && row.day <= today) recent.push_back({row.day, row.text});
    std::stable_sort(recent.begin(), recent.end(),
                     [](auto const& one, auto const& other) { return one.day > other.day; });
    return recent;
}

} // namespace

Result<StaffFigures> read_staff_figures(Store& store, StaffFiguresQuery const& question)
{
    StaffFigures answer;
    answer.clock_trusted = !question.today.empty();
    std::vector<Span> spans(3);
    if (answer.clock_trusted) {
        spans[0] = {question.today, question.today, {}};
        spans[1] = {question.fair_first, question.fair_last, {}};
        spans[2] = {figures::first_of_month(question.today), question.today, {}};
        auto from = spans[2].first;
        if (!question.fair_first.empty()) from = std::min(from, question.fair_first);
        auto const wordings = wordings_of(store);
        if (!wordings) return wordings.error();
        std::string item;
        auto const read = store.each_tally(
            [&](figures::TallyView const& row) {
                auto const as_worded = wordings.value().as_worded(row, item);
                for (auto& span : spans)
                    if (span.contains(row.day)) span.figures.add(as_worded);
                return success();
            },
            from);
        if (!read) return read.error();
    }
    answer.today = shown(spans[0]);
    answer.fair = shown(spans[1]);
    answer.month = shown(spans[2]);
    if (answer.clock_trusted) {
        auto const due = due_periods(store, question.today, ClosingTrigger::export_now);
        if (!due) return due.error();
        for (auto const& period : due.value()) {
            auto const& label = period.label.text;
            answer.closing.push_back({label.event.empty() ? label.kiosk : label.event, period.first, period.last});
        }
        auto remarks = recent_remarks(store, question.today);
        if (!remarks) return remarks.error();
        answer.remarks = remarks.take();
    }
    auto const releases = store.releases();
    auto const domain = store.domain();
    auto last_export = store.read_fact(fact::kExportedThrough);
    if (!releases) return releases.error();
    if (!domain) return domain.error();
    if (!last_export) return last_export.error();
    if (!releases.value().empty()) answer.reporting = shown(releases.value().back(), domain.value());
    answer.last_export = last_export.take();
    return answer;
}

} // namespace kiosk::store
