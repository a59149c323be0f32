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
constexpr Duration kLogEvery = std::chrono::hours(24);

} // namespace

Panel::Panel(PanelDependencies const& parts) : parts_(parts) { measure(); }

// Called for each touch, since the panel may have been exchanged or rotated.
void Panel::measure()
{
    auto const size = parts_.display.size();
    auto const millimetres =
        parts_.diagonal_inches * kMillimetresPerInch / std::max(1.F, std::hypot(size.width, size.height));
    auto const corner = kStaffCornerMillimetres / millimetres;
    filter_.set_panel({size, millimetres, {size.width - corner, 0, corner + 1, corner}});
}

settings::OpenState Panel::open_state() const
{
    if (!parts_.hours || parts_.hours->always_open()) return settings::OpenState::open;
    auto const wall = parts_.clock.wall();
    auto const trust = figures::clock_trust(wall, {kReleaseTime, {}});
    if (parts_.hours->state_at(wall, trust) == settings::OpenState::open) return settings::OpenState::open;
    return parts_.sink.clock_trusted() ? settings::OpenState::closed : settings::OpenState::open;
}

void Panel::push(ui::FingerEvent const& event, ui::Input& input)
{
    measure();
    filter_.push(event, parts_.clock.now());
    forward_touches(input);
}

void Panel::forward_touches(ui::Input& input)
{
    for (auto const& event : filter_.take()) {
        bool const ends = event.phase == ui::FingerPhase::up || event.phase == ui::FingerPhase::cancel;
        if (event.phase == ui::FingerPhase::down) {
            // Fingers that come down while the first one still wakes the screen belong to the same hand.
            if (asleep() || !swallowed_.empty()) swallowed_.insert(event.finger);
            screen_saver_.touched(parts_.clock.now());
        }
        if (swallowed_.contains(event.finger)) {
            if (ends) swallowed_.erase(event.finger);
            continue;
        }
        input.push(event);
    }
}

void Panel::push(ui::KeyPress press, ui::Input& input)
{
    bool const wakes = asleep();
    screen_saver_.touched(parts_.clock.now());
    if (!wakes) input.push(press);
}

void Panel::forget_touches(ui::Input& input)
{
    filter_.forget_all();
    forward_touches(input);
    swallowed_.clear();
}

bool Panel::tick(Presence presence, ui::Input& input)
{
    auto const now = parts_.clock.now();
    filter_.tick(now);
    forward_touches(input);
    log_faults();
    screen_saver_.update(open_state(), presence, now);
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
Panel::Appearance Panel::appearance() const
{
    return {phase(), minutes_asleep(), phase() < ScreenSaverPhase::black ? shift() : Point{}, brightness(), touch_};
}

void Panel::add_to(Deadlines& deadlines) const
{
    deadlines.add("another look of the panel",
                  [this](Instant now) { return pending() ? std::optional(now) : std::nullopt; });
    deadlines.add("a contact that lasts too long", [this](Instant) { return filter_.deadline(); });
    deadlines.add("a screen that dims or goes dark", [this](Instant now) { return screen_saver_.deadline(now); });
    deadlines.add("a step of the picture", [this](Instant now) { return next_drift(now); });
    deadlines.add("a minute of the dimmed screen", [this](Instant now) { return next_minute_asleep(now); });
    deadlines.add("a fault of the glass to be told", [this](Instant) { return next_fault_log(); });
    deadlines.add("opening hours", [this](Instant) {
        bool const some = parts_.hours && !parts_.hours->always_open();
        return some ? std::optional(next_minute(parts_.clock)) : std::nullopt;
    });
}

std::optional<Instant> Panel::next_drift(Instant now) const
{
    if (!rest_since_ || phase() >= ScreenSaverPhase::black) return std::nullopt;
    auto const seen = rested_ + (now - *rest_since_);
    return now + (kDriftStep - seen % kDriftStep);
}

std::optional<Instant> Panel::next_minute_asleep(Instant now) const
{
    auto const since = screen_saver_.phase_since(now);
    if (!since || phase() != ScreenSaverPhase::dim) return std::nullopt;
    return now + (kDriftStep - (now - *since) % kDriftStep);
}

std::optional<Instant> Panel::next_fault_log() const
{
    auto const& faults = filter_.faults();
    std::optional<Instant> next;
    auto const take = [&next](LoggedFault const& logged, long count) {
        if (count == logged.count || !logged.at) return;
        next = next ? std::min(*next, *logged.at + kLogEvery) : *logged.at + kLogEvery;
    };
    take(stuck_, faults.stuck);
    take(flood_, faults.flood);
    take(ghost_, faults.ghost);
    return next;
}

int Panel::minutes_asleep() const
{
    auto const now = parts_.clock.now();
    auto const since = screen_saver_.phase_since(now);
    return since && phase() == ScreenSaverPhase::dim ? static_cast<int>((now - *since) / kDriftStep) : 0;
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
    case ScreenSaverPhase::open: return set_brightness_;
    case ScreenSaverPhase::dim: return std::min(set_brightness_, kDimmed);
    case ScreenSaverPhase::black:
    case ScreenSaverPhase::off: break;
    }
    return 0;
}

void Panel::log_faults()
{
    auto const& faults = filter_.faults();
    log_fault(stuck_, faults.stuck, "a contact that does not end");
    log_fault(flood_, faults.flood, "more contacts than hands make");
    log_fault(ghost_, faults.ghost, "one spot again and again");
}

void Panel::log_fault(LoggedFault& logged, long count, char const* kind)
{
    auto const now = parts_.clock.now();
    if (count == logged.count || (logged.at && now - *logged.at < kLogEvery)) return;
    logged = {count, now};
    // Not in the journal, where each line has a time: it may have been a visitor who leaned on the glass.
    parts_.sink.note("fault", std::string("touch: ") + kind);
}

} // namespace kiosk::show
