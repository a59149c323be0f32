// Contact sheets: a picture of every screen, a sheet with all of them for each language and panel, a page to flip
// through them in a browser, and how much of each is flat ground. For those who write content or code.
#pragma once
#include "base/result.h"
#include "rehearsal/audit.h"
#include "ui/scene/layout.h"

namespace kiosk::rehearsal {

struct ContactSheetOptions {
    std::filesystem::path out;
    std::vector<std::filesystem::path> read; // folders in which nothing is to be written
    std::vector<std::filesystem::path> pictures;
    std::vector<content::Language> languages;
    std::vector<AuditPanel> panels;
    ui::Theme theme;
    ui::LetterSize letters = ui::LetterSize::normal;
};

struct ContactSheets {
    int pictures = 0;   // of screens
    int much_flat = 0;  // of those that visitors see, how many have much flat ground (flat_ground.h)
    std::string report; // the file in `out` that has the share of each, the largest first
};

// Overwrites what is in `out`.
Result<ContactSheets> write_contact_sheets(content::Content const& content, ContactSheetOptions const& options);

} // namespace kiosk::rehearsal
