// The parts of update, by subject. Private to visit/. A Turn is one call of update: what may be read and written.
#pragma once
#include "visit/update.h"

namespace kiosk::visit {

struct Turn {
    State& state;
    content::Pack const& pack;
    Moment moment;
    Effects effects;

    // Open measures go to the ledger of the open part, which takes none while the visitor is elsewhere.
    void count(Measure measure, std::string item);
    // The same item of the same measure counts once in a visit.
    void count_once(Measure measure, std::string item);
    // Moves to a screen, counting what was left and what is now seen. Whatever says which page it is must be set
    // before.
    void enter(Screen screen);
    void end_visit(Ending how);
};

// Under what a reporting screen is counted: "report-danger" as "danger".
std::string step_of(Screen screen);

void start_quiz(Turn& turn);
void choose_answer(Turn& turn, std::string const& answer);
void confirm_answer(Turn& turn);
void next_question(Turn& turn);
// Counts a run that is left unfinished and forgets it.
void drop_quiz(Turn& turn);

// The first page of reporting: nothing is said yet, and the code is there.
void begin_report(Turn& turn);
void answer_danger(Turn& turn);
// Until something is said, all is taken to be where the kiosk stands.
void take_for_granted(Turn& turn);
// To the code of what was said so far.
void show_channel(Turn& turn);
void ask_place(Turn& turn, Asking asking);
void choose_place(Turn& turn, std::string const& place);
void choose_channel(Turn& turn, std::string const& channel);

} // namespace kiosk::visit
