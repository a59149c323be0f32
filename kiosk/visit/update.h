// update(): applies an Action to the State of a visit; nothing else writes State. Pure: time and randomness are
// parameters, counts and commands are returned, so that a unit test can play a whole visit.
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

Effects update(State& state, content::Content const& content, Action const& action, Moment const& moment);

// How long this screen may be untouched before "still there?" is asked; doubled for large text (WCAG 2.2.1: readers can
// get more time). 0: for ever.
Duration idle_limit(State const& state, content::Content const& content);

// When a Tick will next change something, if nobody touches the screen; nothing if never.
std::optional<Instant> next_deadline(State const& state, content::Content const& content);

} // namespace kiosk::visit
