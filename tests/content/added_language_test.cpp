// A language that is added touches no code: Turkish, made from the English files, shows everywhere from them alone.
#include "content/read/safe_page.h"
#include "naming/display_names.h"
#include "support/edited_content.h"
#include "support/kiosk.h"
#include "support/sample_figures.h"
#include "support/temporary_folder.h"
#include "support/unzipped.h"
#include "support/workbook_parts.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <regex>

using namespace kiosk;
using namespace test;

namespace {

// Each text of more words than one changed, as if it had been translated, with the two words that tell a language.
std::string as_if_translated(std::string const& file)
{
    std::string result;
    std::istringstream lines(file);
    for (std::string line; std::getline(lines, line);)
        result += (line.starts_with('#')
                       ? line
                       : std::regex_replace(line, std::regex("\"([^\"]* [^\"]*)\""), "\"$1 ve sonra veya dur\"")) +
                  "\n";
    return result;
}

// What an editor does: a file beside each English one, and the language's name where names of languages stand.
EditedContent with_turkish()
{
    EditedContent edited;
    for (auto const& file : edited.files()) {
        auto const path = std::filesystem::path(file);
        if (path.filename() != "en.toml") continue;
        edited.put((path.parent_path() / "tr.toml").generic_string(), as_if_translated(edited.text(file)));
    }
    for (auto const* language : {"en", "fr", "nl", "de", "tr"})
        edited.replace(fmt::format("interface/{}.toml", language), "[language_name]\n",
                       "[language_name]\ntr = \"Türkçe\"\n");
    edited.replace("kiosk.toml", "\"nl\", \"de\"]", "\"nl\", \"de\", \"tr\"]");
    auto const* const file = "staff/figures/tr.toml";
    edited.replace(file, "number = \"1,234\"", "number = \"1.234\"");
    edited.replace(file, "percent = \"12%\"", "percent = \"%12\"");
    edited.replace(file, "day = \"31/12/2026\"", "day = \"31.12.2026\"");
    edited.replace(file, "short_day = \"31/12\"", "short_day = \"31.12\"");
    edited.replace(file, "locale = \"en-GB\"", "locale = \"tr-TR\"");
    return edited;
}

} // namespace

TEST_CASE("a language is added by its files alone: checked, in workbooks, filed, and on the safe page")
{
    auto const edited = with_turkish();
    CHECK(edited.errors() == "");
    auto const read = edited.read();
    auto const& content = read.content;
    REQUIRE(content.languages.back() == "tr");

    SUBCASE("workbooks have its words and write as it does")
    {
        TemporaryFolder folder;
        auto const labels = naming::make_display_names(content, "tr");
        REQUIRE(
            workbook::write_workbook(folder / "figures.xlsx", sample_account(sample_rows()), labels, workbook_options())
                .ok());
        auto const parts = unzipped(folder / "figures.xlsx");
        CHECK(contains(parts.at("xl/styles.xml"), "\"[$-41F]ddd dd\\.mm\\.yyyy\""));
        CHECK(contains(parts.at("xl/styles.xml"), "\"[$-41F]mmm yyyy\""));
        CHECK(contains(parts.at("xl/styles.xml"), "\"%0\""));
        CHECK(contains(parts.at("xl/sharedStrings.xml"), "27.11.2026"));
        CHECK(contains(parts.at("xl/sharedStrings.xml"), "ve sonra veya dur"));
    }
    SUBCASE("places are called and filed as it does")
    {
        KioskOptions options;
        options.content = &content;
        Kiosk kiosk(options);
        kiosk.begin("tr");
        kiosk.tap("bar.report");
        kiosk.tap("report.happened");
        CHECK(kiosk.has("report.letter.I"));
        kiosk.tap("report.letter.İ");
        CHECK(kiosk.scene().says("İsrail"));
        CHECK_FALSE(kiosk.scene().says("Irak"));
    }
    SUBCASE("the next build puts its words onto the safe page, behind those of the others")
    {
        auto const source = content::safe_words_source(read);
        REQUIRE(source.ok());
        CHECK(source.value().left_out.empty());
        auto const& code = source.value().code;
        CHECK(contains(code, "std::array<SafeWords, 5>"));
        auto const row = code.find("{\"tr\", \"This screen is being serviced. ve sonra veya dur\", \"Is a child in "
                                   "danger now? Call *112* in the European Union.");
        REQUIRE(row != std::string::npos);
        CHECK(row > code.find("{\"de\", "));
        CHECK(contains(code.substr(row), "*isaystop.com*"));
    }
}
