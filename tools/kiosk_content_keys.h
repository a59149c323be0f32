// Key files, as files/key_text.h writes them.
#pragma once
#include "files/key_text.h"
#include "updates/signature.h"

#include <filesystem>

namespace kiosk::tools {

Result<updates::SigningKey> read_key(std::filesystem::path const& file, KeyHalf half);
int fail(Error const& error);

} // namespace kiosk::tools
