// Validates a content folder: the one place that decides whether content may be shown, for `kiosk-content check`,
// `pack` and `sign`, for a kiosk that takes it from a stick, and for `kiosk --check`, so that none accepts what another
// refuses. Reads the folder, changes nothing.
#pragma once
#include "base/problem.h"
#include "content/content.h"
#include "content/wording/rules.h"

#include <filesystem>
#include <functional>

namespace kiosk::updates {

struct ContentCheckOptions {
    std::vector<std::filesystem::path> pictures; // folders of the kiosk's own
    std::string today;                           // YYYY-MM-DD; "" while the clock is not trusted
    content::HasLetter has_letter;               // of the kiosk's fonts; empty: letters are not checked
    // Checks a picture in the content folder. Empty where another process has decoded them already.
    std::function<Problems(std::filesystem::path const& picture)> check_picture = {};
};

struct CheckedContent {
    content::Content content;
    Problems problems; // errors first, then warnings; each in the order of the files
    bool may_be_shown() const;
    // The line of the first Problem of a severity; "" where there is none.
    std::string first(Severity severity) const;
};

CheckedContent check_content_folder(std::filesystem::path const& folder, ContentCheckOptions const& options);

} // namespace kiosk::updates
