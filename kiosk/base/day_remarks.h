// What staff can say of a day at the kiosk itself: one of a fixed list, never words of their own. Nobody can write
// about a visitor where nobody can write. The key is what is stored and exported; what it says in a language stands in
// the content: staff/screen "day_remark.<key>", staff/figures "figures.day_remark.<key>". A remark that is none of
// these (of an older package, or of a command line in the office) is words, and stays as it is.
#pragma once
#include <algorithm>
#include <array>
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

} // namespace kiosk
