// The audit: draws every screen in every language, on panels of many shapes and at both text sizes, and measures it:
// text that is cut, overlaps or is too small; lines that are too long; targets that are too small, too close or
// overlap; QR codes that are too small; and, from pixels, the contrast in every theme. Findings are Problems at the
// line of the content that has the text.
#pragma once
#include "content/content.h"
#include "settings/themes.h"

namespace kiosk::rehearsal {

struct AuditPanel {
    char const* name;
    int width, height; // [px]
    float diagonal_inches;
};

// From 10 to 55 inches: 16:9, 16:10, 4:3, 5:4, 21:9, landscape and portrait.
std::vector<AuditPanel> const& audit_panels();

struct AuditOptions {
    std::filesystem::path content; // to find the lines of texts
    std::vector<std::filesystem::path> pictures;
    std::vector<content::Language> languages; // of the pack
    std::vector<AuditPanel> panels = audit_panels();
    std::vector<std::pair<std::string, ui::Theme>> themes;
};

struct AuditResult {
    Problems problems;
    long scenes = 0; // drawn and measured
};

AuditResult audit(content::Content const& content, AuditOptions const& options);

} // namespace kiosk::rehearsal
