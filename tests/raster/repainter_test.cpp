// A frame of which only what has changed is drawn is the same to the byte as one that is drawn whole.
#include "raster/repainter.h"
#include "rehearsal/gallery.h"
#include "support/kiosk.h"
#include "ui/stage.h"

#include <doctest/doctest.h>
#include <functional>
#include <imgui.h>

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

using Draw = std::function<void(ui::Canvas&)>;

// Two surfaces for the same frames: one is kept, the other is drawn anew each time.
class TwoSurfaces {
public:
    explicit TwoSurfaces(Size panel, unsigned cores = 3, ui::Rotation rotation = ui::Rotation::none)
        : size_(panel),
          rotation_(rotation),
          repainter(cores),
          stage_(textures, {ui::Fonts::installed_folders(), {test::tiny_pictures()}, Execution::at_once, {}},
                 problems_),
          kept_(bytes(), 77),
          whole_(bytes(), 78)
    {
    }
    // What was drawn of the kept one, [px].
    long draw(Draw const& draw)
    {
        now_ = now_ + 1s;
        ui::Layout const layout({ui::rotated(size_, rotation_), 10});
        auto* data = stage_.frame(layout, ui::built_in_theme(), now_, ui::Drawing::everything, draw);
        auto const width = static_cast<int>(size_.width);
        auto const height = static_cast<int>(size_.height);
        long drawn = 0;
        for (auto const& part : repainter.draw({kept_.data(), width, height}, textures, *data, rotation_))
            drawn += static_cast<long>(part.right - part.left) * (part.bottom - part.top);
        raster::draw({whole_.data(), width, height}, textures, *data, rotation_);
        stage_.tick();
        return drawn;
    }
    bool are_equal() const { return kept_ == whole_; }
    long all() const { return static_cast<long>(size_.width * size_.height); }

    raster::Textures textures;

private:
    std::size_t bytes() const { return static_cast<std::size_t>(size_.width * size_.height) * 4; }

    Size size_;
    ui::Rotation rotation_;

public:
    raster::Repainter repainter;

private:
    Problems problems_;
    ui::Stage stage_;
    Instant now_{1h};
    std::vector<std::uint8_t> kept_, whole_;
};

void box(ui::Canvas& canvas, float x, float y, ui::Color color = {200, 40, 40, 255})
{
    canvas.fill({0, 0, 2000, 2000}, {10, 20, 30, 255});
    canvas.fill({x, y, 20, 20}, color);
}

} // namespace

TEST_CASE("whichever screen follows on whichever, what was kept is what drawing all of it makes, upright and turned")
{
    for (auto const rotation : {ui::Rotation::none, ui::Rotation::quarter}) {
        TwoSurfaces two({1280, 720}, 3, rotation);
        for (auto const& view : rehearsal::gallery(test::shipped_content(), "de", rehearsal::GalleryScope::one_of_each,
                                                   rehearsal::kGalleryTime)) {
            CAPTURE(view.name);
            two.draw([&](ui::Canvas& canvas) {
                std::vector<visit::Action> ignored;
                screens::Frame frame(canvas, test::shipped_content(), "de", ignored);
                rehearsal::draw_view(frame, view);
            });
            CHECK(two.are_equal());
        }
    }
}

TEST_CASE("the first frame is drawn whole, the same frame again not at all, and a small change as the tiles it touches")
{
    TwoSurfaces two({1280, 720});
    auto const drawn_at = [&](float x, float y) { return two.draw([&](ui::Canvas& canvas) { box(canvas, x, y); }); };
    CHECK(drawn_at(100, 100) == two.all());
    CHECK(drawn_at(100, 100) == 0);
    CHECK(drawn_at(101, 100) <= 2 * 64 * 64);
    CHECK(two.are_equal());
    auto const moved = drawn_at(900, 500);
    CHECK(moved > 0);
    CHECK(moved <= 6 * 64 * 64);
    CHECK(two.are_equal());
    two.repainter.forget();
    CHECK(drawn_at(900, 500) == two.all());
}

TEST_CASE("a shape under another is a change, too, and so are its colour and its place in the order")
{
    TwoSurfaces two({640, 384});
    auto const layers = [&](ui::Color below, ui::Color above) {
        return two.draw([&](ui::Canvas& canvas) {
            box(canvas, 40, 40, below);
            canvas.fill({50, 50, 20, 20}, above);
        });
    };
    ui::Color const red{200, 0, 0, 255};
    ui::Color const pale{0, 0, 200, 100};
    layers(red, pale);
    CHECK(layers(red, pale) == 0);
    CHECK(layers(pale, red) > 0);
    CHECK(two.are_equal());
    CHECK(layers(red, red) > 0);
    CHECK(two.are_equal());
}

TEST_CASE("a texture whose pixels change is drawn again, wherever it is shown")
{
    TwoSurfaces two({640, 384});
    auto const id = two.textures.create(64, 64, ui::Filter::linear);
    auto const show = [&] {
        return two.draw([&](ui::Canvas& canvas) {
            box(canvas, 400, 300);
            canvas.parts().list.AddImage(reinterpret_cast<ImTextureID>(id), {100, 100}, {164, 164});
        });
    };
    two.textures.update(id, 0, 0, 64, 64, std::vector<std::uint8_t>(64 * 64 * 4, 255));
    show();
    CHECK(show() == 0);
    two.textures.update(id, 3, 3, 1, 1, std::vector<std::uint8_t>{9, 9, 9, 255});
    CHECK(show() > 0);
    CHECK(two.are_equal());
}
