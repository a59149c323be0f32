// Export: the figures as a Frictionless Data Package (specs.frictionlessdata.io): CSV files, their description in
// datapackage.json with the SHA-256 of each, a workbook for people, and a README. Open measures leave as they are;
// reporting and support leave by closed periods only, masked (store/release.h, figures/suppression.h). Written under
// another name, synced, read back and compared, and only then renamed; only then are periods closed. So a package is
// complete or has no package's name, and pulling the stick at any moment leaves the store and earlier packages as they
// were. Errors begin with the path that could not be read or written.
#pragma once
#include "figures/account/export_kind.h"
#include "store/release.h"
#include "workbook/workbook.h"

namespace kiosk::package {

struct ExportOptions {
    figures::ExportKind kind = figures::ExportKind::whole;
    figures::Threshold threshold = {};
    std::int64_t internal_threshold = 1; // of ExportKind::house only
    WallTime now;
    WallTime built;                                // the release of this program: earlier clocks are not trusted
    Instant instant;                               // since the start, for the machine log
    std::optional<Zone> zone;                      // of the day; nothing: that of the label
    figures::DisplayNames const* labels = nullptr; // words for the workbook; null: no workbook
    std::string public_key; // of the NGO, "age1…": one sealed file instead of a folder; "" for none
    // Where a package is made before it is sealed, and for the library's temporary files: a folder in memory
    // (files/memory_folder.h), since removed files can be recovered from a disk.
    std::filesystem::path scratch_folder;
};

struct ExportResult {
    std::filesystem::path path;        // the folder, or the sealed file
    std::int64_t snapshot = 0;         // counts the exports of this database; 0 unless it is a whole one
    std::vector<store::Period> closed; // by this export
    bool clock_trusted = true;         // if not, no period was closed
};

Result<ExportResult> export_package(store::Store& store, std::filesystem::path const& out,
                                    ExportOptions const& options);

// The periods that a whole export would close now; none while the clock is not trusted.
Result<std::vector<store::Period>> periods_to_close(store::Store& store, ExportOptions const& options);

// How long tallies are kept after their day (CNIL: 25 months at most); longer until they were exported.
constexpr int kRetentionMonths = 25;
// Removes older rows that were exported. Returns the number of rows removed.
Result<std::int64_t> remove_expired(store::Store& store, std::string const& today);

// The figures for a person, as text: open measures, and the last release.
Result<std::string> summary(store::Store& store);

} // namespace kiosk::package
