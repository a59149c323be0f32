// The scenes that are drawn for the kiosk: their layers stand in the order in which the kiosk draws them, so that light
// never lies over what stands before it.
#include "files/files.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <regex>

using namespace kiosk;

TEST_CASE("every scene has its four layers from back to front, then what lives in it and how it answers")
{
    int scenes = 0;
    for (auto const& entry : std::filesystem::directory_iterator(test::sources() / "assets/art")) {
        if (entry.path().extension() != ".svg") continue;
        ++scenes;
        CAPTURE(entry.path().string());
        auto const text = read_file(entry.path()).value();
        std::regex const group("<g id=\"layer-([a-z]+)\"( display=\"none\")?");
        std::string order;
        for (std::sregex_iterator at(text.begin(), text.end(), group), end; at != end; ++at) {
            order += (*at)[1].str() + ((*at)[2].matched ? "-hidden " : " ");
        }
        bool const plain = order == "far middle light near life-hidden ";
        bool const answers = order == "far middle light near life-hidden helped-hidden passed-hidden ";
        CHECK_MESSAGE((plain || answers), order);
        for (auto const* forbidden : {"<text", "<image", "<filter", "<script", "href"})
            CHECK(text.find(forbidden) == std::string::npos);
    }
    CHECK(scenes >= 24);
}

TEST_CASE("every place where a scene is told answers to what one chooses")
{
    for (auto const& set : test::shipped_content().scenes)
        for (auto const& scene : set.scenes) {
            auto const text = read_file(test::sources() / "assets/art" / (scene.picture + ".svg")).value();
            CAPTURE(scene.picture);
            CHECK(text.find("layer-helped") != std::string::npos);
        }
}

TEST_CASE("a day sheet maps every colour of its scene, those of how it answers, too")
{
    int sheets = 0;
    for (auto const& entry : std::filesystem::directory_iterator(test::sources() / "assets/art/day")) {
        ++sheets;
        CAPTURE(entry.path().string());
        auto const sheet = read_file(entry.path()).value();
        auto const scene = read_file(test::sources() / "assets/art" / (entry.path().stem().string() + ".svg")).value();
        auto const maps = [&](std::string const& selector) { return sheet.find(selector) != std::string::npos; };
        std::regex const filled("fill=\"#[0-9A-Fa-f]{6}\"");
        for (std::sregex_iterator at(scene.begin(), scene.end(), filled), end; at != end; ++at)
            CHECK_MESSAGE(maps("[" + at->str() + "]"), at->str());
        std::regex const gradient("Gradient id=\"(\\w+)\"");
        for (std::sregex_iterator at(scene.begin(), scene.end(), gradient), end; at != end; ++at)
            CHECK_MESSAGE(maps("#" + (*at)[1].str() + " "), (*at)[1].str());
    }
    CHECK(sheets == 15);
}
