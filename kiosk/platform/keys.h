// The few keys that mean something: what a keypad for visitors sends. All others, and these with Ctrl, Alt or the
// system's key, mean nothing, whoever plugs in a keyboard. Pure.
#pragma once
#include "ui/scene/input.h"

#include <SDL.h>
#include <optional>

namespace kiosk::platform {

std::optional<ui::Key> key_of(SDL_Keysym const& key);
// The same of a press; what the system repeats while a key is held down is none.
std::optional<ui::Key> key_of(SDL_KeyboardEvent const& press);

} // namespace kiosk::platform
