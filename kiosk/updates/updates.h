// Content by stick, as the staff's screen uses it: look for files, take one in, show what it is, switch, go back.
// Blocks for as long as a stick and a disk take: call it on a worker, from one thread at a time. What was switched to
// is shown from the next start of the program. Owner: the app. Borrows the shelf.
#pragma once
#include "content/origin.h"
#include "updates/staging.h"

namespace kiosk::updates {

struct PackUpdatesOptions {
    ProgramVersion program;
    std::vector<std::filesystem::path> pictures; // the kiosk's own
    Probe probe;
    std::function<std::optional<CalendarDay>()> today; // nothing while the clock is not believed
    // For the machine log: an event, and a number with its result; never a name or anything else from a stick.
    std::function<void(std::string event, std::string detail)> note;
    std::filesystem::path factory;  // the content that came with the kiosk
    std::vector<std::string> hosts; // where any address may move with one signature
    content::HasLetter has_letter = {};
};

struct UpdateStatus {
    content::Origin source = content::Origin::factory;
    // Of the content that is shown after the next start; of content from a stick only.
    std::int64_t content = 0;
    std::string version;
    std::optional<CalendarDay> valid_until;
    std::optional<int> days_expired; // since its last day; nothing while it is valid or the clock is not believed
    bool on_trial = false;
    bool takes_packs = false; // the configuration names keys
    bool can_go_back = false;
    content::Origin previous = content::Origin::factory; // what going back leads to
    std::int64_t previous_content = 0;
    std::string previous_version;
    std::int64_t highest = 0;   // content that was ever here
    std::int64_t key_epoch = 0; // whose signature is believed
    ShelfEvent last;
};

class PackUpdates {
public:
    PackUpdates(Shelf& shelf, PackUpdatesOptions options) : shelf_(shelf), options_(std::move(options)) {}

    // In the roots of mounted sticks.
    Found find(std::vector<std::filesystem::path> const& places) const { return find_candidates(places); }
    // Of a candidate whose kind is `pack`.
    Accepted<Staged> stage(Candidate const& candidate);
    // Of one whose kind is `keys`: the new list is believed at once.
    Accepted<KeyList> take_keys(Candidate const& candidate);
    Accepted<> switch_to(Staged const& staged);
    Accepted<> go_back();
    UpdateStatus status() const;

private:
    StagingOptions staging() const;
    void note(std::string event, std::string detail) const;

    Shelf& shelf_;
    PackUpdatesOptions options_;
};

// What a start reports, as the machine log has it: "12 went back: starts".
std::string machine_text(ShelfEvent const& event);

} // namespace kiosk::updates
