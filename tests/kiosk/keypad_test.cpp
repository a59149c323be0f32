// A visit by keys alone, as somebody makes it who cannot touch the panel.
#include "rehearsal/gallery.h"
#include "screens/screens.h"
#include "support/staffed.h"
#include "ui/stage.h"

#include <doctest/doctest.h>
#include <set>

using namespace kiosk;
using namespace std::chrono_literals;
using test::Kiosk;
using test::Screen;

namespace {

std::string focused(Kiosk& kiosk) { return kiosk.app().stage().input().focused(); }

void go_to(Kiosk& kiosk, std::string const& id)
{
    for (int i = 0; i < 100 && focused(kiosk) != id; ++i) kiosk.key("tab");
    REQUIRE(focused(kiosk) == id);
}

void choose(Kiosk& kiosk, std::string const& id)
{
    go_to(kiosk, id);
    kiosk.key("enter");
}

std::set<std::string> ids(std::vector<ui::Node const*> const& nodes)
{
    std::set<std::string> ids;
    for (auto const* node : nodes) ids.insert(node->id);
    return ids;
}

// All targets that arrows lead to from the first.
std::set<std::string> reached_by_arrows(ui::Scene const& scene)
{
    ui::KeyFocus first;
    first.move(ui::Key::next, scene);
    std::set<std::string> reached{first.node()};
    std::vector<ui::KeyFocus> waiting{first};
    while (!waiting.empty()) {
        auto const from = waiting.back();
        waiting.pop_back();
        for (auto const key : {ui::Key::left, ui::Key::right, ui::Key::up, ui::Key::down}) {
            auto to = from;
            to.move(key, scene);
            if (reached.insert(to.node()).second) waiting.push_back(to);
        }
    }
    return reached;
}

} // namespace

TEST_CASE("on every screen, lying and upright, arrows reach all that can be touched, and one ring all that can be read")
{
    auto const& content = test::shipped_content();
    ui::UnseenTextures textures;
    Problems problems;
    ui::Stage stage(textures, {ui::Fonts::installed_folders(), {}, Execution::at_once, {}}, problems);
    for (auto const panel : {Size{1920, 1080}, Size{1080, 1920}})
        for (auto const& view :
             rehearsal::gallery(content, "de", rehearsal::GalleryScope::all, rehearsal::kGalleryTime)) {
            ui::Layout const layout(rehearsal::layout_of(view, {panel, 22}));
            std::vector<visit::Action> ignored;
            stage.scroller().reset();
            stage.frame(layout, test::shipped_themes().usual, view.state.entered, ui::Drawing::nothing,
                        [&](ui::Canvas& canvas) {
                            screens::Frame frame(canvas, content, "de", ignored);
                            rehearsal::draw_view(frame, view);
                        });
            CAPTURE(view.name);
            auto const& scene = stage.scene();
            auto const targets = ids(scene.targets());
            auto const reached = targets.empty() ? targets : reached_by_arrows(scene);
            for (auto const& target : targets) CHECK_MESSAGE(reached.contains(target), target);
            std::set<std::string> read;
            ui::KeyFocus reader;
            for (std::size_t i = 0; i < scene.readable().size(); ++i) {
                reader.move(ui::Key::read_next, scene);
                read.insert(reader.node());
            }
            CHECK(read == ids(scene.readable()));
        }
}

TEST_CASE("a key that leads to another screen leaves the focus at its heading, which stands first in what is read")
{
    Kiosk kiosk;
    choose(kiosk, "attract.language.en");
    CHECK(focused(kiosk) == "home.title");
    choose(kiosk, "home.dont-look-away");
    CHECK(focused(kiosk) == "page.title");
    choose(kiosk, "page.next");
    CHECK(focused(kiosk) == "page.title");
    choose(kiosk, "page.sources");
    CHECK(focused(kiosk) == "sources.title");
    choose(kiosk, "sources.close");
    CHECK(focused(kiosk) == "page.sources"); // back where it was
    kiosk.key("home");
    CHECK(kiosk.screen() == Screen::home);
    CHECK(focused(kiosk) == "home.title");
}

TEST_CASE("who is asked whether somebody is still there, and presses a key, is where the focus was")
{
    Kiosk kiosk;
    kiosk.begin();
    go_to(kiosk, "home.quiz");
    for (int i = 0; i < 120 && !kiosk.state().warned; ++i) kiosk.wait(1s);
    REQUIRE(kiosk.state().warned);
    CHECK(focused(kiosk) == "still-there.title");
    kiosk.key("tab");
    CHECK_FALSE(kiosk.state().warned);
    CHECK(focused(kiosk) == "home.quiz");
}

TEST_CASE("a telephone number and an address to report to are in what a keypad reads")
{
    Kiosk kiosk;
    kiosk.begin();
    kiosk.tap("bar.report");
    std::set<std::string> read;
    for (int i = 0; i < 60; ++i) {
        kiosk.key("page-down");
        read.insert(focused(kiosk));
    }
    for (auto const* id : {"report.channel.address", "report.call.phone", "report.channel.anonymous",
                           "report.channel.promise", "report.now"})
        CHECK_MESSAGE(read.contains(id), id);
}

TEST_CASE("staff type their PIN with a keypad's digits, and take one back")
{
    test::Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.hold_corner(3100ms);
    REQUIRE(kiosk.screen() == Screen::staff_pin);
    for (auto const* digit : {"1", "2", "3", "9"}) kiosk.key(digit);
    kiosk.key("backspace");
    for (auto const* digit : {"4", "5", "6"}) kiosk.key(digit);
    CHECK(kiosk.scene().find("pin.digits")->state == "6");
    choose(kiosk, "pin.submit");
    REQUIRE(staffed.service.checks.size() == 1);
    CHECK(staffed.service.checks[0].first == "123456");
}

TEST_CASE("digits and the key to erase do nothing where there is no PIN to type")
{
    Kiosk kiosk;
    kiosk.begin();
    auto const before = kiosk.scene().dump();
    for (auto const* key : {"1", "0", "backspace"}) kiosk.key(key);
    CHECK(kiosk.scene().dump() == before);
}
