// Export: the figures as a Frictionless Tabular Data Package (specs.frictionlessdata.io): CSV files, their description
// in datapackage.json, the dictionary of measures, and a page that says what it is. Reads the store, changes nothing in
// it. Counts of guarded measures below the threshold k are left out, zeros with them: a row that is missing stands for
// anything from 0 to k - 1. Secondary suppression, which also guards sums against subtraction, is not done yet: the
// package holds no sums over guarded measures, and the summary, which does, is for the house and says so. Errors begin
// with the path that could not be read or written.
#pragma once
#include "engagement/store.h"

namespace kiosk::engagement {

constexpr std::int64_t kThreshold = 10; // counts below it stay here (UK LLC, ONS: 10)

struct ExportOptions {
    std::int64_t threshold = kThreshold;
    WallTime now;
};

// The rows that may leave: open ones as they are, guarded ones from the threshold on.
std::vector<TallyRow> publishable(std::vector<TallyRow> const& rows, std::int64_t threshold);

// Writes a folder below `out`, whole or not at all; returns its path.
Result<std::filesystem::path> export_package(Store& store, std::filesystem::path const& out,
                                             ExportOptions const& options);

// The figures for a person, as text.
Result<std::string> summary(Store& store, ExportOptions const& options);

// One row of RFC 4180, with a line feed.
std::string csv_row(std::vector<std::string> const& cells);

} // namespace kiosk::engagement
