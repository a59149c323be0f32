// The one judge of content: whoever reads a content folder to say whether it may be shown (the office's check, pack and
// sign, a kiosk that takes it from a stick, `kiosk --check`) asks here, so that none of them lets pass what another one
// refuses. Reads the folder, changes nothing.
#pragma once
#include "base/problem.h"
#include "content/pack.h"
#include "content/wording/rules.h"

#include <filesystem>
#include <functional>

namespace kiosk::updates {

struct JudgingOptions {
    std::vector<std::filesystem::path> pictures; // the kiosk's own
    std::string today;                           // YYYY-MM-DD; "" while no clock is believed
    content::HasLetter has_letter;               // of the kiosk's fonts; empty: letters are not asked for
    // What is wrong with a picture that lies with the content; empty where another process has decoded them already.
    std::function<Problems(std::filesystem::path const& picture)> look_at_picture = {};
};

struct Judged {
    content::Pack pack;
    Problems problems; // errors first, then warnings; in each the order of the files
    bool may_be_shown() const;
    // The first of that severity; "" where there is none.
    std::string first(Severity severity) const;
};

Judged judge_content(std::filesystem::path const& folder, JudgingOptions const& options);

} // namespace kiosk::updates
