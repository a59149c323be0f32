// Visits: by day (or month, where there are many days), by hour, by language, their length and how they ended.
#include "engagement/workbook_book.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace kiosk::engagement::workbook {

namespace {

constexpr std::size_t kMostDays = 62; // in a chart; beyond them, months

struct DayAndHour {
    std::string day;
    int hour = 0;
};

std::optional<DayAndHour> day_and_hour(std::string const& bucket)
{
    if (bucket.size() != 13 || bucket[10] != 'T' || !spreadsheet_day(bucket.substr(0, 10))) return std::nullopt;
    int const hour = (bucket[11] - '0') * 10 + bucket[12] - '0';
    if (hour < 0 || hour > 23) return std::nullopt;
    return DayAndHour{bucket.substr(0, 10), hour};
}

char const* short_day(std::string_view language)
{
    if (language == "de") return "dd\\.mm\\.";
    return language == "nl" ? "dd-mm" : "dd/mm";
}

// Rows of time, what happened at a time that is not known, and all together; the range is that of the times.
Range times_table(Sheet& sheet, Figures const& figures, Table table)
{
    auto& book = sheet.book();
    auto const first = sheet.row() + 1;
    auto const last = first + static_cast<lxw_row_t>(table.rows.size()) - 1;
    if (auto const unknown = figures.visits_at_unknown_time(); unknown > 0)
        table.rows.push_back({text_cell(book.say("day_unknown")), number_cell(unknown)});
    auto const end = first + static_cast<lxw_row_t>(table.rows.size()) - 1;
    table.total = {text_cell(book.say("all")),
                   number_cell(figures.sum(Measure::visits), sum_of({first, end, 0, 1}, 1))};
    auto range = sheet.table(table);
    range.last_row = last;
    return range;
}

Range days_table(Sheet& sheet, Figures const& figures)
{
    auto& book = sheet.book();
    Table table{{book.say("day"), book.say("visits")}, {}, {}, "visits_by_day"};
    for (auto const& [day, n] : figures.visits_by_day()) table.rows.push_back({day_cell(day), number_cell(n)});
    return times_table(sheet, figures, std::move(table));
}

Range months_table(Sheet& sheet, Figures const& figures)
{
    auto& book = sheet.book();
    Items months;
    for (auto const& [day, n] : figures.visits_by_day()) months[day.substr(0, 7)] += n;
    Table table{{book.say("month"), book.say("visits")}, {}, {}, "visits_by_month"};
    for (auto const& [month, n] : months) table.rows.push_back({month_cell(month), number_cell(n)});
    return times_table(sheet, figures, std::move(table));
}

bool has_many_days(Figures const& figures) { return figures.visits_by_day().size() > kMostDays; }

void write_days(Sheet& sheet, Figures const& figures, Places& places)
{
    auto& book = sheet.book();
    bool const many = has_many_days(figures);
    auto const title = book.say(many ? "visits_by_month" : "visits_by_day");
    sheet.section(title);
    if (figures.visits_by_day().empty()) {
        sheet.paragraph(book.say("no_visits"));
        sheet.end_section();
        return;
    }
    places.days = many ? months_table(sheet, figures) : days_table(sheet, figures);
    places.days_title = title;
    places.days_format = many ? month_format(book.labels().language) : short_day(book.labels().language);
    places.has_days = true;
    auto* const chart =
        make_chart(book, {Shape::columns, Scale::counts, title, sheet.name(), places.days, 0, 1, places.days_format});
    sheet.chart(chart, title, kChartWidth, 230);
    sheet.end_section();
}

// Days down, hours across; the sums of each hour are what the chart shows.
void write_hours(Sheet& sheet, Figures const& figures, Places& places)
{
    auto& book = sheet.book();
    std::map<std::string, std::array<std::int64_t, 24>> days;
    std::array<std::int64_t, 24> sums{};
    for (auto const& [bucket, n] : figures.visits_by_bucket)
        if (auto const at = day_and_hour(bucket)) {
            days[at->day].at(static_cast<std::size_t>(at->hour)) += n;
            sums.at(static_cast<std::size_t>(at->hour)) += n;
        }
    if (days.empty()) return;
    std::size_t first = 0;
    std::size_t last = sums.size() - 1;
    while (sums.at(first) == 0 && first < last) ++first;
    while (sums.at(last) == 0 && last > first) --last;

    auto const say_hour = [&](std::size_t hour) {
        return book.say("hour", {{"from", std::to_string(hour)}, {"to", std::to_string(hour + 1)}});
    };
    sheet.section(book.say("visits_by_hour"));
    Table table{{book.say("hour_of_day"), book.say("visits")}, {}, {}, "visits_by_hour"};
    for (auto hour = first; hour <= last; ++hour)
        table.rows.push_back({text_cell(say_hour(hour)), number_cell(sums.at(hour))});
    places.hours = sheet.table(table);
    places.has_hours = true;
    auto* const chart = make_chart(
        book, {Shape::columns, Scale::counts, book.say("visits_by_hour"), sheet.name(), places.hours, 0, 1, ""});
    sheet.chart(chart, book.say("visits_by_hour"), kChartWidth, 230);
    sheet.end_section();

    sheet.section(book.say("visits_by_day_and_hour"));
    Table matrix{{book.say("day")}, {}, {}, "visits_by_day_and_hour"};
    for (auto hour = first; hour <= last; ++hour) matrix.headings.push_back(say_hour(hour));
    for (auto const& [day, hours] : days) {
        std::vector<Cell> row{day_cell(day)};
        for (auto hour = first; hour <= last; ++hour) row.push_back(number_cell(hours.at(hour)));
        matrix.rows.push_back(std::move(row));
    }
    auto const range = sheet.table(matrix);
    lxw_conditional_format scale{};
    scale.type = LXW_CONDITIONAL_2_COLOR_SCALE;
    scale.min_color = 0xFFFFFF;
    scale.max_color = 0x9FC0D6;
    book.check(
        worksheet_conditional_format_range(sheet.raw(), range.first_row, 1, range.last_row, range.last_column, &scale));
    sheet.end_section();
}

void write_bars(Sheet& sheet, std::string const& title, Named const& rows, std::string const& item,
                std::string const& name)
{
    auto& book = sheet.book();
    sheet.section(title);
    if (rows.empty())
        sheet.paragraph(book.say("none_yet"));
    else {
        auto const range = counts_table(sheet, item, book.say("visits"), rows, name);
        auto* const chart = make_chart(book, {Shape::bars, Scale::counts, title, sheet.name(), range, 0, 1, ""});
        sheet.chart(chart, title, kChartWidth, bars_height(rows.size()));
    }
    sheet.end_section();
}

} // namespace

void write_visits(Book& book, Figures const& figures, Places& places)
{
    Sheet sheet(book, book.sheet_name(book.say("sheet.visits")));
    places.visits = sheet.name();
    sheet.title(book.say("sheet.visits"), book.say("visits_are"));
    sheet.freeze(2);
    write_days(sheet, figures, places);
    write_hours(sheet, figures, places);
    Named languages;
    for (auto const& [language, n] : by_count(figures.visits_by_language))
        languages.emplace_back(book.language(language), n);
    write_bars(sheet, book.say("visits_by_language"), languages, book.say("language"), "visits_by_language");
    write_bars(sheet, book.say("visit_lengths"), lengths(book, figures), book.say("length"), "visit_lengths");
    write_bars(sheet, book.say("visits_ended"), endings(book, figures), book.say("how_ended"), "visits_ended");
    if (has_many_days(figures)) {
        sheet.section(book.say("visits_by_day"));
        days_table(sheet, figures);
        sheet.end_section();
    }
    sheet.finish();
}

} // namespace kiosk::engagement::workbook
