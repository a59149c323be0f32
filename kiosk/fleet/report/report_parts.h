// Used in this room only: what a report reads of the fleet's file, and its groups: by fair, kiosk, partner, country.
// Plain data and pure functions.
#pragma once
#include "figures/account/workbook_data.h"
#include "fleet/file/fleet_store.h"
#include "fleet/incoming/remarks.h"

namespace kiosk::fleet {

// The sums of one label.
struct LabelSums {
    FleetLabel label;
    figures::Figures figures; // by hour at fairs only, since shops have too many rows
    std::vector<figures::Release> releases;
};

// What was read of the file.
struct FleetContents {
    std::vector<LabelSums> labels;
    std::map<std::int64_t, std::size_t> places; // index of a label, by id
    std::map<std::int64_t, std::string> machines;
    std::map<std::int64_t, std::map<std::string, std::string>> open; // hours of a day, by machine's id
    std::vector<KioskHistory> kiosks;
    std::map<std::string, std::size_t> kiosk_of; // index of the kiosk, by machine
};

// The name of the group that a label belongs to; nothing for a label in no group.
using Group = std::function<std::optional<std::string>(figures::LabelText const&)>;

// Sums by group, sorted by name. A label belongs to the group of its own text, so that earlier visits stay with the
// earlier partner.
std::vector<figures::Subtotal> parts(FleetContents const& reading, Group const& group);
// Sums by fair, in the order of their days. A fair is identified by its name and its first day.
std::vector<figures::Subtotal> fairs(FleetContents const& reading);

} // namespace kiosk::fleet
