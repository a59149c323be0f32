// The doctor's facts of what stands around the program: how the machine starts, and what the configuration lets in and
// out. By looking only. Owner: whoever asked. What they mean is judged in staff/health_machine.
#pragma once
#include "health/machine.h"
#include "program/options.h"
#include "updates/signature.h"

namespace kiosk::app {

// Below `root`, for tests.
staff::BootFacts boot_facts(std::filesystem::path const& root = "/");

// `believed`: whose content is taken from sticks by now, those of the configuration or a later list. Keys that came
// with the program lie in its assets/keys/*.public.
staff::SourceFacts source_facts(Options const& options, staff::KeyList const& believed);

} // namespace kiosk::app
