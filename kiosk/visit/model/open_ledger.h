// The open part of a visit, and all that is counted of it. It does not see reporting and support: while the visitor is
// there he is away. Its clock stands, it takes no count, its language stays, and the press that led there is taken
// back. So every open figure of a visit is what it would be, to the last count, had he never gone: no figure that is
// published as it is tells of one that is guarded. Time is counted to the last press: who walks away does not read.
// Owner: State. In memory only, forgotten at the end of the visit. Pure.
#pragma once
#include "base/clock.h"
#include "figures/measures.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kiosk::visit {

// What is on the screen, as far as dwell can tell it apart.
struct OpenPlace {
    std::string screen; // its name
    std::string page;   // of a page "campaign/page", of the quiz the number of its run, else ""
    bool operator==(OpenPlace const&) const = default;
};

// Whether a visit begins by a screen that asks for the language, or this is known.
enum class Beginning { asks_language, in_language };
enum class Ending { leave, idle, restart };

class OpenLedger {
public:
    using Counts = std::vector<Count>;

    // A visit begins, in this language, and its clock.
    void begin(std::string language, Beginning beginning, Instant now, Counts& counts);

    // A finger came down or a key was pressed. Until an action or another press follows it is fresh: it may still turn
    // out to be the one that led away.
    void press(Instant now, Counts& counts);
    // The last press was a key's.
    void by_key(Counts& counts);
    // An action followed the fresh press, here: it stays.
    void settle(Counts& counts);

    // A place is shown. `pressed`: the last press while he was away, if he was and made one. Who comes back to the
    // place that he left goes on there as if he had not gone. Who comes back to another has come by that press: it
    // counts as if it had been made where he was before, at the moment he went.
    void arrive(OpenPlace const& place, std::optional<Instant> pressed, Instant now, Counts& counts);
    void go_away(Instant now);
    bool away() const { return begun_ && !runs_since_; }

    void choose_language(std::string language, Counts& counts);
    // Nothing while he is away; `count_once` the same item of the same measure once in a visit.
    void count(Measure measure, std::string item, Counts& counts) const;
    void count_once(Measure measure, std::string item, Counts& counts);

    // The visit ends; `pressed` as above, of a visitor who leaves by a press.
    void end(Ending how, std::optional<Instant> pressed, Instant now, Counts& counts);

    // How long the open part has gone on.
    Duration clock(Instant now) const;
    // When its clock will show this; nothing while it stands.
    std::optional<Instant> when(Duration clock) const;

    bool operator==(OpenLedger const&) const = default;

private:
    void put(Measure measure, std::string item, Counts& counts) const;
    void come_back(std::optional<Instant> pressed, Instant now);
    void count_dwell(Counts& counts) const;
    Duration last_press() const { return fresh_.value_or(pressed_); }

    bool begun_ = false;
    bool asks_language_ = false; // a first screen does, and is still the place
    bool engaged_ = false;       // more was touched than it takes to begin, to choose that language, and to leave
    std::string language_;
    OpenPlace place_;
    // By the clock of the open part:
    Duration entered_{0};           // the place
    Duration pressed_{0};           // last, of those that stay
    std::optional<Duration> fresh_; // the press that may still be taken back
    bool fresh_by_key_ = false;
    Duration stood_{0};                 // what the clock showed when it last began to run, or stopped
    std::optional<Instant> runs_since_; // nothing: it stands
    // What was counted once already, so that going back and forth counts once.
    std::set<Count> counted_;
};

} // namespace kiosk::visit
