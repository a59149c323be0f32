// Contact sheets: every screen as a picture, a sheet a language and panel with all of them small, and a page to flip
// through in a browser. Written anew into a folder, for the eyes of those who write content or code.
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

// How many pictures were written.
Result<int> write_contact_sheets(content::Pack const& pack, ContactSheetOptions const& options);

} // namespace kiosk::rehearsal
