#include "engagement/workbook.h"
#include "engagement/workbook_book.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace kiosk::engagement {

namespace {

// Asked first, since the library finds out last and says it to nobody in particular.
Result<> can_be_written(std::filesystem::path const& path)
{
    constexpr mode_t kMode = 0644;
    int const file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kMode);
    if (file < 0)
        return Error{path.string(), std::string("cannot write the workbook: ") + std::strerror(errno),
                     "check the folder, its rights, and that the file is not open elsewhere",
                     kind_of_system_error(errno)};
    ::close(file);
    return success();
}

Result<> write_sheets(std::filesystem::path const& path, Figures const& figures, std::vector<Release> const& releases,
                      Labels const& labels, WorkbookOptions const& options)
{
    workbook::Book book(path, labels, options);
    if (!book.raw()) return book.close();
    book.properties(figures);
    // First in the file, written last: its charts show cells of the others.
    workbook::Sheet summary(book, book.sheet_name(book.say("sheet.summary")));
    workbook::Places places;
    workbook::write_visits(book, figures, places);
    workbook::write_pages(book, figures);
    workbook::write_quiz(book, figures, places);
    workbook::write_reporting(book, releases);
    workbook::write_fleet(book);
    workbook::write_notes(book, figures);
    workbook::write_summary(summary, figures, places);
    return book.close();
}

} // namespace

Result<> write_workbook(std::filesystem::path const& path, Figures const& figures, std::vector<Release> const& releases,
                        Labels const& labels, WorkbookOptions const& options)
{
    KIOSK_TRY(can_be_written(path));
    auto written = write_sheets(path, figures, releases, labels, options);
    if (!written) ::unlink(path.c_str());
    return written;
}

} // namespace kiosk::engagement
