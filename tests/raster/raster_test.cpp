// A frame drawn into memory looks as a graphics card draws it: no gaps, nothing twice, smooth edges, pictures as they
// are.
#include "platform/render_target.h"
#include "support/kiosk.h"
#include "ui/stage.h"

#include <doctest/doctest.h>
#include <functional>
#include <imgui.h>
#include <set>

using namespace kiosk;

namespace {

constexpr int kWidth = 400;
constexpr int kHeight = 300;

using Draw = std::function<void(ui::Canvas&)>;

ui::Image drawn(Draw const& draw, ui::Rotation rotation = ui::Rotation::none, ui::Image const& picture = {})
{
    bool const turned = rotation == ui::Rotation::quarter || rotation == ui::Rotation::three_quarters;
    auto display = platform::make_offscreen(turned ? kHeight : kWidth, turned ? kWidth : kHeight, rotation);
    REQUIRE(display.ok());
    auto& surface = *display.value();
    Problems problems;
    ui::Stage stage(surface.textures(), {ui::Fonts::installed_folders(), {}, Execution::at_once, {}}, problems);
    ui::TextureId texture = 0;
    if (picture.width > 0) {
        texture = surface.textures().create(picture.width, picture.height, ui::Filter::linear);
        surface.textures().update(texture, 0, 0, picture.width, picture.height, picture.rgba);
    }
    ui::Layout const layout({surface.size(), 10});
    auto* data = stage.frame(layout, ui::built_in_theme(), {}, ui::Drawing::everything, [&](ui::Canvas& canvas) {
        canvas.fill(layout.screen(), ui::Color{});
        if (texture != 0) canvas.parts().list.PushTextureID(reinterpret_cast<ImTextureID>(texture));
        draw(canvas);
    });
    surface.present(*data);
    return surface.picture().take();
}

ui::Color at(ui::Image const& image, int x, int y)
{
    auto const* pixel = image.rgba.data() + (static_cast<std::ptrdiff_t>(y) * image.width + x) * 4;
    return {pixel[0], pixel[1], pixel[2], pixel[3]};
}

constexpr ui::Color kWhite{255, 255, 255, 255};
constexpr ui::Color kHalf{255, 255, 255, 128};

// Every pixel its own.
ui::Image pattern(int width, int height)
{
    ui::Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int value : {x % 256, y % 256, (x * 7 + y * 3) % 256, 255})
                image.rgba.push_back(static_cast<std::uint8_t>(value));
    return image;
}

} // namespace

TEST_CASE("shapes side by side leave no gap and cover nothing twice, wherever their edges fall")
{
    auto const image = drawn([](ui::Canvas& canvas) {
        auto& list = canvas.parts().list;
        list.Flags &= ~ImDrawListFlags_AntiAliasedFill;
        auto const color = IM_COL32(255, 255, 255, 128);
        // A fan around a point between pixels, and rectangles that share edges between pixels.
        ImVec2 const centre{100.3F, 150.7F};
        ImVec2 const around[] = {{20.1F, 40.2F}, {180.9F, 33.3F}, {190.4F, 260.6F}, {33.7F, 280.5F}};
        for (int i = 0; i < 4; ++i) list.AddTriangleFilled(centre, around[i], around[(i + 1) % 4], color);
        for (int i = 0; i < 10; ++i) canvas.fill({220 + 13.37F * static_cast<float>(i), 40, 13.37F, 200}, kHalf);
    });
    std::set<int> seen;
    for (int y = 60; y < 240; ++y) {
        for (int x = 60; x < 170; ++x) seen.insert(at(image, x, y).red);
        for (int x = 222; x < 350; ++x) seen.insert(at(image, x, y).red);
    }
    CHECK(seen == std::set<int>{128});
}

TEST_CASE("a picture that stands on whole pixels is copied as it is, in a rectangle and in triangles")
{
    auto const picture = pattern(120, 90);
    auto const draw = [](ui::Canvas& canvas) {
        auto& list = canvas.parts().list;
        auto const white = IM_COL32_WHITE;
        list.PrimReserve(6, 4);
        list.PrimRectUV({10, 20}, {130, 110}, {0, 0}, {1, 1}, white);
        list.PrimReserve(3, 3);
        list.PrimVtx({200, 20}, {0, 0}, white);
        list.PrimVtx({320, 20}, {1, 0}, white);
        list.PrimVtx({200, 110}, {0, 1}, white);
    };
    auto const image = drawn(draw, ui::Rotation::none, picture);
    for (int y = 0; y < 90; y += 3)
        for (int x = 0; x < 120; x += 3) {
            CHECK(at(image, 10 + x, 20 + y) == at(picture, x, y));
            if (x * 90 + y * 120 < 120 * 90 - 300) CHECK(at(image, 200 + x, 20 + y) == at(picture, x, y));
        }
    // Turned on the panel, it is turned and otherwise the same.
    auto const turned = drawn(draw, ui::Rotation::quarter, picture);
    for (int y = 0; y < 90; y += 7)
        for (int x = 0; x < 120; x += 7) CHECK(at(turned, kHeight - 1 - (20 + y), 10 + x) == at(picture, x, y));
}

TEST_CASE("edges are smooth")
{
    auto const image = drawn([](ui::Canvas& canvas) { canvas.disc({200, 150}, 100.5F, kWhite); });
    std::set<int> tones;
    for (int x = 100; x < 300; ++x)
        for (int y = 40; y < 260; ++y) tones.insert(at(image, x, y).red);
    CHECK(tones.size() > 20);
    CHECK(at(image, 200, 150) == kWhite);
}

TEST_CASE("nothing shines through the closing lids")
{
    for (float const openness : {0.05F, 0.2F, 0.5F, 0.8F}) {
        CAPTURE(openness);
        constexpr ui::Color kLid{11, 22, 38, 255};
        auto const image = drawn([&](ui::Canvas& canvas) {
            canvas.fill({0, 0, kWidth, kHeight}, kWhite);
            canvas.cover_outside_aperture({0, 0, kWidth, kHeight}, openness, kLid, kLid);
        });
        long through = 0;
        long open = 0;
        for (int x = 0; x < kWidth; ++x) {
            // From the edge inwards all is lid, until the eye begins.
            int y = 0;
            while (y < kHeight / 2 && at(image, x, y) == kLid) ++y;
            for (; y < kHeight / 2; ++y)
                if (at(image, x, y) == kWhite)
                    ++open;
                else if (at(image, x, y) == kLid)
                    ++through;
        }
        CHECK(open > 0);
        CHECK(through == 0);
    }
}

TEST_CASE("a fade has no edge: no step from one column to the next is larger than elsewhere")
{
    auto const image = drawn([](ui::Canvas& canvas) {
        canvas.fade_across({0, 0, kWidth, kHeight}, kWhite.with_alpha(0), kWhite);
    });
    int before = 0;
    for (int x = 1; x < kWidth; ++x) {
        auto const step = at(image, x, 100).red - at(image, x - 1, 100).red;
        CHECK(step >= 0);
        CHECK(std::abs(step - before) <= 1);
        before = step;
    }
    CHECK(at(image, kWidth - 1, 100).red > 250);
}
