// Export: the figures as a Frictionless Data Package (specs.frictionlessdata.io): CSV files, their description in
// datapackage.json with the SHA-256 of each, a workbook for people, and a page that says what it is. Open measures
// leave as they are; reporting and support leave by closed periods only, masked (release.h, suppression.h). Written
// beside its name, synced, read back and compared, and only then named; only then are periods closed by it. Whoever
// finds a package finds it whole, and pulling the stick at any moment leaves the store and earlier packages as they
// were. Errors begin with the path that could not be read or written.
#pragma once
#include "figures/account/export_kind.h"
#include "store/release.h"
#include "workbook/workbook.h"

namespace kiosk::package {

struct ExportOptions {
    figures::ExportKind kind = figures::ExportKind::whole;
    figures::Threshold threshold = {};
    std::int64_t house_threshold = 1; // of a look in the house only
    WallTime now;
    WallTime built;                          // when this program was made ready: clocks before it are not believed
    Instant instant;                         // since the start, for the machine log
    std::optional<Zone> zone;                // of the day; nothing: that of the label
    figures::Labels const* labels = nullptr; // words for the workbook; without them there is none
    std::string public_key;                  // of the NGO, "age1…": one sealed file instead of a folder; "" for none
    std::filesystem::path workshop; // where a package is made before it is sealed, and the workbook's own files: a
                                    // folder in memory, since what was on a disk can be found there
};

struct Exported {
    std::filesystem::path path;        // the folder, or the sealed file
    std::int64_t snapshot = 0;         // the how manieth of this database; 0 for what is no whole export
    std::vector<store::Period> closed; // by this export
    bool clock_trusted = true;         // if not, no period was closed
};

Result<Exported> export_package(store::Store& store, std::filesystem::path const& out, ExportOptions const& options);

// What a whole export would close now; none while the clock is not believed.
Result<std::vector<store::Period>> would_close(store::Store& store, ExportOptions const& options);

// Tallies are kept so long after their day, and until an export has taken them along (CNIL: 25 months at most).
constexpr int kKeptMonths = 25;
// Removes what is older and was exported since. Returns how many rows went.
Result<std::int64_t> retire(store::Store& store, std::string const& today);

// The figures for a person, as text: open measures, and the last release.
Result<std::string> summary(store::Store& store);

} // namespace kiosk::package
