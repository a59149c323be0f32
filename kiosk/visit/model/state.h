// State: everything that is known of the current visit. Only update() writes it, screens read it, and it is replaced by
// fresh_state() at the end of every visit. Owner: show/kiosk_screen.h. It is in memory only: nothing of it reaches the
// disk but the Counts that update() returns.
#pragma once
#include "base/clock.h"
#include "content/content.h"
#include "figures/measures.h"
#include "visit/model/open_ledger.h"
#include "visit/model/screen.h"
#include "visit/model/staff_session.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kiosk::visit {

enum class TextSize { normal, large };
enum class ThemeChoice { usual, contrast };
enum class Movement { usual, less };

// The visitor's reading aids; forgotten at the end of the visit.
struct Comfort {
    TextSize text_size = TextSize::normal;
    ThemeChoice theme = ThemeChoice::usual;
    Movement movement = Movement::usual;
    bool operator==(Comfort const&) const = default;
};

struct Reading {
    std::string series; // id of a campaign or a guide
    int page = 0;       // from 0
    bool sources_open = false;
    bool operator==(Reading const&) const = default;
};

// The first run of a visit asks the intent and the paired question, others, and both again; a further run asks each
// question once, and not the intent.
enum class RunKind { first, further };

struct QuizRun {
    std::string quiz; // id
    RunKind kind = RunKind::first;
    std::vector<std::string> questions;            // ids, in the order asked
    std::vector<std::vector<std::string>> answers; // ids, of each question as they are shown
    bool has_intent = false;                       // asked first and last
    int position = 0;
    std::set<std::string> chosen; // answers to the question now shown
    bool answered = false;        // the question now shown: its reason is on the screen
    Instant answered_at;
    std::vector<bool> right;          // of the scored questions answered so far
    std::vector<std::string> intents; // the answers to the intent so far
    bool operator==(QuizRun const&) const = default;

    bool running() const { return !questions.empty() && position < static_cast<int>(questions.size()); }
    bool asks_first() const { return position == 0; }
    bool asks_last() const { return position + 1 == static_cast<int>(questions.size()); }
    bool asks_intent() const { return has_intent && (asks_first() || asks_last()); }
    // Its first answer is not shown to be right or wrong: it is asked again.
    bool asks_pair_first() const { return kind == RunKind::first && position == around(); }
    bool asks_pair_again() const
    {
        return kind == RunKind::first && position + 1 + around() == static_cast<int>(questions.size());
    }
    bool asks_again() const { return asks_pair_again() || (asks_intent() && !asks_first()); }
    int scored_before() const { return position - around(); } // places, up to this one
    int distinct() const;                                     // scored questions
    int right_answers() const; // of distinct(); of the paired question the second answer counts

private:
    int around() const { return has_intent ? 1 : 0; } // places before the first scored question, and after the last
};

// A way through a scene. Only the first of each scene in a visit counts: in a further one the visitor knows what
// follows.
struct SceneRun {
    RunKind kind = RunKind::first;
    std::string set, scene, moment; // ids; "" while there is none
    std::string picture;            // of the moment, or of one before it
    std::string chosen;             // the choice whose consequence is on the screen; "": none is made yet
    Instant chosen_at;
    bool operator==(SceneRun const&) const = default;

    bool running() const { return !scene.empty(); }
};

// What the list of places is opened for.
enum class PlaceQuestion { where_it_happened, where_one_lives, where_the_danger_is };

// What the visitor has said for a report. Until then, place and home are where the kiosk stands.
struct Report {
    PlaceQuestion asking = PlaceQuestion::where_it_happened;
    std::string place;   // id, or the code of a country that has no record
    std::string lives;   // where the visitor lives, as `place`; "": not said
    std::string channel; // id
    std::string letter;  // the list of places shows those under it; "": all
    int list_page = 0;   // lists are paged when a panel is too small for them
    bool operator==(Report const&) const = default;
};

struct State {
    Screen screen = Screen::attract;
    Screen back_to = Screen::home; // where the screens language and reading return to
    content::Language language;    // in which screens are shown
    Comfort comfort;
    Reading reading;
    QuizRun quiz;
    int quiz_runs = 0;                   // begun in this visit
    std::set<std::string> quizzes_begun; // ids, in this visit
    std::set<std::string> asked;         // "quiz/question", asked in this visit; begins anew when all of a quiz were
    SceneRun scene;
    std::set<std::string> scenes_seen;    // "set/scene", in this visit; begins anew when all of a set were
    std::set<std::string> scenes_counted; // the same, and never begins anew
    Report report;
    StaffSession staff;

    Instant entered; // this screen
    Instant last_touch;
    std::optional<Instant> warned; // "still there?" is on the screen since
    int attract_slide = 0;         // counts statements times languages
    Instant slide_since;
    Instant input_blocked_until; // input is ignored before this (input_lockout.h)

    OpenLedger open; // counts the part of the visit that is neither reporting nor support
    // The last press in reporting or support, which may be the one that leads back.
    std::optional<Instant> pressed_guarded;
    // Items of reporting and support that were counted already: each counts once a visit.
    std::set<Count> counted;

    bool operator==(State const&) const = default;
};

// Whether the visitor is in reporting or support, or has opened the screens language or reading from there: no open
// measure counts these.
bool is_guarded(State const& state, content::Content const& content);

// The state after a start of the program, and after every visit.
State fresh_state(content::Content const& content, Instant now);

} // namespace kiosk::visit
