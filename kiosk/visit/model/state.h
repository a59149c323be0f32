// State: all that is known of the visit now going on, in one struct. It lives in memory only, is written by `update`
// alone, and is made anew at the end of every visit: what a fresh start gives equals what a reset gives. Screens read
// it. Owner: the app. Nothing in it ever reaches the disk; only the Counts that `update` returns do.
#pragma once
#include "base/clock.h"
#include "content/pack.h"
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

// How this visitor reads best; forgotten at the end of the visit.
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

// The first run of a visit asks the paired question, drawn ones, and the paired one once more; a further one asks other
// questions, each once.
enum class RunKind { first, further };

struct QuizRun {
    RunKind kind = RunKind::first;
    std::vector<std::string> questions; // ids, in the order asked
    int position = 0;
    std::set<std::string> chosen; // answers to the question now shown
    bool answered = false;        // the reason is on the screen
    std::vector<bool> right;      // of the questions answered so far
    bool operator==(QuizRun const&) const = default;

    bool running() const { return !questions.empty() && position < static_cast<int>(questions.size()); }
    bool asks_last() const { return position + 1 == static_cast<int>(questions.size()); }
    bool asks_pair_first() const { return kind == RunKind::first && position == 0; }
    bool asks_pair_again() const { return kind == RunKind::first && asks_last(); }
    int distinct() const;      // questions
    int right_answers() const; // of these; the last answer to the pair counts
};

// What the list of places is opened for.
enum class Asking { where_it_happened, where_one_lives, where_the_danger_is };

// Where it happened and where the visitor lives are taken to be where the kiosk stands, until he says otherwise.
struct Report {
    Asking asking = Asking::where_it_happened;
    std::string place;   // id, or the code of a country that has no record
    std::string lives;   // the same; "": would rather not say
    std::string channel; // id
    std::string letter;  // places filed under it, "": all
    int list_page = 0;   // lists are paged when a panel is too small for them
    bool operator==(Report const&) const = default;
};

struct State {
    Screen screen = Screen::attract;
    Screen back_to = Screen::home; // where "language" and "reading" return to
    content::Language language;    // that is read, wherever it was chosen
    Comfort comfort;
    Reading reading;
    QuizRun quiz;
    int quiz_runs = 0;           // begun in this visit
    std::set<std::string> asked; // questions that have come, until all have
    Report report;
    StaffSession staff;

    Instant entered; // this screen
    Instant last_touch;
    std::optional<Instant> warned; // "still there?" is on the screen since
    int attract_slide = 0;         // statement by statement, each in every language
    Instant slide_since;
    Instant deaf_until; // no hand is heard before this (hearing.h)

    OpenLedger open; // what is counted of the part of the visit that is neither reporting nor support
    // The last press since reporting or support was entered: it may be the one that leads back.
    std::optional<Instant> pressed_guarded;
    // What was counted once already of reporting and support, so that going back and forth counts once.
    std::set<Count> counted;

    bool operator==(State const&) const = default;
};

// Reporting and support, and choosing a language or a reading aid from there: nothing open is counted of them.
bool is_guarded(State const& state, content::Pack const& pack);

// What a fresh start gives, and what every reset gives.
State fresh_state(content::Pack const& pack, Instant now);

} // namespace kiosk::visit
