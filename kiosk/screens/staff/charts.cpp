#include "screens/staff/charts.h"
#include "base/bounds.h"
#include "base/calendar.h"
#include "screens/staff/lists.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::screens {

namespace {

using visit::Span;
using visit::Subject;

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
        if (bucket.size() != 13 || bucket[10] != 'T') return std::nullopt;
        auto const hour = whole_number(std::string_view(bucket).substr(11), {0, 23});
        return hour ? std::optional(static_cast<int>(*hour)) : std::nullopt;
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
                number_text(frame_, count), bar_description(frame_, said, visit_count_text(frame_, count)),
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
                      frame.staff_words("visits.unknown", {{"n", visit_count_text(frame, buckets.unknown())}}));
    if (buckets.one_day() && span.visits > 0) {
        draw_sentence(frame, area, "figures.one-day",
                      frame.staff_words("visits.one_day", {{"n", visit_count_text(frame, span.visits)}}));
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

void draw_languages(Frame& frame, Rect area, SpanFigures const& span, std::string const& period, int page)
{
    draw_chart_title(frame, area, frame.staff_words("languages.title"), period);
    ui::BarRows rows{"figures.language", {}, frame.staff_words("visits.none")};
    for (auto const& [language, count] : span.languages) {
        auto const name = language_name(frame, language);
        rows.bars.push_back({"figures.language." + language, name, number_text(frame, count),
                             bar_description(frame, name, visit_count_text(frame, count)), static_cast<double>(count)});
    }
    draw_list(frame, area, std::move(rows), page);
}

void draw_reporting(Frame& frame, Rect area, int page)
{
    auto const& view = frame.staff();
    bool const by_fair = view.releases == staff::ReleaseRule::with_the_fair;
    if (!view.figures.reporting) {
        draw_chart_title(frame, area, frame.staff_words("reporting.title"), "");
        draw_sentence(frame, area, "figures.reporting.none",
                      frame.staff_words(by_fair ? "reporting.none_fair" : "reporting.none_shop"));
        return;
    }
    auto const& release = *view.figures.reporting;
    draw_chart_title(frame, area, frame.staff_words("reporting.title"),
                     period_text(frame, release.first, release.last));
    Values const threshold{{"n", std::to_string(release.threshold)}};
    draw_sentence(frame, area, "figures.reporting.why",
                  frame.staff_words(by_fair ? "reporting.why_fair" : "reporting.why_shop", threshold));
    ui::BarRows rows{"figures.step", {}, frame.staff_words("reporting.none")};
    for (auto const& [step, count] : release.steps) {
        auto const name = frame.staff_words("step." + step);
        auto const value = count ? number_text(frame, *count) : frame.staff_words("reporting.masked", threshold);
        auto const said = count ? visit_count_text(frame, *count) : value;
        auto const amount = count ? std::optional(static_cast<double>(*count)) : std::nullopt;
        rows.bars.push_back({"figures.step." + step, name, value, bar_description(frame, name, said), amount});
    }
    draw_list(frame, area, std::move(rows), page);
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

void draw_staff_chart(Frame& frame, Rect const& area, visit::StaffSession const& staff)
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
