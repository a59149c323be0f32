// What is one touch away is prepared: the first frame of the next screen lacks no picture, as a window shows it, whose
// pictures are decoded beside the drawing.
#include "rehearsal/gallery.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>
#include <imgui.h>
#include <thread>

using namespace kiosk;
using namespace test;

namespace {

class WindowedKiosk {
public:
    WindowedKiosk()
        : display_(platform::make_null_target(1280, 720)),
          screen_({shipped_content(), *display_, clock, shipped_themes(), counts_, 1, 22, nullptr},
                  {ui::Fonts::installed_folders(), {KIOSK_ASSETS "/pictures"}, Execution::on_worker, {}}, problems_)
    {
    }
    // Until nothing is left to prepare; time stands still once the screen is there.
    void rest()
    {
        clock.advance(1s);
        screen_.step();
        for (int idle = 0; idle < 40;) {
            screen_.step();
            idle = screen_.stage().has_picture_requests() || !screen_.stage().can_prepare() ? 0 : idle + 1;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
    // While the scene of the attract loop drifts, on a machine that is too slow for it: a frame is always due.
    void drift_slowly()
    {
        for (int i = 0; i < 80; ++i) {
            clock.advance(45ms);
            screen_.step();
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }
    // Whether the screen that a tap leads to has all its pictures, from the first time that it is seen.
    bool tap_finds_all(std::string const& id, Duration watched = screens::kTransitionTime - 20ms)
    {
        clock.advance(2s);
        screen_.step();
        auto const* node = screen_.scene().find(id);
        REQUIRE_MESSAGE(node, id);
        auto const at = node->rect.centre();
        screen_.push(ui::FingerEvent{ui::FingerPhase::down, 1, at});
        screen_.step();
        screen_.push(ui::FingerEvent{ui::FingerPhase::up, 1, at});
        bool all = true;
        // As long as the eye opens nothing else is prepared; a choice opens no other.
        for (auto passed = Duration(0); passed < watched; passed += 20ms) {
            screen_.step();
            all = all && !screen_.stage().has_picture_requests();
            clock.advance(20ms);
        }
        return all;
    }
    show::KioskScreen& screen() { return screen_; }

    ManualClock clock;

private:
    CountList counts_;
    Problems problems_;
    std::unique_ptr<platform::RenderTarget> display_;
    show::KioskScreen screen_;
};

} // namespace

TEST_CASE("the first frame of the next screen has its pictures: home, a scene, what follows, and where that leads")
{
    WindowedKiosk kiosk;
    kiosk.rest();
    CHECK(kiosk.tap_finds_all("attract.language.de"));
    CHECK(kiosk.screen().screen() == "home");
    kiosk.rest();
    CHECK(kiosk.tap_finds_all("home.dont-look-away"));
    kiosk.rest();
    CHECK(kiosk.tap_finds_all("page.next"));
    kiosk.rest();
    kiosk.tap_finds_all("bar.home");
    kiosk.rest();
    CHECK(kiosk.tap_finds_all("home.scenes.travellers")); // although chance decides which
    kiosk.rest();
    auto const& run = kiosk.screen().state().scene;
    auto const& scene = *shipped_content().scene_set(run.set)->find(run.scene);
    auto const choice = scene.moments.front().leads_to.begin()->first;
    CHECK(kiosk.tap_finds_all("scene.choice." + choice, 20ms));
    kiosk.rest();
    CHECK(kiosk.tap_finds_all("scene.on"));
    CHECK(kiosk.screen().state().scene.moment == scene.moments.front().next(choice));
}

TEST_CASE("that is so while a slow card always has a frame to draw, too")
{
    WindowedKiosk kiosk;
    kiosk.drift_slowly();
    CHECK(kiosk.tap_finds_all("attract.language.de"));
}

TEST_CASE("every screen can be prepared, those that scroll on a small panel, too, and nothing of it is seen or touched")
{
    Problems problems;
    ui::NoTextures textures;
    ui::Stage stage(textures, {ui::Fonts::installed_folders(), {KIOSK_ASSETS "/pictures"}, Execution::on_worker, {}},
                    problems);
    int prepared = 0;
    for (auto const& view : rehearsal::gallery(shipped_content(), "de", rehearsal::GalleryScope::pages, Instant(1h)))
        for (auto const letters : {ui::LetterSize::normal, ui::LetterSize::large})
            for (auto const panel : {Size{1280, 720}, Size{600, 1024}}) {
                ui::Layout const layout(rehearsal::layout_of(view, {panel, 10, letters}));
                for (auto const drawing : {ui::Drawing::nothing, ui::Drawing::pictures_ahead})
                    stage.prepare(layout, shipped_themes().at(0), Instant(1h), "", drawing, [&](ui::Canvas& canvas) {
                        std::vector<visit::Action> ignored;
                        screens::Frame frame(canvas, shipped_content(), "de", ignored);
                        rehearsal::draw_view(frame, view);
                        CHECK(canvas.parts().list.VtxBuffer.empty());
                    });
                ++prepared;
            }
    CHECK(prepared > 400);
    CHECK(stage.scene().nodes().empty());
}
