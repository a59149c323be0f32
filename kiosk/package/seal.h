// Sealed packages: one file that only the holder of the NGO's secret key can open, so that whoever carries or finds the
// stick learns nothing. A tar archive of the package's folder (tar.h), encrypted in the format of age (crypto/age.h):
// `age -d -i KEY FILE | tar x` opens it without our tools. A file that is cut short, lengthened or changed is refused.
// Written under another name, synced, read back and compared, then renamed. Errors begin with the file.
#pragma once
#include "base/result.h"

#include <filesystem>
#include <string>

namespace kiosk::package {

constexpr std::string_view kSealedEnding = ".tar.age";
bool is_sealed(std::filesystem::path const& file);

// Seals all files of `folder` into `file` for the recipient, "age1…". In the archive the folder has the file's name.
Result<> seal(std::filesystem::path const& folder, std::filesystem::path const& file, std::string const& recipient);

// Opens it with the secret key, "AGE-SECRET-KEY-1…", into a new folder below `out` that is named as the file, and
// verifies the package. All or nothing. Returns the folder.
Result<std::filesystem::path> open_sealed(std::filesystem::path const& file, std::filesystem::path const& out,
                                          std::string const& identity);

} // namespace kiosk::package
