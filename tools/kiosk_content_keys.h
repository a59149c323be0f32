// Key files, as base/key_text.h writes them.
#pragma once
#include "base/key_text.h"
#include "staff/pack_signature.h"

#include <filesystem>

namespace kiosk::tools {

Result<staff::SigningKey> read_key(std::filesystem::path const& file, KeyHalf half);
int fail(Error const& error);

} // namespace kiosk::tools
