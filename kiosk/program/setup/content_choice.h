// Which content a start shows: what the command line names; else what staff took from a stick; else what came with the
// kiosk. Content from a stick that cannot be shown is left by itself for what was there before.
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
    content::ReadPack read;
    std::shared_ptr<updates::Shelf> shelf; // none where it is not asked
    ContentStart start;
};

// start: counts one of content on trial, and tidies up. look: writes nothing (kiosk --check).
enum class Reading { start, read_only };

// Reads from the disk.
ChosenContent choose_content(Options const& options, Reading reading = Reading::start);

// The shelf of this configuration, whether or not it is shown from.
std::shared_ptr<updates::Shelf> open_shelf(settings::Config const& config);

void note_start(ContentStart const& start, services::Writer& writer);

// For staff. The shelf and the writer must outlive it.
std::unique_ptr<updates::PackUpdates> make_pack_updates(updates::Shelf& shelf, settings::Config const& config,
                                                        services::Writer& writer, Clock const& clock);

// --take-content: what staff do at the screen, for whoever has a keyboard; each file's fate is said on standard output.
int take_content(Options const& options);

} // namespace kiosk::program
