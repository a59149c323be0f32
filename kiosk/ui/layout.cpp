#include "ui/layout.h"

#include <cmath>

namespace kiosk::ui {

namespace {

// Capitals of Inter are 0.727 em: 32 px on a 22-inch 1920x1080 panel make them 5.9 mm; 508 402.4 asks for 4.8.
constexpr float kReadingSize = 32;
constexpr float kStep = 1.25F;
constexpr float kMillimetresPerInch = 25.4F;
// Target sizes: Duff et al. 2010 and Chourasia & Sesto 2013, see the research notes on standards, 1.5.
constexpr float kTargetMillimetres = 20;
constexpr float kMainTargetMillimetres = 30;
constexpr float kGapMillimetres = 4;

} // namespace

Layout::Layout(LayoutOptions const& options)
    : options_(options),
      orientation_(options.panel.height > options.panel.width ? Orientation::portrait : Orientation::landscape),
      unit_(std::min(options.panel.width, options.panel.height) / 1080.F),
      millimetres_per_pixel_(options.diagonal_inches * kMillimetresPerInch /
                             std::max(1.F, std::hypot(options.panel.width, options.panel.height)))
{
}

float Layout::px(float design_units) const { return std::round(design_units * unit_); }

float Layout::mm(float millimetres) const { return std::round(millimetres / millimetres_per_pixel_); }

float Layout::text(TextStep step) const
{
    auto const power = static_cast<float>(static_cast<int>(step) - static_cast<int>(TextStep::reading));
    auto const scale = step == TextStep::statement ? 1.F : options_.text_scale;
    auto const extra = step == TextStep::statement ? 1.3F : 1.F;
    return std::round(kReadingSize * std::pow(kStep, power) * scale * extra * unit_);
}

float Layout::margin() const { return std::round(options_.panel.width * 0.06F); }
float Layout::gap() const { return std::max(px(18), std::min(mm(kGapMillimetres), px(28))); }
float Layout::target() const { return std::max(px(80), std::min(mm(kTargetMillimetres), px(120))); }
float Layout::main_target() const { return std::max(px(118), std::min(mm(kMainTargetMillimetres), px(150))); }
float Layout::rounding() const { return px(28); }
float Layout::hairline() const { return std::max(1.F, px(2)); }

Rect Layout::bar() const
{
    auto const height = portrait() ? 2 * main_target() + gap() + px(48) : main_target() + px(32);
    return {0, options_.panel.height - height, options_.panel.width, height};
}

Rect Layout::content() const
{
    auto const top = px(56);
    return {margin(), top, options_.panel.width - 2 * margin(), bar().y - top - px(28)};
}

} // namespace kiosk::ui
