#include "show/devices.h"
#include "system/log.h"

#include <algorithm>
#include <thread>

namespace kiosk::show {

void Devices::add_to(Deadlines& deadlines) const
{
    deadlines.add("a touch panel that is missed", [this](Instant now) { return touch_.next_observation(now); });
}

DeviceStatus Devices::tick(std::vector<platform::WindowEvents> const& incoming)
{
    watch_touch(incoming);
    watch_sleep();
    switch_screens();
    if (windows_.renderer_lost()) return DeviceStatus::renderer_lost;
    return screens_wait() ? DeviceStatus::more_screens : DeviceStatus::ok;
}

// A restart would take the page from a visitor, so it waits until nobody is there.
bool Devices::screens_wait()
{
    if (windows_.missing_screens() == 0 || !windows_.more_screens()) return false;
    bool const nobody = std::all_of(runners_.begin(), runners_.end(), [](auto& show) { return show->is_unattended(); });
    if (nobody) log(LogLevel::information, "a screen that was missing is there; the kiosk begins anew");
    return nobody;
}

void Devices::watch_touch(std::vector<platform::WindowEvents> const& incoming)
{
    auto const now = clock_.now();
    bool const before = touch_.missing();
    touch_.observe(windows_.touch_devices(), now);
    for (auto const& window : incoming)
        for (auto const& finger : window.fingers)
            if (finger.finger != ui::kMouseFinger) touch_.touched(now);
    if (touch_.fewer())
        for (auto& show : runners_) show->forget_touches();
    if (touch_.missing() == before) return;
    log(touch_.missing() ? LogLevel::warning : LogLevel::information,
        touch_.missing() ? "there is no touch panel any more (look at its cable); the attract loop says so"
                         : "the touch panel is back");
    for (auto& show : runners_)
        show->panel().set_touch(touch_.missing() ? TouchPresence::missing : TouchPresence::present);
}

void Devices::watch_sleep()
{
    if (!sleep_.observe(clock_.now(), suspended_())) return;
    log(LogLevel::information, "the machine has slept or stood still; everything begins anew");
    for (auto& show : runners_) show->resume();
}

// One X server switches all of its screens at once: only when no show needs one.
void Devices::switch_screens()
{
    bool const off = std::all_of(runners_.begin(), runners_.end(),
                                 [](auto& show) { return show->panel().phase() == ScreenSaverPhase::off; });
    auto const wanted = off && !runners_.empty() ? platform::ScreenState::off : platform::ScreenState::on;
    if (wanted == screens_) return;
    screens_ = wanted;
    windows_.switch_screens(wanted);
    // A screen that is switched on again must be drawn again.
    for (auto& show : runners_) show->expose();
}

Result<std::unique_ptr<platform::Windows>> open_windows_with_retry(std::vector<platform::WindowOptions> const& options,
                                                                   Duration patience)
{
    constexpr auto kPause = std::chrono::seconds(2);
    auto opened = platform::Windows::open(options);
    if (opened || patience <= Duration(0)) return opened;
    log(LogLevel::warning, opened.error().line() + "; waiting for one");
    for (Duration waited{0}; !opened && waited < patience; waited += kPause) {
        std::this_thread::sleep_for(kPause);
        opened = platform::Windows::open(options);
    }
    return opened;
}

} // namespace kiosk::show
