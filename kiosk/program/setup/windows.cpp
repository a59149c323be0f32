#include "program/setup/windows.h"

namespace kiosk::program {

ui::Rotation rotation_of(settings::ScreenConfig const& screen)
{
    return ui::rotation_of(screen.rotation).value_or(ui::Rotation::none);
}

float panel_inches(settings::ScreenConfig const& screen, std::optional<float> reported)
{
    return screen.panel_diagonal_inches > 0 ? static_cast<float>(screen.panel_diagonal_inches)
                                            : reported.value_or(kDefaultPanelInches);
}

std::vector<platform::WindowOptions> windows_of(Options const& options)
{
    auto const mode = options.config.mode;
    std::vector<platform::WindowOptions> windows;
    auto const add = [&](settings::ScreenConfig const& screen, int otherwise, platform::Refresh refresh) {
        platform::WindowOptions window;
        window.screen = screen.screen > 0 ? screen.screen : otherwise;
        window.rotation = rotation_of(screen);
        window.refresh = refresh;
        if (options.windowed) {
            window.mode = platform::WindowMode::windowed;
            window.width = options.windowed->width;
            window.height = options.windowed->height;
            if (mode == settings::Mode::both) window.left = static_cast<int>(windows.size()) * options.windowed->width;
        }
        windows.push_back(window);
    };
    if (mode != settings::Mode::display) add(options.config.kiosk, 1, platform::Refresh::with_the_screen);
    if (mode != settings::Mode::kiosk) {
        // In windows, for trying, both are on the one screen there is.
        auto const otherwise = mode == settings::Mode::both && !options.windowed ? 2 : 1;
        add(options.config.display.screen, otherwise,
            mode == settings::Mode::both ? platform::Refresh::at_once : platform::Refresh::with_the_screen);
    }
    return windows;
}

} // namespace kiosk::program
