// OpenLedger: counts the open part of a visit, that is, everything but reporting and support. While the visitor is
// there, the ledger is away: its clock stops, it takes no counts, its language stays, and the press that led there is
// taken back. So every open count of a visit is the same as if the visitor had never gone there, and no figure that is
// published as it is reveals one that is guarded. Reading time ends with the last press: after it the visitor may have
// left. Owner: State. In memory only, forgotten at the end of the visit. Pure.
#pragma once
#include "base/clock.h"
#include "figures/measures.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kiosk::visit {

// What is on the screen, as the measure of dwell time distinguishes it.
struct DwellTarget {
    std::string screen; // its name
    std::string page;   // "campaign/page" for a page, the number of the run for the quiz, else ""
    bool operator==(DwellTarget const&) const = default;
};

// Whether a visit begins with a screen that asks for the language.
enum class VisitStart { asks_language, in_language };
enum class VisitEnd { leave, idle, restart };

class OpenLedger {
public:
    using Counts = std::vector<Count>;

    // Begins a visit and starts the clock.
    void begin(std::string language, VisitStart beginning, Instant now, Counts& counts);

    // A finger came down, or a key was pressed. Until an action or another press follows, the press is pending: it may
    // turn out to be the one that led to reporting.
    void press(Instant now, Counts& counts);
    // The last press was of a key.
    void by_key(Counts& counts);
    // An action followed the pending press in the open part: the press counts.
    void keep_press(Counts& counts);

    // A place is shown. `pressed`: the last press while away, if there was one. A visitor who comes back to the same
    // place continues there as if never away. One who comes back to another place has come by that press, which counts
    // as if it had been made at the place and the moment that the visitor left.
    void arrive(DwellTarget const& place, std::optional<Instant> pressed, Instant now, Counts& counts);
    void go_away(Instant now);
    bool away() const { return begun_ && !running_since_; }

    void choose_language(std::string language, Counts& counts);
    // Nothing while away. count_once(): the same item of a measure at most once in a visit.
    void count(Measure measure, std::string item, Counts& counts) const;
    void count_once(Measure measure, std::string item, Counts& counts);

    // Ends the visit; `pressed` as above, for a visitor who leaves by a press.
    void end(VisitEnd how, std::optional<Instant> pressed, Instant now, Counts& counts);

    // How long the open part has lasted.
    Duration clock(Instant now) const;
    // When the clock will show this; nothing while it is stopped.
    std::optional<Instant> when(Duration clock) const;

    bool operator==(OpenLedger const&) const = default;

private:
    void put(Measure measure, std::string item, Counts& counts) const;
    void come_back(std::optional<Instant> pressed, Instant now);
    void count_dwell(Counts& counts) const;
    Duration last_press() const { return pending_press_.value_or(pressed_); }

    bool begun_ = false;
    bool asks_language_ = false; // the visit began with the choice of a language, and is still there
    bool engaged_ = false;       // touched more than it takes to begin, choose a language, and leave
    std::string language_;
    DwellTarget place_;
    // By the clock of the open part:
    Duration entered_{0};                   // the place
    Duration pressed_{0};                   // last, of presses that count
    std::optional<Duration> pending_press_; // the pending press
    bool pending_by_key_ = false;
    Duration clock_at_stop_{0};            // of the clock when it last started or stopped
    std::optional<Instant> running_since_; // nothing while the clock is stopped
    // Items that count_once() has counted.
    std::set<Count> counted_;
};

} // namespace kiosk::visit
