// What the records of the content share: languages, headings, and where each key is written. Plain values.
#pragma once
#include "base/problem.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

using Language = std::string; // ISO 639-1 code, as in the file names
template <typename T>
using PerLanguage = std::map<Language, T>;

// Keys of a record, or files, whose value could not be read. A Problem has reported each already, so that no check
// reports it once more as missing.
using UnreadKeys = std::set<std::string, std::less<>>;

// Where each key of a record is written, so that a Problem can point there.
using KeyLocations = std::map<std::string, SourceLocation, std::less<>>;

// Where a key is written; the place of its record where the key is missing.
template <typename T>
SourceLocation const& location_of(T const& record, std::string_view key)
{
    auto const found = record.lines.find(key);
    return found == record.lines.end() ? record.place : found->second;
}

struct Heading {
    std::string title, subtitle;
};

} // namespace kiosk::content
