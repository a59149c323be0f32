// The eye of the attract loop, as it is drawn: how far its lids are open onto the place.
#include "screens/transition.h"
#include "support/kiosk.h"
#include "ui/draw_list.h"

#include <doctest/doctest.h>
#include <imgui.h>
#include <set>
#include <thread>

using namespace kiosk;
using namespace test;

namespace {

// Knows which of its textures are as large as the eye's picture.
class LargeTextures final : public ui::NoTextures {
public:
    ui::TextureId create(int width, int height, ui::Filter filter) override
    {
        auto const id = NoTextures::create(width, height, filter);
        if (width > 900 && width != height) large.insert(id); // pages of letters are square
        return id;
    }
    std::set<ui::TextureId> large;
};

// Measures what is presented.
class EyeTarget final : public platform::RenderTarget {
public:
    Size size() const override { return {1280, 720}; }
    ui::Textures& textures() override { return textures_; }
    void present(ImDrawData const& data) override
    {
        ++presented_;
        Extent place;
        Extent edge;
        auto const accent = ui::packed(shipped_themes().at(0)[ui::Ink::accent]) & ~IM_COL32_A_MASK;
        for (int i = 0; i < data.CmdListsCount; ++i) {
            auto const& list = *data.CmdLists[i];
            for (auto const& command : list.CmdBuffer) {
                bool const is_place = textures_.large.contains(reinterpret_cast<ui::TextureId>(command.TextureId));
                for (unsigned at = command.IdxOffset; at < command.IdxOffset + command.ElemCount; ++at) {
                    auto const& vertex =
                        list.VtxBuffer[static_cast<int>(command.VtxOffset) + list.IdxBuffer[static_cast<int>(at)]];
                    if (is_place) place.take(vertex.pos.y);
                    if ((vertex.col & ~IM_COL32_A_MASK) == accent) edge.take(vertex.pos.y);
                }
            }
        }
        height = place.height();
        open = edge.height();
    }
    Result<ui::Image> picture() override { return Error{"a target of tests", "it has no picture", "it measures"}; }
    long presented() const override { return presented_; }

    float height = 0; // of the place, [px]; 0 where none is seen
    float open = 0;   // between the edges of the lids, [px]; 0 where they are wide open

private:
    struct Extent {
        float top = 1e6F, bottom = -1e6F;
        void take(float y)
        {
            top = std::min(top, y);
            bottom = std::max(bottom, y);
        }
        float height() const { return std::max(0.F, bottom - top); }
    };
    LargeTextures textures_;
    long presented_ = 0;
};

class WatchedEye {
public:
    explicit WatchedEye(Execution decode)
        : screen_({shipped_content(), target, clock, shipped_themes(), counts_, 1, 22, nullptr},
                  {ui::Fonts::installed_folders(),
                   {decode == Execution::at_once ? tiny_pictures() : real_pictures()},
                   decode,
                   {}},
                  problems_)
    {
    }
    static std::filesystem::path real_pictures() { return KIOSK_ASSETS "/pictures"; }
    void pass(Duration length)
    {
        for (auto passed = Duration(0); passed < length; passed += 20ms) {
            clock.advance(20ms);
            screen_.step();
        }
    }
    void touch(ui::FingerPhase phase, Point at)
    {
        screen_.push(ui::FingerEvent{phase, 1, at});
        screen_.step();
    }

    ManualClock clock;
    EyeTarget target;

private:
    CountList counts_;
    Problems problems_;

public:
    show::KioskScreen screen_;
};

constexpr Point kAtTheEye{640, 220};

} // namespace

TEST_CASE("the lids sink by themselves, and a finger that rests keeps the eye wide")
{
    WatchedEye eye(Execution::at_once);
    eye.pass(1s);
    auto const wide = eye.target.height;
    CHECK(wide > 200);
    eye.pass(7s);
    auto const sunk = eye.target.height;
    CHECK(sunk < 0.8F * wide);
    eye.touch(ui::FingerPhase::down, kAtTheEye);
    eye.pass(100ms);
    CHECK(eye.target.height == doctest::Approx(wide));
    eye.pass(500ms);
    CHECK(eye.target.height == doctest::Approx(wide));
}

TEST_CASE("a touch leads through the pupil: the place grows over the whole panel, then languages are there")
{
    WatchedEye eye(Execution::at_once);
    eye.pass(3s);
    eye.touch(ui::FingerPhase::down, kAtTheEye);
    eye.touch(ui::FingerPhase::up, kAtTheEye);
    float highest = 0;
    float before = eye.target.height;
    for (auto passed = Duration(0); passed < screens::kTransitionTime; passed += 20ms) {
        eye.pass(20ms);
        // It grows, and never shrinks on its way.
        if (eye.target.height > 0 && highest < 720) CHECK(eye.target.height >= before - 1);
        before = std::max(before, eye.target.height);
        highest = std::max(highest, eye.target.height);
    }
    CHECK(highest > 720);
    eye.pass(1s);
    CHECK(eye.screen_.screen() == "language");
}

TEST_CASE("at a cold start the lids open onto the place, and never onto an empty lens")
{
    WatchedEye eye(Execution::on_worker);
    int without = 0;
    for (int frame = 0; frame < 2000 && eye.target.height < 200; ++frame) {
        eye.clock.advance(16ms);
        eye.screen_.step();
        std::this_thread::sleep_for(std::chrono::milliseconds(1)); // for the worker
        if (eye.target.height > 0) continue;
        ++without;
        CHECK(eye.target.open > 0);
        CHECK(eye.target.open < 30);
    }
    CHECK(without > 0); // else nothing was late, and nothing was tried
    CHECK(eye.target.height > 200);
}
