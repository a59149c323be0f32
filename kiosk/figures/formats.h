// How a language writes numbers and days, as samples: 1234, twelve per cent, the last day of 2026. Read from the
// content's [format] and checked by content/read/formats.cpp; the defaults are English. Plain data.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace kiosk::figures {

// The parts of the samples that are replaced by actual values.
inline constexpr std::string_view kSamplePercent = "12", kSampleDay = "31", kSampleMonth = "12", kSampleYear = "2026";

struct Formats {
    std::string number = "1,234";
    std::string percent = "12%";
    std::string day = "31/12/2026";
    std::string short_day = "31/12";
    std::uint32_t locale = 0x809; // of Windows [MS-LCID]: the language a spreadsheet names days and months in
};

} // namespace kiosk::figures
