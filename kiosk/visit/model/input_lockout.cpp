#include "visit/model/input_lockout.h"

namespace kiosk::visit {

bool accepts_input(State const& state, Instant now) { return now >= state.input_blocked_until; }

bool is_user_input(Action const& action)
{
    return !action.is<Tick>() && !action.is<ResumedFromSleep>() && !action.is<Stop>() && !action.is<OpenStaff>() &&
           !action.is<Replied>();
}

bool same_page(State const& first, State const& second)
{
    return first.screen == second.screen && first.reading == second.reading &&
           first.quiz.position == second.quiz.position && first.scene.scene == second.scene.scene &&
           first.scene.moment == second.scene.moment && first.report.place == second.report.place &&
           first.report.lives == second.report.lives && first.report.channel == second.report.channel &&
           first.report.list_page == second.report.list_page && first.staff.span == second.staff.span &&
           first.staff.subject == second.staff.subject;
}

bool targets_changed(State const& before, State const& after)
{
    // "Still there?" covered the screen, and what was below it is back.
    bool const uncovered = before.warned && !after.warned;
    // On these staff screens one button replaces another in the same place.
    bool const staff_step = before.staff.content != after.staff.content ||
                            before.staff.closing_down != after.staff.closing_down ||
                            before.staff.recovery != after.staff.recovery;
    return !same_page(before, after) || before.entered != after.entered || uncovered || staff_step ||
           before.quiz.answered != after.quiz.answered || before.scene.chosen != after.scene.chosen ||
           before.quiz_runs != after.quiz_runs || before.report.letter != after.report.letter ||
           before.comfort.text_size != after.comfort.text_size;
}

} // namespace kiosk::visit
