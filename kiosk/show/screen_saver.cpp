#include "show/screen_saver.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kiosk::show {

void ScreenSaver::update(settings::OpenState open_state, Presence presence, Instant now)
{
    open_state_ = open_state;
    if (presence == Presence::somebody) awake_until_ = now + times_.awake;
    if (open_state == settings::OpenState::open || now < awake_until_)
        dim_since_.reset();
    else if (!dim_since_)
        dim_since_ = now;
}

void ScreenSaver::touched(Instant now)
{
    awake_until_ = now + times_.awake;
    dim_since_.reset();
}

ScreenSaverPhase ScreenSaver::phase(Instant now) const
{
    if (!dim_since_) return ScreenSaverPhase::open;
    auto const since = now - *dim_since_;
    if (since < times_.dim) return ScreenSaverPhase::dim;
    return since < times_.dim + times_.black ? ScreenSaverPhase::black : ScreenSaverPhase::off;
}

std::optional<Instant> ScreenSaver::phase_since(Instant now) const
{
    switch (phase(now)) {
    case ScreenSaverPhase::open: return std::nullopt;
    case ScreenSaverPhase::dim: return dim_since_;
    case ScreenSaverPhase::black: return *dim_since_ + times_.dim;
    case ScreenSaverPhase::off: break;
    }
    return *dim_since_ + times_.dim + times_.black;
}

std::optional<Instant> ScreenSaver::deadline(Instant now) const
{
    switch (phase(now)) {
    case ScreenSaverPhase::open:
        return open_state_ == settings::OpenState::closed ? std::optional(awake_until_) : std::nullopt;
    case ScreenSaverPhase::dim: return *dim_since_ + times_.dim;
    case ScreenSaverPhase::black: return *dim_since_ + times_.dim + times_.black;
    case ScreenSaverPhase::off: break;
    }
    return std::nullopt;
}

Point drift_after(Duration seen)
{
    // Out to the ring by steps of 2 px, then round it: 48 places, about a pixel from one to the next.
    constexpr int kWayOut = 4;
    constexpr int kPlaces = 48;
    auto const step = static_cast<int>(seen / kDriftStep);
    if (step <= kWayOut) return {static_cast<float>(step) * kDriftRadius / kWayOut, 0};
    auto const turn = 2 * std::numbers::pi_v<float> * static_cast<float>((step - kWayOut) % kPlaces) / kPlaces;
    return {std::round(kDriftRadius * std::cos(turn)), std::round(kDriftRadius * std::sin(turn))};
}

} // namespace kiosk::show
