// Pages: what was looked at, for how long, and what was opened; reading aids; the loop's codes.
#include "workbook/book.h"

#include <algorithm>
#include <array>

namespace kiosk::workbook {

namespace {

constexpr std::array<std::string_view, 4> kDwell{"under-5s", "5s-15s", "15s-45s", "over-45s"};

// Each once in a visit, so that the share is of all visits.
void write_seen(Sheet& sheet, figures::Figures const& figures, Measure measure, std::string const& title)
{
    auto& book = sheet.book();
    sheet.section(title);
    auto const rows = by_count(figures.items(measure));
    if (rows.empty()) {
        sheet.paragraph(book.words("none_yet"));
        sheet.end_section();
        return;
    }
    auto const visits = figures.sum(Measure::visits);
    Table table{
        {book.words("items." + std::string(entry(measure).id)), book.words("visits"), book.words("share_of_visits")},
        {},
        {},
        std::string(entry(measure).id)};
    for (auto const& [item, n] : rows) {
        auto const row = sheet.row() + 1 + static_cast<lxw_row_t>(table.rows.size());
        table.rows.push_back({text_cell(book.item(measure, item)), number_cell(n),
                              share_cell(n, visits, cell_name(row, 1), "visits_all")});
    }
    auto const range = sheet.table(table);
    auto* const chart = make_chart(book, {Shape::bars, Scale::counts, title, sheet.name(), range, 0, 1, ""});
    sheet.chart(chart, title, kChartWidth, bars_height(rows.size()));
    sheet.end_section();
}

// What the pages of a campaign make together. A visit that opens three of them counts three times.
void write_campaigns(Sheet& sheet, figures::Figures const& figures)
{
    auto& book = sheet.book();
    Named rows;
    for (auto const& [campaign, n] : by_campaign(figures)) rows.emplace_back(book.campaign(campaign), n);
    if (rows.empty()) return;
    std::stable_sort(rows.begin(), rows.end(), [](auto const& a, auto const& b) { return a.second > b.second; });
    sheet.section(book.words("campaigns"));
    auto const range = counts_table(sheet, book.words("campaign"), book.words("pages_opened"), rows, "campaigns");
    auto* const chart =
        make_chart(book, {Shape::bars, Scale::counts, book.words("campaigns"), sheet.name(), range, 0, 1, ""});
    sheet.chart(chart, book.words("campaigns"), kChartWidth, bars_height(rows.size()));
    sheet.paragraph(book.words("campaigns_note"), Style::quiet);
    sheet.end_section();
}

// Screens down, bands of time across. An item is "screen/band".
void write_dwell(Sheet& sheet, figures::Figures const& figures)
{
    auto& book = sheet.book();
    sheet.section(book.words("dwell"));
    std::map<std::string, figures::Items> screens;
    std::vector<std::string> bands(kDwell.begin(), kDwell.end());
    for (auto const& [item, n] : figures.items(Measure::dwell)) {
        auto const slash = std::min(item.rfind('/'), item.size());
        auto const band = slash < item.size() ? item.substr(slash + 1) : std::string();
        screens[item.substr(0, slash)][band] += n;
        if (std::find(bands.begin(), bands.end(), band) == bands.end()) bands.push_back(band);
    }
    if (screens.empty()) {
        sheet.paragraph(book.words("none_yet"));
        sheet.end_section();
        return;
    }
    Table table{{book.words("items.screen_seen")}, {}, {}, "dwell"};
    for (auto const& band : bands) table.headings.push_back(book.item(Measure::dwell, band));
    table.headings.push_back(book.words("all"));
    auto const last_band = static_cast<std::uint16_t>(bands.size());
    for (auto const& [screen, counts] : screens) {
        auto const row = sheet.row() + 1 + static_cast<lxw_row_t>(table.rows.size());
        std::vector<Cell> cells{text_cell(book.item(Measure::screen_seen, screen))};
        std::int64_t all = 0;
        for (auto const& band : bands) {
            auto const found = counts.find(band);
            cells.push_back(number_cell(found == counts.end() ? 0 : found->second));
            all += found == counts.end() ? 0 : found->second;
        }
        cells.push_back(number_cell(all, "=SUM(" + cell_name(row, 1) + ":" + cell_name(row, last_band) + ")"));
        table.rows.push_back(std::move(cells));
    }
    sheet.table(table);
    sheet.paragraph(book.words("dwell_note"), Style::quiet);
    sheet.end_section();
}

void write_codes(Sheet& sheet, figures::Figures const& figures)
{
    auto& book = sheet.book();
    sheet.section(book.words("display_codes"));
    Named rows;
    for (auto const& [item, n] : by_count(figures.items(Measure::display_code)))
        rows.emplace_back(book.item(Measure::display_code, item), n);
    if (rows.empty())
        sheet.paragraph(book.words("no_display"));
    else {
        counts_table(sheet, book.words("items.display_code"), book.words("times_shown"), rows, "display_code");
        sheet.paragraph(book.words("display_note"), Style::quiet);
    }
    sheet.end_section();
}

} // namespace

void write_pages(Book& book, figures::Figures const& figures)
{
    Sheet sheet(book, book.sheet_name(book.words("sheet.pages")));
    sheet.title(book.words("sheet.pages"), book.words("pages_are"));
    if (figures.sum(Measure::visits) == 0 && !figures.items(Measure::display_code).empty()) {
        write_codes(sheet, figures); // a loop that nobody touches
        sheet.finish();
        return;
    }
    write_campaigns(sheet, figures);
    write_seen(sheet, figures, Measure::screen_seen, book.words("screens_seen"));
    write_seen(sheet, figures, Measure::page_seen, book.words("pages_seen"));
    write_dwell(sheet, figures);
    write_seen(sheet, figures, Measure::sources_opened, book.words("sources_opened"));
    write_seen(sheet, figures, Measure::scene_choice, book.words("scene_choices"));
    write_seen(sheet, figures, Measure::scene_finished, book.words("scenes_finished"));
    write_seen(sheet, figures, Measure::comfort, book.words("reading_aids"));
    write_codes(sheet, figures);
    sheet.finish();
}

} // namespace kiosk::workbook
