// The panel of a screen: which touches are passed on (ui/scene/touch_filter.h), whether the screen is dimmed or dark
// (screen_saver.h), how far the picture is shifted, how bright it is, whether there is a touch panel. Writes faults of
// the panel to the machine log, each kind at most once a day and never with place or time. Owner: the ScreenRunner;
// borrows the clock, the display, the hours and the sink. Drawing thread only.
#pragma once
#include "platform/render_target.h"
#include "show/count_sink.h"
#include "show/deadlines.h"
#include "show/screen_saver.h"
#include "ui/scene/touch_filter.h"

#include <set>

namespace kiosk::show {

struct PanelDependencies {
    Clock const& clock;
    platform::RenderTarget const& display;
    CountSink& sink;
    float diagonal_inches = 22;
    settings::OpeningHours const* hours = nullptr; // none: always open
};

enum class TouchPresence { present, missing };

class Panel {
public:
    explicit Panel(PanelDependencies const& parts);
    Panel(Panel const&) = delete;
    Panel& operator=(Panel const&) = delete;

    // Passes on the touches of visitors. While the screen is dimmed or dark a touch only wakes it: all of it is
    // dropped, from finger down to up, and so is a key.
    void push(ui::FingerEvent const& event, ui::Input& input);
    void push(ui::KeyPress press, ui::Input& input);
    // To be called before each step. True if a new frame would look different.
    bool tick(Presence presence, ui::Input& input);
    // As given to tick() last.
    Presence presence() const { return rest_since_ ? Presence::nobody : Presence::somebody; }
    // Adds when the panel must be tended next.
    void add_to(Deadlines& deadlines) const;

    ScreenSaverPhase phase() const { return screen_saver_.phase(parts_.clock.now()); }
    bool asleep() const { return phase() != ScreenSaverPhase::open; }
    // Minutes since the screen was dimmed; 0 while it is not.
    int minutes_asleep() const;
    // How far the picture is moved to spare the panel, [px]. During a visit it is not moved.
    Point shift() const;
    // 1: as drawn; 0: black.
    float brightness() const;

    // The brightness that staff have set, at least kDarkest, at which the setting can still be read.
    static constexpr float kDarkest = 0.3F;
    void set_brightness(float share) { set_brightness_ = std::clamp(share, kDarkest, 1.F); }
    void set_touch(TouchPresence presence) { touch_ = presence; }
    TouchPresence touch() const { return touch_; }
    // Drops all contacts: the device is gone or the machine has slept, and they will never end.
    void forget_touches(ui::Input& input);
    ui::TouchFaults const& faults() const { return filter_.faults(); }

    // Side of the square in the top right corner that opens staff mode, [mm].
    static constexpr float kStaffCornerMillimetres = 40;

private:
    struct Appearance {
        ScreenSaverPhase phase = ScreenSaverPhase::open;
        int minutes_asleep = 0;
        Point shift;
        float brightness = 1;
        TouchPresence touch = TouchPresence::present;
        bool operator==(Appearance const&) const = default;
    };
    struct LoggedFault {
        long count = 0;
        std::optional<Instant> at;
    };

    bool pending() const { return appearance() != shown_; } // something has changed since the last tick()
    std::optional<Instant> next_drift(Instant now) const;
    std::optional<Instant> next_minute_asleep(Instant now) const;
    std::optional<Instant> next_fault_log() const;
    settings::OpenState open_state() const;
    Appearance appearance() const;
    void measure();
    void forward_touches(ui::Input& input);
    void log_faults();
    void log_fault(LoggedFault& logged, long count, char const* kind);

    PanelDependencies parts_;
    ui::TouchFilter filter_;
    ScreenSaver screen_saver_;
    std::set<std::int64_t> swallowed_; // contacts that only woke
    Duration rested_{0};               // time without anybody, before rest_since_
    std::optional<Instant> rest_since_;
    float set_brightness_ = 1;
    TouchPresence touch_ = TouchPresence::present;
    Appearance shown_;
    LoggedFault stuck_, flood_, ghost_;
};

} // namespace kiosk::show
