// How tests open a store, and how they say a day or an hour in short. Plain functions.
#pragma once
#include "store/store.h"

#include <fmt/format.h>

namespace test {

// Of a kiosk of this name.
inline kiosk::store::StoreOptions called(std::string const& name, std::string const& vfs = "",
                                         kiosk::store::OpenReason opening = kiosk::store::OpenReason::start)
{
    kiosk::store::StoreOptions options;
    options.label.kiosk = name;
    options.vfs = vfs;
    options.opening = opening;
    return options;
}

// "2026-11-23", "2026-11-23T14" or "unknown".
template <typename Row>
std::string time_of(Row const& row)
{
    if (row.day.empty()) return "unknown";
    std::string text(row.day);
    return row.hour < 0 ? text : text + fmt::format("T{:02}", row.hour);
}

// And back.
template <typename Row>
void set_time(Row& row, std::string_view text)
{
    row.day = {};
    row.hour = kiosk::figures::kWholeDay;
    if (text == "unknown") return;
    row.day = text.substr(0, 10);
    if (text.size() == 13) row.hour = (text[11] - '0') * 10 + (text[12] - '0');
}

} // namespace test
