// Private to the workbook: reads back what was written. libxlsxwriter builds each part in a temporary file and does not
// look whether that could be written, so that a full disk would give a workbook that opens with "we found a problem".
// Errors begin with the path.
#pragma once
#include "base/result.h"

#include <filesystem>

namespace kiosk::workbook {

// Every part can be unpacked, has the length and the sum that were noted, and closes every tag that it opens.
Result<> check_workbook(std::filesystem::path const& path);

} // namespace kiosk::workbook
