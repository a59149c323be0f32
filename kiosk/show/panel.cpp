#include "show/panel.h"
#include "figures/bucket.h"
#include "system/version.h"

#include <cmath>

namespace kiosk::show {

namespace {

// Share of the full brightness: enough to be seen in a dark shop, little enough to spare the panel.
constexpr float kDimmed = 0.3F;
constexpr float kDriftPanel = 720; // [px], see kDriftRadius
// Each kind of fault is logged once in this time.
constexpr Duration kTellEvery = std::chrono::hours(24);

} // namespace

Panel::Panel(PanelParts const& parts) : parts_(parts) { measure(); }

// Called for each touch, since the panel may have been exchanged or rotated.
void Panel::measure()
{
    auto const size = parts_.display.size();
    auto const millimetres =
        parts_.diagonal_inches * kMillimetresPerInch / std::max(1.F, std::hypot(size.width, size.height));
    auto const corner = kStaffCornerMillimetres / millimetres;
    filter_.set_panel({size, millimetres, {size.width - corner, 0, corner + 1, corner}});
}

settings::PlaceState Panel::place() const
{
    if (!parts_.hours || parts_.hours->always_open()) return settings::PlaceState::open;
    auto const wall = parts_.clock.wall();
    bool const plausible = figures::trust(wall, {kReleased, {}}) == figures::Trust::trusted;
    if (!plausible || parts_.hours->state_at(wall, settings::ClockTrust::believed) == settings::PlaceState::open)
        return settings::PlaceState::open;
    return parts_.sink.clock_trusted() ? settings::PlaceState::closed : settings::PlaceState::open;
}

void Panel::push(ui::FingerEvent const& event, ui::Input& input)
{
    measure();
    filter_.push(event, parts_.clock.now());
    pass_on(input);
}

void Panel::pass_on(ui::Input& input)
{
    for (auto const& event : filter_.take()) {
        bool const ends = event.phase == ui::FingerPhase::up || event.phase == ui::FingerPhase::cancel;
        if (event.phase == ui::FingerPhase::down) {
            // Fingers that come down while the first one still wakes the screen belong to the same hand.
            if (asleep() || !swallowed_.empty()) swallowed_.insert(event.finger);
            care_.touched(parts_.clock.now());
        }
        if (swallowed_.contains(event.finger)) {
            if (ends) swallowed_.erase(event.finger);
            continue;
        }
        input.push(event);
    }
}

void Panel::push(ui::Key key, ui::Input& input)
{
    bool const wakes = asleep();
    care_.touched(parts_.clock.now());
    if (!wakes) input.push(key);
}

void Panel::forget_touches(ui::Input& input)
{
    filter_.forget_all();
    pass_on(input);
    swallowed_.clear();
}

bool Panel::tend(Presence presence, ui::Input& input)
{
    auto const now = parts_.clock.now();
    filter_.tend(now);
    pass_on(input);
    tell_faults();
    care_.update(place(), presence, now);
    if (presence == Presence::somebody && rest_since_) {
        rested_ += now - *rest_since_;
        rest_since_.reset();
    } else if (presence == Presence::nobody && !rest_since_) {
        rest_since_ = now;
    }
    if (!pending()) return false;
    shown_ = appearance();
    return true;
}

// A black screen has no visible shift.
Panel::Look Panel::appearance() const
{
    return {phase(), minutes_asleep(), phase() < CarePhase::black ? shift() : Point{}, brightness(), touch_};
}

void Panel::add_to(Deadlines& deadlines) const
{
    deadlines.add("another look of the panel",
                  [this](Instant now) { return pending() ? std::optional(now) : std::nullopt; });
    deadlines.add("a contact that lasts too long", [this](Instant) { return filter_.deadline(); });
    deadlines.add("a screen that dims or goes dark", [this](Instant now) { return care_.deadline(now); });
    deadlines.add("a step of the picture", [this](Instant now) { return next_drift(now); });
    deadlines.add("a minute of the dimmed screen", [this](Instant now) { return next_minute_asleep(now); });
    deadlines.add("a fault of the glass to be told", [this](Instant) { return next_telling(); });
    deadlines.add("opening hours", [this](Instant) {
        bool const some = parts_.hours && !parts_.hours->always_open();
        return some ? std::optional(next_minute(parts_.clock)) : std::nullopt;
    });
}

std::optional<Instant> Panel::next_drift(Instant now) const
{
    if (!rest_since_ || phase() >= CarePhase::black) return std::nullopt;
    auto const seen = rested_ + (now - *rest_since_);
    return now + (kDriftStep - seen % kDriftStep);
}

std::optional<Instant> Panel::next_minute_asleep(Instant now) const
{
    auto const since = care_.phase_since(now);
    if (!since || phase() != CarePhase::dim) return std::nullopt;
    return now + (kDriftStep - (now - *since) % kDriftStep);
}

std::optional<Instant> Panel::next_telling() const
{
    auto const& faults = filter_.faults();
    std::optional<Instant> next;
    auto const take = [&next](Told const& told, long count) {
        if (count == told.count || !told.at) return;
        next = next ? std::min(*next, *told.at + kTellEvery) : *told.at + kTellEvery;
    };
    take(held_, faults.held);
    take(spam_, faults.spam);
    take(repeated_, faults.repeated);
    return next;
}

int Panel::minutes_asleep() const
{
    auto const now = parts_.clock.now();
    auto const since = care_.phase_since(now);
    return since && phase() == CarePhase::dim ? static_cast<int>((now - *since) / kDriftStep) : 0;
}

Point Panel::shift() const
{
    if (!rest_since_) return {};
    // Letters grow with the panel, and the way must be longer than their strokes are wide.
    auto const size = parts_.display.size();
    auto const scale = std::max(1.F, std::round(std::min(size.width, size.height) / kDriftPanel));
    auto const drift = drift_after(rested_ + (parts_.clock.now() - *rest_since_));
    return {drift.x * scale, drift.y * scale};
}

float Panel::brightness() const
{
    switch (phase()) {
    case CarePhase::open: return set_brightness_;
    case CarePhase::dim: return std::min(set_brightness_, kDimmed);
    case CarePhase::black:
    case CarePhase::off: break;
    }
    return 0;
}

void Panel::tell_faults()
{
    auto const& faults = filter_.faults();
    tell(held_, faults.held, "a contact that does not end");
    tell(spam_, faults.spam, "more contacts than hands make");
    tell(repeated_, faults.repeated, "one spot again and again");
}

void Panel::tell(Told& told, long count, char const* kind)
{
    auto const now = parts_.clock.now();
    if (count == told.count || (told.at && now - *told.at < kTellEvery)) return;
    told = {count, now};
    // Not in the journal, where each line has a time: it may have been a visitor who leaned on the glass.
    parts_.sink.note("fault", std::string("touch: ") + kind);
}

} // namespace kiosk::show
