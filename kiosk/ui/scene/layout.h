// Layout: converts design units and millimetres to whole pixels of a panel, and has the areas and sizes that all
// screens share. The short side of a panel has 1080 units. On panels so small that reading text would be lower than
// kCapitalMillimetres a unit is larger and there are fewer of them, down to 420. A value; made anew when the panel or
// the text size changes.
#pragma once
#include "base/geometry.h"

namespace kiosk::ui {

enum class Orientation { landscape, portrait };

// Steps of 1.25 from the reading size; above it of 1.13 on panels with less room than usual.
enum class TextStep { small, reading, lead, title, headline, statement };

enum class LetterSize { normal, large };

struct LayoutOptions {
    Size panel;                 // [px]
    float diagonal_inches = 22; // of the panel
    LetterSize letters = LetterSize::normal;
    // [mm] from the eyes to a panel that nobody touches; 0 for one within reach.
    float viewing_distance = 0;
};

class Layout {
public:
    explicit Layout(LayoutOptions const& options);

    Size panel() const { return options_.panel; }
    Orientation orientation() const { return orientation_; }
    // Chosen by the visitor. Screens then show smaller pictures or none, and leave out side remarks.
    bool large_text() const { return options_.letters == LetterSize::large; }
    bool portrait() const { return orientation_ == Orientation::portrait; }
    // Panels with less room than usual: screens then place things below each other instead of side by side.
    bool narrow() const { return options_.panel.width < units(1000); }
    bool low() const { return options_.panel.height < units(900); }

    float units(float design_units) const; // whole pixels
    float millimetres(float length) const; // whole pixels, never less than asked for
    float to_millimetres(float pixels) const { return pixels * millimetres_per_pixel_; }
    float text(TextStep step) const; // font size in pixels
    // The smallest font size for a step, [px]: capitals keep their least height in millimetres.
    float least_text(TextStep step) const;

    // The least height of capitals of normal text at the reading size, [mm].
    float least_capital() const;
    // The least side of a QR code that is scanned from the viewing distance, [px].
    float least_code() const;

    // The smallest font size of a button's label, [px]: smaller than text, since labels are short, recur and have
    // icons.
    float least_label(TextStep step = TextStep::reading) const;
    float least_bar_label() const; // in the bar, whose labels keep their size in large text

    float margin() const; // 6 % of the width
    float gap() const;    // between neighbours; at least 4 mm
    float target() const; // shortest side of anything that is touched, at least 20 mm
    float
    main_target() const; // the same for main actions: at least 30 mm; 20 high and 30 wide on low and on narrow panels
    float rounding() const;
    float hairline() const;
    float longest_line(float font_size) const; // [px]: about 70 characters

    Rect screen() const { return {0, 0, options_.panel.width, options_.panel.height}; }
    Rect bar() const;     // the navigation bar at the bottom of every screen of a visit
    Rect content() const; // above the bar and inside the margins

private:
    float full_in_normal_letters(TextStep step) const;

    LayoutOptions options_;
    Orientation orientation_;
    float millimetres_per_pixel_; // [mm/px]
    float unit_;                  // [px per design unit]
};

// Height of a capital of Inter, [em].
constexpr float kCapital = 0.727F;
// Capitals of text at the reading size and above: 508 402.4 asks for 4.8 mm; EN 301 549 5.1.4 for 0.7 degrees, which at
// 60 cm are 7.3 mm, in large letters. Side remarks (sources, conditions) are one step smaller.
constexpr float kCapitalMillimetres = 4.8F;
constexpr float kLargeCapitalMillimetres = 7.3F;
// Large letters are at least so many times as large as the same text in normal ones.
constexpr float kLeastEnlargement = 1.3F;
// From a distance: a 200th of it, the usual rule for signs (17 minutes of arc; ISO 9241-3 asks for 16 at least).
constexpr float kCapitalPerDistance = 1 / 200.F;
// A code: 60 mm at arm's length; a tenth of a longer distance, the usual rule for printed QR codes.
constexpr float kCodeMillimetres = 60;
constexpr float kCodePerDistance = 0.1F;
// Targets: Duff et al. 2010 and Chourasia & Sesto 2013.
constexpr float kTargetMillimetres = 20;
constexpr float kMainTargetMillimetres = 30;
constexpr float kGapMillimetres = 4;

} // namespace kiosk::ui
