// The monkey's books: checks what a kiosk has counted against what was on its screen. In each visit, what counts once
// is counted once, what has ended had begun, and staff's screens count nothing. Knows the table of measures and the
// names of screens, and not how the kiosk counts.
#pragma once
#include "show/kiosk_screen.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace monkey {

// An invariant that does not hold: its short name, by which shrinking knows it again, and what was there instead.
struct Fault {
    std::string invariant, words;
};

class Books final : public kiosk::show::CountSink {
public:
    explicit Books(kiosk::content::Content const& content) : content_(content) {}
    // Whoever is to get them, too: a writer with a disk.
    void pass_on_to(kiosk::show::CountSink* sink) { next_ = sink; }

    void commit(std::vector<kiosk::Count> counts, kiosk::WallTime claimed) override;
    // What is on the screen now; called for each frame.
    void saw(kiosk::visit::State const& state);
    // After a stop: everything that was begun is ended, and every sum agrees.
    void close();
    std::optional<Fault> const& fault() const { return fault_; }
    long visits() const { return visits_; }
    long counted(kiosk::Measure measure) const; // over all items

private:
    void complain(char const* invariant, std::string words);
    void count(kiosk::Count const& count, kiosk::WallTime claimed);
    void expect_equal(char const* what, long one, long other);

    kiosk::content::Content const& content_;
    kiosk::show::CountSink* next_ = nullptr;
    std::optional<Fault> fault_;
    bool visiting_ = false; // on the screen
    bool staff_ = false;
    bool in_visit_ = false; // by the counts
    long seen_visits_ = 0, visits_ = 0;
    std::set<std::pair<kiosk::Measure, std::string>> once_; // of the visit now counted
    std::set<kiosk::Measure> single_;
    kiosk::WallTime claimed_; // of it
    std::map<kiosk::Measure, std::map<std::string, long>> sums_;
};

} // namespace monkey
