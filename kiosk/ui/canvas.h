// Canvas: what a widget draws on during one frame, with the layout, theme, text, pictures, input and time that it
// reads. Drawing goes into ImGui's draw list, and each node into the scene. Lengths and positions are panel pixels. The
// stage makes one for each frame; a canvas owns nothing.
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

// What is drawn; the scene is filled in any case. An audit draws without_letters to measure the colours behind them.
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
    Swipe swipe() const; // left leads onwards in every language: swapped where the page is mirrored
    Instant now() const { return parts_.now; }
    Color color(Ink ink) const { return parts_.theme[ink]; }

    // The language of the texts drawn from here on: it decides how they are shaped, and stands in their nodes.
    std::string const& language() const { return language_; }
    void set_language(std::string language) { language_ = std::move(language); }

    // A page in a language written from right to left is mirrored; its pictures, codes and words are not.
    void set_flow(Direction flow) { flow_ = flow; }
    Direction flow() const { return flow_; }

    // From here to close_view() nothing is seen or can be touched outside `view`. Views do not nest.
    void open_view(Rect const& view);
    void close_view();

    void set_drawing(Drawing drawing) { drawing_ = drawing; }

    // Covers `area` outside of a closing aperture. `openness`: 0 covers all of it, 1 or more nothing.
    void lids(Rect const& area, float openness, Color lid, Color edge);
    // A position in the draw list, after which what was drawn can be moved [px] or faded (opacity 0..1).
    int mark() const;
    void move_since(int mark, float right);
    void fade_since(int mark, float opacity);

    // Called for a text or target that has too little room: the screen is then drawn taller, and scrolls.
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
    // A picture that fills the aperture in `rect`. False while it is not loaded. Opacity 0..1.
    bool lens_picture(Rect const& rect, std::string const& name, float opacity = 1, float openness = 1);
    // The same with a picture in layers. `drift`, -1 to 1, moves them sideways, the near ones most; a picture without
    // layers moves as a whole. False while a layer is not loaded.
    bool lens_scene(Rect const& rect, std::string const& name, float drift, float opacity = 1);
    bool rect_picture(Rect const& rect, std::string const& name, float opacity = 1);
    void icon(Rect const& rect, std::string name, Color color);
    void qr_code(Point origin, float module, QrCode const& qr, Color dark);
    void glyphs(ShapedText const& text, Point top_left, Color color);

private:
    bool draws() const { return drawing_ != Drawing::nothing; }
    bool mirrored() const { return flow_ == Direction::right_to_left; }
    // The part of a picture over `whole` that lies within the aperture in `rect`.
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

// A canvas with a scene, wakes, input and scroller of its own, which no touch reaches. Measures a screen without
// drawing it, or draws one that is only looked at, as in a transition.
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
