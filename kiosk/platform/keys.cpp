#include "platform/keys.h"

namespace kiosk::platform {

namespace {

std::optional<int> digit_of(SDL_Keycode key)
{
    if (key >= SDLK_0 && key <= SDLK_9) return key - SDLK_0;
    if (key == SDLK_KP_0) return 0; // it stands behind the nine
    if (key >= SDLK_KP_1 && key <= SDLK_KP_9) return key - SDLK_KP_1 + 1;
    return std::nullopt;
}

} // namespace

std::optional<ui::KeyPress> key_of(SDL_Keysym const& key)
{
    if ((key.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) != 0) return std::nullopt;
    if (auto const digit = digit_of(key.sym)) return ui::KeyPress{ui::Key::digit, *digit};
    switch (key.sym) {
    case SDLK_TAB: return (key.mod & KMOD_SHIFT) != 0 ? ui::Key::previous : ui::Key::next;
    case SDLK_PAGEDOWN: return ui::Key::read_next;
    case SDLK_PAGEUP: return ui::Key::read_previous;
    case SDLK_RIGHT: return ui::Key::right;
    case SDLK_DOWN: return ui::Key::down;
    case SDLK_LEFT: return ui::Key::left;
    case SDLK_UP: return ui::Key::up;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
    case SDLK_SPACE: return ui::Key::activate;
    case SDLK_HOME: return ui::Key::home;
    case SDLK_BACKSPACE: return ui::Key::erase;
    case SDLK_ESCAPE: return ui::Key::leave;
    default: return std::nullopt;
    }
}

std::optional<ui::KeyPress> key_of(SDL_KeyboardEvent const& press)
{
    return press.repeat != 0 ? std::nullopt : key_of(press.keysym);
}

} // namespace kiosk::platform
