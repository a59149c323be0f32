// Scenes as graphs: what an editor gets wrong is told at its line, before a visitor stands there.
#include "support/edited_content.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace kiosk;
using namespace test;

namespace {

constexpr char const* kScenes = "scenes/travellers/scenes.toml";

void expect_error(EditedContent const& content, std::string const& words)
{
    auto const errors = content.errors();
    CAPTURE(errors);
    CHECK(errors.find(words) != std::string::npos);
    CHECK(errors.starts_with("content/scenes/travellers/"));
    CHECK(std::count(errors.begin(), errors.end(), '\n') == 1);
}

} // namespace

TEST_CASE("the shipped scenes end, each in three moments at most, and each in a picture of its own")
{
    for (auto const& set : shipped_content().scenes) {
        std::set<std::string> pictures;
        CHECK(set.scenes.size() == 12);
        for (auto const& scene : set.scenes) {
            CAPTURE(scene.id);
            CHECK(pictures.insert(scene.picture).second);
            auto const longest = content::longest_way(scene);
            REQUIRE(longest);
            CHECK(*longest <= content::kMostMoments);
            for (auto const& language : shipped_content().languages) CHECK(scene.words.contains(language));
        }
        CHECK_FALSE(shipped_content().reporting.channel(set.channel)->url.empty());
    }
}

TEST_CASE("a way that leads in a circle is told")
{
    EditedContent content;
    content.replace(kScenes, "choices = [\"leave\", \"report\"]\nright = [\"report\"]",
                    "choices = [\"leave\", \"report\"]\nright = [\"report\"]\nleads_to = { leave = \"start\" }");
    expect_error(content, "leads in a circle and never ends");
}

TEST_CASE("a way to a moment that is not there, and a moment that no way leads to, are told")
{
    EditedContent lost;
    lost.replace(kScenes, "leads_to = { forget = \"platform\" }", "leads_to = { forget = \"platfrom\" }");
    auto const errors = lost.errors();
    CHECK(errors.find("leads to a moment 'platfrom' that is not there") != std::string::npos);
    CHECK(errors.find("did you mean 'platform'?") != std::string::npos);

    EditedContent alone;
    alone.replace(kScenes, "leads_to = { forget = \"platform\" }\n", "");
    expect_error(alone, "no choice of scene 'taxi' leads to moment 'platform'");
}

TEST_CASE("a choice that helps and is none, and a channel without an address, are told")
{
    EditedContent right;
    right.replace(kScenes, "right = [\"write\"]", "right = [\"wirte\"]");
    expect_error(right, "\"wirte\" helps, which is no choice of it");

    EditedContent channel;
    channel.replace(kScenes, "channel = \"dont-look-away\"", "channel = \"be-116000\"");
    expect_error(channel, "has no address, and every scene ends with it");
}

TEST_CASE("a choice without words, or without what follows from it, is told at its moment")
{
    EditedContent content;
    content.replace("scenes/travellers/fr.toml", "write_then = ", "write_than = ");
    expect_error(content, "write_then");
}

TEST_CASE("a moment that is somewhere else says what its picture shows, and no other moment may")
{
    EditedContent missing;
    missing.replace("scenes/travellers/de.toml", "alt = \"Ein Reisepass und ein Telefon auf einem Tisch.\"\n", "");
    expect_error(missing, "moment 'at-home' of scene 'hotel-bar' has no 'alt'");

    EditedContent needless;
    needless.replace("scenes/travellers/de.toml", "[hotel-bar.start]\n", "[hotel-bar.start]\nalt = \"Eine Bar.\"\n");
    expect_error(needless, "'alt'");

    EditedContent taken;
    taken.replace(kScenes, "choices = [\"leave\", \"report\"]", "choices = [\"leave\", \"report\", \"alt\"]");
    CHECK(taken.errors().find("has a choice \"alt\", which means something else") != std::string::npos);
}

TEST_CASE("an edition without scenes is as good as before")
{
    EditedContent content;
    content.replace("kiosk.toml", "scenes = [\"travellers\"]                  # \"What would you do?\"\n", "");
    for (auto const* name : {"scenes", "en", "fr", "nl", "de"})
        content.remove(fmt::format("scenes/travellers/{}.toml", name));
    auto const read = content.read();
    CHECK(read.content.scenes.empty());
}
