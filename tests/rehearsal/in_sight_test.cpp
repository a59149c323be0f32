// What a visitor came for is in sight before anybody scrolls.
#include "support/drawn_view.h"

#include <algorithm>

using namespace kiosk;
using test::DrawnView;
using test::for_each_language;

TEST_CASE("in large letters a code at an end and its address are in sight together, before anybody scrolls")
{
    for (auto const* name : {"quiz-end.3", "scene-end.travellers.hotel-bar"})
        for_each_language([&](std::string const& language) {
            DrawnView const drawn(name, language, {{1920, 1080}, 21.5F, ui::LetterSize::large});
            auto const card = std::string(name).substr(0, std::string(name).find("-end")) + ".end";
            CHECK(drawn.is_in_sight(card + ".code"));
            CHECK(drawn.is_in_sight(card + ".address"));
        });
}

TEST_CASE("in large letters a page keeps its picture while its words leave room, and sources leave the page in sight")
{
    for_each_language([](std::string const& language) {
        ui::LayoutOptions const upright{{1080, 1920}, 21.5F, ui::LetterSize::large};
        for (auto const* page : {"what", "harm", "traveller", "law", "events", "do", "after"}) {
            CAPTURE(page);
            DrawnView const drawn(std::string("page.dont-look-away.") + page, language, upright);
            CHECK(drawn.scene().find("page.picture"));
        }
        DrawnView const sources("sources.dont-look-away.what", language, upright);
        auto const* sheet = sources.scene().find("sources.sheet");
        REQUIRE(sheet);
        CHECK(sheet->rect.y > 400);
        CHECK(sources.is_in_sight("sources.close"));
    });
}

TEST_CASE("on 10 inches upright a scene's question and a choice are in sight, before anybody scrolls")
{
    for_each_language([](std::string const& language) {
        DrawnView const drawn("scene.travellers.hotel-bar.start", language, {{800, 1280}, 10.1F});
        CHECK(drawn.is_in_sight("scene.situation"));
        CHECK(drawn.is_in_sight("scene.choice.tell"));
    });
}

TEST_CASE("on 10 inches a scene's question and each of its choices are in sight, before anybody scrolls")
{
    for_each_language([](std::string const& language) {
        DrawnView const drawn("scene.travellers.hotel-bar.start", language, {{1280, 800}, 10.1F});
        CHECK(drawn.is_in_sight("scene.situation"));
        int choices = 0;
        for (auto const& node : drawn.scene().nodes())
            if (node.id.starts_with("scene.choice.")) {
                ++choices;
                CHECK(drawn.is_in_sight(node.id));
            }
        CHECK(choices == 3);
    });
}

TEST_CASE("in large letters the way on from an answer is in sight, and the answers above it hold their verdicts")
{
    for_each_language([](std::string const& language) {
        for (auto const& panel : {ui::LayoutOptions{{1920, 1080}, 22, ui::LetterSize::large},
                                  ui::LayoutOptions{{1080, 1920}, 22, ui::LetterSize::large}}) {
            DrawnView const quiz("quiz.where-to-report.reconsider", language, panel);
            CHECK(quiz.is_in_sight("quiz.next"));
            // A verdict within its own answer, or nearer to it than to the one above it.
            auto const& scene = quiz.scene();
            for (auto const& text : scene.drawn_texts()) {
                if (text.text != test::shipped_content().words(language, "quiz.missed")) continue;
                for (auto const& node : scene.nodes())
                    if (node.role == ui::Role::choice && node.rect.y < text.rect.y)
                        CHECK((node.rect.bottom() < text.rect.y || text.rect.bottom() < node.rect.bottom()));
            }
        }
    });
}

TEST_CASE("in large letters lying, both ways on are in sight below the numbers to call")
{
    for_each_language([](std::string const& language) {
        DrawnView const emergency("report-emergency.BE", language, {{1920, 1080}, 22, ui::LetterSize::large});
        for (auto const* id : {"report.emergency.112", "report.elsewhere", "report.as-well"})
            CHECK(emergency.is_in_sight(id));
    });
}

TEST_CASE("on 10 inches every language is in sight, lying and upright, in normal letters and in large ones")
{
    for (auto const panel : {Size{1280, 800}, Size{800, 1280}})
        for (auto const letters : {ui::LetterSize::normal, ui::LetterSize::large}) {
            DrawnView const drawn("language", "de", {panel, 10.1F, letters});
            for (auto const& language : test::shipped_content().languages)
                CHECK(drawn.is_in_sight("language." + language));
        }
}

TEST_CASE("on 10 inches, and in large letters lying, the first code of a reporting page is in sight with its address")
{
    for_each_language([](std::string const& language) {
        for (auto const& panel :
             {ui::LayoutOptions{{1280, 800}, 10.1F}, {{800, 1280}, 10.1F}, {{1920, 1080}, 22, ui::LetterSize::large}}) {
            DrawnView const danger("report-danger", language, panel);
            for (auto const* id : {"report.now", "report.code"}) CHECK(danger.is_in_sight(id));
            CHECK(danger.is_in_sight("report.channel.address"));
            DrawnView const take("report-take", language, panel);
            for (auto const* id : {"report.take.here.code", "report.take.here.address"}) CHECK(take.is_in_sight(id));
        }
    });
}

TEST_CASE("advice leaves its way to the address in sight on 22 inches, lying and upright")
{
    for_each_language([](std::string const& language) {
        for (auto const* name : {"report-note.1", "report-never.1", "report-doubts.1"})
            for (auto const panel : {Size{1920, 1080}, Size{1080, 1920}}) {
                DrawnView const drawn(name, language, {panel, 22});
                CHECK(drawn.is_in_sight("report.channel"));
            }
    });
}

TEST_CASE("a page whose words fill the panel shows a number before anybody scrolls")
{
    for_each_language([](std::string const& language) {
        for (auto const& panel : {ui::LayoutOptions{{1280, 800}, 10.1F}, {{1920, 1080}, 22, ui::LetterSize::large}}) {
            DrawnView const drawn("page.support.thoughts", language, panel);
            auto const& nodes = drawn.scene().nodes();
            CHECK(std::any_of(nodes.begin(), nodes.end(), [&](ui::Node const& node) {
                return node.id.ends_with(".phone") && drawn.is_in_sight(node.id);
            }));
            // And what it is for.
            CHECK(drawn.is_in_sight("page.text.1"));
        }
    });
}

TEST_CASE("on 10 inches numbers to call stand beside each other, each in sight")
{
    for_each_language([](std::string const& language) {
        DrawnView const drawn("report-emergency.BE", language, {{1280, 800}, 10.1F});
        CHECK(drawn.is_in_sight("report.emergency.112"));
        CHECK(drawn.is_in_sight("report.emergency.101"));
        CHECK(drawn.scene().find("report.emergency.112")->rect.y == drawn.scene().find("report.emergency.101")->rect.y);
    });
}

TEST_CASE("in large letters upright, and on 10 inches, the end of the quiz shows its whole code")
{
    for_each_language([](std::string const& language) {
        DrawnView const drawn("quiz-end.3", language, {{1080, 1920}, 21.5F, ui::LetterSize::large});
        CHECK(drawn.is_in_sight("quiz.end.code"));
        for (auto const panel : {Size{1280, 800}, Size{800, 1280}})
            CHECK(DrawnView("quiz-end.3", language, {panel, 10.1F}).is_in_sight("quiz.end.code"));
    });
}

TEST_CASE("in large letters lying a question whose answers are all in sight does not scroll")
{
    for_each_language([](std::string const& language) {
        DrawnView const drawn("quiz.where-to-report", language, {{1920, 1080}, 21.5F, ui::LetterSize::large});
        CHECK_FALSE(drawn.scene().find("scroll.down"));
    });
}

TEST_CASE("in large letters the way on from every page and every consequence stays in sight")
{
    for (auto const panel : {Size{1920, 1080}, Size{1080, 1920}})
        for_each_language([&](std::string const& language) {
            ui::LayoutOptions const options{panel, 21.5F, ui::LetterSize::large};
            for (auto const* name : {"page.dont-look-away.law", "page.support.survivors", "page.professionals.six",
                                     "scene.travellers.hotel-bar.start.tell"}) {
                DrawnView const drawn(name, language, options);
                auto const* scene = std::string_view(name).starts_with("scene") ? "scene.on" : "page.next";
                CHECK(drawn.is_in_sight(scene));
            }
        });
}

TEST_CASE("in large letters upright an address to type stands in one line")
{
    for_each_language([](std::string const& language) {
        for (auto const* name : {"report-take", "scene-end.travellers.hotel-bar", "quiz-end.3"}) {
            DrawnView const drawn(name, language, {{1080, 1920}, 21.5F, ui::LetterSize::large});
            for (auto const& text : drawn.scene().drawn_texts())
                if (text.text.find("dontlookaway.report") == 0) CHECK(text.lines == 1);
        }
    });
}
