// Reporting and support: releases as they were published, cell for cell. Nothing is added up here: a sum over cells of
// which some are masked would give them back, or lie; and of steps there is no sum at all, since a visit is in several.
#include "workbook/book.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::workbook {

namespace {

// One measure of one release: item -> language -> count.
using Cells = std::map<std::string, std::map<std::string, std::int64_t>>;
using Known = std::map<Measure, std::set<std::string, std::less<>>>;

bool is_of_fleet(figures::Release const& release) { return release.number == 0; }

// What stands for a count of all languages that was not published. Of one kiosk it is below the threshold; but a code
// may be hidden beside a place, whatever its count (release.h), and of a fleet each kiosk has hidden its own.
Cell masked(Book& book, std::optional<Measure> measure, figures::Release const& release)
{
    bool const is_small = measure && measure != Measure::code_shown && !is_of_fleet(release);
    auto words = book.words(is_small ? "fewer_than" : "hidden", {{"threshold", book.number(release.threshold)}});
    return {Cell::Kind::text_right, std::move(words), 0, ""};
}

// Beyond so many, items of which nothing was published share a row.
constexpr std::size_t kMostRows = 12;

struct ItemRows {
    std::vector<std::string> items;
    std::size_t others = 0; // of which nothing was published, each
};

// Steps as visitors meet them, those that follow one another first; everything else by its id. What could be counted
// has a row, whether anything of it was published or not.
ItemRows rows_of(Cells const& cells, std::optional<Measure> measure, Known const& known)
{
    std::set<std::string> all;
    for (auto const& [item, by_language] : cells)
        if (item != figures::kAll) all.insert(item);
    if (auto const more = measure ? known.find(*measure) : known.end(); more != known.end())
        all.insert(more->second.begin(), more->second.end());
    ItemRows rows;
    if (measure == Measure::report_step)
        for (auto const step : kReportFunnel)
            if (all.erase(std::string(step)) > 0) rows.items.emplace_back(step);
    auto const few = all.size() <= kMostRows;
    for (auto const& item : all)
        if (few || cells.contains(item))
            rows.items.push_back(item);
        else
            ++rows.others;
    return rows;
}

std::vector<std::string> languages_of(Cells const& cells)
{
    std::set<std::string> languages;
    for (auto const& [item, by_language] : cells)
        for (auto const& [language, n] : by_language)
            if (language != figures::kAll) languages.insert(language);
    return {languages.begin(), languages.end()};
}

void write_measure(Sheet& sheet, figures::Release const& release, std::string const& id, Cells const& cells,
                   Known const& known)
{
    auto& book = sheet.book();
    auto const measure = measure_by_id(id);
    auto const languages = languages_of(cells);
    auto const heading = measure ? book.words(fmt::format("measure.{}.name", id)) : id;
    Table table{{heading, book.words("all_languages")}, {}, {}, fmt::format("release_{}_{}", release.number, id)};
    for (auto const& language : languages) table.headings.push_back(book.language(language));
    auto const shown = [&](std::int64_t n) { return is_of_fleet(release) ? at_least_cell(n) : number_cell(n); };
    auto const add = [&](std::string const& label, std::map<std::string, std::int64_t> const& by_language) {
        auto const all = by_language.find(std::string(figures::kAll));
        std::vector<Cell> row{text_cell(label)};
        row.push_back(all == by_language.end() ? masked(book, measure, release) : shown(all->second));
        for (auto const& language : languages) {
            auto const found = by_language.find(language);
            row.push_back(found == by_language.end() ? masked_cell() : shown(found->second));
        }
        table.rows.push_back(std::move(row));
    };
    static std::map<std::string, std::int64_t> const kNone;
    auto const rows = rows_of(cells, measure, known);
    for (auto const& item : rows.items) {
        auto const found = cells.find(item);
        add(measure ? book.item(*measure, item) : item, found == cells.end() ? kNone : found->second);
    }
    if (rows.others > 0)
        add(book.words("others_each", {{"count", book.number(static_cast<std::int64_t>(rows.others))}}), kNone);
    bool const has_sum = measure != Measure::report_step;
    if (auto const all = cells.find(std::string(figures::kAll)); has_sum && all != cells.end())
        add(book.words("all_items"), all->second);
    int const top = sheet.top();
    auto const range = sheet.table(table);
    // Only when nothing of it is masked: a bar of no length would say that it is none.
    bool const is_funnel = measure == Measure::report_step && table.rows.size() >= kReportFunnel.size();
    if (is_funnel && std::all_of(kReportFunnel.begin(), kReportFunnel.end(),
                                 [&](auto step) { return cells.contains(std::string(step)); })) {
        auto funnel = range;
        funnel.last_row = funnel.first_row + static_cast<lxw_row_t>(kReportFunnel.size()) - 1;
        auto* const chart =
            make_chart(book, {Shape::bars, Scale::counts, book.words("funnel"), sheet.name(), funnel, 0, 1, ""});
        sheet.chart(chart, book.words("funnel"), kChartWidth, std::max(bars_height(funnel.rows()), sheet.top() - top));
    }
    if (measure == Measure::report_step) sheet.paragraph(book.words("funnel_note"), Style::quiet);
    sheet.blank();
}

void write_release(Sheet& sheet, figures::Release const& release, Known const& known)
{
    auto& book = sheet.book();
    // Of a fleet there is one, without a number: sums of what its kiosks published.
    sheet.section(
        book.words(release.number > 0 ? "release" : "release_fleet",
                   {{"number", std::to_string(release.number)}, {"period", book.period(release.first, release.last)}}));
    sheet.paragraph(book.words("release_threshold", {{"threshold", book.number(release.threshold)}}), Style::quiet);
    std::map<std::string, Cells> measures;
    for (auto const& cell : release.cells) measures[cell.measure][cell.item][cell.language] = cell.n;
    for (auto const& [measure, items] : known)
        if (!items.empty()) measures[std::string(entry(measure).id)];
    // The steps first; then in the order of the table of measures; those of a later version after it.
    std::vector<std::string> order{std::string(entry(Measure::report_step).id)};
    for (auto const& measure : kMeasures)
        if (measure.measure != Measure::report_step) order.emplace_back(measure.id);
    for (auto const& [id, cells] : measures)
        if (!measure_by_id(id)) order.push_back(id);
    for (auto const& id : order)
        if (auto const found = measures.find(id); found != measures.end())
            write_measure(sheet, release, id, found->second, known);
    std::string missing;
    for (auto const& measure : kMeasures)
        if (measure.guard == Guard::guarded && !measures.contains(std::string(measure.id)))
            missing += (missing.empty() ? "" : ", ") + book.words(fmt::format("measure.{}.name", measure.id));
    if (!missing.empty()) sheet.paragraph(book.words("release_nothing", {{"measures", missing}}), Style::quiet);
    sheet.end_section();
}

} // namespace

void write_reporting(Book& book, figures::WorkbookData const& account)
{
    Sheet sheet(book, book.sheet_name(book.words("sheet.reporting")));
    sheet.title(book.words("sheet.reporting"), book.words("reporting_is"));
    auto const threshold = book.options().threshold;
    Values const values{{"threshold", book.number(threshold)}, {"most", book.number(threshold - 1)}};
    if (account.releases.empty())
        sheet.paragraph(book.words("no_release"));
    else {
        sheet.paragraph(book.words("masked_what", values));
        sheet.paragraph(book.words("masked_why", values));
        sheet.paragraph(book.words(account.by_kiosk.empty() ? "masked_sums" : "masked_fleet", values));
    }
    sheet.blank();
    // The latest first.
    std::vector<figures::Release const*> order;
    for (auto const& release : account.releases) order.push_back(&release);
    std::stable_sort(order.begin(), order.end(), [](auto const* a, auto const* b) { return a->number > b->number; });
    for (auto const* release : order) write_release(sheet, *release, account.reporting_items);
    sheet.finish();
}

} // namespace kiosk::workbook
