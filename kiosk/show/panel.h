// The panel: what stands between the glass and a show: which touches count (ui/touch_filter), whether the screen is
// dimmed or dark (screen_care.h), how far the picture has drifted, how bright it is, whether touch works at all.
// Owner: the show; borrows the clock, the display, the hours and the sink. Tells the machine log that a panel touches
// itself, by kind, once a day and start; never where or when. Drawing thread only.
#pragma once
#include "platform/display.h"
#include "show/count_sink.h"
#include "show/deadlines.h"
#include "show/screen_care.h"
#include "ui/scene/touch_filter.h"

#include <set>

namespace kiosk::show {

struct PanelParts {
    Clock const& clock;
    platform::Display const& display;
    CountSink& sink;
    float diagonal_inches = 22;
    settings::OpeningHours const* hours = nullptr; // none: always open
};

enum class TouchPresence { present, missing };

class Panel {
public:
    explicit Panel(PanelParts const& parts);
    Panel(Panel const&) = delete;
    Panel& operator=(Panel const&) = delete;

    // Lets through what is a visitor's. In the dark a touch only wakes: it is taken whole, from finger down to up, and
    // so is a key.
    void push(ui::FingerEvent const& event, ui::Input& input);
    void push(ui::Key key, ui::Input& input);
    // Before each step. True if a new frame would look different.
    bool tend(Presence presence, ui::Input& input);
    // As it was told last.
    Presence presence() const { return rest_since_ ? Presence::nobody : Presence::somebody; }
    // Whatever the panel waits for.
    void add_to(Deadlines& deadlines) const;

    CarePhase phase() const { return care_.phase(parts_.clock.now()); }
    bool asleep() const { return phase() != CarePhase::open; }
    // Minutes since the screen was dimmed; 0 while it is not.
    int minutes_asleep() const;
    // Of a picture that nobody touches; a visit stands in its place.
    Point shift() const;
    // 1: as drawn; 0: black.
    float brightness() const;

    // As the staff set it, from kDarkest to 1.
    static constexpr float kDarkest = 0.3F; // what can still be read, and found again by whoever has set it
    void set_brightness(float share) { set_brightness_ = std::clamp(share, kDarkest, 1.F); }
    void set_touch(TouchPresence presence) { touch_ = presence; }
    TouchPresence touch() const { return touch_; }
    // No contact of before will ever come up: the device is gone, or the machine has slept.
    void forget_touches(ui::Input& input);
    ui::TouchFaults const& faults() const { return filter_.faults(); }

    // Where staff hold a finger: top right, a square of this side, [mm].
    static constexpr float kStaffCornerMillimetres = 40;

private:
    struct Look {
        CarePhase phase = CarePhase::open;
        int minutes_asleep = 0;
        Point shift;
        float brightness = 1;
        TouchPresence touch = TouchPresence::present;
        bool operator==(Look const&) const = default;
    };
    struct Told {
        long count = 0;
        std::optional<Instant> at;
    };

    bool pending() const { return appearance() != shown_; } // it would look different already
    std::optional<Instant> next_drift(Instant now) const;
    std::optional<Instant> next_minute_asleep(Instant now) const;
    std::optional<Instant> next_telling() const;
    settings::PlaceState place() const;
    Look appearance() const;
    void measure();
    void pass_on(ui::Input& input);
    void tell_faults();
    void tell(Told& told, long count, char const* kind);

    PanelParts parts_;
    ui::TouchFilter filter_;
    ScreenCare care_;
    std::set<std::int64_t> swallowed_; // contacts that only woke
    Duration rested_{0};               // that nobody was there, before rest_since_
    std::optional<Instant> rest_since_;
    float set_brightness_ = 1;
    TouchPresence touch_ = TouchPresence::present;
    Look shown_;
    Told held_, spam_, repeated_;
};

} // namespace kiosk::show
