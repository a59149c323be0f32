// The rules a pack must meet before visitors read it, each fault as a Problem with its place and a way out.
// Reads a Pack, changes nothing. The rules come from the research file's own instructions: every channel with source
// and verification, no address of a historic campaign, no avoided term, nothing of confidence C, no text without its
// source.
#pragma once
#include "content/pack.h"

#include <filesystem>
#include <functional>

namespace kiosk::content {

struct CheckOptions {
    // Whether a picture of this name can be shown; the caller knows where pictures lie.
    std::function<bool(std::string const&)> picture_exists;
    // Today as YYYY-MM-DD; a verification older than a year is stale.
    std::string today;
};

// Most words a visitor reads before the next touch: 20 to 25 seconds of reading.
constexpr int kMostWordsAPage = 60;

// Characters of a headline; the longest shipped one has 60.
constexpr std::size_t kLongestHeadline = 90;

// Characters of what stands in a box of a screen; the longest shipped ones have 114, 48, 142, 148 and 50.
constexpr std::size_t kLongestQuestion = 150;
constexpr std::size_t kLongestAnswer = 80;
constexpr std::size_t kLongestReason = 220;
constexpr std::size_t kLongestTip = 220;
constexpr std::size_t kLongestName = 80;

Problems check_pack(Pack const& pack, CheckOptions const& options);

// One line for a person: "4 languages, 2 campaigns with 12 pages, … 0 of 27 words files reviewed".
std::string describe_pack(Pack const& pack);

} // namespace kiosk::content
