#include "platform/keys.h"
#include "support/kiosk.h"
#include "visit/model/input_lockout.h"

#include <doctest/doctest.h>
#include <fstream>
#include <set>

using namespace kiosk;
using test::Kiosk;
using test::Screen;

namespace {

// Every key SDL knows, those with a letter of their own and those without, with every set of modifiers.
template <typename Take>
void press_all(Take const& take)
{
    constexpr std::uint16_t kModifiers[] = {KMOD_SHIFT, KMOD_CTRL, KMOD_ALT, KMOD_GUI};
    std::vector<SDL_Keycode> keys;
    for (int code = 0; code < SDL_NUM_SCANCODES; ++code) keys.push_back(SDL_SCANCODE_TO_KEYCODE(code));
    for (int letter = 0; letter < 256; ++letter) keys.push_back(letter);
    for (auto const sym : keys)
        for (unsigned set = 0; set < 16; ++set) {
            SDL_Keysym key{};
            key.sym = sym;
            for (unsigned i = 0; i < 4; ++i)
                if ((set >> i & 1U) != 0) key.mod = static_cast<std::uint16_t>(key.mod | kModifiers[i]);
            take(key);
        }
}

} // namespace

TEST_CASE("of all keys with all modifiers only a keypad's few mean something")
{
    std::set<SDL_Keycode> meant;
    int with_others = 0;
    press_all([&](SDL_Keysym const& key) {
        if (!platform::key_of(key)) return;
        meant.insert(key.sym);
        if ((key.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) != 0) ++with_others;
    });
    std::set<SDL_Keycode> keypad{SDLK_TAB,    SDLK_RETURN,    SDLK_KP_ENTER, SDLK_SPACE, SDLK_ESCAPE,
                                 SDLK_LEFT,   SDLK_RIGHT,     SDLK_UP,       SDLK_DOWN,  SDLK_PAGEDOWN,
                                 SDLK_PAGEUP, SDLK_BACKSPACE, SDLK_HOME,     SDLK_KP_0};
    for (int digit = 0; digit <= 9; ++digit) keypad.insert(SDLK_0 + digit);
    for (int digit = 1; digit <= 9; ++digit) keypad.insert(SDLK_KP_1 + digit - 1);
    CHECK(meant == keypad);
    CHECK(with_others == 0);
}

TEST_CASE("no key leads a visitor out of the public pages")
{
    Kiosk kiosk;
    std::set<Screen> seen;
    press_all([&](SDL_Keysym const& key) {
        auto const meant = platform::key_of(key);
        if (!meant) return;
        kiosk.clock().advance(visit::kInputLockout); // as somebody does who has seen the screen
        kiosk.app().push(*meant);
        while (kiosk.app().stage().input().pending()) kiosk.app().step();
        seen.insert(kiosk.screen());
        REQUIRE_FALSE(visit::is_staff(kiosk.screen()));
    });
    CHECK(seen.size() > 1);
}

TEST_CASE("no dialog of the system is ever opened, and ImGui writes no files")
{
    for (auto const& entry : std::filesystem::recursive_directory_iterator(test::sources() / "kiosk")) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path());
        std::string const text{std::istreambuf_iterator<char>(file), {}};
        CAPTURE(entry.path().string());
        CHECK(text.find("MessageBox") == std::string::npos);
        CHECK(text.find("ShowDemoWindow") == std::string::npos);
        CHECK(text.find("ShowMetricsWindow") == std::string::npos);
    }
}

TEST_CASE("a digit is the same above the letters and on a keypad")
{
    for (int digit = 0; digit <= 9; ++digit) {
        SDL_Keysym above{}, beside{};
        above.sym = SDLK_0 + digit;
        beside.sym = digit == 0 ? SDLK_KP_0 : SDLK_KP_1 + digit - 1;
        CHECK(platform::key_of(above) == ui::KeyPress{ui::Key::digit, digit});
        CHECK(platform::key_of(beside) == ui::KeyPress{ui::Key::digit, digit});
    }
}

TEST_CASE("a key that is held down is pressed once")
{
    SDL_KeyboardEvent press{};
    press.keysym.sym = SDLK_RETURN;
    CHECK(platform::key_of(press) == ui::Key::activate);
    press.repeat = 1;
    CHECK_FALSE(platform::key_of(press));
}
