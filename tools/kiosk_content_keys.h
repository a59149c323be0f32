// Key files, as minisign writes them: a comment that nobody has signed, and the key.
#pragma once
#include "crypto/key_text.h"
#include "updates/signature.h"

#include <filesystem>

namespace kiosk::tools {

// The .secret file of make-key, or one of minisign -G -W.
Result<updates::SigningKey> read_secret(std::filesystem::path const& file);
// The .public file of make-key, or minisign's .pub.
Result<updates::PublicKey> read_public(std::filesystem::path const& file);
int fail(Error const& error);

} // namespace kiosk::tools
