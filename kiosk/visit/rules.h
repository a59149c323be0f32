// The parts of update(), by subject, and what they share. Private to visit/.
#pragma once
#include "visit/update.h"

namespace kiosk::visit {

// One call of update(): what it may read and write.
struct Turn {
    State& state;
    content::Pack const& pack;
    Moment moment;
    Effects effects;

    // Open measures go through the OpenLedger, which takes none while the visitor is in reporting or support.
    void count(Measure measure, std::string item);
    // Counts an item of a measure at most once in a visit.
    void count_once(Measure measure, std::string item);
    // Changes the screen; counts what is left and what is entered. State::reading must be set before.
    void enter(Screen screen);
    void end_visit(Ending how);
};

// The name under which a reporting screen is counted: "danger" for "report-danger".
std::string step_of(Screen screen);

void start_quiz(Turn& turn);
void choose_answer(Turn& turn, std::string const& answer);
void confirm_answer(Turn& turn);
void next_question(Turn& turn);
// Ends the run of the quiz; counts it as left if it is unfinished.
void drop_quiz(Turn& turn);

// To the first page of reporting, with the QR code for where the kiosk stands.
void begin_report(Turn& turn);
void answer_danger(Turn& turn);
// Until the visitor says otherwise, place and home are where the kiosk stands.
void take_for_granted(Turn& turn);
// To the page with the QR code for the place and home that were chosen so far.
void show_channel(Turn& turn);
void ask_place(Turn& turn, Asking asking);
void choose_place(Turn& turn, std::string const& place);
void choose_channel(Turn& turn, std::string const& channel);

} // namespace kiosk::visit
