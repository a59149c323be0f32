#include "workbook/workbook.h"
#include "files/new_file.h"
#include "workbook/book.h"

#include <unistd.h>

namespace kiosk::workbook {

namespace {

// Creates the file first: the library reports an unwritable path only at the end, and would write through a link.
Result<> create_output(std::filesystem::path const& path)
{
    auto const file = make_file(path, Replace::leftover);
    return file ? success() : Result<>(file.error());
}

Result<> write_sheets(std::filesystem::path const& path, figures::WorkbookData const& account,
                      figures::DisplayNames const& labels, WorkbookOptions const& options)
{
    workbook::Book book(path, labels, options);
    if (!book.raw()) return book.close();
    book.properties(account.figures);
    // First in the file, written last: its charts show cells of the others.
    workbook::Sheet summary(book, book.sheet_name(book.words("sheet.summary")));
    workbook::ChartSources places;
    workbook::write_time(book, account, places);
    workbook::write_fairs(book, account.fairs);
    workbook::write_fleet(book, account);
    workbook::write_visits(book, account.figures, places);
    workbook::write_pages(book, account.figures);
    workbook::write_quiz(book, account.figures, places);
    workbook::write_reporting(book, account);
    workbook::write_notes(book, account);
    workbook::write_pivot(book, account.pivot); // last, since it prints on many pages
    workbook::write_summary(summary, account, places);
    return book.close();
}

} // namespace

Result<> write_workbook(std::filesystem::path const& path, figures::WorkbookData const& account,
                        figures::DisplayNames const& labels, WorkbookOptions const& options)
{
    KIOSK_TRY(create_output(path));
    auto written = write_sheets(path, account, labels, options);
    if (!written) ::unlink(path.c_str());
    return written;
}

} // namespace kiosk::workbook
