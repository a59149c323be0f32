// Reads a content folder into a Pack. Never fails: what cannot be read is left out and said in a Problem, and the Pack
// holds the rest. File names in Problems are relative to the folder's parent, as an editor sees them
// ("content/quiz/travellers/fr.toml").
#pragma once
#include "content/pack.h"

#include <filesystem>

namespace kiosk::content {

struct ReadPack {
    Pack pack;
    Problems problems;
};

ReadPack read_pack(std::filesystem::path const& folder);

} // namespace kiosk::content
