// Canvas: what a widget draws on during one frame, with the layout, theme, text, pictures, input and time that it
// reads. Drawing goes into ImGui's draw list, and each node into the scene. Lengths and positions are panel pixels. The
// stage makes one for each frame; a canvas owns nothing.
#pragma once
#include "base/clock.h"
#include "ui/pictures/pictures.h"
#include "ui/qr.h"
#include "ui/scene/frame_requests.h"
#include "ui/scene/input.h"
#include "ui/scene/layout.h"
#include "ui/scene/scene.h"
#include "ui/scene/scroller.h"
#include "ui/scene/theme.h"
#include "ui/text/text.h"

struct ImDrawList;

namespace kiosk::ui {

struct CanvasDependencies {
    ImDrawList& list;
    Layout const& layout;
    Theme const& theme;
    TextEngine& text;
    Pictures& pictures;
    Input const& input;
    Scene& scene;
    FrameRequests& frame_requests;
    Scroller& scroller;
    Instant now;
};

// What is drawn; the scene is filled in any case. An audit draws without_letters to measure the colours behind them.
// pictures_ahead draws nothing, and has the pictures decoded that a screen to come will ask for.
enum class Drawing { everything, without_letters, nothing, pictures_ahead };

class Canvas {
public:
    explicit Canvas(CanvasDependencies const& parts, Drawing drawing = Drawing::everything)
        : parts_(parts),
          drawing_(drawing)
    {
    }
    CanvasDependencies const& parts() const { return parts_; }

    Layout const& layout() const { return parts_.layout; }
    Theme const& theme() const { return parts_.theme; }
    TextEngine& text() { return parts_.text; }
    Input const& input() const { return parts_.input; }
    FrameRequests& frame_requests() { return parts_.frame_requests; }
    Scroller& scroller() { return parts_.scroller; }
    PictureMotion picture_motion() const { return parts_.pictures.picture_motion(); }
    Swipe swipe() const; // left leads onwards in every language: swapped where the page is mirrored
    Instant now() const { return parts_.now; }
    Color color(Ink ink) const { return parts_.theme[ink]; }

    // The language of the texts drawn from here on: it decides how they are shaped, and stands in their nodes.
    std::string const& language() const { return language_; }
    void set_language(std::string language) { language_ = std::move(language); }

    // A page in a language written from right to left is mirrored; its pictures, codes and words are not.
    void set_text_direction(Direction text_direction);
    Direction text_direction() const { return text_direction_; }

    // Where the nodes stand that are added from here on.
    void set_region(Region region) { region_ = region; }
    Region region() const { return region_; }

    // From here to pop_clip() nothing is seen or can be touched outside `view`. Views do not nest.
    void push_clip(Rect const& view);
    void pop_clip();

    Drawing drawing() const { return drawing_; }
    void set_drawing(Drawing drawing) { drawing_ = drawing; }

    // Covers `area` outside of a closing aperture. `openness`: 0 covers all of it, 1 or more nothing.
    void cover_outside_aperture(Rect const& area, float openness, Color lid, Color edge);
    // A position in the draw list, after which what was drawn can be moved [px] or faded (opacity 0..1).
    int mark() const;
    void move_since(int mark, float right);
    void fade_since(int mark, float opacity);

    // Called for a text or target that has too little room: the screen is then drawn taller, and scrolls.
    void report_overflow() { ++overflow_count_; }
    int overflow_count() const { return overflow_count_; }

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
    void outline_aperture(Rect const& rect, Color color, float thickness, float openness = 1);
    // A picture that fills the aperture in `rect`. Until it is loaded the aperture has a plain colour, and then it
    // fades in. Opacity 0..1.
    void picture_in_aperture(Rect const& rect, std::string const& name, float opacity = 1, float openness = 1);
    // The same with a picture in layers. `drift`, -1 to 1, moves them sideways, the near ones most; a picture without
    // layers moves as a whole.
    void scene_in_aperture(Rect const& rect, std::string const& name, float drift, float opacity = 1,
                           float openness = 1);
    // A picture in an aperture with what lives in it ("pier.life"), `life` 0..1 of it. Decoded for the rectangle
    // `asked` and drawn in `drawn`, so that an eye that grows asks for one picture.
    bool is_alive(std::string const& name); // whether a picture has what lives in it
    void living_picture(Rect const& asked, Rect const& drawn, std::string const& name, float life, float openness = 1);
    // How far such a picture is there, 0 to 1: 0 while it is late; 1 where it cannot be read, or nothing is drawn.
    float picture_share(Rect const& asked, std::string const& name);
    // A picture that fills a rectangle, and over it how the place answers: a layer of its own ("helped"), if it has it,
    // `share` 0..1 of it.
    void scene_picture(Rect const& rect, std::string const& name, std::string const& answer, float share);
    void rect_picture(Rect const& rect, std::string const& name, float opacity = 1);
    void icon(Rect const& rect, std::string name, Color color);
    void qr_code(Point origin, float module, QrCode const& qr, Color dark);
    // A ring around the node that a keypad is at, over all that was drawn.
    void focus_ring();
    // `least`: the size that it is to have at least, [px]. Only a word that would be cut makes it smaller.
    void glyphs(ShapedText const& text, Point top_left, Color color, float least = 0);

private:
    bool is_drawing() const { return drawing_ == Drawing::everything || drawing_ == Drawing::without_letters; }
    // A theme may have a picture of its own: "terrace.day" for "terrace".
    std::string by_theme(std::string const& name);
    // The picture for this frame; without a texture where nothing is drawn. Asks for frames while it fades in.
    Picture picture_for(std::string const& name, Size size);
    bool mirrored() const { return text_direction_ == Direction::right_to_left; }
    // The part of a picture over `whole` that lies within the aperture in `rect`.
    void textured_aperture(Rect const& rect, Rect const& whole, TextureId id, float opacity, float openness);
    // Stands in for a picture that is late, and shines through it while that fades in.
    void late_aperture(Rect const& rect, float opacity, float openness);
    Rect on_panel(Rect const& rect) const;
    Point on_panel(Point point) const;

    CanvasDependencies parts_;
    Drawing drawing_;
    Direction text_direction_ = Direction::left_to_right;
    Rect view_{};
    Region region_ = Region::page;
    int group_ = 0;
    friend class NodeGroup;
    int overflow_count_ = 0;
    std::string language_ = "en";
};

// Nodes that are added while it lives belong together. A group within a group is part of it.
class NodeGroup {
public:
    explicit NodeGroup(Canvas& canvas) : canvas_(canvas), outer_(canvas.group_)
    {
        if (outer_ == 0) canvas_.group_ = canvas_.parts_.scene.new_group();
    }
    ~NodeGroup() { canvas_.group_ = outer_; }
    NodeGroup(NodeGroup const&) = delete;
    NodeGroup& operator=(NodeGroup const&) = delete;

private:
    Canvas& canvas_;
    int outer_;
};

// A canvas with a scene, wakes, input and scroller of its own, which no touch reaches. Measures a screen without
// drawing it, or draws one that is only looked at, as in a transition.
class DetachedCanvas {
public:
    explicit DetachedCanvas(Canvas const& canvas, Drawing drawing = Drawing::nothing);
    Canvas& canvas() { return canvas_; }
    Scroller& scroller() { return scroller_; }

private:
    Input input_;
    Scene scene_;
    FrameRequests frame_requests_;
    Scroller scroller_;
    Canvas canvas_;
};

} // namespace kiosk::ui
