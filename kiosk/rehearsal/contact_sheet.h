// Contact sheets: a picture of every screen, a sheet with all of them for each language and panel, and a page to flip
// through them in a browser. For those who write content or code.
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

// Overwrites what is in `out`. Returns the number of pictures of screens.
Result<int> write_contact_sheets(content::Content const& content, ContactSheetOptions const& options);

} // namespace kiosk::rehearsal
