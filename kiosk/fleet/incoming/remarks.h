// Remarks on a fleet's figures: what is missing or doubtful in them, so that nobody takes a gap for a quiet day, and
// what changed about a kiosk. Computed from what kiosks have exported; sorted, so that the order of packages does not
// matter. Pure.
#pragma once
#include "figures/figures.h"
#include "figures/label.h"
#include "figures/machine_log.h"

#include <functional>
#include <optional>

namespace kiosk::fleet {

enum class RemarkKind {
    copied,         // one database that runs in several machines: its disk was copied
    put_back,       // one database with two histories: an older copy was put back, or its disk was copied
    released_twice, // copies have released reporting of the same days: in no sum
    two_machines,   // one name, two databases that counted on the same days
    renamed,
    moved,         // to another partner or country
    many_visits,   // more on a day than a kiosk can take
    missing_days,  // between the first and the last day, the kiosk was not on
    clock_doubted, // starts at which the clock was not believed
    unknown_time,  // visits that no day is known of
    crashes,       // runs that did not stop by themselves
    quarantined,   // databases that could not be used: what they held is not in these figures
    two_wordings,  // a content was changed without a new version number
};

// Visits of a kiosk on one day above which somebody should look: one every four seconds, around the clock.
constexpr std::int64_t kMostVisitsOfADay = 20'000;

struct Remark {
    RemarkKind kind = RemarkKind::missing_days;
    std::string kiosk;
    std::int64_t count = 0;  // days, starts, visits, runs, databases, machines, items
    std::string first, last; // days between which; may be empty
    std::string other;       // a name or partner before; a content's version
    auto operator<=>(Remark const&) const = default;
};

// "figures.remark_missing_days": the key of its words, which hold {kiosk}, {count}, {first}, {last} and {other}.
std::string key(RemarkKind kind);
// The text in the words that `words` returns for key and count; English where it returns the key.
using CountedWords = std::function<std::string(std::string_view key, std::int64_t count)>;
std::string text(Remark const& remark, CountedWords const& words = {});

// One kiosk: its database, and earlier ones that were replaced because they were damaged.
struct KioskHistory {
    struct Database {
        std::string machine;
        std::vector<figures::Label> labels; // as they followed each other
        std::map<std::string, std::int64_t> visits_by_day;
        std::map<std::string, std::set<std::string>> marks; // by day on which it was on; "" for an unknown one
        std::int64_t visits_at_unknown_time = 0;
        std::int64_t releases_doubled = 0;
        std::vector<figures::MachineRow> machine_log; // by number
    };
    std::vector<Database> databases;

    std::string kiosk() const;             // its name: the last one
    std::set<std::string> days_on() const; // with visits, or noted
    // Days on which it should have been on, and was not.
    std::int64_t days_missing() const;
};

// The days on which a kiosk should be on: from the first to the last; of one that stands at fairs only, those of the
// fairs.
std::set<std::string> days_expected_on(std::vector<figures::Label> const& labels, std::set<std::string> const& days_on);

// Groups databases by kiosk: those that share a name and did not count at the same time. (A damaged database ends in
// the middle of a day on which its successor begins: one shared day is allowed.)
std::vector<KioskHistory> kiosks(std::vector<KioskHistory::Database> databases);

std::vector<Remark> remarks(std::vector<KioskHistory> const& kiosks);

} // namespace kiosk::fleet
