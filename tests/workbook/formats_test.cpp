// How workbooks write numbers and days in each language, from the samples of its [format].
#include "support/temporary_folder.h"
#include "support/unzipped.h"
#include "support/workbook_parts.h"
#include "workbook/book.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::workbook;

namespace {

struct Written {
    char const *language, *share, *day, *short_day, *month, *number, *percent, *as_text;
};

constexpr Written kWritten[]{
    {"en", "0%", "[$-809]ddd dd/mm/yyyy", "dd/mm", "[$-809]mmm yyyy", "-1,234,567", "7%", "23/11/2026"},
    {"fr", "0\"\u202F\"%", "[$-40C]ddd dd/mm/yyyy", "dd/mm", "[$-40C]mmm yyyy", "-1\u202F234\u202F567", "7\u202F%",
     "23/11/2026"},
    {"nl", "0%", "[$-813]ddd dd-mm-yyyy", "dd-mm", "[$-813]mmm yyyy", "-1.234.567", "7%", "23-11-2026"},
    {"de", "0\"\u00A0\"%", "[$-407]ddd dd\\.mm\\.yyyy", "dd\\.mm\\.", "[$-407]mmm yyyy", "-1.234.567", "7\u00A0%",
     "23.11.2026"},
    {"without", "0%", "[$-809]ddd dd/mm/yyyy", "dd/mm", "[$-809]mmm yyyy", "-1,234,567", "7%", "23/11/2026"},
};

} // namespace

TEST_CASE("each language's numbers and days are written as its samples are, and without samples as in English")
{
    test::TemporaryFolder folder;
    for (auto const& written : kWritten) {
        CAPTURE(written.language);
        auto const labels = test::labels(written.language);
        auto const options = test::workbook_options();
        Book const book(folder / "formats.xlsx", labels, options);
        CHECK(share_format(labels.formats) == written.share);
        CHECK(day_format(labels.formats) == written.day);
        CHECK(short_day_format(labels.formats) == written.short_day);
        CHECK(month_format(labels.formats) == written.month);
        CHECK(book.number(-1'234'567) == written.number);
        CHECK(book.percent(7, 100) == written.percent);
        CHECK(book.day("2026-11-23") == written.as_text);
        CHECK(book.day("soon") == "soon");
    }
}

TEST_CASE("a sample may have its year first, its sign before the number, and no sign in a thousand")
{
    figures::Formats const formats{"1234", "%12", "2026. 12. 31.", "12. 31.", 0x40E};
    CHECK(share_format(formats) == "%0");
    CHECK(day_format(formats) == "[$-40E]ddd yyyy\\.\\ mm\\.\\ dd\\.");
    CHECK(month_format(formats) == "[$-40E]yyyy mmm");
    CHECK(format_percent(formats, 7) == "%7");
    // Neither part is taken for the other once it is written.
    CHECK(format_day(formats, "2031-12-26") == "2031. 12. 26.");
    test::TemporaryFolder folder;
    auto labels = test::labels();
    labels.formats = formats;
    auto const options = test::workbook_options();
    CHECK(Book(folder / "formats.xlsx", labels, options).number(1'234'567) == "1234567");
}
