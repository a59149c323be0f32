// Edits a TOML file to record who has reviewed or tried what it says, on which day, and the mark (content/keys/mark.h)
// of what it said then. Only these lines change; comments and layout stay. Pure: text in, text out.
#pragma once
#include "base/result.h"

#include <string>
#include <string_view>

namespace kiosk::content {

struct SignedOff {
    std::string by, on; // a name, and a day as YYYY-MM-DD
    std::string mark;
};

// A words file, reviewed: status, reviewed_by, reviewed_on and reviewed_mark before its first section.
Result<std::string> with_review(std::string_view words_file, SignedOff const& signed_off);

// channels.toml, with one channel tried: verified_on, verified_by and verified_mark of it.
Result<std::string> with_trial(std::string_view channels_file, std::string_view channel, SignedOff const& signed_off);

} // namespace kiosk::content
