// Screen care: when a screen dims, goes black and off, and how a picture that stands for hours moves a little. Pure:
// the time is given; what is drawn and what is switched is for others. Owner: the panel of a show.
#pragma once
#include "base/geometry.h"
#include "settings/opening_hours.h"

namespace kiosk::show {

// open: as always. dim: a quiet picture at low brightness. black: a black frame. off: the same, and the screen may be
// switched off.
enum class CarePhase { open, dim, black, off };

enum class Presence { nobody, somebody }; // in a visit, or staff

struct CareTimes {
    Duration awake = std::chrono::minutes(5); // after the last touch
    Duration dim = std::chrono::minutes(10);
    Duration black = std::chrono::minutes(1); // so that a screen that cannot be switched off shows no console
};

class ScreenCare {
public:
    explicit ScreenCare(CareTimes times = {}) : times_(times) {}

    // What is so now. A visit that began before closing time goes on until its end.
    void update(settings::PlaceState place, Presence presence, Instant now);
    // Somebody touched: awake at once, and for a while.
    void touched(Instant now);

    CarePhase phase(Instant now) const;
    std::optional<Instant> phase_since(Instant now) const; // nothing while open
    std::optional<Instant> deadline(Instant now) const;    // of the next phase

private:
    CareTimes times_;
    settings::PlaceState place_ = settings::PlaceState::open;
    Instant awake_until_{Duration(0)};
    std::optional<Instant> dim_since_;
};

// How far a picture stands from its place after it was seen for so long: in its place for a minute, then a step a
// minute on a ring around it. A step is 2 px at most (peers move up to 24 px a minute); whole pixels, so
// that letters stay as sharp as they are.
constexpr Duration kDriftStep = std::chrono::minutes(1);
constexpr float kDriftRadius = 8; // [px] of a panel 720 px high; wider than a stroke of the largest letters there
Point drift_after(Duration seen);

} // namespace kiosk::show
