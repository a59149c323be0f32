// Whether content that was unpacked may be shown: read and checked as the office's own tool does, with this edition's
// rules. Private to staff/.
#pragma once
#include "staff/staging.h"

namespace kiosk::staff {

// Fills in the summary and the warnings, or refuses with the first error.
Accepted<> inspect_content(std::filesystem::path const& content, StagingOptions const& options, Staged& staged,
                           std::string const& where);

} // namespace kiosk::staff
