// Tables that more than one sheet shows, and the order of their rows.
#include "engagement/workbook_book.h"

#include <algorithm>
#include <array>

namespace kiosk::engagement::workbook {

namespace {

// The order of time; bands this version does not know come after, by their id.
constexpr std::array<std::string_view, 5> kLengths{"under-30s", "30s-1min", "1min-2min", "2min-4min", "over-4min"};

Named in_order(Book& book, Items const& items, Measure measure, std::vector<std::string_view> const& order)
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
    Table table{{item, counted, book.say("share")}, {}, {}, name};
    for (auto const& [label, n] : rows) {
        auto const row = first + static_cast<lxw_row_t>(table.rows.size());
        table.rows.push_back({text_cell(label), number_cell(n), share_cell(n, all, cell_name(row, 1), total_at)});
    }
    table.total = {text_cell(book.say("all")), number_cell(all, sum_of({first, last, 0, 0}, 1)),
                   share_cell(all, all, total_at, total_at)};
    return sheet.table(table);
}

std::vector<std::pair<std::string, std::int64_t>> by_count(Items const& items)
{
    std::vector<std::pair<std::string, std::int64_t>> list(items.begin(), items.end());
    std::stable_sort(list.begin(), list.end(), [](auto const& a, auto const& b) { return a.second > b.second; });
    return list;
}

Named lengths(Book& book, Figures const& figures)
{
    return in_order(book, figures.items(Measure::visit_length), Measure::visit_length,
                    {kLengths.begin(), kLengths.end()});
}

Named endings(Book& book, Figures const& figures)
{
    return in_order(book, figures.items(Measure::visit_ended), Measure::visit_ended, {"leave", "idle", "restart"});
}

Named learning_rows(Book& book, Figures const& figures)
{
    auto const learning = figures.learning();
    return {{book.say("learning.learned"), learning.learned},
            {book.say("learning.stayed_right"), learning.stayed_right},
            {book.say("learning.stayed_wrong"), learning.stayed_wrong},
            {book.say("learning.unlearned"), learning.unlearned}};
}

} // namespace kiosk::engagement::workbook
