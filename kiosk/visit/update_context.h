// The parts of update(), by subject, and what they share. Private to visit/.
#pragma once
#include "visit/update.h"

namespace kiosk::visit {

// One call of update(): what it may read and write.
struct UpdateContext {
    State& state;
    content::Content const& content;
    Moment moment;
    Effects effects;

    // Open measures go through the OpenLedger, which takes none while the visitor is in reporting or support.
    void count(Measure measure, std::string item);
    // Counts an item of a measure at most once in a visit.
    void count_once(Measure measure, std::string item);
    // Changes the screen; counts what is left and what is entered. State::reading must be set before.
    void enter(Screen screen);
    void end_visit(VisitEnd how);
};

// The name under which a reporting screen is counted: "danger" for "report-danger".
std::string step_of(Screen screen);

void start_quiz(UpdateContext& context, std::string const& id);
void choose_answer(UpdateContext& context, std::string const& answer);
void confirm_answer(UpdateContext& context);
void next_question(UpdateContext& context);
// Ends the run of the quiz; counts it as left if it is unfinished.
void abandon_quiz(UpdateContext& context);

void start_scene(UpdateContext& context, std::string const& set);
void choose_in_scene(UpdateContext& context, std::string const& choice);
void continue_scene(UpdateContext& context);

// To the first page of reporting, with the QR code for where the kiosk stands.
void begin_report(UpdateContext& context);
void show_emergency(UpdateContext& context);
// Until the visitor says otherwise, place and home are where the kiosk stands.
void assume_home(UpdateContext& context);
// To the page with the QR code for the place and home that were chosen so far.
void show_channel(UpdateContext& context);
void ask_place(UpdateContext& context, PlaceQuestion asking);
void choose_place(UpdateContext& context, std::string const& place);
void choose_channel(UpdateContext& context, std::string const& channel);

} // namespace kiosk::visit
