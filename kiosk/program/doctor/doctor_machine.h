// Facts around the program, gathered without changing anything: how the machine boots, and whose keys and which folders
// the configuration trusts. health/machine.h judges them.
#pragma once
#include "health/machine.h"
#include "program/setup/options.h"
#include "updates/signature.h"

namespace kiosk::program {

// Tests change `root`.
health::BootFacts boot_facts(std::filesystem::path const& root = "/");

// `believed`: the keys whose content is taken from sticks, of the configuration or of a later list. Keys that came with
// the program are in its assets/keys/*.public.
health::SourceFacts source_facts(Options const& options, updates::KeyList const& believed);

} // namespace kiosk::program
