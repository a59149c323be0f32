// Shelf: the versions of the content that came by stick, in a folder beside the figures. It stores two, and a third
// while the newest is on trial. One small file says which is shown; it is replaced by one rename, so that a power cut
// leaves the old or the new version, whole. The content that came with the kiosk is not on the shelf, and is shown when
// nothing on it can be. Owner: program/setup/. Any thread; a mutex serialises calls.
//
//   packs/state                       see shelf_state.h
//   packs/<id>/manifest               as it was signed
//   packs/<id>/content/…              what visitors read
//   packs/<id>/previews/…             drawn by the probe; may be gone
//   packs/incoming, packs/<id>.new    during staging; leftovers are removed at the next start
#pragma once
#include "files/disk.h"
#include "updates/manifest.h"
#include "updates/shelf_state.h"

#include <mutex>

namespace kiosk::updates {

struct ShelfOptions {
    std::filesystem::path folder; // created with the first archive; its parent must exist
    KeyList keys;                 // of the configuration, the spare key last; empty: no content comes from sticks
    BeforeStep before_step;       // for tests
};

// What a start shows.
struct StartContent {
    std::filesystem::path content; // "": the content that came with the kiosk
    std::string id;
    bool on_trial = false;
    std::vector<ShelfEvent> events; // what this start has changed, for the machine log
};

class Shelf {
public:
    explicit Shelf(ShelfOptions options);

    // To be called once at every start, before content is read. Counts a start of a version on trial, removes
    // leftovers, and goes back to an earlier version where the trial has failed or a file differs from its hash. Never
    // fails.
    StartContent start();
    // The version that start() gave cannot be shown: goes back, and returns the next one that is whole.
    StartContent reject(std::string const& id);
    // The versions that a start could show now, the preferred first, for `kiosk --check`: nothing is counted or
    // written. Versions that are not whole are left out. Empty: the content that came with the kiosk.
    std::vector<StartContent> startable_versions() const;
    // Ends the trial: the version stays, and the oldest of three is removed.
    Result<> confirm_trial();

    // Makes a staged version the current one, on trial from the next start.
    Accepted<> switch_to(std::string const& id);
    Accepted<> go_back();
    // Takes the next list of keys, which two keys of the present one must have signed, and which must have the
    // configuration's spare key.
    Accepted<KeyList> accept_key_list(std::string_view file, std::string const& where);
    // Creates the shelf's folder if it does not exist.
    Result<> prepare() const;
    void note_refusal(Refusal const& refusal, std::int64_t content);

    Result<ShelfState> state() const;
    KeyList keys() const;
    // The manifest of a version; nothing if it is not on the shelf, or damaged.
    std::optional<Manifest> manifest(std::string const& id) const;
    std::filesystem::path folder_of(std::string const& id) const { return options_.folder / id; }
    std::filesystem::path const& folder() const { return options_.folder; }
    Disk const& disk() const { return disk_; }

private:
    Result<ShelfState> load() const;
    Result<ShelfState> load_or_repair(std::vector<ShelfEvent>& events);
    Result<> store(ShelfState const& state);
    void remove_leftovers(ShelfState const& state) const;
    bool is_whole(std::string const& id) const;
    StartContent fall_back_to_whole(ShelfState state, std::vector<ShelfEvent> events);

    ShelfOptions options_;
    Disk disk_;
    mutable std::mutex mutex_;
};

} // namespace kiosk::updates
