// The kinds of an export. Pure.
#pragma once
#include <string_view>

namespace kiosk::figures {

// whole: for the office, closes what is due. preview: the same to look at beforehand; closes nothing, carries nothing
// of what it would close, and says in every file that it is one. house: unmasked counts of the days that are not closed
// yet, for whoever runs the kiosk; it says in every file that it must not leave, and no tool takes it.
enum class ExportKind { whole, preview, house };

// "" for a whole one; else what the names of its folder end with, and those of its files begin with.
constexpr std::string_view name(ExportKind kind)
{
    switch (kind) {
    case ExportKind::preview: return "preview";
    case ExportKind::house: return "for-the-house-only";
    case ExportKind::whole: break;
    }
    return "";
}

} // namespace kiosk::figures
