#include "ui/scene/reading_order.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::ui;

namespace {

struct Placed {
    char const* id;
    Rect rect;
    int group = 0;
    Region region = Region::page;
};

std::string read(std::vector<Placed> const& placed, ReadingStart start = ReadingStart::left)
{
    std::vector<Node> nodes;
    for (auto const& one : placed) {
        Node node;
        node.id = one.id;
        node.rect = one.rect;
        node.group = one.group;
        node.region = one.region;
        nodes.push_back(node);
    }
    std::string text;
    for (auto const index : reading_order(nodes, start)) text += nodes[index].id + (" ");
    return text;
}

} // namespace

TEST_CASE("a screen is read from its head downwards, whatever was drawn first")
{
    CHECK(read({{"button", {0, 500, 200, 80}}, {"number", {0, 200, 600, 200}}, {"heading", {0, 0, 600, 80}}}) ==
          "heading number button ");
}

TEST_CASE("a row is read from where its language begins, also where one of it stands a little higher")
{
    std::vector<Placed> const row{{"c", {400, 96, 180, 90}}, {"b", {200, 104, 180, 80}}, {"a", {0, 100, 180, 80}}};
    CHECK(read(row) == "a b c ");
    CHECK(read(row, ReadingStart::right) == "c b a ");
}

TEST_CASE("a grid is read row by row")
{
    CHECK(read({{"d", {300, 200, 280, 90}},
                {"c", {0, 200, 280, 90}},
                {"b", {300, 100, 280, 90}},
                {"a", {0, 100, 280, 90}}}) == "a b c d ");
}

TEST_CASE("what belongs together is read whole before what stands beside it")
{
    std::vector<Placed> columns{{"112", {0, 0, 200, 100}, 1},
                                {"101", {300, 0, 200, 100}, 2},
                                {"every emergency", {0, 110, 200, 40}, 1},
                                {"the police", {300, 110, 200, 40}, 2}};
    CHECK(read(columns) == "112 every emergency 101 the police ");
    for (auto& one : columns) one.group = 0;
    CHECK(read(columns) == "112 101 every emergency the police ");
}

TEST_CASE("a page that scrolls is read before the bar, though much of it stands lower")
{
    CHECK(read({{"home", {0, 900, 100, 80}, 0, Region::bar},
                {"last", {0, 1500, 500, 80}},
                {"down", {520, 800, 80, 80}, 0, Region::rail},
                {"first", {0, -300, 500, 80}},
                {"demonstration", {0, 0, 600, 50}, 0, Region::head}}) == "demonstration first last down home ");
}

TEST_CASE("one over the other, and none of any size: each is read once")
{
    CHECK(read({{"picture", {0, 0, 500, 500}}, {"words", {20, 300, 400, 100}}, {"nothing", {20, 300, 0, 0}}}) ==
          "picture words nothing ");
    CHECK(read({}) == "");
}
