// The windows that the options ask for, and the rotation and diagonal of their panels.
#pragma once
#include "platform/window.h"
#include "program/setup/options.h"

#include <optional>
#include <vector>

namespace kiosk::program {

// Diagonal of a panel of unknown size, [inches].
constexpr float kDefaultPanelInches = 22;

// In the order of the shows: with two, first the kiosk, then the display.
std::vector<platform::WindowOptions> windows_of(Options const& options);

ui::Rotation rotation_of(settings::ScreenConfig const& screen);

// Diagonal, [inches]: as configured, else as the screen reports (`said`), else kDefaultPanelInches.
float panel_inches(settings::ScreenConfig const& screen, std::optional<float> reported);

} // namespace kiosk::program
