// Reporting and support: releases as they were published, cell for cell. Nothing is added up here: a sum over cells of
// which some are masked would give them back, or lie.
#include "engagement/workbook_book.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::engagement::workbook {

namespace {

// One measure of one release: item -> language -> count.
using Cells = std::map<std::string, std::map<std::string, std::int64_t>>;

// Steps as visitors meet them; everything else by its id.
std::vector<std::string> in_order_of_visit(Cells const& cells)
{
    static std::vector<std::string> const kSteps{"danger", "emergency", "where", "channel", "note", "never", "doubts"};
    std::vector<std::string> items;
    for (auto const& step : kSteps)
        if (cells.contains(step)) items.push_back(step);
    for (auto const& [item, by_language] : cells)
        if (item != kAll && std::find(kSteps.begin(), kSteps.end(), item) == kSteps.end()) items.push_back(item);
    return items;
}

void write_measure(Sheet& sheet, Release const& release, std::string const& id, Cells const& cells)
{
    auto& book = sheet.book();
    auto const measure = measure_by_id(id);
    std::set<std::string> languages;
    for (auto const& [item, by_language] : cells)
        for (auto const& [language, n] : by_language)
            if (language != kAll) languages.insert(language);

    auto const heading = measure ? book.say(fmt::format("measure.{}.name", id)) : id;
    Table table{{heading, book.say("all_languages")}, {}, {}, fmt::format("release_{}_{}", release.number, id)};
    for (auto const& language : languages) table.headings.push_back(book.language(language));
    auto const add = [&](std::string const& label, std::map<std::string, std::int64_t> const& by_language) {
        std::vector<Cell> row{text_cell(label)};
        auto const put = [&](std::string const& language) {
            auto const found = by_language.find(language);
            row.push_back(found == by_language.end() ? masked_cell() : number_cell(found->second));
        };
        put(std::string(kAll));
        for (auto const& language : languages) put(language);
        table.rows.push_back(std::move(row));
    };
    for (auto const& item : in_order_of_visit(cells)) add(measure ? book.item(*measure, item) : item, cells.at(item));
    if (auto const all = cells.find(std::string(kAll)); all != cells.end()) add(book.say("all_items"), all->second);
    sheet.table(table);
    sheet.blank();
}

void write_release(Sheet& sheet, Release const& release)
{
    auto& book = sheet.book();
    auto const threshold = std::to_string(release.threshold);
    // Of a fleet there is one, without a number: sums of what its kiosks published.
    sheet.section(
        book.say(release.number > 0 ? "release" : "release_fleet",
                 {{"number", std::to_string(release.number)}, {"period", book.period(release.first, release.last)}}));
    sheet.paragraph(book.say("release_threshold", {{"threshold", threshold}}), Style::quiet);
    std::map<std::string, Cells> measures;
    for (auto const& cell : release.cells) measures[cell.measure][cell.item][cell.language] = cell.n;
    // In the order of the table of measures; those of a later version after it.
    for (auto const& known : kMeasures)
        if (auto const found = measures.find(std::string(known.id)); found != measures.end())
            write_measure(sheet, release, found->first, found->second);
    for (auto const& [id, cells] : measures)
        if (!measure_by_id(id)) write_measure(sheet, release, id, cells);
    std::string missing;
    for (auto const& known : kMeasures)
        if (known.guard == Guard::guarded && !measures.contains(std::string(known.id)))
            missing += (missing.empty() ? "" : ", ") + book.say(fmt::format("measure.{}.name", known.id));
    if (!missing.empty()) sheet.paragraph(book.say("release_nothing", {{"measures", missing}}), Style::quiet);
    sheet.end_section();
}

} // namespace

void write_reporting(Book& book, std::vector<Release> const& releases)
{
    Sheet sheet(book, book.sheet_name(book.say("sheet.reporting")));
    sheet.title(book.say("sheet.reporting"), book.say("reporting_is"));
    sheet.freeze(2);
    auto const threshold = book.options().threshold;
    Values const values{{"threshold", std::to_string(threshold)}, {"most", std::to_string(threshold - 1)}};
    if (releases.empty())
        sheet.paragraph(book.say("no_release"));
    else {
        sheet.paragraph(book.say("masked_what", values));
        sheet.paragraph(book.say("masked_why", values));
        sheet.paragraph(book.say(book.options().by_kiosk.empty() ? "masked_sums" : "masked_fleet", values));
    }
    sheet.blank();
    // The latest first.
    std::vector<Release const*> order;
    for (auto const& release : releases) order.push_back(&release);
    std::stable_sort(order.begin(), order.end(), [](auto const* a, auto const* b) { return a->number > b->number; });
    for (auto const* release : order) write_release(sheet, *release);
    sheet.finish();
}

} // namespace kiosk::engagement::workbook
