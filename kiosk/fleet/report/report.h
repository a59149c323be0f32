// The report of a fleet: the figures of all its kiosks in the workbook's form, with a line for each kiosk, partner,
// country and event, and what is missing or doubtful. Lines are by the words of labels: visits stay with the name, the
// partner and the country that held when they were counted. Errors begin with the file.
#pragma once
#include "fleet/file/fleet_store.h"
#include "fleet/incoming/remarks.h"
#include "workbook/workbook.h"

namespace kiosk::fleet {

struct FleetReport {
    // Of all kiosks together; its releases are one for the whole fleet, number 0: sums of published cells only, so each
    // is "at least so many". Fairs in the order of their days; the other parts sorted by name, "" where none is known.
    figures::Account account;
    std::int64_t kiosks = 0; // machines; one that began a new database is one
    std::vector<Remark> remarks;
    figures::Labels labels; // those it was made with, and earlier wordings
};

// What is wanted of a fleet. Empty: all of it.
struct ReportChoice {
    std::string first, last; // days; counts of an unknown day are in none
    std::string fair, kiosk; // by name
    bool is_all() const { return first.empty() && last.empty() && fair.empty() && kiosk.empty(); }
};

// Of visits alone the rest of its figures is zero: enough for what a merge says.
Result<FleetReport> read_fleet(FleetStore& store, Sums which = Sums::all, figures::Labels const& labels = {},
                               ReportChoice const& choice = {});

struct ReportOptions {
    std::string title;   // of the fleet
    std::string made_on; // day; may be empty
};

Result<> write_report(FleetReport const& report, std::filesystem::path const& workbook, ReportOptions const& options);

} // namespace kiosk::fleet
