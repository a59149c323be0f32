// [format] of the workbook's words: what is no sample is told at its line, and English stands in.
#include "support/edited_content.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace kiosk;
using namespace test;

namespace {

constexpr char const* kGerman = "staff/figures/de.toml";

} // namespace

TEST_CASE("a sample that is none is told at its line with a way out, and written as in English")
{
    struct Row {
        char const *from, *to, *said;
    };
    constexpr Row kRows[]{
        {"number = \"1.234\"", "number = \"1 234\"",
         "'number': \"1 234\" is no sample of it (write \\u202F or \\u00A0"},
        {"number = \"1.234\"", "number = \"1.235\"", "(write 1234 as the language writes it"},
        {"number = \"1.234\"", "number = \"15234\"", "(write 1234 as the language writes it"},
        {"number = \"1.234\"", "number = \"\"", "(write 1234 as the language writes it"},
        {"percent = \"12\\u00A0%\"", "percent = \"12 %\"", "(write \\u00A0 or \\u202F in place of the blank"},
        {"percent = \"12\\u00A0%\"", "percent = \"12\"", "(write twelve per cent as the language writes it"},
        {"percent = \"12\\u00A0%\"", "percent = \"12% von\"", "in place of the blank"},
        {"percent = \"12\\u00A0%\"", "percent = \"12%%\"", "(write twelve per cent as the language writes it"},
        {"day = \"31.12.2026\"", "day = \"31.12.26\"", "(write the last day of 2026 in numbers"},
        {"day = \"31.12.2026\"", "day = \"31.11.2026\"", "(write the last day of 2026 in numbers"},
        {"day = \"31.12.2026\"", "day = \"31.12.2026 um 9\"", "(write the last day of 2026 in numbers"},
        {"day = \"31.12.2026\"", "day = \"31 .. .. .. .. .. .. .. .. 12.2026\"", "(write it shorter)"},
        {"short_day = \"31.12.\"", "short_day = \"31.12.2026\"", "(write the last day of a year in numbers"},
        {"locale = \"de-DE\"", "locale = \"fr-FR\"", "no language and country of de.toml that Windows knows"},
        {"locale = \"de-DE\"", "locale = \"de\"", "(write \"de-\" and the two capitals of a country"},
        {"locale = \"de-DE\"", "locale = \"de-ZZ\"", "no language and country of de.toml that Windows knows"},
    };
    for (auto const& row : kRows) {
        CAPTURE(row.to);
        EditedContent content;
        auto const line = content.replace(kGerman, row.from, row.to);
        auto const errors = content.errors();
        CAPTURE(errors);
        CHECK(std::count(errors.begin(), errors.end(), '\n') == 1);
        CHECK(errors.starts_with(fmt::format("content/{}:{}:", kGerman, line)));
        CHECK(errors.find(row.said) != std::string::npos);
    }
    EditedContent content;
    content.replace(kGerman, "day = \"31.12.2026\"", "day = \"31.12.26\"");
    auto const formats = content.read().content.formats.at("de");
    CHECK(formats.day == "31/12/2026");
    CHECK(formats.short_day == "31.12.");
    CHECK(formats.locale == 0x407);
}

TEST_CASE("a line of the samples that is missing, or that nobody knows, is told")
{
    EditedContent content;
    content.replace(kGerman, "short_day = \"31.12.\"", "shortday = \"31.12.\"");
    auto const errors = content.errors();
    CAPTURE(errors);
    CHECK(std::count(errors.begin(), errors.end(), '\n') == 1);
    CHECK(errors.find("short_day") != std::string::npos);
}

TEST_CASE("without samples workbooks are written as in English, and the check warns of it")
{
    EditedContent content;
    auto text = content.text(kGerman);
    content.put(kGerman, text.substr(0, text.find("[format]")));
    CHECK(content.errors().empty());
    auto const read = content.read();
    CHECK_FALSE(read.content.formats.contains("de"));
    auto const told = std::find_if(read.problems.begin(), read.problems.end(),
                                   [](Problem const& one) { return one.message.starts_with("[format] is missing"); });
    REQUIRE(told != read.problems.end());
    CHECK(told->severity == Severity::warning);
    CHECK(told->place.file == fmt::format("content/{}", kGerman));
}
