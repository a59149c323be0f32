// How a language writes numbers and days, as samples: 1234, twelve per cent, the last day of 2026. They come from the
// editors' [format] (content/read/formats.cpp, which checks them); these are those of English, for who has none. Plain
// data, owned by whoever holds it.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace kiosk::figures {

// What stands in the samples for what is written in its place.
inline constexpr std::string_view kSamplePercent = "12", kSampleDay = "31", kSampleMonth = "12", kSampleYear = "2026";

struct Formats {
    std::string number = "1,234";
    std::string percent = "12%";
    std::string day = "31/12/2026";
    std::string short_day = "31/12";
    std::uint32_t locale = 0x809; // of Windows [MS-LCID]: the language a spreadsheet names days and months in
};

} // namespace kiosk::figures
