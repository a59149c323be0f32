#include "ui/scene/input.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::ui;

namespace {

Scene two_buttons()
{
    Scene scene;
    scene.add({Role::button, "left", "Left", "", "en", {0, 0, 100, 100}, Tap::tap});
    scene.add({Role::button, "right", "Right", "", "en", {200, 0, 100, 100}, Tap::tap});
    return scene;
}

void down(Input& input, Point point, std::int64_t finger = 0)
{
    input.push(FingerEvent{FingerPhase::down, finger, point});
}
void move(Input& input, Point point, std::int64_t finger = 0)
{
    input.push(FingerEvent{FingerPhase::move, finger, point});
}
void up(Input& input, Point point, std::int64_t finger = 0) { input.push(FingerEvent{FingerPhase::up, finger, point}); }

} // namespace

TEST_CASE("a tap is a release where the finger came down")
{
    auto const scene = two_buttons();
    Input input;
    down(input, {50, 50});
    input.take(scene);
    CHECK(input.pressed() == "left");
    CHECK(input.touched());
    CHECK(input.tapped().empty());
    up(input, {60, 55});
    input.take(scene);
    CHECK(input.tapped() == "left");
    CHECK(input.pressed().empty());
}

TEST_CASE("sliding off a button cancels")
{
    auto const scene = two_buttons();
    Input input;
    down(input, {50, 50});
    move(input, {50, 300});
    up(input, {50, 300});
    input.take(scene);
    input.take(scene);
    CHECK(input.tapped().empty());
}

TEST_CASE("a second finger neither cancels nor misdirects the first")
{
    auto const scene = two_buttons();
    Input input;
    down(input, {50, 50}, 1);
    down(input, {250, 50}, 2);
    up(input, {250, 50}, 2);
    up(input, {50, 50}, 1);
    std::string tapped;
    while (input.pending()) {
        input.take(scene);
        tapped += input.tapped();
    }
    CHECK(tapped == "left");
}

TEST_CASE("a finger that comes down while another still lies there is ignored until all are up")
{
    auto const scene = two_buttons();
    Input input;
    std::string tapped;
    auto const play = [&] {
        while (input.pending()) {
            input.take(scene);
            tapped += input.tapped();
        }
    };
    down(input, {50, 50}, 1);
    down(input, {250, 50}, 2);
    up(input, {50, 50}, 1);
    down(input, {250, 50}, 3); // finger 2 is still down
    up(input, {250, 50}, 3);
    up(input, {250, 50}, 2);
    play();
    CHECK(tapped == "left");
    down(input, {250, 50}, 4);
    up(input, {250, 50}, 4);
    play();
    CHECK(tapped == "leftright");
}

TEST_CASE("of two quick taps the second meets the screen that the first has brought")
{
    Input input;
    down(input, {50, 50});
    up(input, {50, 50});
    down(input, {50, 50});
    up(input, {50, 50});
    auto const first = two_buttons();
    Scene second;
    second.add({Role::button, "other", "Other", "", "en", {0, 0, 100, 100}, Tap::tap});
    input.take(first);
    input.take(first);
    CHECK(input.tapped() == "left");
    input.take(second);
    input.take(second);
    CHECK(input.tapped() == "other");
}

TEST_CASE("a swipe is no tap")
{
    auto const scene = two_buttons();
    Input input;
    down(input, {90, 50});
    for (int i = 1; i <= 10; ++i) move(input, {90.F - 12.F * static_cast<float>(i), 50});
    up(input, {-30, 50});
    input.take(scene);
    input.take(scene);
    CHECK(input.swipe() == Swipe::left);
    CHECK(input.tapped().empty());
}

TEST_CASE("what lies under a veil is not touched and not stepped to")
{
    auto scene = two_buttons();
    scene.add({Role::veil, "veil", "", "", "en", {0, 0, 1000, 1000}, Tap::none});
    scene.add({Role::button, "close", "Close", "", "en", {400, 400, 100, 100}, Tap::tap});
    Input input;
    down(input, {50, 50});
    up(input, {50, 50});
    input.take(scene);
    input.take(scene);
    CHECK(input.tapped().empty());
    input.push(Key::next);
    input.take(scene);
    CHECK(input.focused() == "close");
}

TEST_CASE("a keypad steps through everything that can be touched, round and round, and back")
{
    auto const scene = two_buttons();
    Input input;
    std::string path;
    for (auto const key : {Key::next, Key::next, Key::next, Key::previous}) {
        input.push(key);
        input.take(scene);
        path += input.focused() + " ";
    }
    CHECK(path == "left right left right ");
    input.push(Key::activate);
    input.take(scene);
    CHECK(input.tapped() == "right");
    input.forget();
    CHECK(input.focused().empty());
}

TEST_CASE("a finger rests where it came down until it moves or is let go")
{
    auto const scene = two_buttons();
    Input input;
    CHECK_FALSE(input.resting());
    down(input, {50, 50});
    input.take(scene);
    CHECK(input.resting() == Point{50, 50});
    move(input, {54, 47}); // it trembles
    input.take(scene);
    CHECK(input.resting() == Point{50, 50});
    move(input, {50, 95});
    move(input, {50, 50}); // back again: it has moved all the same
    input.take(scene);
    CHECK_FALSE(input.resting());
    up(input, {50, 50});
    down(input, {60, 60});
    input.take(scene);
    input.take(scene);
    CHECK(input.resting() == Point{60, 60});
    up(input, {60, 60});
    input.take(scene);
    CHECK_FALSE(input.resting());
}

TEST_CASE("a finger that was forgotten taps nothing and rests nowhere")
{
    auto const scene = two_buttons();
    Input input;
    down(input, {50, 50});
    input.take(scene);
    input.forget();
    CHECK_FALSE(input.resting());
    up(input, {50, 50});
    input.take(scene);
    CHECK(input.tapped().empty());
}

TEST_CASE("a press while the screen is deaf is none, and nothing comes of it until the finger is lifted")
{
    auto const scene = two_buttons();
    Input input;
    down(input, {50, 50});
    input.take(scene, InputGate::closed);
    CHECK_FALSE(input.touched());
    CHECK(input.pressed().empty());
    CHECK_FALSE(input.resting());
    move(input, {50, 300});
    up(input, {50, 50});
    input.take(scene);
    CHECK(input.tapped().empty());
    CHECK(input.dragged() == 0);
    down(input, {50, 50});
    up(input, {50, 50});
    input.take(scene);
    input.take(scene);
    CHECK(input.tapped() == "left");

    input.push(Key::next);
    input.take(scene, InputGate::closed);
    CHECK_FALSE(input.key_used());
    CHECK(input.focused().empty());
}

TEST_CASE("a finger that was put on what is gone neither taps nor drags nor swipes")
{
    auto const scene = two_buttons();
    Input input;
    input.set_drag_distance(20);
    down(input, {50, 50});
    input.take(scene);
    input.ignore_current_finger();
    move(input, {50, 150});
    move(input, {350, 50});
    up(input, {50, 50});
    input.take(scene);
    CHECK(input.tapped().empty());
    CHECK(input.swipe() == Swipe::none);
    CHECK(input.dragged() == 0);
    CHECK_FALSE(input.finger_is_down());
}
