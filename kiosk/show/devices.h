// Devices: checks the machine in each turn of the loop: a touch panel that is unplugged, a renderer that is lost, a
// machine that has slept, screens to be switched off outside opening hours. Owner: the loop; borrows windows, shows and
// the clock. Drawing thread only.
#pragma once
#include "platform/suspension.h"
#include "platform/watches.h"
#include "platform/window.h"
#include "show/screen_runner.h"

#include <functional>
#include <memory>
#include <vector>

namespace kiosk::show {

// more_screens: a screen that was missing at the start is connected, and a restart would take nothing from a visitor.
enum class DeviceStatus { ok, renderer_lost, more_screens };

class Devices {
public:
    Devices(platform::Windows& windows, std::vector<std::unique_ptr<ScreenRunner>>& runners, Clock const& clock,
            std::function<Duration()> suspended = platform::suspended_so_far)
        : windows_(windows),
          runners_(runners),
          clock_(clock),
          suspended_(std::move(suspended))
    {
    }
    Devices(Devices const&) = delete;
    Devices& operator=(Devices const&) = delete;

    // Adds when devices must be checked again.
    void add_to(Deadlines& deadlines) const;
    // To be called after each wait, before the events are passed on.
    DeviceStatus tick(std::vector<platform::WindowEvents> const& incoming);

private:
    void watch_touch(std::vector<platform::WindowEvents> const& incoming);
    void watch_sleep();
    void switch_screens();
    bool screens_wait();

    platform::Windows& windows_;
    std::vector<std::unique_ptr<ScreenRunner>>& runners_;
    Clock const& clock_;
    std::function<Duration()> suspended_;
    platform::TouchWatch touch_;
    platform::SleepWatch sleep_;
    platform::ScreenState screens_ = platform::ScreenState::on;
};

// Opens the windows; if there is no display, tries again until `patience` is over. Blocks meanwhile.
Result<std::unique_ptr<platform::Windows>> open_windows_with_retry(std::vector<platform::WindowOptions> const& options,
                                                                   Duration patience);

} // namespace kiosk::show
