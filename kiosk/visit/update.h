// update: the rules of a visit, and the only writer of State. Pure: time and chance come in, counts come out; it
// touches no clock, no disk and no screen, so a whole visit is a unit test.
#pragma once
#include "visit/model/action.h"
#include "visit/model/moment.h"

namespace kiosk::visit {

enum class VisitChange { none, began, ended };

struct Effects {
    std::vector<Count> counts;
    VisitChange visit = VisitChange::none;
    staff::Commands commands; // for a StaffService
};

Effects update(State& state, content::Pack const& pack, Action const& action, Moment const& moment);

// Untouched time on this screen before "still there?"; doubled for large text (WCAG 2.2.1 gives a reader more time who
// asks for it). Zero: never.
Duration idle_limit(State const& state, content::Pack const& pack);

// When a Tick will next change something, if it is left untouched; nothing if never.
std::optional<Instant> next_deadline(State const& state, content::Pack const& pack);

} // namespace kiosk::visit
