// Notes: how to read the figures, what is counted and why, and what never is.
#include "engagement/workbook_book.h"

#include <fmt/format.h>

namespace kiosk::engagement::workbook {

namespace {

void write_measures(Sheet& sheet)
{
    auto& book = sheet.book();
    sheet.section(book.say("notes.measures"));
    Table table{{book.say("notes.measure"), book.say("notes.counts"), book.say("notes.why"), book.say("notes.shown")},
                {},
                {},
                ""};
    for (auto const& measure : kMeasures) {
        auto const key = fmt::format("measure.{}", measure.id);
        table.rows.push_back({text_cell(book.say(key + ".name")), text_cell(book.say(key + ".counts")),
                              text_cell(book.say(key + ".why")),
                              text_cell(book.say(measure.guard == Guard::guarded ? "notes.guarded" : "notes.open",
                                                 {{"threshold", std::to_string(book.options().threshold)}}))});
    }
    sheet.table(table);
    sheet.end_section();
}

} // namespace

void write_notes(Book& book, Figures const& figures)
{
    Sheet sheet(book, book.sheet_name(book.say("sheet.notes")), Orientation::portrait);
    sheet.widths({26, 38, 38, 20});
    sheet.title(book.say("sheet.notes"),
                fmt::format("{} · {}", book.options().title, book.period(figures.first_day(), figures.last_day())));
    auto const threshold = std::to_string(book.options().threshold);
    sheet.section(book.say("notes.reading"));
    for (auto const* key : {"visit", "sums", "learning", "clock", "threshold", "missing_days"})
        sheet.entry(book.say(fmt::format("notes.{}_term", key)),
                    book.say(fmt::format("notes.{}", key), {{"threshold", threshold}}));
    sheet.end_section();
    sheet.section(book.say("notes.never"));
    sheet.paragraph(book.say("notes.never_text"));
    sheet.end_section();
    if (!book.options().remarks.empty()) {
        sheet.section(book.say("notes.remarks"));
        for (auto const& remark : book.options().remarks) sheet.paragraph(remark);
        sheet.end_section();
    }
    write_measures(sheet);
    sheet.section(book.say("notes.words"));
    std::string versions;
    for (auto const& version : figures.content_versions) versions += (versions.empty() ? "" : ", ") + version;
    sheet.entry(book.say("notes.versions"), versions.empty() ? "–" : versions);
    for (auto const& sentence : book.labels().status) sheet.paragraph(sentence);
    sheet.end_section();
    sheet.finish();
}

} // namespace kiosk::engagement::workbook
