// Windows on no screen that turn a clock of the test's: waiting for input moves it on, and what happens comes at its
// time. So a whole kiosk runs in its real loop, and a day of it takes a second.
#pragma once
#include "platform/window.h"

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <vector>

namespace test {

class ClockedWindow final : public kiosk::platform::Window {
public:
    kiosk::Size size() const override { return null_target_->size(); }
    kiosk::ui::Textures& textures() override { return null_target_->textures(); }
    void present(ImDrawData const& data) override { null_target_->present(data); }
    kiosk::Result<kiosk::ui::Image> picture() override { return null_target_->picture(); }
    long presented() const override { return null_target_->presented(); }
    std::string describe() const override { return "nowhere"; }
    kiosk::platform::WindowFacts facts() const override { return {}; }
    std::optional<float> diagonal_inches() const override { return std::nullopt; }

private:
    std::unique_ptr<kiosk::platform::RenderTarget> null_target_ = kiosk::platform::make_null_target(1920, 1080);
};

class ClockedWindows : public kiosk::platform::Windows {
public:
    explicit ClockedWindows(kiosk::ManualClock& clock) : clock_(clock) {}

    std::size_t count() const override { return 1; }
    int missing_screens() const override { return 0; }
    bool more_screens() const override { return false; }
    kiosk::platform::Window& at(std::size_t index) override { return windows_.at(index); }
    std::vector<kiosk::platform::WindowEvents> wait(kiosk::Milliseconds longest) override
    {
        before_wait();
        std::vector<kiosk::platform::WindowEvents> incoming(shown());
        // A frame takes its time, so that what moves comes to an end.
        auto const sleep = std::max<kiosk::Duration>(longest, std::chrono::milliseconds(1));
        auto const next = next_event();
        clock_.advance(std::max<kiosk::Duration>(kiosk::Duration(0), std::min(shortened(sleep), next - clock_.now())));
        if (clock_.now() >= next) happen(incoming.front());
        return incoming;
    }
    void wake() override {}
    int touch_devices() const override { return devices; }
    bool renderer_lost() const override { return false; }
    void switch_screens(kiosk::platform::ScreenState) override {}

    int devices = 1;

protected:
    virtual std::size_t shown() const { return 1; } // windows that have a show
    virtual void before_wait() {}
    virtual kiosk::Duration shortened(kiosk::Duration sleep) const { return sleep; }
    // When something happens next, and that it does, to the first window.
    virtual kiosk::Instant next_event() const = 0;
    virtual void happen(kiosk::platform::WindowEvents& incoming) = 0;

    kiosk::ManualClock& clock_;

private:
    std::array<ClockedWindow, 2> windows_;
};

} // namespace test
