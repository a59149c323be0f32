// What a frame may cost, counted: pixels that are drawn anew, corners of shapes, changes of texture. Times are measured
// by tools/bench and tools/compare, which a loaded machine cannot fail.
#include "raster/repainter.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>
#include <imgui.h>

using namespace kiosk;
using namespace test;

namespace {

struct FrameCost {
    double share = 0; // of the panel's pixels that were drawn anew
    int corners = 0;
    int commands = 0;
};

// Draws into memory, as a window without a graphics card does, and counts.
class CountingTarget final : public platform::RenderTarget {
public:
    Size size() const override { return {1920, 1080}; }
    ui::Textures& textures() override { return textures_; }
    void present(ImDrawData const& data) override
    {
        ++presented_;
        last = {.corners = data.TotalVtxCount};
        for (int i = 0; i < data.CmdListsCount; ++i) last.commands += data.CmdLists[i]->CmdBuffer.Size;
        for (auto const& part : repainter_.draw({pixels_.data(), 1920, 1080}, textures_, data, ui::Rotation::none))
            last.share += (part.right - part.left) * (part.bottom - part.top) / (1920. * 1080);
    }
    Result<ui::Image> picture() override { return Error{"a target of tests", "it has no picture", "it counts"}; }
    long presented() const override { return presented_; }

    FrameCost last;

private:
    raster::Textures textures_;
    raster::Repainter repainter_{1};
    std::vector<std::uint8_t> pixels_ = std::vector<std::uint8_t>(1920 * 1080 * 4);
    long presented_ = 0;
};

class CountedKiosk {
public:
    CountedKiosk()
        : screen_({shipped_content(), target, clock_, shipped_themes(), counts_, 1, 22, nullptr},
                  {ui::Fonts::installed_folders(), {tiny_pictures()}, Execution::at_once, {}}, problems_)
    {
        screen_.step();
    }
    void pass(Duration length, Duration step = 20ms)
    {
        for (auto passed = Duration(0); passed < length; passed += step) {
            clock_.advance(step);
            screen_.step();
            worst.share = std::max(worst.share, target.last.share);
            worst.corners = std::max(worst.corners, target.last.corners);
            worst.commands = std::max(worst.commands, target.last.commands);
        }
    }
    void touch(std::string const& id, ui::FingerPhase phase)
    {
        auto const* node = screen_.scene().find(id);
        REQUIRE_MESSAGE(node, id);
        screen_.push(ui::FingerEvent{phase, 1, node->rect.centre()});
        screen_.step();
    }
    void tap(std::string const& id)
    {
        touch(id, ui::FingerPhase::down);
        touch(id, ui::FingerPhase::up);
        pass(2s);
    }
    show::KioskScreen& screen() { return screen_; }

    CountingTarget target;
    FrameCost worst;

private:
    ManualClock clock_;
    CountList counts_;
    Problems problems_;
    show::KioskScreen screen_;
};

} // namespace

TEST_CASE("a screen at rest presents no frame, and a finger on a button draws the button and no more")
{
    CountedKiosk kiosk;
    kiosk.pass(1s);
    kiosk.tap("attract.language.de");
    REQUIRE(kiosk.screen().screen() == "home");
    auto const before = kiosk.target.presented();
    kiosk.pass(5s);
    CHECK(kiosk.target.presented() - before <= 1);
    kiosk.touch("home.quiz", ui::FingerPhase::down);
    CHECK(kiosk.target.presented() > before);
    CHECK(kiosk.target.last.share > 0);
    CHECK(kiosk.target.last.share < 0.2);
}

TEST_CASE("while the eye's lids move, the eye is drawn and not the panel")
{
    CountedKiosk kiosk;
    kiosk.pass(2s); // open
    kiosk.worst = {};
    kiosk.pass(9s);
    CHECK(kiosk.worst.share > 0);
    CHECK(kiosk.worst.share < 0.62);
}

TEST_CASE("through a visit no frame has more corners or changes of texture than a small card draws in time")
{
    CountedKiosk kiosk;
    kiosk.pass(2s);
    for (auto const* id : {"attract.language.de", "home.dont-look-away", "page.next", "bar.home", "home.quiz",
                           "bar.home", "home.scenes.travellers", "bar.report", "report.happened"})
        kiosk.tap(id);
    CHECK(kiosk.worst.corners < 20'000);
    CHECK(kiosk.worst.commands < 150);
}
