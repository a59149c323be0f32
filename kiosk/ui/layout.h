// Layout: from the panel's pixels to where things stand. Lengths are given in design units (the short side is 1080 of
// them) or millimetres, and come back as whole pixels. A value; made anew when the panel or the text size changes.
#pragma once
#include "base/geometry.h"

namespace kiosk::ui {

enum class Orientation { landscape, portrait };

// Steps of 1.25 from the reading size.
enum class TextStep { small, reading, lead, title, headline, statement };

struct LayoutOptions {
    Size panel;                 // [px]
    float diagonal_inches = 22; // of the panel
    float text_scale = 1;       // 1 normally; larger in large-text mode
};

class Layout {
public:
    explicit Layout(LayoutOptions const& options);

    Size panel() const { return options_.panel; }
    Orientation orientation() const { return orientation_; }
    // Chosen by the visitor: pictures give way, lists are paged, side remarks go.
    bool large_text() const { return options_.text_scale > 1.2F; }
    bool portrait() const { return orientation_ == Orientation::portrait; }

    float px(float design_units) const; // whole pixels
    float mm(float millimetres) const;  // whole pixels
    float to_mm(float pixels) const { return pixels * millimetres_per_pixel_; }
    float text(TextStep step) const; // font size in pixels

    float margin() const;      // 6 % of the width
    float gap() const;         // between neighbours; at least 4 mm
    float target() const;      // shortest side of anything that is touched, at least 20 mm
    float main_target() const; // the same for main actions, at least 30 mm
    float rounding() const;
    float hairline() const;

    Rect screen() const { return {0, 0, options_.panel.width, options_.panel.height}; }
    Rect bar() const;     // the bar that is the same everywhere, at the bottom
    Rect content() const; // what is left, inside the margins

private:
    LayoutOptions options_;
    Orientation orientation_;
    float unit_;                  // [px per design unit]
    float millimetres_per_pixel_; // [mm/px]
};

} // namespace kiosk::ui
