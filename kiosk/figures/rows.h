// Rows of the tables other than the tally, as the store keeps them and a package carries them. Plain data.
#pragma once
#include <cstdint>
#include <string>

namespace kiosk::figures {

// A day on which this kiosk was on. The random mark distinguishes copies of a database: each draws its own for a new
// day.
struct DayRow {
    std::string day;  // "" for counts of an unknown day
    std::string mark; // 16 random hexadecimal digits
    std::string open; // when the kiosk was meant to be on, "10:00-18:00"; "" where not known
    auto operator<=>(DayRow const&) const = default;
};

// A remark of staff about a day ("off on Saturday"). The text is a key of figures/day_remarks.h, or other text.
struct RemarkRow {
    std::int64_t number = 0;
    std::string day, text;
    auto operator<=>(RemarkRow const&) const = default;
};

// What an item is called in a version of the content, in one language.
struct WordRow {
    std::string content_version, language, measure, item, words;
    int right = -1; // of an answer: 1 right, 0 wrong; -1 of anything else
    auto operator<=>(WordRow const&) const = default;
};

} // namespace kiosk::figures
