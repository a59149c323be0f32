// Visits: by hour and by day of the week, by language, their length, and how they ended.
#include "workbook/book.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::workbook {

namespace {

// First and last hour in which there was a visit.
std::pair<std::size_t, std::size_t> hours_with_visits(std::array<std::int64_t, 24> const& sums)
{
    std::size_t first = 0;
    std::size_t last = sums.size() - 1;
    while (sums.at(first) == 0 && first < last) ++first;
    while (sums.at(last) == 0 && last > first) --last;
    return {first, last};
}

// Colours from white to blue, so that the busy times are seen.
void shade(Sheet& sheet, Range const& range)
{
    lxw_conditional_format scale{};
    scale.type = LXW_CONDITIONAL_2_COLOR_SCALE;
    scale.min_color = 0xFFFFFF;
    scale.max_color = 0x9FC0D6;
    sheet.book().check(
        worksheet_conditional_format_range(sheet.raw(), range.first_row, 1, range.last_row, range.last_column, &scale));
}

void write_matrix(Sheet& sheet, figures::Figures const& figures, std::pair<std::size_t, std::size_t> hours)
{
    auto& book = sheet.book();
    std::map<std::string, std::array<std::int64_t, 24>> days;
    for (auto const& [bucket, n] : figures.visits_by_bucket)
        if (auto const at = day_and_hour(bucket)) days[at->day].at(static_cast<std::size_t>(at->hour)) += n;
    if (days.empty() || days.size() > kMostDays) return;
    sheet.section(book.words("visits_by_day_and_hour"));
    Table matrix{{book.words("day")}, {}, {}, "visits_by_day_and_hour"};
    for (auto hour = hours.first; hour <= hours.second; ++hour) matrix.headings.push_back(hour_name(book, hour));
    for (auto const& [day, counts] : days) {
        std::vector<Cell> row{day_cell(day)};
        for (auto hour = hours.first; hour <= hours.second; ++hour) row.push_back(number_cell(counts.at(hour)));
        matrix.rows.push_back(std::move(row));
    }
    shade(sheet, sheet.table(matrix));
    sheet.end_section();
}

// The sums of each hour; at fairs only, since shops count by the day.
void write_hours(Sheet& sheet, figures::Figures const& figures, ChartSources& places)
{
    auto& book = sheet.book();
    auto const sums = visits_by_hour(figures);
    if (std::all_of(sums.begin(), sums.end(), [](auto n) { return n == 0; })) return;
    auto const hours = hours_with_visits(sums);
    sheet.section(book.words("visits_by_hour"));
    Table table{{book.words("hour_of_day"), book.words("visits")}, {}, {}, "visits_by_hour"};
    std::vector<std::size_t> peak;
    auto const most = *std::max_element(sums.begin(), sums.end());
    for (auto hour = hours.first; hour <= hours.second; ++hour) {
        if (sums.at(hour) == most && peak.empty()) peak.push_back(table.rows.size());
        table.rows.push_back({text_cell(hour_name(book, hour)), number_cell(sums.at(hour))});
    }
    places.hours = sheet.table(table);
    places.has_hours = true;
    auto* const chart = make_chart(
        book,
        {Shape::columns, Scale::counts, book.words("visits_by_hour"), sheet.name(), places.hours, 0, 1, "", {}, peak});
    sheet.chart(chart, book.words("visits_by_hour"), kChartWidth, 230);
    sheet.end_section();
    write_matrix(sheet, figures, hours);
}

void write_weekdays(Sheet& sheet, figures::Figures const& figures)
{
    auto& book = sheet.book();
    auto const weekdays = visits_by_weekday(figures);
    constexpr std::int64_t kTwoWeeks = 14;
    std::int64_t days = 0;
    for (auto const& weekday : weekdays) days += weekday.days;
    if (days < kTwoWeeks) return; // one Monday says nothing of Mondays
    sheet.section(book.words("visits_by_weekday"));
    Table table{
        {book.words("weekday"), book.words("visits"), book.words("fleet.days"), book.words("fair.visits_a_day")},
        {},
        {},
        "visits_by_weekday"};
    for (std::size_t at = 0; at < weekdays.size(); ++at) {
        auto const& [on, visits] = weekdays.at(at);
        table.rows.push_back({text_cell(weekday_name(book, at)), number_cell(visits), number_cell(on),
                              on > 0 ? rate_cell(static_cast<double>(visits) / static_cast<double>(on)) : Cell()});
    }
    auto const range = sheet.table(table);
    auto* const chart = make_chart(
        book, {Shape::columns, Scale::counts, book.words("visits_by_weekday"), sheet.name(), range, 0, 1, ""});
    sheet.chart(chart, book.words("visits_by_weekday"), kChartWidth, 230);
    sheet.end_section();
}

void write_bars(Sheet& sheet, std::string const& title, Named const& rows, std::string const& item,
                std::string const& name)
{
    auto& book = sheet.book();
    sheet.section(title);
    if (rows.empty())
        sheet.paragraph(book.words("none_yet"));
    else {
        auto const range = counts_table(sheet, item, book.words("visits"), rows, name);
        auto* const chart = make_chart(book, {Shape::bars, Scale::counts, title, sheet.name(), range, 0, 1, ""});
        sheet.chart(chart, title, kChartWidth, bars_height(rows.size()));
    }
    sheet.end_section();
}

Named kinds(Book& book, figures::Figures const& figures)
{
    Named rows;
    for (auto const* kind : {"engaged", "only-touched"})
        if (auto const n = figures.of(Measure::visit_kind, kind); n > 0)
            rows.emplace_back(book.item(Measure::visit_kind, kind), n);
    return rows;
}

} // namespace

void write_visits(Book& book, figures::Figures const& figures, ChartSources& places)
{
    Sheet sheet(book, book.sheet_name(book.words("sheet.visits")));
    places.visits = sheet.name();
    sheet.title(book.words("sheet.visits"), book.words("visits_are"));
    write_hours(sheet, figures, places);
    write_weekdays(sheet, figures);
    Named languages;
    for (auto const& [language, n] : by_count(figures.visits_by_language))
        languages.emplace_back(book.language(language), n);
    write_bars(sheet, book.words("visits_by_language"), languages, book.words("language"), "visits_by_language");
    write_bars(sheet, book.words("visit_kinds"), kinds(book, figures), book.words("kind_of_visit"), "visit_kinds");
    write_bars(sheet, book.words("visit_lengths"), lengths(book, figures), book.words("length"), "visit_lengths");
    write_bars(sheet, book.words("visits_ended"), endings(book, figures), book.words("how_ended"), "visits_ended");
    sheet.finish();
}

} // namespace kiosk::workbook
