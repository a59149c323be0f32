// One SDL window with what paints it. Private to platform/; owner: Windows.
#pragma once
#include "platform/painter.h"
#include "platform/watches.h"
#include "platform/window.h"

#include <SDL.h>

namespace kiosk::platform {

class SdlWindow final : public Window {
public:
    static Result<std::unique_ptr<SdlWindow>> open(WindowOptions const& options);
    SdlWindow(SDL_Window* window, std::unique_ptr<Painter> painter, ui::Rotation rotation);
    SdlWindow(SdlWindow const&) = delete;
    SdlWindow& operator=(SdlWindow const&) = delete;
    ~SdlWindow() override;

    Size size() const override { return ui::rotated(panel(), rotation_); }
    ui::Textures& textures() override { return painter_->textures(); }
    void present(ImDrawData const& data) override;
    Result<ui::Image> picture() override { return painter_->picture(); }
    long presented() const override { return presented_; }
    std::string describe() const override;
    WindowFacts facts() const override;
    std::optional<float> diagonal_inches() const override;

    std::uint32_t id() const { return SDL_GetWindowID(window_); }
    // An event that is this window's own, or everybody's.
    void take(SDL_Event const& event, WindowEvents& incoming);
    // To be called before each wait: makes the window full screen after its first frame, and again after the screens
    // have changed.
    void tick();
    bool lost() const { return watch_.lost(); }

private:
    void cover_screen_again();
    void hide_cursor() const;
    void judge_speed(std::chrono::steady_clock::duration taken);
    Size panel() const { return painter_->panel(); }
    void take_finger(SDL_TouchFingerEvent const& finger, ui::FingerPhase phase, WindowEvents& incoming) const;
    void take_mouse(SDL_Event const& event, WindowEvents& incoming) const;
    // Window coordinates are not pixels where the desktop scales.
    Point in_pixels(int x, int y) const;

    SDL_Window* window_;
    std::unique_ptr<Painter> painter_;
    ui::Rotation rotation_;
    bool closes_ = false; // on a close event; visitors must not close a full-screen window
    WindowOptions options_;
    bool cover_screen_ = false; // after the first frame
    bool cover_again_ = false;  // the screens have changed
    RendererWatch watch_;
    int slow_frames_ = 0; // in a row
    long presented_ = 0;
};

} // namespace kiosk::platform
