// The shelf: versions of the content that came by stick, in a folder of their own beside the figures. Two are kept, and
// a third while the newest is on trial. Which is shown stands in one file that is replaced by one rename, so that a
// power cut leaves the old or the new version, whole. The content that came with the kiosk is not on it and is what
// remains when nothing else can be shown. Owner: the app; any thread, one call at a time waits for the other.
//
//   packs/state                       see shelf_state.h
//   packs/<id>/manifest               as it was signed
//   packs/<id>/content/…              what visitors read
//   packs/<id>/previews/…             drawn by the probe; may be gone
//   packs/incoming, packs/<id>.new    while something is taken; tidied away at the next start
#pragma once
#include "files/disk.h"
#include "updates/manifest.h"
#include "updates/shelf_state.h"

#include <mutex>

namespace kiosk::updates {

struct ShelfOptions {
    std::filesystem::path folder; // made when the first pack is taken, in a folder that is there
    KeyList keys;                 // of the configuration, the spare one last; none: nothing is taken from sticks
    BeforeStep before_step;       // for tests
};

// What a start shows.
struct StartContent {
    std::filesystem::path content; // "": the content that came with the kiosk
    std::string id;
    bool on_trial = false;
    std::vector<ShelfEvent> events; // since the last start, for the machine log
};

class Shelf {
public:
    explicit Shelf(ShelfOptions options);

    // Once at every start, before anything of a pack is read: counts a start of a version on trial, tidies up, and goes
    // back by itself where the trial has failed or a file is not as it was signed. Never fails.
    StartContent start();
    // What start() gave cannot be shown: the next one that can be.
    StartContent unusable(std::string const& id);
    // What a start would show now, the best first, for whoever only looks: nothing is counted, tidied or written. A
    // version that is not whole is left out; none: the content that came with the kiosk.
    std::vector<StartContent> look() const;
    // The trial is over: the version stays. Versions beyond two are removed.
    Result<> settle();

    // `id` was staged. Shown from the next start.
    Accepted<> switch_to(std::string const& id);
    Accepted<> go_back();
    // The next list of keys, signed by two of those now believed. The spare one of the configuration stays in it.
    Accepted<KeyList> take_keys(std::string_view file, std::string const& where);
    // Makes the shelf's folder where it is not there yet.
    Result<> prepare() const;
    void note_refusal(Refusal const& refusal, std::int64_t content);

    Result<ShelfState> state() const;
    KeyList keys() const;
    // As it lies on the shelf; nothing if it does not, or is damaged.
    std::optional<Manifest> manifest(std::string const& id) const;
    std::filesystem::path folder_of(std::string const& id) const { return options_.folder / id; }
    std::filesystem::path const& folder() const { return options_.folder; }
    Disk const& disk() const { return disk_; }

private:
    Result<ShelfState> load() const;
    Result<ShelfState> load_or_mend(std::vector<ShelfEvent>& events);
    Result<> store(ShelfState const& state);
    void tidy(ShelfState const& state) const;
    bool is_whole(std::string const& id) const;
    StartContent settle_on(ShelfState state, std::vector<ShelfEvent> events);

    ShelfOptions options_;
    Disk disk_;
    mutable std::mutex mutex_;
};

} // namespace kiosk::updates
