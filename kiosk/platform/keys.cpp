#include "platform/keys.h"

namespace kiosk::platform {

std::optional<ui::Key> key_of(SDL_Keysym const& key)
{
    if ((key.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) != 0) return std::nullopt;
    switch (key.sym) {
    case SDLK_TAB: return (key.mod & KMOD_SHIFT) != 0 ? ui::Key::previous : ui::Key::next;
    case SDLK_RIGHT:
    case SDLK_DOWN: return ui::Key::next;
    case SDLK_LEFT:
    case SDLK_UP: return ui::Key::previous;
    case SDLK_RETURN:
    case SDLK_SPACE: return ui::Key::activate;
    case SDLK_ESCAPE: return ui::Key::leave;
    default: return std::nullopt;
    }
}

std::optional<ui::Key> key_of(SDL_KeyboardEvent const& press)
{
    return press.repeat != 0 ? std::nullopt : key_of(press.keysym);
}

} // namespace kiosk::platform
