// Screen care: when a screen dims, goes black and may be switched off, and how a picture that is shown for hours moves
// to prevent burn-in. Pure: time is a parameter; others draw and switch. Owner: the Panel.
#pragma once
#include "base/geometry.h"
#include "settings/opening_hours.h"

namespace kiosk::show {

// open: normal operation. dim: a dim picture. black: a black frame. off: the same, and the screen may be switched off.
enum class ScreenSaverPhase { open, dim, black, off };

enum class Presence { nobody, somebody }; // in a visit, or staff

struct ScreenSaverTimes {
    Duration awake = std::chrono::minutes(5); // after the last touch
    Duration dim = std::chrono::minutes(10);
    Duration black = std::chrono::minutes(1); // so that a screen that cannot be switched off shows no console
};

class ScreenSaver {
public:
    explicit ScreenSaver(ScreenSaverTimes times = {}) : times_(times) {}

    // To be called with the current state. A visit that began before closing time keeps the screen on until its end.
    void update(settings::OpenState open_state, Presence presence, Instant now);
    // Somebody touched: the screen is on at once, and stays on for ScreenSaverTimes::awake.
    void touched(Instant now);

    ScreenSaverPhase phase(Instant now) const;
    std::optional<Instant> phase_since(Instant now) const; // nothing while open
    std::optional<Instant> deadline(Instant now) const;    // of the next phase

private:
    ScreenSaverTimes times_;
    settings::OpenState open_state_ = settings::OpenState::open;
    Instant awake_until_{Duration(0)};
    std::optional<Instant> dim_since_;
};

// The shift of a picture that has been shown for `seen`: none in the first minute, then one step a minute, out to a
// ring and round it. A step is at most 2 px (comparable devices move up to 24 px a minute), in whole pixels so that
// letters stay sharp.
constexpr Duration kDriftStep = std::chrono::minutes(1);
constexpr float kDriftRadius = 8; // [px] of a panel 720 px high; wider than a stroke of the largest letters there
Point drift_after(Duration seen);

} // namespace kiosk::show
