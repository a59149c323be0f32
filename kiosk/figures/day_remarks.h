// What staff can say of a day at the kiosk itself: one of a fixed list, never words of their own. Nobody can write
// about a visitor where nobody can write. The key is what is stored and exported; what it says in a language stands in
// the content: "screen.remark.<key>" in staff/screen, "figures.day_remark.<key>" in staff/figures. A remark that is
// none of these (of a package or a database from elsewhere) is words, and stays as it is.
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

// Today and the days before it that can still be spoken of: a Saturday on Monday, and also after two weeks of holidays.
constexpr int kRemarkDays = 14;

constexpr bool is_day_remark(std::string_view text)
{
    return std::find(kDayRemarks.begin(), kDayRemarks.end(), text) != kDayRemarks.end();
}

// Of one day, once: the same said twice is one.
struct DayRemark {
    std::string day;  // "2026-11-21"
    std::string text; // a key, or words from elsewhere
    bool operator==(DayRemark const&) const = default;
};

// What was noted can be taken back as long as this machine keeps it. Who has exported it before has told it: the office
// adds up what its packages said, and a later one without it takes nothing away.
enum class RemarkChange { note, take_back };

} // namespace kiosk
