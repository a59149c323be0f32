// Sealed packages: one file that only the holder of the NGO's secret key can open, so that whoever carries or finds the
// stick learns nothing. A tar archive of the package's folder (tar.h), sealed in the form of age (crypto/age.h), so
// that `age -d -i KEY FILE | tar x` gives the folder without our tools. A file cut short, lengthened or changed
// anywhere is refused. Written under another name, synced, read back and compared, then named. Errors begin with the
// file.
#pragma once
#include "base/result.h"

#include <filesystem>
#include <string>

namespace kiosk::package {

constexpr std::string_view kSealedEnding = ".tar.age";
bool is_sealed(std::filesystem::path const& file);

// All files of a folder into one, as a folder of the file's name, for who has the secret key of the recipient, "age1…".
Result<> seal(std::filesystem::path const& folder, std::filesystem::path const& file, std::string const& recipient);

// With the secret key, "AGE-SECRET-KEY-1…". Into a new folder below `out`, named as the file; whole and verified, or
// not at all. Returns the folder.
Result<std::filesystem::path> open_sealed(std::filesystem::path const& file, std::filesystem::path const& out,
                                          std::string const& identity);

} // namespace kiosk::package
