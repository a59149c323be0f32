// The loop of the trade-fair screen: what it shows, since when, and what comes next. Each round shows every statement
// and fact once, in random order; at least half of the others come between two showings of one, and each goes through
// all languages. After every third of them comes a QR code. Pure: time and randomness are parameters. Nobody touches
// this screen: it counts what it has shown, not who looked.
#pragma once
#include "base/clock.h"
#include "content/content.h"
#include "figures/measures.h"

namespace kiosk::visit {

// Sums of this stand that the screen may show: rounded down to tens, 0 where there are too few.
struct LiveFigures {
    std::int64_t visits = 0;  // today
    std::int64_t answers = 0; // of the quiz
    bool any() const { return visits > 0 || answers > 0; }
    bool operator==(LiveFigures const&) const = default;
};

enum class DisplayItemKind { slide, figures };

// One thing shown.
struct DisplayItem {
    DisplayItemKind kind = DisplayItemKind::slide;
    std::size_t slide = 0; // of the content's display
    content::Language language = "en";
    bool operator==(DisplayItem const&) const = default;
};

struct DisplayState {
    DisplayItem now, before;
    Instant since;
    long number = 0;                // shown so far
    std::vector<std::size_t> round; // statements and facts, in the order of this round
    std::size_t next = 0;           // in the round
    std::size_t rounds = 0;
    std::size_t figures_after = 0; // the round after which figures were last shown
    std::size_t codes = 0;         // shown so far
    std::size_t since_code = 0;    // shown since the last code
};

struct DisplayContext {
    Instant now;
    std::uint64_t random = 0; // fresh for each call
    std::string daypart;      // its name; "" where none is set up
    bool figures = false;     // whether there are LiveFigures to show
};

// The content must have a display with slides.
DisplayState initial_display(content::Content const& content, DisplayContext const& context);
Instant display_deadline(DisplayState const& state, content::Content const& content);
// Shows what comes next; returns what that counts.
std::vector<Count> advance(DisplayState& state, content::Content const& content, DisplayContext const& context);

constexpr std::size_t kItemsPerCode = 3;

} // namespace kiosk::visit
