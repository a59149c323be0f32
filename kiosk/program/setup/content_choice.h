// Chooses the content of a start: what the command line names; else what staff took from a stick; else what came with
// the kiosk. Content from a stick that cannot be shown is given up for the version before it.
#pragma once
#include "base/clock.h"
#include "content/read/read.h"
#include "program/setup/options.h"
#include "services/writer.h"
#include "updates/updates.h"

#include <memory>

namespace kiosk::program {

struct ContentStart {
    bool on_trial = false;
    std::vector<updates::ShelfEvent> events; // of this start, for the machine log
};

struct ChosenContent {
    std::filesystem::path folder;
    content::ReadContent read;
    std::shared_ptr<updates::Shelf> shelf; // null where the command line names the content
    ContentStart start;
};

// start: counts a start of content on trial, and removes what is no longer needed. read_only: for kiosk --check.
enum class LoadPurpose { start, read_only };

// Reads from the disk.
ChosenContent choose_content(Options const& options, LoadPurpose reading = LoadPurpose::start);

// The shelf of this configuration, even if its content is not shown.
std::shared_ptr<updates::Shelf> open_shelf(settings::Config const& config);

void log_content_start(ContentStart const& start, services::Writer& writer);

// For staff mode. The shelf and the writer must outlive it.
std::unique_ptr<updates::ContentUpdates> make_content_updates(updates::Shelf& shelf, settings::Config const& config,
                                                              services::Writer& writer, Clock const& clock);

// --take-content: takes content and keys from a folder, as staff do at the screen, and prints what became of each file.
// Returns an exit code.
int take_content(Options const& options);

} // namespace kiosk::program
