// update: the rules of a visit, and the only writer of State. Pure: time and chance come in, counts come out; it
// touches no clock, no disk and no screen, so a whole visit is a unit test.
#pragma once
#include "visit/action.h"

namespace kiosk::visit {

struct Moment {
    Instant now;
    std::uint64_t chance = 0; // a random number, used where questions are drawn
};

enum class VisitChange { none, began, ended };

struct Effects {
    std::vector<Count> counts;
    VisitChange visit = VisitChange::none;
    StaffRequest staff = StaffRequest::none;
    Secret pin;             // of check_pin and set_pin
    StaffSettings settings; // of save_settings and set_clock
    DayRemark remark;       // of note_remark and take_back_remark
};

Effects update(State& state, content::Pack const& pack, Action const& action, Moment const& moment);

// Untouched time on this screen before "still there?"; doubled for large text (WCAG 2.2.1 gives a reader more time who
// asks for it). Zero: never.
Duration idle_limit(State const& state, content::Pack const& pack);

// When a Tick will next change something, if it is left untouched; nothing if never.
std::optional<Instant> next_deadline(State const& state, content::Pack const& pack);

} // namespace kiosk::visit
