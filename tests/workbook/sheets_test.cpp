#include "figures/account/wordings.h"
#include "support/sample_figures.h"
#include "support/temporary_folder.h"
#include "support/unzipped.h"
#include "support/workbook_parts.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::figures;
using namespace kiosk::workbook;
using test::contains;
using test::TemporaryFolder;

namespace {

using Parts = std::map<std::string, std::string>;

Parts written(WorkbookData const& account, DisplayNames const& labels = test::labels(),
              WorkbookOptions const& options = test::workbook_options())
{
    TemporaryFolder folder;
    REQUIRE(write_workbook(folder / "figures.xlsx", account, labels, options).ok());
    return test::unzipped(folder / "figures.xlsx");
}

bool says(Parts const& parts, std::string const& words) { return contains(parts.at("xl/sharedStrings.xml"), words); }

bool has_name(Parts const& parts, std::string const& name)
{
    return contains(parts.at("xl/workbook.xml"), "<definedName name=\"" + name + "\"");
}

TallyView counted(std::string_view day, std::string_view measure, std::string_view item, std::int64_t n)
{
    return {1, day, kWholeDay, "1", "fr", measure, item, n};
}

Subtotal fair(std::string const& name, std::string const& first, int days, std::int64_t visits)
{
    Subtotal part;
    part.name = name;
    part.planned_first = part.first = first;
    part.planned_last = part.last = test::days_after(first, days - 1);
    for (int day = 0; day < days; ++day)
        part.figures.add(counted(test::days_after(first, day), "visits", "all", visits + day));
    part.days_with_visits = days;
    return part;
}

} // namespace

TEST_CASE("two fairs stand side by side, first day beside first day")
{
    WorkbookData account;
    account.fairs = {fair("Salon A", "2026-02-05", 3, 100), fair("Salon B", "2026-03-12", 4, 210)};
    auto const parts = written(account);
    auto const sheet = test::sheet(parts, "Fairs");
    for (auto const* name : {"fairs", "fairs_reporting", "fairs_languages", "fairs_by_day"})
        CHECK(has_name(parts, name));
    CHECK(contains(sheet, "<v>303</v>")); // all of the first
    CHECK(contains(sheet, "<v>846</v>"));
    CHECK(says(parts, "<t>05/02/2026 – 07/02/2026</t>"));
    CHECK(test::sheet_names(written(WorkbookData())).size() == 7); // none without a fair
    // Six across at most, the seventh below them.
    for (int i = 0; i < 5; ++i) account.fairs.push_back(fair("More " + std::to_string(i), "2026-04-01", 2, 10));
    CHECK(has_name(written(account), "fairs_2"));
}

TEST_CASE("a year stands beside the one before, and a month that only one of them has is compared with nothing")
{
    WorkbookData account;
    account.add(counted("2025-11-23", "visits", "all", 100));
    account.add(counted("2026-11-23", "visits", "all", 130));
    account.add(counted("2026-12-01", "visits", "all", 7));
    auto const parts = written(account);
    auto const sheet = test::sheet(parts, "Over time");
    CHECK(has_name(parts, "year_on_year"));
    CHECK(contains(sheet, "<v>30</v>"));
    CHECK_FALSE(contains(sheet, "<v>-93</v>"));
    WorkbookData one;
    one.add(counted("2026-11-23", "visits", "all", 130));
    CHECK_FALSE(has_name(written(one), "year_on_year"));
}

TEST_CASE("opening hours and what staff said stand beside the visits of the day")
{
    WorkbookData account;
    account.add(counted("2026-11-23", "visits", "all", 12));
    account.day_summaries["2026-11-23"] = {1, 8 * 60, "10:00-18:00", {"it was off for a part of the day"}};
    account.day_summaries["2026-11-24"] = {1, 8 * 60, "10:00-18:00", {}}; // on, and nobody came
    auto const parts = written(account);
    auto const sheet = test::sheet(parts, "Over time");
    CHECK(says(parts, "10:00-18:00"));
    CHECK(says(parts, "it was off for a part of the day"));
    CHECK(contains(sheet, "<v>1.5</v>")); // visits an open hour
    CHECK(contains(sheet, "<v>46350</v>"));
}

TEST_CASE("codes of reporting stand beside months only, since no day of them is published")
{
    WorkbookData account;
    account.add(counted("2026-11-23", "visits", "all", 12));
    account.codes_by_month["2026-11"] = 41;
    auto const sheet = test::sheet(written(account), "Over time");
    auto const first = sheet.find("<v>41</v>");
    CHECK(first != std::string::npos);
    CHECK(sheet.find("<v>41</v>", first + 1) == std::string::npos);
}

TEST_CASE("what is masked whole has a row, and steps of reporting are not added up")
{
    WorkbookData account;
    account.releases = test::sample_releases();
    account.reporting_items[Measure::report_step] = {"danger", "where", "channel", "doubts"};
    account.releases[1].cells.push_back({"report_step", "*", "*", 9'999}); // of a package of an older version
    auto const parts = written(account);
    auto const sheet = test::sheet(parts, "Reporting");
    CHECK(says(parts, "<t>fewer than 10</t>"));
    CHECK(says(parts, "<t>Doubts, answered</t>"));
    CHECK_FALSE(contains(sheet, "<v>9999</v>"));
    // Those that follow one another come first, in that order.
    CHECK(sheet.find("<v>63</v>") < sheet.find("<v>44</v>"));
    // Of a fleet nobody can say so: each kiosk has hidden its own.
    account.releases.erase(account.releases.begin());
    account.releases[0].number = 0;
    auto const fleet = written(account);
    CHECK_FALSE(says(fleet, "<t>fewer than 10</t>"));
    CHECK(says(fleet, "<t>not shown</t>"));
}

TEST_CASE("a preview and a look in the house say so on each sheet")
{
    auto const account = test::sample_account(test::sample_rows());
    auto options = test::workbook_options();
    for (auto const& [kind, words] :
         {std::pair(ExportKind::preview, "VORSCHAU"), {ExportKind::internal, "NUR FÜR DAS HAUS"}}) {
        options.kind = kind;
        auto const parts = written(account, test::labels("de"), options);
        std::size_t sheets = 0;
        for (auto const& [name, text] : parts)
            if (name.starts_with("xl/worksheets/sheet")) {
                auto const& sheet = name;
                CAPTURE(sheet);
                ++sheets;
                CHECK(contains(text.substr(std::min(text.find("<headerFooter"), text.size())), words));
            }
        CHECK(sheets == test::sheet_names(parts).size());
    }
    options.kind = ExportKind::whole;
    CHECK_FALSE(says(written(account, test::labels("de"), options), "VORSCHAU"));
}

TEST_CASE("a question that was changed has a sheet of its own, under the words that it had")
{
    auto const labels = test::labels();
    std::vector<WordRow> const rows{{"old", "en", "quiz_right", "travellers/age", "Who is a child?", -1},
                                    {"old", "en", "quiz_answer", "travellers/age/18", "A quite other answer", 1}};
    Wordings const wordings(rows, labels);
    WorkbookData account;
    std::string item;
    for (auto const* version : {"old", "new"}) {
        auto row = counted("2026-11-23", "quiz_right", "travellers/age/right", version == std::string("old") ? 11 : 22);
        row.content_version = version;
        account.add(wordings.as_worded(row, item));
        row.measure = "quiz_answer";
        row.item = "travellers/age/18";
        account.add(wordings.as_worded(row, item));
    }
    auto const parts = written(account, wordings.labels());
    auto const names = test::sheet_names(parts);
    CHECK(std::count_if(names.begin(), names.end(), [](auto const& name) { return contains(name, " age"); }) == 2);
    CHECK(says(parts, "Who is a child? (as content old had it)"));
    CHECK(says(parts, "A quite other answer"));
    for (auto const& name : names)
        if (contains(name, "age@old"))
            CHECK_FALSE(contains(test::sheet(parts, name), "<v>22</v>"));
        else if (contains(name, " age"))
            CHECK_FALSE(contains(test::sheet(parts, name), "<v>11</v>"));
}

TEST_CASE("what guessing alone moves stands beside what was learned")
{
    WorkbookData account;
    account.add(counted("2026-11-23", "knowledge", "travellers/wrong-right", 300));
    account.add(counted("2026-11-23", "knowledge", "travellers/right-wrong", 60));
    account.add(counted("2026-11-23", "knowledge", "travellers/right-right", 640));
    auto const parts = written(account);
    auto const& quiz = test::shipped_content().quizzes.front();
    auto const answers = static_cast<std::int64_t>(quiz.find(quiz.pair)->answers.size());
    auto const moved = (1'000 * (answers - 1) + answers * answers / 2) / (answers * answers);
    CHECK(says(parts, "about " + std::to_string(moved) + " of 1,000 quizzes"));
    CHECK(contains(test::sheet(parts, "Summary"), "<v>240</v>"));
}

TEST_CASE("a loop that nobody touches has a summary and days of its own")
{
    WorkbookData account;
    account.add(counted("2026-11-23", "display_code", "be-form", 400));
    account.add(counted("2026-11-24", "display_code", "be-form", 412));
    auto const parts = written(account);
    CHECK(contains(test::sheet(parts, "Summary"), "<v>812</v>"));
    CHECK(contains(test::sheet(parts, "Over time"), "<v>412</v>"));
    CHECK(says(parts, "this screen is not touched"));
}
