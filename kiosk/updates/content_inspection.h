// Whether content that was unpacked may be shown: read and checked as the office's own tool does, with this edition's
// rules. Private to staff/.
#pragma once
#include "updates/staging.h"

namespace kiosk::updates {

// Fills in the summary, the warnings and what it changes of contacts beside the content that is shown, or refuses with
// the first error. `staged` knows who has signed it.
Accepted<> inspect_content(std::filesystem::path const& content, std::filesystem::path const& shown,
                           StagingOptions const& options, Staged& staged, std::string const& where);

} // namespace kiosk::updates
