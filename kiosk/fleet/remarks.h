// Remarks on a fleet's figures: what is missing or doubtful in them, so that nobody takes a gap for a quiet day. Pure,
// from what kiosks have exported; sorted, the same whatever the order of packages was.
#pragma once
#include "engagement/figures.h"
#include "engagement/machine_log.h"

#include <functional>

namespace kiosk::fleet {

enum class RemarkKind {
    two_machines,  // one name, two databases that counted on the same days
    copied,        // one database that went on in two machines: its sums are too low
    missing_days,  // between the first and the last day, the kiosk was not on
    clock_doubted, // starts at which the clock was not believed
    unknown_time,  // visits that no day is known of
    crashes,       // runs that did not stop by themselves
    put_aside,     // databases that could not be used: what they held is not in these figures
};

struct Remark {
    RemarkKind kind = RemarkKind::missing_days;
    std::string kiosk;
    std::int64_t count = 0;  // days, starts, visits, runs, databases
    std::string first, last; // days between which; may be empty
    auto operator<=>(Remark const&) const = default;
};

// "figures.remark_missing_days": the words' key; {kiosk}, {count}, {first} and {last} stand for values.
std::string key(RemarkKind kind);
// In the words that `words` gives for the key; English where it gives the key back.
std::string text(Remark const& remark, std::function<std::string(std::string_view)> const& words = {});

// One kiosk, by its name: all its databases.
struct KioskHistory {
    struct Database {
        std::set<std::string> days_with_visits;
        std::int64_t visits_at_unknown_time = 0;
        std::vector<engagement::MachineRow> machine_log; // by number
    };
    std::string kiosk;
    std::vector<Database> databases;

    std::set<std::string> days_on() const; // with visits, or noted in a log
    std::int64_t days_missing() const;     // between the first of them and the last
};

std::vector<Remark> remarks(std::vector<KioskHistory> const& kiosks);

} // namespace kiosk::fleet
