#include "content/keys/word_key.h"
#include "figures/day_remarks.h"
#include "files/files.h"
#include "naming/display_names.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>
#include <regex>

using namespace kiosk;
using namespace test;

namespace {

figures::DisplayNames shipped_labels(std::string const& language)
{
    return naming::make_display_names(shipped_content(), language);
}

} // namespace

TEST_CASE("ids have their names in the language of the staff")
{
    auto const german = shipped_labels("de");
    CHECK(german.item(Measure::visit_ended, "leave") == "Mit der Schaltfläche verlassen");
    CHECK(german.item(Measure::report_place, "KE") == "Kenia");
    CHECK(german.item(Measure::quiz_score, "travellers/5-of-6") == "5 von 6 richtig");
    CHECK(german.item(Measure::page_seen, "dont-look-away/law").starts_with("Don’t Look Away · "));
    CHECK(german.language_name("fr") == "Französisch");
    CHECK(shipped_labels("fr").language_name("fr") == "Français"); // with the capital of a cell's beginning
    CHECK(german.question("travellers", "age") ==
          shipped_content().quizzes.front().find("age")->words.at("de").question);
    CHECK(german.answer("travellers", "where", "true") == "Richtig");
}

TEST_CASE("right answers are known where the question is")
{
    auto const english = shipped_labels("en");
    CHECK(english.right("travellers", "age", "b") == true);
    CHECK(english.right("travellers", "age", "a") == false);
    CHECK(english.right("travellers", "age", "z") == std::nullopt);
    CHECK(english.right("travellers", "of-tomorrow", "a") == std::nullopt);
    CHECK(english.right("another", "age", "c") == std::nullopt);
    CHECK(english.questions("travellers").front() == "where-to-report");
    CHECK(english.answers("travellers", "age") == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("what the content does not know keeps its id")
{
    auto const english = shipped_labels("en");
    for (auto const& measure : kMeasures) {
        CAPTURE(measure.id);
        CHECK(english.item(measure.measure, "of-tomorrow") == "of-tomorrow");
        CHECK(english.item(measure.measure, "").empty());
    }
    CHECK(english.item(Measure::page_seen, "dont-look-away/of-tomorrow") == "dont-look-away/of-tomorrow");
    CHECK(english.language_name("xx") == "xx");
    CHECK(english.answer("travellers", "age", "z") == "z");
    auto const nothing = content::Content();
    CHECK(naming::make_display_names(nothing, "fr").words("figures.title") == "figures.title");
}

TEST_CASE("a draft and a demonstration are called so")
{
    CHECK(shipped_labels("en").status.size() == 2);
    auto content = shipped_content();
    content.edition = content::Edition::release;
    for (auto& file : content.words_files) file.review.reviewed = true;
    CHECK(naming::make_display_names(content, "en").status.empty());
}

TEST_CASE("everything a kiosk can count has a name in the workbook's words")
{
    for (auto const* language : {"en", "fr", "nl", "de"}) {
        auto const names = shipped_labels(language);
        auto const is_named = [&](Measure measure, std::string const& item) {
            CAPTURE(item);
            CHECK(names.item(measure, item) != item);
        };
        for (auto const& screen : visit::screen_names()) {
            auto const known = visit::screen_named(screen);
            if (!visit::is_visiting(*known)) continue;
            if (visit::is_reporting(*known))
                is_named(Measure::report_step, screen.substr(std::string("report-").size()));
            else
                is_named(Measure::screen_seen, screen);
        }
        for (auto const* end : {"leave", "idle", "restart"}) is_named(Measure::visit_ended, end);
        for (auto const* kind : {"engaged", "only-touched"}) is_named(Measure::visit_kind, kind);
        for (auto const* aid : {"large-text", "contrast", "less-movement", "keyboard"}) is_named(Measure::comfort, aid);
        for (auto const* band : {"under-30s", "30s-1min", "1min-2min", "2min-4min", "over-4min"})
            is_named(Measure::visit_length, band);
        for (auto const* band : {"under-5s", "5s-15s", "15s-45s", "over-45s"}) is_named(Measure::dwell, band);
        for (auto const& place : shipped_content().reporting.places) is_named(Measure::report_place, place.id);
        for (auto const& channel : shipped_content().reporting.channels) is_named(Measure::code_shown, channel.id);
        for (auto const& page : shipped_content().support.pages) is_named(Measure::support_seen, page.id);
        for (auto const& measure : kMeasures)
            for (auto const* part : {".name", ".counts", ".why"}) {
                auto const key = "figures.measure." + std::string(measure.id) + part;
                CHECK(names.words(key) != key);
            }
    }
}

TEST_CASE("whatever staff can say of a day has words, at the kiosk and for the office, in every language")
{
    for (auto const* language : {"en", "fr", "nl", "de"})
        for (auto const key : kDayRemarks) {
            auto const& words = shipped_content().staff.at(language);
            CAPTURE(language);
            CAPTURE(key);
            CHECK(words.contains("screen.remark." + std::string(key)));
            CHECK(words.contains("figures.day_remark." + std::string(key)));
        }
}

TEST_CASE("every word the workbook asks for is there, and every word that is there is asked for")
{
    auto const code = code_of({"figures", "workbook", "package", "services", "fleet", "naming"});
    auto const& words = shipped_content().staff.at("en");
    std::regex const asked("say\\((?:many \\? )?\"([a-z_.]+)\"");
    for (auto at = std::sregex_iterator(code.begin(), code.end(), asked); at != std::sregex_iterator(); ++at) {
        auto const key = (*at)[1].str();
        CAPTURE(key);
        // "sheet." and its like are beginnings.
        CHECK((key.ends_with('.') || words.contains("figures." + key)));
    }
    for (auto const& word : words) {
        if (!word.first.starts_with("figures.")) continue;
        auto const key = std::string(content::split_form(word.first).key).substr(std::string("figures.").size());
        auto const group = key.substr(0, key.find('.'));
        static std::set<std::string> const kGroups{"measure",      "ended",     "kind",       "band",   "screen",
                                                   "aid",          "step",      "items",      "notes",  "month_name",
                                                   "weekday_name", "knowledge", "day_remark", "setting"};
        if ((key != group && kGroups.contains(group)) || key == "status" || key.starts_with("reviewed_")) continue;
        CAPTURE(key);
        if (group == "day_remark") {
            CHECK(is_day_remark(key.substr(group.size() + 1)));
            continue;
        }
        bool const by_end = code.find("\"" + key.substr(key.find('.') + 1) + "\"") != std::string::npos;
        CHECK((code.find("\"" + key + "\"") != std::string::npos ||
               code.find("\"figures." + key + "\"") != std::string::npos ||
               ((group == "sheet" || group == "fleet") && by_end)));
    }
}
