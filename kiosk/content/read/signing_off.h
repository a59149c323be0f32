// Notes in a file who has looked at what it says, on which day, and the mark (mark.h) of what it said: in the lines
// where an editor would write it, and nowhere else. Pure: text in, text out.
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
