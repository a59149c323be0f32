// Canvas: what a widget draws on during one frame, and all it may ask: layout, theme, text, pictures, input, time.
// Drawing goes into ImGui's draw list; what is on the screen goes into the scene. Made by the stage for one frame;
// borrows all.
#pragma once
#include "base/clock.h"
#include "ui/input.h"
#include "ui/layout.h"
#include "ui/pictures.h"
#include "ui/qr.h"
#include "ui/scene.h"
#include "ui/text.h"
#include "ui/theme.h"
#include "ui/wakes.h"

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
    Instant now;
};

class Canvas {
public:
    explicit Canvas(CanvasParts const& parts) : parts_(parts) {}

    Layout const& layout() const { return parts_.layout; }
    Theme const& theme() const { return parts_.theme; }
    TextEngine& text() { return parts_.text; }
    Input const& input() const { return parts_.input; }
    Wakes& wakes() { return parts_.wakes; }
    Instant now() const { return parts_.now; }
    Color color(Ink ink) const { return parts_.theme[ink]; }

    // The language of what is now drawn, for shaping and for speech.
    std::string const& language() const { return language_; }
    void set_language(std::string language) { language_ = std::move(language); }

    void add(Node node);
    bool tapped(std::string_view id) const { return parts_.input.tapped() == id; }
    bool pressed(std::string_view id) const { return parts_.input.pressed() == id; }
    bool focused(std::string_view id) const { return parts_.input.focused() == id; }

    void fill(Rect const& rect, Color color, float rounding = 0);
    void outline(Rect const& rect, Color color, float thickness, float rounding = 0);
    // From one colour on the left to another on the right.
    void fade_across(Rect const& rect, Color left, Color right);
    void fade_down(Rect const& rect, Color top, Color bottom);
    void polyline(std::vector<Point> const& points, Color color, float thickness);
    void ring(Point centre, float radius, float thickness, Color color, float from_turn = 0, float to_turn = 1);
    void disc(Point centre, float radius, Color color);
    void lens(Rect const& rect, Color color, float openness = 1);
    void lens_outline(Rect const& rect, Color color, float thickness, float openness = 1);
    // A picture seen through the aperture, covering `rect`; false while it is not loaded. Opacity 0..1.
    bool lens_picture(Rect const& rect, std::string const& name, float opacity = 1, float openness = 1);
    bool rect_picture(Rect const& rect, std::string const& name, float opacity = 1);
    void icon(Rect const& rect, std::string const& name, Color color);
    void glyphs(ShapedText const& text, Point top_left, Color color);

private:
    CanvasParts parts_;
    std::string language_ = "en";
};

} // namespace kiosk::ui
