#include "ui/scene/layout.h"

#include <cmath>

namespace kiosk::ui {

namespace {

// 32 units make capitals of 5.9 mm on a 22-inch panel of 16:9.
constexpr float kReadingSize = 32;
constexpr float kStep = 1.25F;
// Above the reading size on panels with less room than usual: there a headline in steps of 1.25 is all of the view.
constexpr float kSmallPanelStep = 1.13F;
constexpr float kLargeScale = 1.35F;
constexpr float kUnits = 1080;
constexpr float kFewestUnits = 420; // below this nothing would fit at all; letters are then smaller than they should be

float normal_capital(LayoutOptions const& options)
{
    return options.viewing_distance > 0 ? options.viewing_distance * kCapitalPerDistance : kCapitalMillimetres;
}

float unit_of(LayoutOptions const& options, float millimetres_per_pixel)
{
    auto const short_side = std::min(options.panel.width, options.panel.height);
    auto const readable = normal_capital(options) / (kReadingSize * kCapital) / millimetres_per_pixel;
    return std::max(short_side / kUnits, std::min(readable, short_side / kFewestUnits));
}

} // namespace

Layout::Layout(LayoutOptions const& options)
    : options_(options),
      orientation_(options.panel.height > options.panel.width ? Orientation::portrait : Orientation::landscape),
      millimetres_per_pixel_(options.diagonal_inches * kMillimetresPerInch /
                             std::max(1.F, std::hypot(options.panel.width, options.panel.height))),
      unit_(unit_of(options, millimetres_per_pixel_))
{
}

float Layout::units(float design_units) const { return std::round(design_units * unit_); }

float Layout::millimetres(float length) const { return std::ceil(length / millimetres_per_pixel_ - 0.01F); }

float Layout::text(TextStep step) const
{
    auto const steps = static_cast<float>(static_cast<int>(step) - static_cast<int>(TextStep::reading));
    auto const usual = kReadingSize * unit_;
    auto const least = kLargeCapitalMillimetres / kCapital / millimetres_per_pixel_;
    auto const large = std::max(usual * kLargeScale, std::min(least, usual * 1.6F));
    auto const extra = step == TextStep::statement ? 1.3F : 1.F;
    auto const ratio = steps > 0 && (low() || narrow()) ? kSmallPanelStep : kStep;
    return std::round((large_text() ? large : usual) * std::pow(ratio, steps) * extra);
}

float Layout::full_in_normal_letters(TextStep step) const
{
    auto options = options_;
    options.letters = LetterSize::normal;
    return Layout(options).text(step);
}

float Layout::least_text(TextStep step) const
{
    auto const capital = large_text() ? kLargeCapitalMillimetres : least_capital();
    auto const least = capital / kCapital / millimetres_per_pixel_ / (step == TextStep::small ? kStep : 1.F);
    // Headings are never as small as the text below them.
    auto const share = step == TextStep::statement ? 0.5F : step >= TextStep::title ? 0.8F : 0.72F;
    auto const full = text(step);
    // In large letters the page grows, and not the text smaller.
    if (large_text())
        return std::min(full, std::ceil(std::max(least, full_in_normal_letters(step) * kLeastEnlargement)));
    return std::min(full, std::max(std::ceil(least), std::round(full * share)));
}

float Layout::least_capital() const { return normal_capital(options_); }

float Layout::least_code() const
{
    return millimetres(std::max(kCodeMillimetres, options_.viewing_distance * kCodePerDistance));
}

float Layout::least_label(TextStep step) const
{
    if (large_text()) return std::ceil(full_in_normal_letters(step) * kLeastEnlargement);
    return std::min(text(TextStep::reading), std::ceil(least_bar_label()));
}

float Layout::least_bar_label() const
{
    auto const least = kCapitalMillimetres / kStep / kCapital / millimetres_per_pixel_;
    return std::min(text(TextStep::reading), std::max(std::ceil(least), units(20)));
}

float Layout::margin() const { return std::round(options_.panel.width * 0.06F); }
float Layout::gap() const { return std::max(units(18), millimetres(kGapMillimetres)); }
float Layout::target() const { return std::max(units(80), millimetres(kTargetMillimetres)); }

float Layout::main_target() const
{
    if (low() || narrow()) return target();
    return std::max(units(118), millimetres(kMainTargetMillimetres));
}

float Layout::rounding() const { return units(28); }
float Layout::hairline() const { return std::max(1.F, units(2)); }
float Layout::longest_line(float font_size) const { return font_size * 34; }

Rect Layout::bar() const
{
    auto const pad = units(low() ? 12 : 16);
    auto const rows = portrait() ? 2 * main_target() + gap() : main_target();
    auto const height = rows + 2 * pad;
    return {0, options_.panel.height - height, options_.panel.width, height};
}

Rect Layout::content() const
{
    auto const top = units(low() ? 28 : 56);
    return {margin(), top, options_.panel.width - 2 * margin(), bar().y - top - units(low() ? 16 : 28)};
}

} // namespace kiosk::ui
