// Key files: 64 hexadecimal digits and a line's end.
#pragma once
#include "staff/pack_signature.h"

#include <filesystem>

namespace kiosk::tools {

Result<staff::SigningKey> read_key(std::filesystem::path const& file);
int fail(Error const& error);

} // namespace kiosk::tools
