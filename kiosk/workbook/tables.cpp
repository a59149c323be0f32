// Tables that more than one sheet shows, and the order of their rows.
#include "workbook/book.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace kiosk::workbook {

namespace {

// The order of time; bands this version does not know come after, by their id.
constexpr std::array<std::string_view, 5> kLengths{"under-30s", "30s-1min", "1min-2min", "2min-4min", "over-4min"};

Named in_order(Book& book, figures::Items const& items, Measure measure, std::vector<std::string_view> const& order)
{
    Named rows;
    for (auto const id : order)
        if (auto const found = items.find(id); found != items.end())
            rows.emplace_back(book.item(measure, id), found->second);
    for (auto const& [id, n] : items)
        if (std::find(order.begin(), order.end(), id) == order.end()) rows.emplace_back(book.item(measure, id), n);
    return rows;
}

} // namespace

Range counts_table(Sheet& sheet, std::string const& item, std::string const& counted, Named const& rows,
                   std::string const& name)
{
    auto& book = sheet.book();
    auto const first = sheet.row() + 1;
    auto const last = first + static_cast<lxw_row_t>(rows.size()) - 1;
    auto const total_at = cell_name(last + 1, 1);
    std::int64_t all = 0;
    for (auto const& row : rows) all += row.second;
    Table table{{item, counted, book.words("share")}, {}, {}, name};
    for (auto const& [label, n] : rows) {
        auto const row = first + static_cast<lxw_row_t>(table.rows.size());
        table.rows.push_back({text_cell(label), number_cell(n), share_cell(n, all, cell_name(row, 1), total_at)});
    }
    table.total = {text_cell(book.words("all")), number_cell(all, sum_of({first, last, 0, 0}, 1)),
                   share_cell(all, all, total_at, total_at)};
    return sheet.table(table);
}

std::vector<std::pair<std::string, std::int64_t>> by_count(figures::Items const& items)
{
    std::vector<std::pair<std::string, std::int64_t>> list(items.begin(), items.end());
    std::stable_sort(list.begin(), list.end(), [](auto const& a, auto const& b) { return a.second > b.second; });
    return list;
}

Named lengths(Book& book, figures::Figures const& figures)
{
    return in_order(book, figures.items(Measure::visit_length), Measure::visit_length,
                    {kLengths.begin(), kLengths.end()});
}

Named endings(Book& book, figures::Figures const& figures)
{
    return in_order(book, figures.items(Measure::visit_ended), Measure::visit_ended, {"leave", "idle", "restart"});
}

Named learning_rows(Book& book, figures::Figures const& figures)
{
    auto const learning = figures.learning();
    return {{book.words("learning.learned"), learning.learned},
            {book.words("learning.stayed_right"), learning.stayed_right},
            {book.words("learning.stayed_wrong"), learning.stayed_wrong},
            {book.words("learning.unlearned"), learning.unlearned}};
}

std::string guessing_note(Book& book, figures::Figures const& figures)
{
    auto const quizzes = figures.learning().all();
    if (quizzes == 0 || !book.labels().guessing) return {};
    std::int64_t moved = 0;
    std::map<std::string, std::int64_t> by_quiz;
    for (auto const& [item, n] : figures.items(Measure::knowledge)) by_quiz[item.substr(0, item.find('/'))] += n;
    for (auto const& [quiz, n] : by_quiz) {
        auto const chance = book.labels().guessing(quiz);
        if (!chance) return {};
        moved += moved_by_guessing(n, *chance);
    }
    return book.words("guessing", {{"moved", book.number(moved)}, {"all", book.number(quizzes)}});
}

std::map<std::string, std::int64_t> by_campaign(figures::Figures const& figures)
{
    std::map<std::string, std::int64_t> sums;
    for (auto const& [item, n] : figures.items(Measure::page_seen)) sums[item.substr(0, item.find('/'))] += n;
    return sums;
}

std::optional<DayAndHour> day_and_hour(std::string const& bucket)
{
    if (bucket.size() != 13 || bucket[10] != 'T' || !spreadsheet_day(bucket.substr(0, 10))) return std::nullopt;
    int const hour = (bucket[11] - '0') * 10 + bucket[12] - '0';
    if (hour < 0 || hour > 23) return std::nullopt;
    return DayAndHour{bucket.substr(0, 10), hour};
}

std::string hour_name(Book& book, std::size_t hour)
{
    return book.words("hour", {{"from", std::to_string(hour)}, {"to", std::to_string(hour + 1)}});
}

std::array<std::int64_t, 24> visits_by_hour(figures::Figures const& figures)
{
    std::array<std::int64_t, 24> sums{};
    for (auto const& [bucket, n] : figures.visits_by_bucket)
        if (auto const at = day_and_hour(bucket)) sums.at(static_cast<std::size_t>(at->hour)) += n;
    return sums;
}

std::array<Weekday, 7> visits_by_weekday(figures::Figures const& figures)
{
    std::array<Weekday, 7> weekdays{};
    constexpr int kMonday = 2; // 1900-01-01, as spreadsheets count days
    for (auto const& [day, n] : figures.visits_by_day())
        if (auto const number = spreadsheet_day(day); number && n > 0) {
            auto& weekday = weekdays.at(static_cast<std::size_t>((*number - kMonday) % 7));
            ++weekday.days;
            weekday.visits += n;
        }
    return weekdays;
}

std::string weekday_name(Book& book, std::size_t weekday)
{
    return book.words(fmt::format("weekday_name.{}", weekday + 1));
}

std::string peak_hour(Book& book, figures::Figures const& figures)
{
    auto const sums = visits_by_hour(figures);
    auto const* const most = std::max_element(sums.begin(), sums.end());
    return *most == 0 ? "–" : hour_name(book, static_cast<std::size_t>(most - sums.begin()));
}

std::string peak_day(Book& book, figures::Figures const& figures)
{
    auto const weekdays = visits_by_weekday(figures);
    auto const rate = [](Weekday const& of) {
        return of.days > 0 ? static_cast<double>(of.visits) / static_cast<double>(of.days) : 0;
    };
    auto const* const most = std::max_element(weekdays.begin(), weekdays.end(),
                                              [&](auto const& a, auto const& b) { return rate(a) < rate(b); });
    return most->visits == 0 ? "–" : weekday_name(book, static_cast<std::size_t>(most - weekdays.begin()));
}

} // namespace kiosk::workbook
