// The report of a fleet: the figures of all its kiosks in the workbook, with a line for each kiosk, partner, country
// and fair, and what is missing or doubtful. Lines follow the labels: visits stay with the name, partner and country
// that they were counted under. Errors begin with the file.
#pragma once
#include "fleet/file/fleet_store.h"
#include "fleet/incoming/remarks.h"
#include "workbook/workbook.h"

namespace kiosk::fleet {

struct FleetReport {
    // Of all kiosks together; its releases are one for the whole fleet, number 0: sums of published cells only, so each
    // is "at least so many". Fairs in the order of their days; the other parts sorted by name, "" where none is known.
    figures::WorkbookData account;
    std::int64_t kiosks = 0; // a kiosk that began a new database counts once
    std::vector<Remark> remarks;
    figures::DisplayNames labels; // the given ones, extended by earlier wordings
};

// Which figures are wanted. Empty: all.
struct ReportChoice {
    std::string first, last; // days; excludes counts of an unknown day
    std::string fair, kiosk; // by name
    bool is_all() const { return first.empty() && last.empty() && fair.empty() && kiosk.empty(); }
};

// With Sums::visits all other figures are zero: enough for the summary after a merge.
Result<FleetReport> read_fleet(FleetStore& store, Sums which = Sums::all, figures::DisplayNames const& labels = {},
                               ReportChoice const& choice = {});

struct ReportOptions {
    std::string title;   // of the fleet
    std::string made_on; // day; may be empty
};

Result<> write_report(FleetReport const& report, std::filesystem::path const& workbook, ReportOptions const& options);

} // namespace kiosk::fleet
