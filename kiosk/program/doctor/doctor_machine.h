// The doctor's facts of what stands around the program: how the machine starts, and what the configuration lets in and
// out. By looking only. Owner: whoever asked. What they mean is judged in staff/health_machine.
#pragma once
#include "health/machine.h"
#include "program/setup/options.h"
#include "updates/signature.h"

namespace kiosk::program {

// Below `root`, for tests.
health::BootFacts boot_facts(std::filesystem::path const& root = "/");

// `believed`: whose content is taken from sticks by now, those of the configuration or a later list. Keys that came
// with the program lie in its assets/keys/*.public.
health::SourceFacts source_facts(Options const& options, updates::KeyList const& believed);

} // namespace kiosk::program
