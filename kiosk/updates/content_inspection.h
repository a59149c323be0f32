// Whether unpacked content may be shown: checked as by the office's tool, and compared with the content that is shown
// now. Private to updates.
#pragma once
#include "updates/staging.h"

namespace kiosk::updates {

// Fills in the summary, the warnings and the changed contacts of `staged`, or refuses with the first error. Refuses,
// too, changes that need two signatures where staged.signers is 1.
Accepted<> inspect_content(std::filesystem::path const& content, std::filesystem::path const& shown,
                           StagingOptions const& options, Staged& staged, std::string const& where);

} // namespace kiosk::updates
