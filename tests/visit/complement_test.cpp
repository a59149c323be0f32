// Counts that are published as they are do not change by reporting or support, so that their complement reveals nothing
// about who reported. Random visits are counted with these steps and without them.
#include "support/kiosk.h"
#include "visit/chance_visit.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>

using namespace kiosk;
using namespace kiosk::visit;

namespace {

struct Told {
    std::vector<Count> open; // in order of their names
    long guarded = 0;
    std::optional<Instant> began;
    int ended = 0;
};

// No Tick but the last: an untouched visit ends by its own rules, and none of these does before its end.
Told told_of(content::Content const& content, std::vector<test::Event> const& events)
{
    Told told;
    auto state = fresh_state(content, Instant{Duration(0)});
    for (auto const& event : events) {
        // Whatever happened was heard; without what lay between, some of it comes sooner.
        state.input_blocked_until = event.at;
        auto const effects = update(state, content, event.action, {event.at, event.chance});
        if (effects.visit == VisitChange::began) told.began = event.at;
        if (effects.visit == VisitChange::ended) ++told.ended;
        for (auto const& count : effects.counts)
            if (entry(count.measure).guard == Guard::open)
                told.open.push_back(count);
            else
                ++told.guarded;
    }
    std::sort(told.open.begin(), told.open.end());
    return told;
}

std::string words(std::vector<Count> const& counts)
{
    std::string words;
    for (auto const& count : counts)
        words += std::string(entry(count.measure).id) + " " + count.item + " " + count.language + "\n";
    return words;
}

std::string words(std::vector<test::Event> const& events)
{
    std::string words;
    for (auto const& event : events)
        words += std::to_string(event.at.since_start.count()) + " " + event.before.place + " -> " + event.after.place +
                 (event.after.guarded ? " (guarded)\n" : "\n");
    return words;
}

} // namespace

TEST_CASE("with reporting and support taken out of it, a visit counts the same in every open figure")
{
    auto const& content = test::shipped_content();
    constexpr int kVisits = 12'000;
    int guarded = 0;
    int straight = 0;
    std::map<test::RollbackTarget, int> ways;
    for (int i = 0; i < kVisits; ++i) {
        Random random(static_cast<std::uint64_t>(i));
        auto const events = test::visit_by_chance(content, random);
        auto const stripped = test::without_guarded(events);
        auto const whole = told_of(content, events);
        auto const rest = told_of(content, stripped.events);
        CAPTURE(i);
        if (whole.open != rest.open) {
            CAPTURE(words(events));
            CAPTURE(words(whole.open));
            CAPTURE(words(rest.open));
            FAIL("reporting or support shows in open figures");
        }
        REQUIRE(whole.began == rest.began);
        if (whole.ended != 1) {
            CAPTURE(words(events));
            FAIL("a visit ends once");
        }
        REQUIRE(rest.ended == 1);
        REQUIRE(rest.guarded == 0);
        guarded += whole.guarded > 0 ? 1 : 0;
        straight += stripped.straight ? 1 : 0;
        for (auto const way : stripped.ways) ++ways[way];
    }
    // Most had something to take out, in every way.
    CHECK(guarded > kVisits * 3 / 5);
    CHECK(straight > kVisits / 10);
    for (auto const way : {test::RollbackTarget::same_place, test::RollbackTarget::other_place,
                           test::RollbackTarget::leave, test::RollbackTarget::idle, test::RollbackTarget::restart})
        CHECK(ways[way] > kVisits / 50);
}
