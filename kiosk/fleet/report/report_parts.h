// Private to fleet/: what a report reads of the fleet's file, and the parts that it makes of it: a fair, a kiosk, a
// partner, a country. Plain data and pure functions.
#pragma once
#include "figures/account/account.h"
#include "fleet/file/fleet_store.h"
#include "fleet/incoming/remarks.h"

namespace kiosk::fleet {

// A label, while its rows go by.
struct LabelSums {
    FleetLabel label;
    figures::Figures figures; // by hour at fairs only: of a shop nobody asks, and they are many
    std::vector<figures::Release> releases;
};

// What is read of the file, put together.
struct Reading {
    std::vector<LabelSums> labels;
    std::map<std::int64_t, std::size_t> places; // of labels, by id
    std::map<std::int64_t, std::string> machines;
    std::map<std::int64_t, std::map<std::string, std::string>> open; // hours of a day, by machine's id
    std::vector<KioskHistory> kiosks;
    std::map<std::string, std::size_t> kiosk_of; // place of the kiosk, by machine
};

// What a label belongs to; those for which it gives nothing are in no part.
using Group = std::function<std::optional<std::string>(figures::LabelText const&)>;

// A label belongs to the part of its own words, so that earlier visits stay with the earlier partner. Sorted by name.
std::vector<figures::Part> parts(Reading const& reading, Group const& group);
// In the order of their days. A fair is its name and its first day.
std::vector<figures::Part> fairs(Reading const& reading);

} // namespace kiosk::fleet
