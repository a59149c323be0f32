// The probe: content that has just come in is drawn before anybody sees it, by a kiosk of its own (kiosk --probe FOLDER
// --out DIR) with little memory, little time and no rights beyond files: every screen of every language once, without a
// display, and then the running loop with its touches and waits (rehearsal.h). What breaks it there, or keeps it from
// coming to rest, is refused here. The few pictures it leaves are what staff are shown.
#pragma once
#include "program/setup/options.h"
#include "updates/staging.h"

namespace kiosk::program {

// The child's part; an exit code: 0 drawn and run, 2 the content is faulty, anything else a fault of the machine.
int run_probe(Options const& options);

// The parent's part.
updates::Probe make_probe(std::filesystem::path assets);

} // namespace kiosk::program
