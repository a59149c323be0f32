// Theme: colours by role. Read from files in assets/themes by settings/themes.h; the only colours in code are those of
// built_in_theme().
#pragma once
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::ui {

struct Color {
    std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
    bool operator==(Color const&) const = default;

    Color with_alpha(float share) const
    {
        return {red, green, blue, static_cast<std::uint8_t>(std::lround(255.F * share))};
    }
};

// What a colour is for. "on_x" is what stands on x.
enum class Ink {
    ground,
    raised,
    text,
    quiet,
    line,
    action,
    on_action,
    accent, // the action's colour in letters, marks and edges: where to report
    calm,
    on_calm,
    right,
    reconsider,
    alarm,
    on_alarm,
    code_light,
    code_dark,
};

constexpr std::size_t kInks = 16;

std::string_view name(Ink ink);

struct Theme {
    std::string name;
    std::array<Color, kInks> colors{};

    Color operator[](Ink ink) const { return colors[static_cast<std::size_t>(ink)]; }
};

// "#RRGGBB", nothing if it is not one.
std::optional<Color> color_from_hex(std::string_view hex);

// Evenly between two colours, share 0..1 of the second.
Color mix(Color first, Color second, float share);

// WCAG 2.2 contrast of two opaque colours, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
double contrast(Color first, Color second);

// Pairs of colours that are drawn on each other, and the contrast they need: text 7:1, icons and borders 3:1, large
// accents 4.5:1 (WCAG 2.2, 1.4.6 and 1.4.11).
struct ContrastRequirement {
    Ink ink, on;
    double least;
};
std::vector<ContrastRequirement> const& contrast_requirements();

// The theme "dusk", for when no theme file can be read.
Theme built_in_theme();

} // namespace kiosk::ui
