// Which windows the options ask for, and what is known of their panels. Owner: run.
#pragma once
#include "platform/window.h"
#include "program/setup/options.h"

#include <optional>
#include <vector>

namespace kiosk::program {

// Diagonal of a panel that nobody knows, [inches].
constexpr float kUsualPanel = 22;

// The kiosk's first where there are two.
std::vector<platform::WindowOptions> windows_of(Options const& options);

ui::Rotation rotation_of(settings::ScreenConfig const& screen);

// Diagonal, [inches]: what is configured stands over what the screen says of itself.
float inches_of(settings::ScreenConfig const& screen, std::optional<float> said);

} // namespace kiosk::program
