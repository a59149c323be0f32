// Used in this room only: reads back what was written. libxlsxwriter writes each part to a temporary file without
// checking for errors, so that a full disk would give a damaged workbook. Errors begin with the path.
#pragma once
#include "base/result.h"

#include <filesystem>

namespace kiosk::workbook {

// Checks that every part inflates, has its recorded length and CRC, and closes every tag that it opens.
Result<> check_workbook(std::filesystem::path const& path);

} // namespace kiosk::workbook
