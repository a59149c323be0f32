// The rules that the content must meet before visitors read it, each fault as a Problem with its place and what to do.
// Every channel has a source and is verified; no address is one of a campaign that is over; nothing of confidence C
// ships; no fact is without a source. Reads a Content, changes nothing.
#pragma once
#include "content/content.h"

#include <filesystem>
#include <functional>

namespace kiosk::content {

struct CheckOptions {
    // Whether there is a picture of this name; the caller knows the folders. Empty: pictures are not checked.
    std::function<bool(std::string const&)> picture_exists;
    // YYYY-MM-DD, "" where the clock is not trusted. A verification older than a year is stale.
    std::string today;
};

// Words of a page: 20 to 25 seconds of reading.
constexpr int kMostWordsAPage = 60;

// Characters of a headline; the longest shipped one has 60.
constexpr std::size_t kLongestHeadline = 90;

// Characters of a text that must fit a box; the longest shipped ones have 141, 48, 176, 94, 148 and 50.
constexpr std::size_t kLongestQuestion = 150;
constexpr std::size_t kLongestAnswer = 80;
constexpr std::size_t kLongestReason = 220;
constexpr std::size_t kLongestLearned = 100;
constexpr std::size_t kLongestTip = 220;
constexpr std::size_t kLongestName = 80;

// The same of scenes; the longest shipped ones have 22, 153, 46, 90, 231 and 74.
constexpr std::size_t kLongestSceneName = 30;
constexpr std::size_t kLongestSituation = 170;
constexpr std::size_t kLongestChoice = 60;
constexpr std::size_t kLongestConsequence = 110;
constexpr std::size_t kLongestHelp = 240;
constexpr std::size_t kLongestNote = 90;

Problems check_content(Content const& content, CheckOptions const& options);

// One line for a person: "version 2026.11: 4 languages, 2 campaigns, 27 pages, …".
std::string describe_content(Content const& content);

} // namespace kiosk::content
