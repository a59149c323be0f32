// What staff can note about a day at the kiosk: one of a fixed list, never free text, so that nobody can write about a
// visitor. The key is stored and exported; its words stand in the content: "screen.remark.<key>" in staff/screen,
// "figures.day_remark.<key>" in staff/figures. Any other text, from an older package or database, is shown as it is.
#pragma once
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace kiosk {

constexpr std::array<std::string_view, 7> kDayRemarks{
    "off",         // it was off all day
    "partly_off",  // it was off for a part of the day
    "moved",       // it stood elsewhere
    "blocked",     // it was covered, or could not be reached
    "fault",       // it did not work as it should
    "staff_tried", // staff tried it out: the figures count that, too
    "crowded",     // something special brought more people than usual
};

// How many days back staff can note something, today included: also after two weeks of holidays.
constexpr int kRemarkDays = 14;

constexpr bool is_day_remark(std::string_view text)
{
    return std::find(kDayRemarks.begin(), kDayRemarks.end(), text) != kDayRemarks.end();
}

// One remark about a day. The same remark noted twice is stored once.
struct DayRemark {
    std::string day;  // "2026-11-21"
    std::string text; // a key, or other text
    bool operator==(DayRemark const&) const = default;
};

// A remark can be taken back on this machine. One that was exported before stays in the office's figures, which are the
// union of all packages.
enum class RemarkChange { note, take_back };

} // namespace kiosk
