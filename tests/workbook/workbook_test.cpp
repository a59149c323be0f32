#include "files/files.h"
#include "naming/display_names.h"
#include "package/csv.h"
#include "support/kiosk.h"
#include "support/sample_figures.h"
#include "support/small_files.h"
#include "support/temporary_folder.h"
#include "support/unzipped.h"
#include "support/workbook_parts.h"
#include "workbook/check.h"
#include "workbook/workbook.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <set>

using namespace kiosk;
using namespace kiosk::figures;
using namespace kiosk::package;
using namespace kiosk::workbook;
using test::contains;
using test::labels;
using test::sheet;
using test::sheet_names;
using test::TemporaryFolder;
using test::workbook_options;

namespace {

WorkbookData of_figures(Figures figures)
{
    WorkbookData account;
    account.figures = std::move(figures);
    return account;
}

WorkbookData of_releases()
{
    WorkbookData account;
    account.releases = test::sample_releases();
    return account;
}

TallyView row_of(std::string_view day, std::string_view language, std::string_view measure, std::string_view item,
                 std::int64_t n)
{
    return {1, day, kWholeDay, "1", language, measure, item, n};
}

Subtotal part_of(std::string const& name, std::int64_t visits, std::int64_t quizzes)
{
    Subtotal part;
    part.name = name;
    part.first = part.last = "2026-11-23";
    part.days_with_visits = 1;
    part.figures.add(row_of("2026-11-23", "fr", "visits", "all", visits));
    part.figures.add(row_of("2026-11-23", "fr", "quiz_finished", "travellers", quizzes));
    part.figures.add(row_of("2026-11-23", "fr", "knowledge", "travellers/wrong-right", quizzes / 2));
    part.figures.add(row_of("2026-11-23", "fr", "knowledge", "travellers/right-wrong", quizzes / 8));
    return part;
}

Figures one_question(std::vector<std::string> const& ids)
{
    Figures figures;
    for (auto const& id : ids) {
        figures.add(row_of("2026-11-23", "fr", "quiz_right", "quiz/" + id + "/right", 3));
        figures.add(row_of("2026-11-23", "fr", "quiz_answer", "quiz/" + id + "/a", 3));
    }
    return figures;
}

WorkbookData many_days(int days)
{
    WorkbookData account;
    for (int day = 0; day < days; ++day)
        account.add(row_of(test::days_after("2026-11-23", day), "fr", "visits", "all", 40 + day % 9));
    return account;
}

} // namespace

TEST_CASE("a workbook has its sheets in the staff's language, and one for each question")
{
    TemporaryFolder folder;
    auto const account = test::sample_account(test::sample_rows());
    REQUIRE(write_workbook(folder / "figures.xlsx", account, labels("de"), workbook_options()).ok());
    auto const parts = test::unzipped(folder / "figures.xlsx");
    auto const names = sheet_names(parts);
    REQUIRE(names.size() == 8 + test::shipped_content().quizzes.front().questions.size());
    CHECK(names[0] == "Überblick");
    CHECK(names[1] == "Zeitverlauf");
    CHECK(names[5] == "F1 where-to-report"); // numbered as in the quiz, not by the alphabet
    CHECK(names[names.size() - 2] == "Erläuterungen");
    CHECK(names.back() == "Daten");
    CHECK(parts.contains("xl/charts/chart1.xml"));
    CHECK(contains(parts.at("docProps/core.xml"), "2026-11-27T00:00:00Z"));
}

TEST_CASE("the same figures give the same bytes")
{
    TemporaryFolder folder;
    auto rows = test::sample_rows();
    REQUIRE(write_workbook(folder / "a.xlsx", test::sample_account(rows), labels(), workbook_options()).ok());
    std::reverse(rows.begin(), rows.end());
    REQUIRE(write_workbook(folder / "b.xlsx", test::sample_account(rows), labels(), workbook_options()).ok());
    CHECK(read_file(folder / "a.xlsx").value() == read_file(folder / "b.xlsx").value());
}

TEST_CASE("without figures there is a workbook that says so")
{
    TemporaryFolder folder;
    auto nothing = workbook_options();
    nothing.made_on = "";
    REQUIRE(write_workbook(folder / "figures.xlsx", WorkbookData(), labels(), nothing).ok());
    auto const parts = test::unzipped(folder / "figures.xlsx");
    CHECK(sheet_names(parts).size() == 7);
    auto const& words = parts.at("xl/sharedStrings.xml");
    CHECK(contains(words, "nothing counted yet"));
    CHECK(contains(words, "No period of reporting is closed yet."));
}

TEST_CASE("a path where no workbook can be written is named")
{
    TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / "file", "in the way").ok());
    auto const path = folder / "file" / "figures.xlsx";
    auto const written = write_workbook(path, WorkbookData(), labels(), workbook_options());
    REQUIRE_FALSE(written.ok());
    CHECK(written.error().where == path.string());
    CHECK(contains(written.error().message, "Not a directory"));
}

TEST_CASE("wherever the disk fills up, a workbook is there whole or not at all")
{
    TemporaryFolder folder;
    // Of many days, so that a temporary file of the library, which it does not look at, is larger than the workbook.
    auto const figures = many_days(600);
    bool finished = false;
    int failures = 0;
    for (rlim_t size = 0; !finished && size < 800'000; size += 19'973) {
        CAPTURE(size);
        auto const path = folder / "figures.xlsx";
        auto const written = [&] {
            test::SmallFiles const small(size);
            return write_workbook(path, figures, labels(), workbook_options());
        }();
        finished = written.ok();
        if (!finished) {
            ++failures;
            CHECK(written.error().where == path.string());
        }
        CHECK(std::filesystem::exists(path) == finished);
    }
    CHECK(finished);
    CHECK(failures > 5);
    auto const parts = test::unzipped(folder / "figures.xlsx");
    CHECK(sheet(parts, "Over time").ends_with("</worksheet>"));
}

TEST_CASE("a workbook of which something is missing is not believed")
{
    TemporaryFolder folder;
    auto const path = folder / "figures.xlsx";
    REQUIRE(write_workbook(path, WorkbookData(), labels(), workbook_options()).ok());
    CHECK(workbook::check_workbook(path).ok());
    auto bytes = read_file(path).value();
    auto const whole = bytes;
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    REQUIRE(write_file_atomically(path, bytes).ok());
    CHECK_FALSE(workbook::check_workbook(path).ok());
    REQUIRE(write_file_atomically(path, whole.substr(0, whole.size() - 100)).ok());
    CHECK_FALSE(workbook::check_workbook(path).ok());
}

TEST_CASE("what has no name is called by its id")
{
    TemporaryFolder folder;
    auto figures = one_question({"of-tomorrow"});
    figures.add(row_of("2026-11-23", "xx", "visits", "all", 7));
    figures.add(row_of("2026-11-23", "xx", "page_seen", "nowhere/none", 2));
    REQUIRE(write_workbook(folder / "plain.xlsx", of_figures(figures), {}, workbook_options()).ok());
    for (auto const& each : {DisplayNames(), labels()}) {
        REQUIRE(write_workbook(folder / "figures.xlsx", of_figures(figures), each, workbook_options()).ok());
        auto const words = test::unzipped(folder / "figures.xlsx").at("xl/sharedStrings.xml");
        for (auto const* id : {"nowhere/none", "of-tomorrow", "<t>xx</t>"}) CHECK(contains(words, id));
    }
}

TEST_CASE("whatever questions are called, their sheets have names of their own that Excel takes")
{
    TemporaryFolder folder;
    auto const figures =
        one_question({"a[b]:c*d?e\\f'", std::string(60, 'x') + "1", std::string(60, 'x') + "2", "É", ""});
    auto strange = workbook_options();
    strange.title = std::string(300, '&') + "\x01\xFF<\"'";
    DisplayNames same; // a language whose word for a question's sheet says neither number nor id
    same.words = [](std::string_view key) { return key == "figures.sheet.question" ? "History" : std::string(key); };
    for (auto const& each : {labels(), same}) {
        REQUIRE(write_workbook(folder / "figures.xlsx", of_figures(figures), each, strange).ok());
        std::set<std::string> seen;
        for (auto const& name : sheet_names(test::unzipped(folder / "figures.xlsx"))) {
            CAPTURE(name);
            CHECK(seen.insert(name).second);
            CHECK(name != "History");
            CHECK(name.find_first_of("[]:*?/\\") == std::string::npos);
            CHECK(name.size() <= 35); // 31 letters, a few of them of two or three bytes
        }
    }
}

TEST_CASE("a text that looks like a formula stays a text")
{
    TemporaryFolder folder;
    auto const figures = one_question({"a"});
    auto names = labels();
    for (std::string const text : {"=1+1", "+1", "-1", "@SUM(A1)"}) {
        names.question = [&](auto, auto) { return text; };
        names.answer = [&](auto, auto, auto) { return text + std::string(40'000, 'x'); };
        auto same = workbook_options();
        same.title = text;
        REQUIRE(write_workbook(folder / "figures.xlsx", of_figures(figures), names, same).ok());
        auto const parts = test::unzipped(folder / "figures.xlsx");
        CHECK(contains(parts.at("xl/sharedStrings.xml"), "<t>" + text + "</t>"));
        for (auto const& [name, part] : parts) CHECK_FALSE(contains(part, "<f>" + text));
    }
}

TEST_CASE("of reporting, cells that were not published are signs, and nothing is added up")
{
    TemporaryFolder folder;
    REQUIRE(write_workbook(folder / "figures.xlsx", of_releases(), labels(), workbook_options()).ok());
    auto const parts = test::unzipped(folder / "figures.xlsx");
    auto const reporting = sheet(parts, "Reporting");
    CHECK_FALSE(contains(reporting, "<f>"));
    for (auto const* published : {"<v>63</v>", "<v>28</v>", "<v>17</v>", "<v>41</v>"})
        CHECK(contains(reporting, published));
    auto const words = parts.at("xl/sharedStrings.xml");
    CHECK(contains(words, "<t>·</t>"));
    CHECK(contains(words, "anything from 0 to 9"));
}

TEST_CASE("a fleet has a sheet for each grouping, and the codes shown are said to be at least so many")
{
    TemporaryFolder folder;
    WorkbookData fleet;
    auto part = part_of("Gare du Nord", 100, 40);
    part.published = Published{{"code_shown/*", 24}};
    fleet.by_kiosk = {part, part};
    fleet.by_kiosk[0].published.reset();
    fleet.by_kiosk[1].figures.add(row_of("2026-11-24", "fr", "visits", "all", 200));
    part.name = "BE";
    fleet.by_country = {part};
    REQUIRE(write_workbook(folder / "figures.xlsx", fleet, labels(), workbook_options()).ok());
    auto const parts = test::unzipped(folder / "figures.xlsx");
    auto const names = sheet_names(parts);
    CHECK(std::count(names.begin(), names.end(), "By kiosk") == 1);
    CHECK(std::count(names.begin(), names.end(), "By partner") == 0);
    CHECK(std::count(names.begin(), names.end(), "By country") == 1);
    auto const kiosks = sheet(parts, "By kiosk");
    CHECK(kiosks.find("<v>300</v>") < kiosks.find("<v>100</v>")); // the most visited first
    CHECK(contains(parts.at("xl/styles.xml"), "≥ "));
    CHECK(contains(parts.at("xl/sharedStrings.xml"), "<t>Belgium</t>"));
}

TEST_CASE("of ten years the last 800 days stand there, and all weeks and months")
{
    TemporaryFolder folder;
    auto const figures = many_days(3'650);
    REQUIRE(write_workbook(folder / "figures.xlsx", figures, labels(), workbook_options()).ok());
    auto const parts = test::unzipped(folder / "figures.xlsx");
    auto const rows = sheet(parts, "Over time");
    CHECK(contains(rows, "r=\"A1450\"")); // 10 years, 120 months, 523 weeks, and the last 800 days
    CHECK_FALSE(contains(rows, "r=\"A1600\""));
    CHECK(contains(parts.at("xl/sharedStrings.xml"), "The last 800 days"));
}

// Not a test of its own: a package for those who look at workbooks with other programs.
TEST_CASE("the package that tests/real/workbook.sh looks at" * doctest::skip())
{
    auto const* folder = std::getenv("KIOSK_WORKBOOK_FOLDER");
    auto const* language = std::getenv("KIOSK_WORKBOOK_LANGUAGE");
    REQUIRE(folder);
    test::SampleOptions sample;
    if (auto const* days = std::getenv("KIOSK_WORKBOOK_DAYS")) {
        sample.days = std::atoi(days);
        sample.buckets = test::SampleBuckets::days;
    }
    auto const rows = test::sample_rows(sample);
    std::string csv = "bucket,content_version,language,measure,item,n\n";
    for (auto const& row : rows)
        csv += csv_row(
            {row.bucket, test::shipped_content().version, row.language, row.measure, row.item, std::to_string(row.n)});
    auto const in = [&](std::string const& name) { return std::filesystem::path(folder) / name; };
    REQUIRE(write_file_atomically(in("tallies.csv"), csv).ok());
    std::string reporting = "release,first,last,threshold,measure,item,language,n\n";
    for (auto const& release : test::sample_releases())
        for (auto const& cell : release.cells)
            reporting +=
                csv_row({std::to_string(release.number), release.first, release.last, std::to_string(release.threshold),
                         cell.measure, cell.item, cell.language, std::to_string(cell.n)});
    REQUIRE(write_file_atomically(in("reporting.csv"), reporting).ok());
    auto account = test::sample_account(rows);
    for (int i = 0; i < 23; ++i) {
        auto part = part_of("Brussel " + std::to_string(i), 400 - 13 * i, 90 - i);
        if (i % 3 == 0) part.published = Published{{"code_shown/*", 24}};
        account.by_kiosk.push_back(std::move(part));
    }
    account.by_partner.assign(account.by_kiosk.begin(), account.by_kiosk.begin() + 4);
    account.fairs.assign(account.by_kiosk.begin(), account.by_kiosk.begin() + 2);
    auto options = workbook_options();
    options.remarks = {"2026-11-25: 10:00–12:00, the power was off."};
    REQUIRE(write_workbook(in("figures.xlsx"), account, labels(language ? language : "en"), options).ok());
}
