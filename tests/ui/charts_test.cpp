#include "support/kiosk.h"
#include "ui/charts.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::ui;

namespace {

constexpr Rect kArea{100, 50, 1200, 500};

// What the drawing of a chart leaves in the scene.
template <typename Draw>
Scene scene_of(Draw const& draw)
{
    NoTextures textures;
    Problems problems;
    Stage stage(textures, {Fonts::installed_folders(), {}, Execution::at_once, {}}, problems);
    Layout const layout({{1920, 1080}, 22});
    stage.frame(layout, built_in_theme(), Instant{}, Drawing::nothing, draw);
    return stage.scene();
}

// So that neighbours are long and short in turn.
std::vector<ColumnSize> month()
{
    std::vector<ColumnSize> columns;
    for (int day = 1; day <= 31; ++day)
        columns.push_back({static_cast<double>(day * 53 % 97), day < 10 ? 14.F : 28.F, 40.F});
    return columns;
}

Bar bar(std::string id, std::optional<double> amount, std::string value)
{
    return {id, "Label of " + id, value, "Label of " + id + ": " + value, amount};
}

} // namespace

TEST_CASE("columns stand on one line, are as high as their amounts and stay within the chart")
{
    auto const places =
        place_columns(kArea, {{50, 30, 30}, {100, 30, 30}, {0, 30, 30}, {25, 30, 30}}, {30, 30, 10, 400});
    REQUIRE(places.size() == 4);
    for (auto const& place : places) {
        CHECK(place.column.bottom() == places.front().column.bottom());
        CHECK(place.column.x >= kArea.x);
        CHECK(place.column.right() <= kArea.right());
        CHECK(place.column.y >= kArea.y + 30); // room for the value of the highest
    }
    auto const full = places[1].column.height;
    CHECK(places[0].column.height == doctest::Approx(full / 2).epsilon(0.01));
    CHECK(places[3].column.height == doctest::Approx(full / 4).epsilon(0.01));
    CHECK(places[2].column.height == 0);
    CHECK_FALSE(places[2].value); // nothing stands over nothing
}

TEST_CASE("labels and values of a whole month meet neither each other nor a column, whatever the width")
{
    for (float const width : {300.F, 620.F, 900.F, 1200.F, 2400.F}) {
        CAPTURE(width);
        auto const columns = month();
        auto const places = place_columns({0, 0, width, 400}, columns, {32, 32, 10, 190});
        std::vector<Rect> words;
        for (std::size_t i = 0; i < places.size(); ++i) {
            for (auto const& rect : {places[i].label, places[i].value}) {
                if (!rect) continue;
                CHECK(rect->x >= 0);
                CHECK(rect->right() <= width + 0.5F);
                for (auto const& other : words) CHECK_FALSE(rect->overlaps(other));
                for (std::size_t j = 0; j < places.size(); ++j)
                    if (j != i) CHECK_FALSE(rect->overlaps(places[j].column));
                words.push_back(*rect);
            }
        }
        CHECK(places.front().label); // thinned from the first on
        auto const highest = std::max_element(columns.begin(), columns.end(),
                                              [](auto const& a, auto const& b) { return a.amount < b.amount; });
        CHECK(places[static_cast<std::size_t>(highest - columns.begin())].value);
    }
}

TEST_CASE("one visit beside thousands can still be seen")
{
    auto const places = place_columns(kArea, {{1, 10, 10}, {5000, 40, 40}}, {30, 30, 10, 190});
    CHECK(places[0].column.height >= 2);
}

TEST_CASE("rows begin at one line, end by their amounts, and their values stand beyond them")
{
    auto const places = place_rows(kArea, {{80, 30, {60, 30}}, {20, 60, {40, 30}}, {std::nullopt, 30, {180, 30}}},
                                   {300, 24, 14, 10, 80});
    REQUIRE(places.size() == 3);
    CHECK(places[0].bar.x == 414);
    CHECK(places[1].bar.x == 414);
    CHECK(places[0].bar.width == places[0].longest);
    CHECK(places[1].bar.width == doctest::Approx(places[0].bar.width / 4).epsilon(0.01));
    CHECK(places[2].bar.width == 0); // masked: words in place of a bar
    for (auto const& place : places) {
        CHECK(place.value.x >= place.bar.right());
        CHECK(place.value.right() <= kArea.right());
        CHECK(place.label.right() <= place.bar.x);
    }
    CHECK(places[1].row.y == places[0].row.bottom() + 10);
    CHECK(places[1].row.height == 60);
}

TEST_CASE("a bar never runs beyond the whole, and above its bar a label has the whole width")
{
    auto const places = place_rows(kArea, {{300, 30, {60, 30}}}, {0, 24, 14, 10, 100});
    CHECK(places[0].bar.width == places[0].longest);
    CHECK(places[0].label.width == kArea.width);
    CHECK(places[0].label.bottom() <= places[0].bar.y);
}

TEST_CASE("every bar is spoken, also those whose words found no room")
{
    BarColumns columns{"chart", {}, "Nothing"};
    for (int day = 1; day <= 31; ++day)
        columns.bars.push_back(bar("day-" + std::to_string(day), day * 1000.0, std::to_string(day * 1000)));
    auto const scene = scene_of([&](Canvas& canvas) { bar_columns(canvas, kArea, columns); });
    long figures = 0;
    for (auto const& node : scene.nodes()) figures += node.role == Role::figure ? 1 : 0;
    CHECK(figures == 31);
    auto const* node = scene.find("day-31");
    REQUIRE(node);
    CHECK(node->label == "Label of day-31: 31000");
    CHECK(node->state == "31000");
    CHECK(node->tap == Tap::none);
}

TEST_CASE("a chart of nothing says so in words; a masked row is not nothing")
{
    BarRows rows{"chart", {bar("a", 0, "0"), bar("b", 0, "0")}, "Nobody came"};
    CHECK(scene_of([&](Canvas& canvas) { bar_rows(canvas, kArea, rows); }).says("Nobody came"));
    rows.bars[1] = bar("b", std::nullopt, "fewer than 10");
    auto const scene = scene_of([&](Canvas& canvas) { bar_rows(canvas, kArea, rows); });
    CHECK_FALSE(scene.says("Nobody came"));
    CHECK(scene.find("b")->state == "fewer than 10");
    // Nobody knew the answer: that is a figure.
    BarRows const shares{"chart", {bar("a", 0, "0 % of 3")}, "Nobody came", 1, Track::shown};
    CHECK_FALSE(scene_of([&](Canvas& canvas) { bar_rows(canvas, kArea, shares); }).says("Nobody came"));
    CHECK(scene_of([&](Canvas& canvas) {
              bar_columns(canvas, kArea, {"chart", {}, "Nobody came"});
          }).says("Nobody came"));
    CHECK(scene_of([&](Canvas& canvas) {
              parts_bar(canvas, kArea, {"chart", {bar("a", 0, "0")}, "Nobody came"});
          }).says("Nobody came"));
}

TEST_CASE("pages of a list hold every row once, and each stands whole on its page")
{
    BarRows rows{"chart", {}, ""};
    for (int i = 0; i < 18; ++i) rows.bars.push_back(bar(std::to_string(i), i + 1, std::to_string(i + 1)));
    scene_of([&](Canvas& canvas) {
        auto const pages = bar_row_pages(canvas, 1200, {180, 400}, rows);
        REQUIRE(pages.size() > 2);
        CHECK(pages.front() == 0);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            auto const end = i + 1 < pages.size() ? pages[i + 1] : rows.bars.size();
            REQUIRE(end > pages[i]);
            auto part = rows;
            part.bars = {rows.bars.begin() + static_cast<std::ptrdiff_t>(pages[i]),
                         rows.bars.begin() + static_cast<std::ptrdiff_t>(end)};
            CHECK(bar_rows_height(canvas, 1200, part) <= (i == 0 ? 180 : 400));
        }
        CHECK(bar_row_pages(canvas, 1200, {1, 1}, rows).size() == 18); // one row a page at least
        CHECK(bar_row_pages(canvas, 1200, {9999, 9999}, rows).size() == 1);
    });
}
