#include "content/read/sentences.h"
#include "content/read/signing_off.h"
#include "support/edited_content.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::content;
using namespace test;

TEST_CASE("every sentence that visitors read is in the table once, with its source and its four languages")
{
    auto const read = EditedContent().read();
    auto const all = sentences(read);
    CHECK(all.size() > 400);
    bool found = false;
    for (auto const& sentence : all) {
        CAPTURE(sentence.key);
        CHECK(sentence.versions.size() == 4);
        for (auto const& [language, version] : sentence.versions) {
            CHECK_FALSE(version.text.empty());
            CHECK(version.state == "draft");
            CHECK(version.place.line > 0);
        }
        if (sentence.folder.starts_with("campaigns/") && sentence.key.find(".text.") != std::string::npos)
            CHECK_FALSE(sentence.sources.empty());
        CHECK_FALSE(sentence.folder.starts_with("staff"));
        found =
            found || (sentence.folder == "reporting" && sentence.key == "channel.be-form.receives" &&
                      sentence.sources == std::vector<std::string>{"https://isaystop.com/step-3-send-the-form/ [A]"});
    }
    CHECK(found);
}

TEST_CASE("a sentence with a fault is in the table as it is shown, and said to be faulty")
{
    EditedContent content;
    content.replace("interface/fr.toml", "Suivant", "TODO");
    for (auto const& sentence : sentences(content.read()))
        if (sentence.key == "page.next") {
            CHECK(sentence.versions.at("fr").text == "Next");
            CHECK(sentence.versions.at("fr").state == "faulty: another language stands in");
        }
}

TEST_CASE("a review is noted at the top of its file, and holds for the words that stand there")
{
    EditedContent content;
    auto const mark = [&] {
        for (auto const& file : content.read().content.words_files)
            if (file.folder == "quiz/travellers" && file.language == "nl") return file.mark;
        return std::string();
    }();
    auto const file = std::string("quiz/travellers/nl.toml");
    auto const signed_off = with_review(content.text(file), {"A. Person", "2026-11-02", mark});
    REQUIRE(signed_off);
    CHECK(signed_off.value().starts_with("status = \"reviewed\"\nreviewed_by = \"A. Person\"\nreviewed_on = "
                                         "\"2026-11-02\"\nreviewed_mark = \""));
    content.put(file, signed_off.value());
    CHECK(content.errors().empty());
    auto const read = content.read();
    CHECK(std::count_if(read.content.words_files.begin(), read.content.words_files.end(),
                        [](WordsFile const& one) { return one.review.reviewed; }) == 1);
    // Once more, by somebody else: the same lines.
    auto const again = with_review(signed_off.value(), {"B. Person", "2026-11-03", mark});
    REQUIRE(again);
    CHECK(std::count(again.value().begin(), again.value().end(), '\n') ==
          std::count(signed_off.value().begin(), signed_off.value().end(), '\n'));
    CHECK_FALSE(with_review(content.text(file), {"A \"quoted\" name", "2026-11-02", mark}).ok());
    CHECK_FALSE(with_review(content.text(file), {" ", "2026-11-02", mark}).ok());
    CHECK_FALSE(with_review("[a]\nb = \"c\"\n", {"A. Person", "2026-11-02", mark}).ok());
}

TEST_CASE("a trial is noted with the channel that was tried, and with no other")
{
    EditedContent content;
    auto const file = std::string("reporting/channels.toml");
    auto const mark = content.read().content.reporting.channel("be-seos")->mark();
    auto const signed_off = with_trial(content.text(file), "be-seos", {"A. Person", "2026-11-02", mark});
    REQUIRE(signed_off);
    content.put(file, signed_off.value());
    CHECK(content.errors().empty());
    for (auto const& channel : content.read().content.reporting.channels)
        CHECK(channel.verified() == (channel.id == "be-seos"));
    CHECK_FALSE(with_trial(content.text(file), "be-sees", {"A. Person", "2026-11-02", mark}).ok());
}
