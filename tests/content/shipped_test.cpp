#include "content/check/check.h"
#include "content/keys/interface_keys.h"
#include "files/files.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>
#include <regex>
#include <sstream>

using namespace kiosk;
using namespace test;

TEST_CASE("the shipped content has no error, and only unverified channels to warn of")
{
    auto const read = content::read_content(sources() / "content");
    CHECK(read.problems.empty());
    auto const pictures = std::filesystem::path(KIOSK_ASSETS) / "pictures";
    auto const exists = [&](std::string const& name) { return !ui::Pictures::find({pictures}, name).empty(); };
    for (auto const& problem : content::check_content(read.content, {exists, "2026-11-23"})) {
        CAPTURE(problem.line());
        CHECK(problem.severity == Severity::warning);
        // France's form has a long address, and no shorter one is known.
        bool const is_long = problem.message.find("channel 'fr-form'") != std::string::npos;
        CHECK((is_long || problem.message.find("have not been tried by a person") != std::string::npos));
    }
}

TEST_CASE("as a release the shipped content is refused: nobody has tried its channels, nor reviewed its words")
{
    auto content = shipped_content();
    content.edition = content::Edition::release;
    CHECK(count(content::check_content(content, {{}, "2026-11-23"}), Severity::error) ==
          static_cast<int>(content.reporting.channels.size() + content.words_files.size()));
}

TEST_CASE("the shipped content is whole")
{
    auto const& content = shipped_content();
    CHECK(content.languages == std::vector<std::string>{"en", "fr", "nl", "de"});
    REQUIRE(content.campaigns.size() == 2);
    CHECK(content.campaigns[0].pages.size() >= 7);
    CHECK(content.campaigns[1].pages.size() >= 5);
    CHECK(content.quizzes.front().questions.size() >= 14);
    std::set<content::QuestionKind> kinds;
    for (auto const& question : content.quizzes.front().questions) kinds.insert(question.kind);
    CHECK(kinds.size() == 4);
    for (auto const* country : {"FR", "DE", "AT", "NL", "LU", "PL",        "ZA",     "BE",     "BR",         "BG",
                                "ES", "GM", "IT", "KE", "MG", "CZ",        "RO",     "GB",     "UA",         "SN",
                                "CH", "NO", "AU", "US", "CA", "elsewhere", "online", "at-sea", "in-the-air", "unknown"})
        CHECK(content.reporting.place(country) != nullptr);
}

TEST_CASE("what is read out in place of a picture names that picture, and no other, in every language")
{
    auto const& content = shipped_content();
    for (auto const& language : content.languages) {
        std::map<std::string, std::string> pictures; // by what is read out
        for (auto const* series : content.all_series())
            for (auto const& page : series->pages) {
                auto const& alt = page.words.at(language).alt;
                CAPTURE(alt);
                CHECK(pictures.emplace(alt, page.picture).first->second == page.picture);
            }
        for (auto const& set : content.scenes)
            for (auto const& scene : set.scenes) {
                auto const& alt = scene.words.at(language).alt;
                CAPTURE(alt);
                CHECK(pictures.emplace(alt, scene.picture).first->second == scene.picture);
            }
    }
}

TEST_CASE("every key that a screen asks for is in the table, and every key of the table is asked for")
{
    auto const code = code_of({"screens", "visit", "voice"});
    std::regex const asked("words\\(\"([a-z_]+\\.[a-z_]+(\\.[a-z_]+)?)\"");
    long found = 0;
    for (auto at = std::sregex_iterator(code.begin(), code.end(), asked); at != std::sregex_iterator(); ++at, ++found) {
        auto const key = (*at)[1].str();
        CAPTURE(key);
        // A staff page's is told from an interface's by its table.
        CHECK((content::word_key(key) || shipped_content().staff.at("en").contains("screen." + key) ||
               content::word_key("screen." + key)));
    }
    CHECK(found > 50);
    for (auto const& entry : content::kInterfaceKeys) {
        std::string const key(entry.key);
        if (key.starts_with("notice.group.") || key == "language") continue;
        if (key.starts_with("safe.")) continue; // safe_page_test
        CAPTURE(key);
        CHECK(code.find("\"" + key + "\"") != std::string::npos);
    }
}

TEST_CASE("no text of the table keeps a brace once it has the values that the table says")
{
    auto const& content = shipped_content();
    for (auto const& entry : content::kInterfaceKeys)
        for (auto const& language : content.languages) {
            content::Values values;
            std::istringstream names{std::string(entry.placeholders)};
            for (std::string name; names >> name;) values.emplace_back(name, "7");
            auto const said = content.sentence(language, std::string(entry.key), values);
            CAPTURE(said);
            CHECK(said != entry.key);
            CHECK(said.find_first_of("{}") == std::string::npos);
        }
}

TEST_CASE("every word the staff's screens ask for is there, and every word that is there is asked for")
{
    auto const code = code_of({"base", "figures", "screens", "settings", "show", "services", "rehearsal", "program",
                               "updates", "lock", "health", "system"});
    auto const& words = shipped_content().staff.at("en");
    std::regex const asked("staff_words\\(\"([a-z_.]+)\"");
    long found = 0;
    for (auto at = std::sregex_iterator(code.begin(), code.end(), asked); at != std::sregex_iterator(); ++at, ++found) {
        CAPTURE((*at)[1].str());
        auto const own = "screen." + (*at)[1].str();
        CHECK((words.contains(own) || words.contains(own + ".other") || own.ends_with('.')));
    }
    CHECK(found > 30);
    for (auto const& [formed, text] : words) {
        std::string const key(content::split_form(formed).key);
        if (!key.starts_with("screen.") || key.starts_with("screen.reviewed_") || key == "screen.status") continue;
        auto const own = key.substr(std::string_view("screen.").size());
        auto const part = own.substr(own.find('.') + 1);
        // Either whole, or by its last part: "screen.span.today" is asked for by "today".
        CAPTURE(key);
        bool const numbered = part.size() <= 2 && part.find_first_not_of("0123456789") == std::string::npos;
        // health and updates name what they found: "disk.low", "unsigned_file"; a settings page its rules: "hours_set".
        auto const last = own.substr(own.rfind('.') + 1);
        bool const named = code.find('"' + last + '"') != std::string::npos ||
                           code.find('"' + last.substr(last.rfind('_') + 1) + '"') != std::string::npos;
        bool const step = own.starts_with("step.") && visit::screen_named("report-" + part);
        CHECK((numbered || step || named || code.find('"' + key + '"') != std::string::npos ||
               code.find('"' + own + '"') != std::string::npos || code.find('"' + part + '"') != std::string::npos));
    }
    for (auto const& screen : visit::screen_names())
        if (screen.starts_with("report-")) CHECK(words.contains("screen.step." + screen.substr(7)));
}

TEST_CASE("the notice of what is recorded stays within sixty words and a few, in every language")
{
    for (auto const* language : {"en", "fr", "nl", "de"}) {
        Kiosk kiosk;
        kiosk.begin(language);
        kiosk.tap("home.notice");
        std::string text;
        for (auto const* id : {"notice.counted", "notice.never", "notice.responsible"})
            text += kiosk.scene().find(id)->label + " ";
        CAPTURE(text);
        CHECK(std::count(text.begin(), text.end(), ' ') <= 75);
    }
}
