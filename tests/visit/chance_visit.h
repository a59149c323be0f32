// Random visits, as people make them: a press, a moment later its action, and pauses between; on every screen actions
// that it offers, and now and then others. And the same visits without reporting and support: without those screens,
// the time that they took, and the touches that led there and back.
#pragma once
#include "base/random.h"
#include "visit/update.h"

#include <string>
#include <vector>

namespace test {

// Where a visitor is, by names of screens alone, independently of the rules under test.
struct Whereabouts {
    bool visiting = false;
    bool guarded = false; // reporting, support, or choosing a language or reading aid from there
    std::string place;    // screen, page, run of the quiz: what a dwell belongs to
};

// One thing that happened. Presses and what they ask for are of one gesture.
struct Event {
    kiosk::Instant at;
    kiosk::visit::Action action;
    std::uint64_t chance = 0;
    int gesture = 0;
    Whereabouts before, after;
};

// How visits left reporting or support, so that a test can say that it met all ways.
enum class RollbackTarget { same_place, other_place, leave, idle, restart };

struct Stripped {
    std::vector<Event> events;
    std::vector<RollbackTarget> ways; // one for each time that something was taken out
    bool straight = false;            // it began with reporting
};

std::vector<Event> visit_by_chance(kiosk::content::Content const& content, kiosk::Random& random);
Stripped without_guarded(std::vector<Event> const& events);

} // namespace test
