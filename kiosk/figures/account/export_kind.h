// The kinds of an export. Pure.
#pragma once
#include <string_view>

namespace kiosk::figures {

// whole: for the office; closes what is due. preview: closes nothing and leaves out what it would close; marked in
// every file. house: unmasked counts of days that are not closed yet, for whoever runs the kiosk only; marked in every
// file, and refused by all tools.
enum class ExportKind { whole, preview, internal };

// "" for a whole one; else the suffix of its folder's name and the prefix of its files' names.
constexpr std::string_view name(ExportKind kind)
{
    switch (kind) {
    case ExportKind::preview: return "preview";
    case ExportKind::internal: return "for-the-house-only";
    case ExportKind::whole: break;
    }
    return "";
}

} // namespace kiosk::figures
