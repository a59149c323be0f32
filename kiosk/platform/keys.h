// The few keys that a keypad for visitors sends. All other keys, and these with Ctrl, Alt or the system's key, are
// ignored, so that a keyboard that somebody plugs in does nothing else. Pure.
#pragma once
#include "ui/scene/input.h"

#include <SDL.h>
#include <optional>

namespace kiosk::platform {

std::optional<ui::KeyPress> key_of(SDL_Keysym const& key);
// The same for an event; repeats while a key is held down are ignored.
std::optional<ui::KeyPress> key_of(SDL_KeyboardEvent const& press);

} // namespace kiosk::platform
