// What the composition of screens promises: little flat ground, and a bar of one size of letters.
#include "platform/render_target.h"
#include "rehearsal/audit.h"
#include "rehearsal/flat_ground.h"
#include "rehearsal/gallery.h"
#include "screens/screens.h"
#include "support/kiosk.h"
#include "ui/stage.h"

#include <doctest/doctest.h>
#include <set>

using namespace kiosk;
using namespace kiosk::rehearsal;

namespace {

ui::Image picture(int width, int height, ui::Color color)
{
    ui::Image image{width, height, {}};
    for (int i = 0; i < width * height; ++i)
        image.rgba.insert(image.rgba.end(), {color.red, color.green, color.blue, 255});
    return image;
}

void paint(ui::Image& image, int left, int top, int side, ui::Color color)
{
    for (int y = top; y < top + side; ++y)
        for (int x = left; x < left + side; ++x) {
            auto const at =
                (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) * 4;
            image.rgba[at] = color.red;
            image.rgba[at + 1] = color.green;
            image.rgba[at + 2] = color.blue;
        }
}

constexpr ui::Color kGround{11, 22, 38};

// Draws a view without a picture of it, for its scene.
void draw_once(ui::Stage& stage, View const& view, std::string const& language, ui::Layout const& layout,
               content::Content const& content = test::shipped_content())
{
    std::vector<visit::Action> ignored;
    stage.scroller().reset();
    stage.frame(layout, ui::built_in_theme(), view.state.entered, ui::Drawing::nothing, [&](ui::Canvas& canvas) {
        screens::Frame frame(canvas, content, language, ignored);
        draw_view(frame, view);
    });
}

// Sizes of letters in the bar, [px].
std::set<float> sizes_in_bar(ui::Scene const& scene, ui::Layout const& layout)
{
    std::set<float> sizes;
    for (auto const& drawn_text : scene.drawn_texts())
        if (drawn_text.view.width <= 0 && drawn_text.rect.y >= layout.bar().y && !drawn_text.held_by_word)
            sizes.insert(drawn_text.font_size);
    return sizes;
}

// One view as it stands before anybody scrolls.
class Drawn {
public:
    Drawn(std::string const& name, std::string const& language, ui::LayoutOptions const& panel,
          content::Content const& content = test::shipped_content())
        : stage_(textures_, {ui::Fonts::installed_folders(), {}, Execution::at_once, {}}, problems_)
    {
        for (auto const& view : gallery(content, language, GalleryScope::all, kGalleryTime)) {
            if (view.name != name) continue;
            ui::Layout const layout(layout_of(view, panel));
            bar_ = layout.bar().y;
            draw_once(stage_, view, language, layout, content);
        }
    }
    ui::Scene const& scene() const { return stage_.scene(); }
    bool is_in_sight(std::string const& id) const
    {
        CAPTURE(id);
        auto const* node = scene().find(id);
        REQUIRE(node);
        return node->rect.y >= 0 && node->rect.bottom() <= bar_;
    }

private:
    ui::UnseenTextures textures_;
    Problems problems_;
    ui::Stage stage_;
    float bar_ = 0;
};

template <typename Check>
void for_each_language(Check check)
{
    for (auto const& language : test::shipped_content().languages) {
        CAPTURE(language);
        check(language);
    }
}

} // namespace

TEST_CASE("flat ground is what has the ground's colour, whole squares of it")
{
    auto image = picture(540, 540, kGround);
    CHECK(flat_ground(image, kGround) == 1);
    paint(image, 0, 0, 270, {200, 160, 90});
    CHECK(flat_ground(image, kGround) == doctest::Approx(0.75));
    CHECK(flat_ground(picture(540, 540, {21, 41, 63}), kGround) == 0); // a plate is no ground
    auto speckled = picture(540, 540, kGround);
    for (int y = 0; y < 540; y += 10)
        for (int x = 0; x < 540; x += 10) paint(speckled, x + 4, y + 4, 1, {255, 255, 255});
    CHECK(flat_ground(speckled, kGround) == 0); // nor is the air between letters
}

TEST_CASE("no screen for visitors and no slide has more than 60 % flat ground, upright and lying, in French")
{
    for (auto const& [width, height] : {std::pair{960, 540}, std::pair{540, 960}}) {
        auto display = platform::make_offscreen(width, height);
        REQUIRE(display);
        auto& surface = *display.value();
        Problems problems;
        ui::Stage stage(surface.textures(),
                        {ui::Fonts::installed_folders(),
                         {std::filesystem::path(KIOSK_ASSETS) / "pictures"},
                         Execution::at_once,
                         {}},
                        problems);
        auto const theme = ui::built_in_theme();
        for (auto const& view : gallery(test::shipped_content(), "fr", GalleryScope::one_of_each, kGalleryTime)) {
            if (visit::is_staff(view.state.screen)) continue;
            std::vector<visit::Action> ignored;
            stage.scroller().reset();
            ui::Layout const layout(layout_of(view, {surface.size(), 22}));
            surface.present(
                *stage.frame(layout, theme, view.state.entered, ui::Drawing::everything, [&](ui::Canvas& canvas) {
                    screens::Frame frame(canvas, test::shipped_content(), "fr", ignored);
                    draw_view(frame, view);
                }));
            CAPTURE(view.name);
            CAPTURE(surface.size().width);
            CHECK(flat_ground(surface.picture().value(), theme[ui::Ink::ground]) <= kMuchFlatGround);
            stage.tick();
        }
    }
}

TEST_CASE("the words of the bar have one size, on every panel, in four languages, in normal letters and in large ones")
{
    ui::NoTextures textures;
    Problems problems;
    ui::Stage stage(textures, {ui::Fonts::installed_folders(), {}, Execution::at_once, {}}, problems);
    for (auto const& panel : audit_panels())
        for (auto const& language : test::shipped_content().languages)
            for (auto const letters : {ui::LetterSize::normal, ui::LetterSize::large})
                for (auto const& view :
                     gallery(test::shipped_content(), language, GalleryScope::one_of_each, kGalleryTime)) {
                    if (view.name != "home" && view.name != "report-danger") continue;
                    ui::Layout const layout(
                        layout_of(view, {{static_cast<float>(panel.width), static_cast<float>(panel.height)},
                                         panel.diagonal_inches,
                                         letters}));
                    draw_once(stage, view, language, layout);
                    auto const sizes = sizes_in_bar(stage.scene(), layout);
                    CAPTURE(std::string(panel.name));
                    CAPTURE(language);
                    CAPTURE(view.name);
                    CHECK(sizes.size() == 1);
                }
}

TEST_CASE("in large letters a code at an end and its address are in sight together, before anybody scrolls")
{
    for (auto const* name : {"quiz-end.3", "scene-end.travellers.hotel-bar"})
        for_each_language([&](std::string const& language) {
            Drawn const drawn(name, language, {{1920, 1080}, 21.5F, ui::LetterSize::large});
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
            Drawn const drawn(std::string("page.dont-look-away.") + page, language, upright);
            CHECK(drawn.scene().find("page.picture"));
        }
        Drawn const sources("sources.dont-look-away.what", language, upright);
        auto const* sheet = sources.scene().find("sources.sheet");
        REQUIRE(sheet);
        CHECK(sheet->rect.y > 400);
        CHECK(sources.is_in_sight("sources.close"));
    });
}

TEST_CASE("on 10 inches upright a scene's question and a choice are in sight, before anybody scrolls")
{
    for_each_language([](std::string const& language) {
        Drawn const drawn("scene.travellers.hotel-bar.start", language, {{800, 1280}, 10.1F});
        CHECK(drawn.is_in_sight("scene.situation"));
        CHECK(drawn.is_in_sight("scene.choice.tell"));
    });
}

TEST_CASE("on 10 inches a scene's question and each of its choices are in sight, before anybody scrolls")
{
    for_each_language([](std::string const& language) {
        Drawn const drawn("scene.travellers.hotel-bar.start", language, {{1280, 800}, 10.1F});
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
            Drawn const quiz("quiz.where-to-report.reconsider", language, panel);
            CHECK(quiz.is_in_sight("quiz.next"));
            // A verdict is nearer to its own answer than to the one above it.
            auto const& scene = quiz.scene();
            for (auto const& text : scene.drawn_texts()) {
                if (text.text != test::shipped_content().words(language, "quiz.missed")) continue;
                for (auto const& node : scene.nodes())
                    if (node.role == ui::Role::choice && node.rect.y < text.rect.y)
                        CHECK(node.rect.bottom() < text.rect.y);
            }
        }
    });
}

TEST_CASE("in large letters lying, both ways on are in sight below the numbers to call")
{
    for_each_language([](std::string const& language) {
        Drawn const emergency("report-emergency.BE", language, {{1920, 1080}, 22, ui::LetterSize::large});
        for (auto const* id : {"report.emergency.112", "report.elsewhere", "report.as-well"})
            CHECK(emergency.is_in_sight(id));
    });
}

TEST_CASE("a demonstration does not call a number to dial in danger untrue")
{
    for_each_language([](std::string const& language) {
        auto const& content = test::shipped_content();
        Drawn const emergency("report-emergency.BE", language, {{1920, 1080}, 22});
        CHECK(emergency.scene().says(content.words(language, "report.demonstration_danger")));
        CHECK_FALSE(emergency.scene().says(content.words(language, "report.demonstration")));
    });
}

TEST_CASE("on 10 inches every language is in sight, lying and upright, in normal letters and in large ones")
{
    for (auto const panel : {Size{1280, 800}, Size{800, 1280}})
        for (auto const letters : {ui::LetterSize::normal, ui::LetterSize::large}) {
            Drawn const drawn("language", "de", {panel, 10.1F, letters});
            for (auto const& language : test::shipped_content().languages)
                CHECK(drawn.is_in_sight("language." + language));
        }
}

TEST_CASE("on 10 inches, and in large letters lying, the first code of a reporting page is in sight with its address")
{
    for_each_language([](std::string const& language) {
        for (auto const& panel :
             {ui::LayoutOptions{{1280, 800}, 10.1F}, {{800, 1280}, 10.1F}, {{1920, 1080}, 22, ui::LetterSize::large}}) {
            Drawn const danger("report-danger", language, panel);
            for (auto const* id : {"report.now", "report.code"}) CHECK(danger.is_in_sight(id));
            // On 10 inches upright the code and the number in danger leave no room for it.
            if (panel.panel.width > panel.panel.height) CHECK(danger.is_in_sight("report.channel.address"));
            Drawn const take("report-take", language, panel);
            for (auto const* id : {"report.take.here.code", "report.take.here.address"}) CHECK(take.is_in_sight(id));
        }
    });
}

TEST_CASE("codes to take along are of one size, beside each other and one below the other")
{
    for_each_language([](std::string const& language) {
        for (auto const letters : {ui::LetterSize::normal, ui::LetterSize::large})
            for (auto const panel : {Size{1920, 1080}, Size{1080, 1920}}) {
                Drawn const drawn("report-take", language, {panel, 22, letters});
                auto const side = [&](char const* id) { return drawn.scene().find(id)->rect.width; };
                CHECK(side("report.take.here.code") == doctest::Approx(side("report.take.elsewhere.code")));
            }
    });
}

TEST_CASE("advice leaves its way to the address in sight on 22 inches, lying and upright")
{
    for_each_language([](std::string const& language) {
        for (auto const* name : {"report-note.1", "report-never.1", "report-doubts.1"})
            for (auto const panel : {Size{1920, 1080}, Size{1080, 1920}}) {
                Drawn const drawn(name, language, {panel, 22});
                CHECK(drawn.is_in_sight("report.channel"));
            }
    });
}

TEST_CASE("a page whose words fill the panel shows a number before anybody scrolls")
{
    for_each_language([](std::string const& language) {
        for (auto const& panel : {ui::LayoutOptions{{1280, 800}, 10.1F}, {{1920, 1080}, 22, ui::LetterSize::large}}) {
            Drawn const drawn("page.support.thoughts", language, panel);
            auto const& nodes = drawn.scene().nodes();
            CHECK(std::any_of(nodes.begin(), nodes.end(), [&](ui::Node const& node) {
                return node.id.ends_with(".phone") && drawn.is_in_sight(node.id);
            }));
        }
    });
}

TEST_CASE("on 10 inches numbers to call stand beside each other, each in sight")
{
    for_each_language([](std::string const& language) {
        Drawn const drawn("report-emergency.BE", language, {{1280, 800}, 10.1F});
        CHECK(drawn.is_in_sight("report.emergency.112"));
        CHECK(drawn.is_in_sight("report.emergency.101"));
        CHECK(drawn.scene().find("report.emergency.112")->rect.y == drawn.scene().find("report.emergency.101")->rect.y);
    });
}

TEST_CASE("scenes whose channel is gone still end with their steps, also in a page that scrolls")
{
    auto content = test::shipped_content();
    content.scenes.front().channel = "nobody";
    for (auto const& panel : {ui::LayoutOptions{{1280, 800}, 10.1F}, {{1920, 1080}, 21.5F, ui::LetterSize::large}}) {
        Drawn const drawn("scene-end.travellers.hotel-bar", "de", panel, content);
        CHECK(drawn.scene().find("scene.step.1"));
        CHECK_FALSE(drawn.scene().find("scene.end.code"));
    }
}

TEST_CASE("buttons of a row have letters of one size, whichever of their words is the longest")
{
    for (auto const letters : {ui::LetterSize::normal, ui::LetterSize::large})
        for_each_language([&](std::string const& language) {
            Drawn const drawn("report-note.1", language, {{1920, 1080}, 21.5F, letters});
            std::set<float> sizes;
            for (auto const& node : drawn.scene().nodes()) {
                if (!node.id.starts_with("report.") || node.role != ui::Role::button) continue;
                for (auto const& text : drawn.scene().drawn_texts())
                    if (text.text == node.label && !text.held_by_word) sizes.insert(text.font_size);
            }
            CHECK(sizes.size() == 1);
        });
}

TEST_CASE("where there is room, what a channel is like stands beside how it is reached, and upright below it")
{
    for_each_language([](std::string const& language) {
        auto const place_of = [&](ui::LayoutOptions const& panel, std::string const& id) {
            Drawn const drawn("report-channel.BE.be-116000", language, panel);
            auto const* node = drawn.scene().find(id);
            REQUIRE_MESSAGE(node, id);
            return node->rect;
        };
        ui::LayoutOptions const lying{{1920, 1080}, 21.5F};
        ui::LayoutOptions const upright{{1080, 1920}, 21.5F};
        CHECK(place_of(lying, "report.channel.anonymous").x > place_of(lying, "report.channel.phone").x);
        CHECK(place_of(upright, "report.channel.anonymous").y > place_of(upright, "report.channel.phone").y);
    });
}
