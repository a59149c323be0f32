// The course of time: visits, engaged ones, quizzes, what was learned and the codes that were reached, in one table by
// day, by week and by month; and year beside year.
#include "workbook/book.h"

#include <fmt/format.h>

namespace kiosk::workbook {

namespace {

constexpr lxw_col_t kColumns = 14; // at most
constexpr double kColumnWidth = 13, kTimeWidth = 24, kRemarksWidth = 40;
constexpr int kTimeChartHeight = 230;
// Rows of days: a kiosk keeps 25 months, a fleet may have more. Earlier days are told by week and by month, and a
// report of theirs has them.
constexpr std::size_t kMostDayRows = 800;
constexpr std::size_t kMonth = 7, kYear = 4; // letters of a day that tell them

// One row: a day, a week or a month.
struct TimeRow {
    Cell name;
    figures::TimeCounts counts;
    figures::DaySummary told;
    std::optional<std::int64_t> codes;
    std::int64_t visits_while_open = 0; // on days whose hours are known
};

enum class Unit { day, week, month };

struct Column {
    std::string heading;
    std::function<Cell(TimeRow const&)> cell;
    enum class Total { none, number, change } total = Total::none;
};

// Which columns have data: a display loop without touch has no quiz.
struct ShownColumns {
    bool visits = true, loop = false, several_kiosks = false, hours = false, remarks = false, codes = false;
};

ShownColumns shown_columns(figures::WorkbookData const& account)
{
    ShownColumns told;
    std::int64_t visits = 0;
    for (auto const& [day, counts] : account.days) {
        visits += counts.visits;
        told.loop = told.loop || counts.loop_codes > 0;
    }
    told.visits = visits > 0 || !told.loop;
    for (auto const& [day, of] : account.day_summaries) {
        told.several_kiosks = told.several_kiosks || of.kiosks > 1;
        told.hours = told.hours || of.minutes_open > 0;
        told.remarks = told.remarks || !of.remarks.empty();
    }
    told.codes = !account.codes_by_month.empty();
    return told;
}

std::vector<Column> visit_columns(Book& book)
{
    using Total = Column::Total;
    return {{book.words("visits"), [](TimeRow const& at) { return number_cell(at.counts.visits); }, Total::number},
            {book.words("engaged"), [](TimeRow const& at) { return number_cell(at.counts.engaged); }, Total::number},
            {book.words("share_engaged"),
             [](TimeRow const& at) { return share_cell(at.counts.engaged, at.counts.visits_with_kind); }},
            {book.words("quizzes_begun"), [](TimeRow const& at) { return number_cell(at.counts.quizzes_started); },
             Total::number},
            {book.words("quizzes_finished"), [](TimeRow const& at) { return number_cell(at.counts.quizzes_finished); },
             Total::number},
            {book.words("learning.learned"), [](TimeRow const& at) { return number_cell(at.counts.learning.learned); },
             Total::number},
            {book.words("learning.unlearned"),
             [](TimeRow const& at) { return number_cell(at.counts.learning.unlearned); }, Total::number},
            {book.words("learning.net"), [](TimeRow const& at) { return change_cell(at.counts.learning.net()); },
             Total::change}};
}

std::vector<Column> columns_of(Book& book, ShownColumns const& told, Unit unit)
{
    auto columns = told.visits ? visit_columns(book) : std::vector<Column>();
    if (told.loop)
        columns.push_back({book.words("loop_codes"),
                           [](TimeRow const& at) { return number_cell(at.counts.loop_codes); }, Column::Total::number});
    if (told.several_kiosks && unit == Unit::day)
        columns.push_back({book.words("kiosks_on"), [](TimeRow const& at) { return number_cell(at.told.kiosks); }});
    if (told.hours) {
        if (unit == Unit::day && !told.several_kiosks)
            columns.push_back({book.words("open"), [](TimeRow const& at) { return text_cell(at.told.open); }});
        else
            columns.push_back({book.words("hours_open"), [](TimeRow const& at) {
                                   return rate_cell(static_cast<double>(at.told.minutes_open) / 60);
                               }});
        // With several kiosks some may have no known hours, and their visits are not separate.
        if (!told.several_kiosks)
            columns.push_back({book.words("visits_an_hour"), [](TimeRow const& at) {
                                   auto const hours = static_cast<double>(at.told.minutes_open) / 60;
                                   return hours > 0 ? rate_cell(static_cast<double>(at.visits_while_open) / hours)
                                                    : Cell();
                               }});
    }
    if (told.codes && unit == Unit::month)
        columns.push_back({book.words("fleet.codes"), [](TimeRow const& at) { return at_least_cell(at.codes); }});
    if (told.remarks && unit == Unit::day)
        columns.push_back({book.words("said_by_staff"), [](TimeRow const& at) {
                               std::string text;
                               for (auto const& remark : at.told.remarks) text += (text.empty() ? "" : "; ") + remark;
                               return text_cell(text);
                           }});
    return columns;
}

// The range is that of the times that are known.
Range write_time_rows(Sheet& sheet, std::string const& heading, std::vector<Column> const& columns,
                      std::vector<TimeRow> const& time_rows, std::string const& name)
{
    auto& book = sheet.book();
    Table table{{heading}, {}, {text_cell(book.words("all"))}, name};
    auto const first = sheet.row() + 1;
    auto const last = first + static_cast<lxw_row_t>(time_rows.size()) - 1;
    for (auto const& column : columns) table.headings.push_back(column.heading);
    TimeRow all;
    std::size_t known = 0;
    table.many = time_rows.size();
    table.row_at = [&](std::size_t at) {
        std::vector<Cell> row{time_rows[at].name};
        for (auto const& column : columns) row.push_back(column.cell(time_rows[at]));
        return row;
    };
    for (auto const& moment : time_rows) {
        all.counts.add(moment.counts);
        known += moment.name.kind == Cell::Kind::text ? 0 : 1;
    }
    Range const rows{first, last, 0, 0};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto cell = columns[i].total == Column::Total::none ? Cell() : columns[i].cell(all);
        if (columns[i].total != Column::Total::none) cell.formula = sum_of(rows, static_cast<std::uint16_t>(i + 1));
        table.total.push_back(std::move(cell));
    }
    auto range = sheet.table(table);
    range.last_row = first + static_cast<lxw_row_t>(std::max<std::size_t>(known, 1)) - 1;
    return range;
}

std::string unit_of(Unit unit, std::string const& day)
{
    if (unit == Unit::month) return day.substr(0, kMonth);
    if (unit == Unit::day || !spreadsheet_day(day)) return day;
    constexpr int kMonday = 2; // 1900-01-01, as spreadsheets count days
    return std::to_string(*spreadsheet_day(day) - (*spreadsheet_day(day) - kMonday) % 7);
}

Cell name_of(Book& book, Unit unit, std::string const& key)
{
    if (key.empty()) return text_cell(book.words("day_unknown"));
    if (unit == Unit::month) return month_cell(key);
    if (unit == Unit::day) return day_cell(key);
    return {Cell::Kind::day, "", std::stod(key), ""};
}

std::vector<TimeRow> time_rows(Book& book, figures::WorkbookData const& account, Unit unit)
{
    std::map<std::string, TimeRow> by_unit;
    for (auto const& [day, counts] : account.days)
        if (!day.empty()) by_unit[unit_of(unit, day)].counts.add(counts);
    for (auto const& [day, told] : account.day_summaries) {
        if (!spreadsheet_day(day)) continue;
        auto& moment = by_unit[unit_of(unit, day)];
        auto& sum = moment.told;
        auto const counted = account.days.find(day);
        if (told.minutes_open > 0 && counted != account.days.end()) moment.visits_while_open += counted->second.visits;
        sum.kiosks += told.kiosks;
        sum.minutes_open += told.minutes_open;
        sum.open = told.open;
        sum.remarks = told.remarks;
    }
    if (unit == Unit::month)
        for (auto const& [month, n] : account.codes_by_month)
            if (auto const found = by_unit.find(month); found != by_unit.end()) found->second.codes = n;
    std::vector<TimeRow> list;
    for (auto& [key, moment] : by_unit) {
        moment.name = name_of(book, unit, key);
        list.push_back(std::move(moment));
    }
    if (auto const unknown = account.days.find(""); unknown != account.days.end())
        list.push_back({name_of(book, unit, ""), unknown->second, {}, std::nullopt, 0});
    return list;
}

class TimeSheet {
public:
    TimeSheet(Book& book, figures::WorkbookData const& account, ChartSources& places)
        : sheet_(book, book.sheet_name(book.words("sheet.time"))),
          account_(account),
          shown_(shown_columns(account)),
          places_(places)
    {
        places.time = sheet_.name();
        std::vector<double> widths{kTimeWidth};
        std::size_t most = 0;
        for (auto unit : {Unit::day, Unit::week, Unit::month})
            most = std::max(most, columns_of(book, shown_, unit).size());
        for (std::size_t i = 0; i < std::min<std::size_t>(most, kColumns); ++i) widths.push_back(kColumnWidth);
        if (shown_.remarks) widths.at(columns_of(book, shown_, Unit::day).size()) = kRemarksWidth;
        width_ = 0;
        for (auto const characters : widths) width_ += static_cast<int>(characters * 7 + 5);
        sheet_.widths(widths);
    }

    void write()
    {
        auto& book = sheet_.book();
        sheet_.title(book.words("sheet.time"), book.words("time_is"));
        std::set<std::string> days;
        for (auto const& [day, counts] : account_.days)
            if (!day.empty()) days.insert(day);
        if (days.empty() && account_.day_summaries.empty()) {
            sheet_.paragraph(book.words("no_visits"));
            sheet_.finish();
            return;
        }
        bool const many = days.size() > kMostDays;
        write_years();
        write_unit(many ? Unit::month : Unit::day, Charted::yes);
        write_unit(Unit::week, Charted::no);
        write_unit(many ? Unit::day : Unit::month, Charted::no);
        sheet_.paragraph(book.words("time_note"), Style::quiet);
        sheet_.finish();
    }

private:
    enum class Charted { no, yes };

    void write_unit(Unit unit, Charted charted)
    {
        auto& book = sheet_.book();
        auto list = time_rows(book, account_, unit);
        auto const left_out = unit == Unit::day && list.size() > kMostDayRows ? list.size() - kMostDayRows : 0;
        list.erase(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(left_out));
        static std::array<char const*, 3> const kKeys{"by_day", "by_week", "by_month"};
        static std::array<char const*, 3> const kHeadings{"day", "week", "month"};
        static std::array<char const*, 3> const kNames{"visits_by_day", "visits_by_week", "visits_by_month"};
        auto const at = static_cast<std::size_t>(unit);
        auto const title = book.words(kKeys.at(at));
        sheet_.section(title);
        bool const has_times = list.size() > 1 || (list.size() == 1 && list.front().name.kind != Cell::Kind::text);
        if (left_out > 0)
            sheet_.paragraph(book.words("latest_days", {{"count", book.number(kMostDayRows)}}), Style::quiet);
        bool const draws = charted == Charted::yes && has_times;
        auto const chart_row = sheet_.row();
        if (draws) // above the table, which is as wide as the page
            for (int pixels = 0; pixels < kTimeChartHeight + kRowPixels; pixels += kRowPixels) sheet_.blank();
        auto const range =
            write_time_rows(sheet_, book.words(kHeadings.at(at)), columns_of(book, shown_, unit), list, kNames.at(at));
        if (draws) {
            places_.days = range;
            places_.days_title =
                book.words(shown_.visits ? (unit == Unit::month ? "visits_by_month" : "visits_by_day") : "loop_codes");
            places_.days_format =
                unit == Unit::month ? month_format(book.labels().formats) : short_day_format(book.labels().formats);
            places_.has_days = true;
            auto* const chart = make_chart(book, {Shape::columns, Scale::counts, places_.days_title, sheet_.name(),
                                                  range, 0, 1, places_.days_format});
            sheet_.chart_at(chart, places_.days_title, chart_row, 0, {0, kBelowBreak, width_, kTimeChartHeight});
        }
        sheet_.end_section();
    }

    // Years across, so that one is read beside the other.
    void write_years()
    {
        std::map<std::string, figures::TimeCounts> years;
        std::map<std::string, std::map<std::string, std::int64_t>> months; // of the year -> by year
        for (auto const& [day, counts] : account_.days) {
            if (day.empty()) continue;
            years[day.substr(0, kYear)].add(counts);
            months[day.substr(kYear + 1, 2)][day.substr(0, kYear)] += counts.visits;
        }
        if (years.size() < 2 || !shown_.visits) return;
        auto& book = sheet_.book();
        sheet_.section(book.words("by_year"));
        Table table{{book.words("year")}, {}, {}, "years"};
        auto const columns = visit_columns(book);
        for (auto const& column : columns) table.headings.push_back(column.heading);
        for (auto const& [year, counts] : years) {
            std::vector<Cell> row{text_cell(year)};
            for (auto const& column : columns) row.push_back(column.cell({{}, counts, {}, std::nullopt, 0}));
            table.rows.push_back(std::move(row));
        }
        sheet_.table(table);
        sheet_.blank();
        write_months_of_years(years, months);
        sheet_.end_section();
    }

    // A month that only one of two years has is compared with nothing.
    void write_months_of_years(std::map<std::string, figures::TimeCounts> const& years,
                               std::map<std::string, std::map<std::string, std::int64_t>> const& months)
    {
        auto& book = sheet_.book();
        Table table{{book.words("visits")}, {}, {}, "year_on_year"};
        for (auto const& [year, counts] : years) table.headings.push_back(year);
        table.headings.push_back(book.words("year_change"));
        auto const last = std::prev(years.end())->first;
        auto const before = std::prev(years.end(), 2)->first;
        for (auto const& [month, by_year] : months) {
            std::vector<Cell> row{text_cell(book.words("month_name." + month))};
            for (auto const& [year, counts] : years) {
                auto const found = by_year.find(year);
                row.push_back(found == by_year.end() ? Cell() : number_cell(found->second));
            }
            bool const both = by_year.contains(last) && by_year.contains(before);
            row.push_back(both ? change_cell(by_year.at(last) - by_year.at(before)) : Cell());
            table.rows.push_back(std::move(row));
        }
        sheet_.table(table);
    }

    Sheet sheet_;
    figures::WorkbookData const& account_;
    ShownColumns shown_;
    ChartSources& places_;
    int width_ = 0; // of the table [pixels]
};

} // namespace

void write_time(Book& book, figures::WorkbookData const& account, ChartSources& places)
{
    TimeSheet(book, account, places).write();
}

} // namespace kiosk::workbook
