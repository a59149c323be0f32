#include "show/devices.h"
#include "system/log.h"

#include <algorithm>
#include <thread>

namespace kiosk::show {

void Devices::add_to(Deadlines& deadlines) const
{
    deadlines.add("a touch panel that is missed", [this](Instant now) { return touch_.next_look(now); });
}

Going Devices::tend(std::vector<platform::Incoming> const& incoming)
{
    watch_touch(incoming);
    watch_sleep();
    switch_screens();
    if (windows_.renderer_lost()) return Going::renderer_lost;
    return screens_wait() ? Going::more_screens : Going::ok;
}

// A restart would take the page from a visitor, so it waits until nobody is there.
bool Devices::screens_wait()
{
    if (windows_.missing_screens() == 0 || !windows_.more_screens()) return false;
    bool const nobody = std::all_of(shows_.begin(), shows_.end(), [](auto& show) { return show->nobody_is_there(); });
    if (nobody) log(LogLevel::information, "a screen that was missing is there; the kiosk begins anew");
    return nobody;
}

void Devices::watch_touch(std::vector<platform::Incoming> const& incoming)
{
    auto const now = clock_.now();
    bool const before = touch_.missing();
    touch_.look(windows_.touch_devices(), now);
    for (auto const& window : incoming)
        for (auto const& finger : window.fingers)
            if (finger.finger != ui::kMouseFinger) touch_.touched(now);
    if (touch_.fewer())
        for (auto& show : shows_) show->forget_touches();
    if (touch_.missing() == before) return;
    log(touch_.missing() ? LogLevel::warning : LogLevel::information,
        touch_.missing() ? "there is no touch panel any more (look at its cable); the attract loop says so"
                         : "the touch panel is back");
    for (auto& show : shows_)
        show->panel().set_touch(touch_.missing() ? TouchPresence::missing : TouchPresence::present);
}

void Devices::watch_sleep()
{
    if (!sleep_.look(clock_.now(), suspended_())) return;
    log(LogLevel::information, "the machine has slept or stood still; everything begins anew");
    for (auto& show : shows_) show->resume();
}

// One X server switches all of its screens at once: only when no show needs one.
void Devices::switch_screens()
{
    bool const off =
        std::all_of(shows_.begin(), shows_.end(), [](auto& show) { return show->panel().phase() == CarePhase::off; });
    auto const wanted = off && !shows_.empty() ? platform::ScreenState::off : platform::ScreenState::on;
    if (wanted == screens_) return;
    screens_ = wanted;
    windows_.switch_screens(wanted);
    // A screen that is switched on again must be drawn again.
    for (auto& show : shows_) show->expose();
}

Result<std::unique_ptr<platform::Windows>> open_patiently(std::vector<platform::WindowOptions> const& options,
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
