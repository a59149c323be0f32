#include "screens/staff_charts.h"
#include "base/calendar.h"
#include "ui/charts.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace kiosk::screens {

namespace {

using visit::Span;
using visit::Subject;

ui::TextBlock sentence(std::string id, std::string text)
{
    return {std::move(id), std::move(text), ui::TextStep::reading, ui::Face::regular, ui::Ink::quiet, ui::Role::text,
            1.4F};
}

// Takes its height from the area.
void draw_sentence(Frame& frame, Rect& area, std::string id, std::string text)
{
    if (text.empty()) return;
    auto const used = ui::text_block(frame.canvas(), area, sentence(std::move(id), std::move(text)));
    cut_top(area, used, frame.layout().px(16));
}

void draw_chart_title(Frame& frame, Rect& area, std::string const& title, std::string const& period)
{
    auto& canvas = frame.canvas();
    auto const used = ui::heading(canvas, {area.x, area.y, area.width, area.height * 0.4F}, "figures.title", title,
                                  ui::TextStep::lead);
    cut_top(area, used);
    auto const line = ui::text_block(
        canvas, area,
        {"figures.period", period, ui::TextStep::small, ui::Face::regular, ui::Ink::quiet, ui::Role::text, 1.4F});
    cut_top(area, line, frame.layout().px(18));
}

std::string visits_said(Frame const& frame, std::int64_t count)
{
    return frame.staff_words(count == 1 ? "visits.one" : "visits.many", {{"n", number_text(frame, count)}});
}

std::string bar_said(Frame const& frame, std::string const& label, std::string const& value)
{
    return frame.staff_words("said", {{"label", label}, {"value", value}});
}

// Visits by day or by hour, with the days and hours in between that had none.
class Buckets {
public:
    Buckets(Frame const& frame, SpanFigures const& span) : frame_(frame)
    {
        for (auto const& [bucket, count] : span.visits_by_bucket) {
            if (auto const day = calendar_day(bucket))
                days_.emplace_back(*day, count);
            else if (auto const hour = hour_of(bucket))
                hours_.emplace_back(*hour, count);
            else
                unknown_ += count;
        }
        first_ = calendar_day(span.first);
        last_ = calendar_day(span.last);
    }

    bool by_hour() const { return !hours_.empty(); }
    bool one_day() const { return !by_hour() && first_ && first_ == last_; }
    std::int64_t unknown() const { return unknown_; }

    std::vector<ui::Bar> bars() const { return by_hour() ? hours() : days(); }

private:
    static std::optional<int> hour_of(std::string const& bucket)
    {
        int hour = 0;
        if (bucket.size() != 13 || bucket[10] != 'T') return std::nullopt;
        auto const parsed = std::from_chars(bucket.data() + 11, bucket.data() + 13, hour);
        if (parsed.ec != std::errc() || hour > 23) return std::nullopt;
        return hour;
    }

    template <typename Time>
    static std::int64_t sum_at(std::vector<std::pair<Time, std::int64_t>> const& counts, Time time)
    {
        std::int64_t sum = 0;
        for (auto const& [at, count] : counts)
            if (at == time) sum += count;
        return sum;
    }

    ui::Bar bar(std::string const& id, std::string const& label, std::string const& said, std::int64_t count) const
    {
        return {"figures.visits." + id,     label,
                number_text(frame_, count), bar_said(frame_, said, visits_said(frame_, count)),
                static_cast<double>(count), ui::Ink::line};
    }

    std::vector<ui::Bar> hours() const
    {
        auto const [from, to] = std::minmax_element(hours_.begin(), hours_.end());
        std::vector<ui::Bar> bars;
        for (int hour = from->first; hour <= to->first; ++hour) {
            Values const values{{"hour", std::to_string(hour)}, {"next", std::to_string(hour + 1)}};
            bars.push_back(bar(fmt::format("{:02}", hour), frame_.staff_words("hour.short", values),
                               frame_.staff_words("hour.long", values), sum_at(hours_, hour)));
        }
        return bars;
    }

    std::vector<ui::Bar> days() const
    {
        constexpr int kMost = 62; // two months: more is no chart
        constexpr int kWeek = 7;
        auto first = first_;
        auto last = last_;
        for (auto const& entry : days_) {
            first = first ? std::min(*first, entry.first) : entry.first;
            last = last ? std::max(*last, entry.first) : entry.first;
        }
        std::vector<ui::Bar> bars;
        if (!first || !last) return bars;
        auto const count = (*last - *first).count() + 1;
        auto day = count > kMost ? *last - std::chrono::days(kMost - 1) : *first;
        for (; day <= *last; day += std::chrono::days(1)) {
            auto const parts = parts_of(day);
            auto const number = std::to_string(parts.day);
            auto const weekday = frame_.staff_words(fmt::format("weekday_short.{}", parts.weekday));
            auto const text = day_text(day);
            bars.push_back(
                bar(text,
                    count <= kWeek ? frame_.staff_words("date.short", {{"weekday", weekday}, {"day", number}}) : number,
                    weekday_text(frame_, text), sum_at(days_, day)));
        }
        return bars;
    }

    Frame const& frame_;
    std::vector<std::pair<CalendarDay, std::int64_t>> days_;
    std::vector<std::pair<int, std::int64_t>> hours_;
    std::optional<CalendarDay> first_, last_;
    std::int64_t unknown_ = 0;
};

void draw_visits(Frame& frame, Rect area, SpanFigures const& span, std::string const& period)
{
    Buckets const buckets(frame, span);
    draw_chart_title(frame, area, frame.staff_words(buckets.by_hour() ? "visits.by_hour" : "visits.by_day"), period);
    if (buckets.unknown() > 0)
        draw_sentence(frame, area, "figures.unknown",
                      frame.staff_words("visits.unknown", {{"n", visits_said(frame, buckets.unknown())}}));
    if (buckets.one_day() && span.visits > 0) {
        draw_sentence(frame, area, "figures.one-day",
                      frame.staff_words("visits.one_day", {{"n", visits_said(frame, span.visits)}}));
        return;
    }
    ui::bar_columns(frame.canvas(), area, {"figures.visits", buckets.bars(), frame.staff_words("visits.none")});
}

std::string language_name(Frame const& frame, std::string const& language)
{
    auto const key = "language_name." + language;
    auto name = frame.words(key);
    return name == key ? language : name;
}

// A list of which as much is shown as there is room for, and two buttons for the rest of it.
void draw_pages(Frame& frame, Rect area, ui::BarRows rows, int page)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    constexpr std::size_t kFewest = 3;
    auto starts = ui::bar_row_pages(canvas, {area.width, area.height}, rows);
    if (starts.size() > 1) {
        auto foot = cut_bottom(area, layout.target(), layout.gap());
        starts = ui::bar_row_pages(canvas, {area.width, area.height}, rows);
        // Fewer rows than that are no list: the page then scrolls.
        if (starts.size() > 1 && starts[1] < kFewest) canvas.misfit();
        auto const pages = static_cast<int>(starts.size());
        auto const shown = std::min(page, pages - 1);
        auto const width = std::max(layout.target(), std::min(layout.px(230), std::round(foot.width * 0.34F)));
        auto const turn = [&](Rect const& rect, char const* id, char const* word, int to) {
            if (ui::button(
                    canvas, rect,
                    {id, frame.staff_words(word), "", "", "", ui::ButtonStyle::quiet, ui::TextStep::reading, ""}))
                frame.emit(visit::TurnFigures{to});
        };
        auto const back = cut_left(foot, width, layout.gap());
        if (shown > 0) turn(back, "figures.back", "list.back", shown - 1);
        auto const more = cut_left(foot, width, layout.gap());
        if (shown + 1 < pages) turn(more, "figures.more", "list.more", shown + 1);
        ui::text_centred(
            canvas, foot,
            {"figures.page",
             frame.staff_words("list.page", {{"page", std::to_string(shown + 1)}, {"pages", std::to_string(pages)}}),
             ui::TextStep::small, ui::Face::regular, ui::Ink::quiet, ui::Role::text, 1.2F});
        auto const from = static_cast<std::ptrdiff_t>(starts[static_cast<std::size_t>(shown)]);
        auto const to = shown + 1 < pages ? static_cast<std::ptrdiff_t>(starts[static_cast<std::size_t>(shown) + 1])
                                          : static_cast<std::ptrdiff_t>(rows.bars.size());
        // A bar is as long on every page as it is on its own.
        if (rows.whole <= 0)
            for (auto const& bar : rows.bars) rows.whole = std::max(rows.whole, bar.amount.value_or(0));
        rows.bars = {rows.bars.begin() + from, rows.bars.begin() + to};
    }
    ui::bar_rows(canvas, area, rows);
}

void draw_languages(Frame& frame, Rect area, SpanFigures const& span, std::string const& period, int page)
{
    draw_chart_title(frame, area, frame.staff_words("languages.title"), period);
    ui::BarRows rows{"figures.language", {}, frame.staff_words("visits.none")};
    for (auto const& [language, count] : span.languages) {
        auto const name = language_name(frame, language);
        rows.bars.push_back({"figures.language." + language, name, number_text(frame, count),
                             bar_said(frame, name, visits_said(frame, count)), static_cast<double>(count)});
    }
    draw_pages(frame, area, std::move(rows), page);
}

void draw_learning(Frame& frame, Rect& area, Learning const& learning)
{
    auto& canvas = frame.canvas();
    auto const number = [&](std::int64_t count) { return number_text(frame, count); };
    if (learning.all() > 0)
        draw_sentence(frame, area, "figures.learning",
                      frame.staff_words("quiz.learning", {{"all", number(learning.all())},
                                                          {"learned", number(learning.learned)},
                                                          {"known", number(learning.stayed_right)}}));
    ui::PartsBar bar{"figures.learned", {}, frame.staff_words("quiz.none")};
    auto const part = [&](char const* id, std::int64_t count, ui::Ink ink) {
        auto const label = frame.staff_words(fmt::format("quiz.{}", id));
        bar.parts.push_back({fmt::format("figures.learning.{}", id), label, number(count),
                             bar_said(frame, label, number(count)), static_cast<double>(count), ink});
    };
    part("learned", learning.learned, ui::Ink::action);
    part("stayed_right", learning.stayed_right, ui::Ink::right);
    part("unlearned", learning.unlearned, ui::Ink::reconsider);
    part("stayed_wrong", learning.stayed_wrong, ui::Ink::line);
    auto const height = ui::parts_bar_height(canvas, area.width, bar);
    ui::parts_bar(canvas, {area.x, area.y, area.width, height}, bar);
    cut_top(area, height, frame.layout().px(26));
}

std::string question_text(Frame const& frame, QuestionFigures const& figures)
{
    auto const& quiz = frame.pack().quiz;
    auto const* question = quiz.id == figures.quiz ? quiz.find(figures.question) : nullptr;
    // Of an edition that is no longer shown.
    return question ? frame.in_language(question->words).question : figures.question;
}

void draw_quiz_figures(Frame& frame, Rect area, SpanFigures const& span, std::string const& period, int page)
{
    draw_chart_title(frame, area, frame.staff_words("quiz.title"), period);
    draw_learning(frame, area, span.learning);
    std::vector<QuestionFigures> asked;
    std::copy_if(span.questions.begin(), span.questions.end(), std::back_inserter(asked),
                 [](QuestionFigures const& question) { return question.answered > 0; });
    if (asked.empty()) {
        draw_sentence(frame, area, "figures.quiz.empty", frame.staff_words("quiz.no_answers"));
        return;
    }
    // What travellers know least comes first.
    std::stable_sort(asked.begin(), asked.end(), [](QuestionFigures const& a, QuestionFigures const& b) {
        return a.right * b.answered < b.right * a.answered;
    });
    auto const used = ui::text_block(frame.canvas(), area,
                                     {"figures.questions", frame.staff_words("quiz.questions"), ui::TextStep::reading,
                                      ui::Face::semibold, ui::Ink::text, ui::Role::heading, 1.3F});
    cut_top(area, used, frame.layout().px(12));
    bool const narrow = area.width < frame.layout().px(900);
    ui::BarRows rows{"figures.quiz",
                     {},
                     frame.staff_words("quiz.no_answers"),
                     1,
                     ui::Track::shown,
                     ui::TextStep::small,
                     0.56F,
                     narrow ? ui::RowLabels::above : ui::RowLabels::beside};
    for (auto const& question : asked) {
        auto const text = question_text(frame, question);
        auto const value =
            frame.staff_words("quiz.share", {{"percent", percent_text(frame, question.right, question.answered)},
                                             {"n", number_text(frame, question.answered)}});
        rows.bars.push_back(
            {fmt::format("figures.quiz.{}", question.question), text, value, bar_said(frame, text, value),
             static_cast<double>(question.right) / static_cast<double>(question.answered), ui::Ink::right});
    }
    draw_pages(frame, area, std::move(rows), page);
}

void draw_reporting(Frame& frame, Rect area, int page)
{
    auto const& view = frame.staff();
    bool const by_export = view.releases == ReleaseRule::with_an_export;
    if (!view.figures.reporting) {
        draw_chart_title(frame, area, frame.staff_words("reporting.title"), "");
        draw_sentence(frame, area, "figures.reporting.none",
                      frame.staff_words(by_export ? "reporting.none_fair" : "reporting.none_shop"));
        return;
    }
    auto const& release = *view.figures.reporting;
    draw_chart_title(frame, area, frame.staff_words("reporting.title"),
                     period_text(frame, release.first, release.last));
    Values const threshold{{"n", std::to_string(release.threshold)}};
    draw_sentence(frame, area, "figures.reporting.why",
                  frame.staff_words(by_export ? "reporting.why_fair" : "reporting.why_shop", threshold));
    ui::BarRows rows{"figures.step", {}, frame.staff_words("reporting.none")};
    for (auto const& [step, count] : release.steps) {
        auto const name = frame.staff_words("step." + step);
        auto const value = count ? number_text(frame, *count) : frame.staff_words("reporting.masked", threshold);
        auto const said = count ? visits_said(frame, *count) : value;
        auto const amount = count ? std::optional(static_cast<double>(*count)) : std::nullopt;
        rows.bars.push_back({"figures.step." + step, name, value, bar_said(frame, name, said), amount});
    }
    draw_pages(frame, area, std::move(rows), page);
}

} // namespace

SpanFigures const& span_of(StaffFigures const& figures, Span span)
{
    switch (span) {
    case Span::fair: return figures.fair;
    case Span::month: return figures.month;
    case Span::today: break;
    }
    return figures.today;
}

void draw_staff_chart(Frame& frame, Rect const& area, visit::Staff const& staff)
{
    auto const& span = span_of(frame.staff().figures, staff.span);
    if (staff.subject == Subject::reporting) {
        draw_reporting(frame, area, staff.list_page);
        return;
    }
    if (span.first.empty()) {
        auto rest = area;
        draw_sentence(frame, rest, "figures.no-day", frame.staff_words("clock.no_day"));
        return;
    }
    auto period = period_text(frame, span.first, span.last);
    if (staff.span == Span::fair && !frame.staff().fair_name.empty()) period = frame.staff().fair_name + ", " + period;
    switch (staff.subject) {
    case Subject::languages: draw_languages(frame, area, span, period, staff.list_page); break;
    case Subject::quiz: draw_quiz_figures(frame, area, span, period, staff.list_page); break;
    default: draw_visits(frame, area, span, period); break;
    }
}

} // namespace kiosk::screens
