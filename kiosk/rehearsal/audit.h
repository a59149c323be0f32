// The audit: draws every screen in every language, on every shape of panel and at both text sizes, and measures what is
// there: text that is cut, that overlaps or is too small; lines that are too long; targets that are too small, too
// close or one over the other; codes too small or without their quiet zone; and, from the pixels, contrast in every
// theme. What it finds are Problems with the place in the content where the cause is there.
#pragma once
#include "content/pack.h"
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
    std::filesystem::path content; // for the places of Problems
    std::vector<std::filesystem::path> pictures;
    std::vector<content::Language> languages; // of the pack
    std::vector<AuditPanel> panels = audit_panels();
    std::vector<std::pair<std::string, ui::Theme>> themes;
};

struct AuditResult {
    Problems problems;
    long scenes = 0; // drawn and measured
};

AuditResult audit(content::Pack const& pack, AuditOptions const& options);

} // namespace kiosk::rehearsal
