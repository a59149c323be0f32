#include "ui/scene/key_focus.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::ui;

namespace {

Node node(Role role, std::string id, Rect rect, Tap tap = Tap::none)
{
    Node made;
    made.role = role;
    made.id = id;
    made.label = id;
    made.rect = rect;
    made.tap = tap;
    return made;
}

// A heading, a line of words, two cards beside each other, one button below them.
Scene page(std::string const& heading = "heading")
{
    Scene scene;
    scene.add(node(Role::heading, heading, {0, 0, 800, 60}));
    scene.add(node(Role::text, "words", {0, 80, 800, 40}));
    auto card = node(Role::button, "left", {0, 140, 390, 200}, Tap::tap);
    auto on_card = node(Role::text, "left.title", {20, 160, 300, 40});
    card.group = on_card.group = scene.new_group();
    scene.add(card);
    scene.add(on_card);
    scene.add(node(Role::button, "right", {410, 140, 390, 200}, Tap::tap));
    scene.add(node(Role::button, "below", {410, 360, 390, 80}, Tap::tap));
    return scene;
}

std::string way(Scene const& scene, std::vector<Key> const& keys)
{
    KeyFocus focus;
    std::string way;
    for (auto const key : keys) {
        focus.move(key, scene);
        way += focus.node() + " ";
    }
    return way;
}

} // namespace

TEST_CASE("one ring has what can be touched, the other all that can be read, a card's words once")
{
    CHECK(way(page(), {Key::next, Key::next, Key::next, Key::next, Key::previous}) == "left right below left below ");
    CHECK(way(page(), {Key::read_next, Key::read_next, Key::read_next, Key::read_next, Key::read_next,
                       Key::read_next}) == "heading words left right below heading ");
    CHECK(way(page(), {Key::read_next, Key::read_next, Key::next, Key::read_previous}) == "heading words left words ");
}

TEST_CASE("arrows go to what stands there; at an edge they go up and down on, and sideways nowhere")
{
    CHECK(way(page(), {Key::next, Key::right, Key::down, Key::up, Key::left, Key::left}) ==
          "left right below right left left ");
    CHECK(way(page(), {Key::down, Key::down}) == "left below ");
    CHECK(way(page(), {Key::next, Key::right, Key::down, Key::down}) == "left right below left ");
    CHECK(way(page(), {Key::read_next, Key::down}) == "heading left "); // from words to what can be touched next
}

TEST_CASE("where a node has vanished the way goes on from its place")
{
    KeyFocus focus;
    focus.move(Key::next, page());
    focus.move(Key::next, page());
    REQUIRE(focus.node() == "right");
    Scene without;
    for (auto const& kept : page().nodes())
        if (kept.id != "right") without.add(kept);
    auto forwards = focus;
    forwards.move(Key::next, without);
    CHECK(forwards.node() == "below");
    focus.move(Key::previous, without);
    CHECK(focus.node() == "left");
}

TEST_CASE("the heading of a screen that a key has led to takes the focus; one that comes by itself does not")
{
    KeyFocus focus;
    CHECK_FALSE(focus.follow(page()));
    focus.move(Key::next, page());
    CHECK_FALSE(focus.follow(page("another"))); // as the loop that attracts goes on
    CHECK(focus.node() == "left");
    focus.acted();
    CHECK(focus.follow(page("next page")));
    CHECK(focus.node() == "next page");
    CHECK_FALSE(focus.follow(page("next page")));
    focus.clear();
    CHECK_FALSE(focus.follow(page("while fingers are used")));
    CHECK(focus.node().empty());
}

TEST_CASE("a veil takes the focus, and gives it back")
{
    KeyFocus focus;
    (void)focus.follow(page());
    focus.move(Key::next, page());
    focus.move(Key::next, page());
    auto covered = page();
    covered.add(node(Role::veil, "still there?", {0, 0, 800, 600}, Tap::tap));
    covered.add(node(Role::heading, "still.title", {0, 500, 300, 50}));
    CHECK(focus.follow(covered));
    CHECK(focus.node() == "still.title");
    focus.move(Key::next, covered);
    CHECK(focus.node() == "still there?");
    CHECK(focus.follow(page()));
    CHECK(focus.node() == "right");
}
