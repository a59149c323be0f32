// The report of a fleet: the figures of all its kiosks in the workbook's form, with a line for each kiosk, partner,
// country and event, and what is missing or doubtful. Lines are by the words of labels: visits stay with the name, the
// partner and the country that held when they were counted. Errors begin with the file.
#pragma once
#include "engagement/workbook.h"
#include "fleet/fleet_store.h"
#include "fleet/remarks.h"

namespace kiosk::fleet {

struct FleetReport {
    engagement::Figures figures; // of all kiosks together
    // One for the whole fleet: sums of published cells only, so each is "at least so many". Number 0.
    std::vector<engagement::Release> reporting;
    std::int64_t kiosks = 0; // machines; one that began a new database is one
    // Sorted by name; "" where none is known. Events are of fairs only: the name, and its first day.
    std::vector<engagement::FleetLine> by_kiosk, by_partner, by_country, by_event;
    std::vector<Remark> remarks;
};

// Of visits alone the rest of its figures is zero: enough for what a merge says.
Result<FleetReport> read_fleet(FleetStore& store, Sums which = Sums::all);

struct ReportOptions {
    std::string title;   // of the fleet
    std::string made_on; // day; may be empty
};

Result<> write_report(FleetReport const& report, std::filesystem::path const& workbook,
                      engagement::Labels const& labels, ReportOptions const& options);

} // namespace kiosk::fleet
