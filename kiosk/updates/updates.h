// Content updates by stick, as the staff's service uses them: find archives, stage one, switch to it, go back. Content
// that was switched to is shown from the next start of the program. Blocks for as long as stick and disk take: call it
// on a worker, from one thread at a time. Owner: program/. Borrows the Shelf.
#pragma once
#include "content/origin.h"
#include "updates/staging.h"

namespace kiosk::updates {

struct ContentUpdatesOptions {
    ProgramVersion program;
    std::vector<std::filesystem::path> pictures; // folders of the kiosk's own
    Probe probe;
    std::function<std::optional<CalendarDay>()> today; // nothing while the clock is not trusted
    // Writes to the machine log. `detail` is a number with a result, never a name or other text from a stick.
    std::function<void(std::string event, std::string detail)> note;
    std::filesystem::path factory;  // the content that came with the kiosk
    std::vector<std::string> hosts; // to which any address may move with one signature
    content::HasLetter has_letter = {};
};

struct UpdateStatus {
    content::Origin source = content::Origin::factory;
    // Of the content that the next start will show, if it came by stick.
    std::int64_t content = 0;
    std::string version;
    std::optional<CalendarDay> valid_until;
    std::optional<int> days_expired; // since its last day; nothing while it is valid or the clock is not trusted
    bool on_trial = false;
    bool accepts_content = false; // whether the configuration has keys
    bool can_go_back = false;
    content::Origin previous = content::Origin::factory; // what going back leads to
    std::int64_t previous_content = 0;
    std::string previous_version;
    std::int64_t highest = 0;   // content number that this kiosk has had
    std::int64_t key_epoch = 0; // of the trusted list of keys
    ShelfEvent last;
};

class ContentUpdates {
public:
    ContentUpdates(Shelf& shelf, ContentUpdatesOptions options) : shelf_(shelf), options_(std::move(options)) {}

    // Looks in the roots of mounted sticks.
    Found find(std::vector<std::filesystem::path> const& places) const { return find_candidates(places); }
    // For a candidate that is an archive.
    Accepted<Staged> stage(Candidate const& candidate);
    // For one that is a list of keys: the new list is trusted at once.
    Accepted<KeyList> accept_key_list(Candidate const& candidate);
    Accepted<> switch_to(Staged const& staged);
    Accepted<> go_back();
    UpdateStatus status() const;

private:
    StagingOptions staging() const;
    void note(std::string event, std::string detail) const;

    Shelf& shelf_;
    ContentUpdatesOptions options_;
};

// An event for the machine log: "12 went back: starts".
std::string machine_text(ShelfEvent const& event);

} // namespace kiosk::updates
