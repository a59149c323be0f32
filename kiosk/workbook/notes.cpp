// Notes: how to read the figures, what is counted and why, and what never is.
#include "workbook/book.h"

#include <fmt/format.h>

namespace kiosk::workbook {

namespace {

void write_measures(Sheet& sheet)
{
    auto& book = sheet.book();
    sheet.section(book.words("notes.measures"));
    Table table{
        {book.words("notes.measure"), book.words("notes.counts"), book.words("notes.why"), book.words("notes.shown")},
        {},
        {},
        ""};
    for (auto const& measure : kMeasures) {
        auto const key = fmt::format("measure.{}", measure.id);
        table.rows.push_back({text_cell(book.words(key + ".name")), text_cell(book.words(key + ".counts")),
                              text_cell(book.words(key + ".why")),
                              text_cell(book.words(measure.guard == Guard::guarded ? "notes.guarded" : "notes.open",
                                                   {{"threshold", std::to_string(book.options().threshold)}}))});
    }
    sheet.table(table);
    sheet.end_section();
}

// What one kiosk was called, in the course of time.
void write_names(Sheet& sheet, std::vector<figures::Label> const& names)
{
    auto& book = sheet.book();
    std::vector<figures::Label const*> used;
    for (auto const& name : names)
        if (!name.first.empty()) used.push_back(&name);
    if (used.empty()) return;
    sheet.section(book.words("notes.names"));
    Table table{{book.words("fleet.by_kiosk"), book.words("notes.who_and_where"), book.words("data.fair"),
                 book.words("notes.from_to")},
                {},
                {},
                "names"};
    for (auto const* name : used) {
        auto const& text = name->text;
        std::string where = text.partner;
        for (auto const& part : {text.country.empty() ? "" : book.country(text.country),
                                 text.setting.empty() ? "" : book.words("setting." + text.setting)})
            if (!part.empty()) where += (where.empty() ? "" : ", ") + part;
        table.rows.push_back({text_cell(text.kiosk), text_cell(where), text_cell(text.event),
                              text_cell(book.period(name->first, name->last))});
    }
    sheet.table(table);
    sheet.end_section();
}

// What staff said of days.
void write_staff_remarks(Sheet& sheet, figures::WorkbookData const& account)
{
    auto& book = sheet.book();
    bool any = false;
    for (auto const& [day, told] : account.day_summaries)
        for (auto const& remark : told.remarks) {
            if (!any) sheet.section(book.words("said_by_staff"));
            any = true;
            sheet.entry(day.empty() ? book.words("day_unknown") : book.day(day), remark);
        }
    if (any) sheet.end_section();
}

} // namespace

void write_notes(Book& book, figures::WorkbookData const& account)
{
    auto const& figures = account.figures;
    Sheet sheet(book, book.sheet_name(book.words("sheet.notes")), Orientation::portrait);
    sheet.widths({26, 38, 38, 20});
    sheet.title(book.words("sheet.notes"),
                fmt::format("{} · {}", book.options().title, book.period(figures.first_day(), figures.last_day())));
    auto const threshold = std::to_string(book.options().threshold);
    sheet.section(book.words("notes.reading"));
    for (auto const* key : {"visit", "sums", "learning", "clock", "threshold", "codes", "missing_days"})
        sheet.entry(book.words(fmt::format("notes.{}_term", key)),
                    book.words(fmt::format("notes.{}", key), {{"threshold", threshold}}));
    sheet.end_section();
    sheet.section(book.words("notes.never"));
    sheet.paragraph(book.words("notes.never_text"));
    sheet.end_section();
    if (!book.options().remarks.empty()) {
        sheet.section(book.words("notes.remarks"));
        for (auto const& remark : book.options().remarks) sheet.paragraph(remark);
        sheet.end_section();
    }
    write_names(sheet, account.names);
    write_staff_remarks(sheet, account);
    write_measures(sheet);
    sheet.section(book.words("notes.words"));
    std::string versions;
    for (auto const& version : figures.content_versions) versions += (versions.empty() ? "" : ", ") + version;
    sheet.entry(book.words("notes.versions"), versions.empty() ? "–" : versions);
    if (!book.options().source.empty()) sheet.entry(book.words("notes.source"), book.options().source);
    for (auto const& sentence : book.labels().status) sheet.paragraph(sentence);
    sheet.end_section();
    sheet.finish();
}

} // namespace kiosk::workbook
