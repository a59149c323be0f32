// Canvas: what a widget draws on during one frame, and all it may ask: layout, theme, text, pictures, input, time.
// Drawing goes into ImGui's draw list; what is on the screen goes into the scene. Made by the stage for one frame;
// borrows all.
#pragma once
#include "base/clock.h"
#include "ui/pictures/pictures.h"
#include "ui/qr.h"
#include "ui/scene/input.h"
#include "ui/scene/layout.h"
#include "ui/scene/scene.h"
#include "ui/scene/scroller.h"
#include "ui/scene/theme.h"
#include "ui/scene/wakes.h"
#include "ui/text/text.h"

struct ImDrawList;

namespace kiosk::ui {

struct CanvasParts {
    ImDrawList& list;
    Layout const& layout;
    Theme const& theme;
    TextEngine& text;
    Pictures& pictures;
    Input const& input;
    Scene& scene;
    Wakes& wakes;
    Scroller& scroller;
    Instant now;
};

// What reaches the panel; the scene is always filled. Without letters an audit sees what stands behind them.
enum class Drawing { everything, without_letters, nothing };

class Canvas {
public:
    explicit Canvas(CanvasParts const& parts, Drawing drawing = Drawing::everything) : parts_(parts), drawing_(drawing)
    {
    }
    CanvasParts const& parts() const { return parts_; }

    Layout const& layout() const { return parts_.layout; }
    Theme const& theme() const { return parts_.theme; }
    TextEngine& text() { return parts_.text; }
    Input const& input() const { return parts_.input; }
    Wakes& wakes() { return parts_.wakes; }
    Scroller& scroller() { return parts_.scroller; }
    Power power() const { return parts_.pictures.power(); }
    Swipe swipe() const; // as the reader sees it: left is onwards, whatever the direction of writing
    Instant now() const { return parts_.now; }
    Color color(Ink ink) const { return parts_.theme[ink]; }

    // The language of what is now drawn, for shaping and for speech.
    std::string const& language() const { return language_; }
    void set_language(std::string language) { language_ = std::move(language); }

    // Pages of languages written from right to left are mirrored whole; their pictures, codes and words are not.
    void set_flow(Direction flow) { flow_ = flow; }
    Direction flow() const { return flow_; }

    // What is drawn from here on is seen, and can be touched, in this part of the panel only.
    void open_view(Rect const& view);
    void close_view();

    // Drawing off: the scene is filled, the panel is not touched.
    void set_drawing(Drawing drawing) { drawing_ = drawing; }

    // The lids of the aperture over an area, open from 0 to 1; from 1 on they are outside of it.
    void lids(Rect const& area, float openness, Color lid, Color edge);
    // What was drawn since a mark, moved sideways or made transparent.
    int mark() const;
    void move_since(int mark, float right);
    void fade_since(int mark, float opacity);

    // A text that would not go into its room, or only below its smallest size: the screen wants more height.
    void misfit() { ++misfits_; }
    int misfits() const { return misfits_; }

    void add(Node node);
    bool tapped(std::string_view id) const { return parts_.input.tapped() == id; }
    bool pressed(std::string_view id) const { return parts_.input.pressed() == id; }
    bool focused(std::string_view id) const { return parts_.input.focused() == id; }

    void fill(Rect const& rect, Color color, float rounding = 0);
    void outline(Rect const& rect, Color color, float thickness, float rounding = 0);
    // From one colour on the left to another on the right.
    void fade_across(Rect const& rect, Color left, Color right);
    void fade_down(Rect const& rect, Color top, Color bottom);
    void ring(Point centre, float radius, float thickness, Color color, float from_turn = 0, float to_turn = 1);
    void disc(Point centre, float radius, Color color);
    void fill_aperture(Rect const& rect, Color color, float openness = 1);
    void lens_outline(Rect const& rect, Color color, float thickness, float openness = 1);
    // A picture seen through the aperture, covering `rect`; false while it is not loaded. Opacity 0..1.
    bool lens_picture(Rect const& rect, std::string const& name, float opacity = 1, float openness = 1);
    // A scene of layers seen through the aperture. `drift` from -1 to 1 moves the layers apart, the near ones most; a
    // picture without layers moves as one. False while not all of it is loaded.
    bool lens_scene(Rect const& rect, std::string const& name, float drift, float opacity = 1);
    bool rect_picture(Rect const& rect, std::string const& name, float opacity = 1);
    void icon(Rect const& rect, std::string name, Color color);
    void qr_code(Point origin, float module, QrCode const& qr, Color dark);
    void glyphs(ShapedText const& text, Point top_left, Color color);

private:
    bool draws() const { return drawing_ != Drawing::nothing; }
    bool mirrored() const { return flow_ == Direction::right_to_left; }
    // A picture that covers `whole`, as far as the lens in `rect` shows it.
    void textured_lens(Rect const& rect, Rect const& whole, TextureId id, float opacity, float openness);
    Rect placed(Rect const& rect) const;
    Point placed(Point point) const;

    CanvasParts parts_;
    Drawing drawing_;
    Direction flow_ = Direction::left_to_right;
    Rect view_{};
    int misfits_ = 0;
    std::string language_ = "en";
};

// Draws the same for the eye only, or on nothing to learn whether it fits: a canvas with a scene, wakes, input and
// scroller of its own, that no touch reaches.
class Rehearsal {
public:
    explicit Rehearsal(Canvas const& canvas, Drawing drawing = Drawing::nothing);
    Canvas& canvas() { return canvas_; }
    Scroller& scroller() { return scroller_; }

private:
    Input input_;
    Scene scene_;
    Wakes wakes_;
    Scroller scroller_;
    Canvas canvas_;
};

} // namespace kiosk::ui
