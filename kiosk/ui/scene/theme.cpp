#include "ui/scene/theme.h"

#include <cmath>

namespace kiosk::ui {

namespace {

constexpr std::array<std::string_view, kInks> kNames{
    "ground", "raised",  "text",  "quiet",      "line",  "action",   "on_action",  "accent",
    "calm",   "on_calm", "right", "reconsider", "alarm", "on_alarm", "code_light", "code_dark"};

std::optional<int> hex_digit(char letter)
{
    if (letter >= '0' && letter <= '9') return letter - '0';
    if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
    if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
    return std::nullopt;
}

// sRGB to linear light (IEC 61966-2-1), kept for each value: the audit asks for every pair of colours beside another.
double linear(std::uint8_t channel)
{
    static auto const kTable = [] {
        std::array<double, 256> table{};
        for (std::size_t i = 0; i < table.size(); ++i) {
            double const value = static_cast<double>(i) / 255.0;
            table[i] = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        }
        return table;
    }();
    return kTable[channel];
}

double luminance(Color color)
{
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

} // namespace

std::string_view name(Ink ink) { return kNames[static_cast<std::size_t>(ink)]; }

std::optional<Color> color_from_hex(std::string_view hex)
{
    if (hex.size() != 7 || hex[0] != '#') return std::nullopt;
    std::array<std::uint8_t, 3> channels{};
    for (std::size_t i = 0; i < 3; ++i) {
        auto const high = hex_digit(hex[1 + 2 * i]);
        auto const low = hex_digit(hex[2 + 2 * i]);
        if (!high || !low) return std::nullopt;
        channels[i] = static_cast<std::uint8_t>(*high * 16 + *low);
    }
    return Color{channels[0], channels[1], channels[2], 255};
}

Color mix(Color first, Color second, float share)
{
    auto const between = [share](std::uint8_t from, std::uint8_t to) {
        auto const start = static_cast<float>(from);
        return static_cast<std::uint8_t>(std::lround(start + (static_cast<float>(to) - start) * share));
    };
    return {between(first.red, second.red), between(first.green, second.green), between(first.blue, second.blue),
            between(first.alpha, second.alpha)};
}

double contrast(Color first, Color second)
{
    auto const lighter = std::max(luminance(first), luminance(second));
    auto const darker = std::min(luminance(first), luminance(second));
    return (lighter + 0.05) / (darker + 0.05);
}

Theme built_in_theme()
{
    static constexpr std::array<std::string_view, kInks> kDusk{
        "#0B1626", "#15293F", "#FFFFFF", "#C3D1DE", "#6F8CA6", "#FFC233", "#101820", "#FFC233",
        "#1F4E6B", "#FFFFFF", "#7ED9A7", "#FFB4A1", "#3B1F1B", "#FFFFFF", "#FFFFFF", "#0B1626"};
    Theme theme;
    theme.name = "dusk";
    for (std::size_t i = 0; i < kInks; ++i) theme.colors[i] = color_from_hex(kDusk[i]).value_or(Color{});
    return theme;
}

std::vector<ContrastRequirement> const& contrast_requirements()
{
    static std::vector<ContrastRequirement> const kPairs{
        {Ink::text, Ink::ground, 7},       {Ink::text, Ink::raised, 7},          {Ink::quiet, Ink::ground, 7},
        {Ink::quiet, Ink::raised, 7},      {Ink::on_action, Ink::action, 7},     {Ink::on_calm, Ink::calm, 7},
        {Ink::on_alarm, Ink::alarm, 7},    {Ink::right, Ink::raised, 7},         {Ink::right, Ink::ground, 7},
        {Ink::reconsider, Ink::raised, 7}, {Ink::code_dark, Ink::code_light, 7}, {Ink::line, Ink::ground, 3},
        {Ink::line, Ink::raised, 3},       {Ink::accent, Ink::raised, 7},        {Ink::right, Ink::raised, 3},
        {Ink::accent, Ink::ground, 7},
    };
    return kPairs;
}

} // namespace kiosk::ui
