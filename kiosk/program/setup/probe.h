// The probe: tries new content before anybody sees it, in a process of its own (kiosk --probe FOLDER --out DIR) with
// limits on memory, time and files. It draws every screen of every language once, and then rehearses a visit
// (rehearsal/rehearsal.h). Content that crashes it, exceeds the limits or never comes to rest is refused. It writes a
// few pictures as previews for staff.
#pragma once
#include "program/setup/options.h"
#include "updates/staging.h"

namespace kiosk::program {

// In the process itself. Exit code: 0 good, 2 the content is faulty, anything else a fault of the machine.
int run_probe(Options const& options);

// In the kiosk: a function that runs the process.
updates::Probe make_probe(std::filesystem::path assets);

} // namespace kiosk::program
