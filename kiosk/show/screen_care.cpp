#include "show/screen_care.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kiosk::show {

void ScreenCare::update(settings::PlaceState place, Presence presence, Instant now)
{
    place_ = place;
    if (presence == Presence::somebody) awake_until_ = now + times_.awake;
    if (place == settings::PlaceState::open || now < awake_until_)
        dim_since_.reset();
    else if (!dim_since_)
        dim_since_ = now;
}

void ScreenCare::touched(Instant now)
{
    awake_until_ = now + times_.awake;
    dim_since_.reset();
}

CarePhase ScreenCare::phase(Instant now) const
{
    if (!dim_since_) return CarePhase::open;
    auto const since = now - *dim_since_;
    if (since < times_.dim) return CarePhase::dim;
    return since < times_.dim + times_.black ? CarePhase::black : CarePhase::off;
}

std::optional<Instant> ScreenCare::phase_since(Instant now) const
{
    switch (phase(now)) {
    case CarePhase::open: return std::nullopt;
    case CarePhase::dim: return dim_since_;
    case CarePhase::black: return *dim_since_ + times_.dim;
    case CarePhase::off: break;
    }
    return *dim_since_ + times_.dim + times_.black;
}

std::optional<Instant> ScreenCare::deadline(Instant now) const
{
    switch (phase(now)) {
    case CarePhase::open: return place_ == settings::PlaceState::closed ? std::optional(awake_until_) : std::nullopt;
    case CarePhase::dim: return *dim_since_ + times_.dim;
    case CarePhase::black: return *dim_since_ + times_.dim + times_.black;
    case CarePhase::off: break;
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
