// The workbook: the figures as one .xlsx that a person opens and understands: a summary, the course of time, fairs side
// by side, one sheet a question, a sheet for tables of one's own, notes on what is counted and how to read it, in the
// staff's language. Of one kiosk or of a whole fleet. Its words come from the caller (this room knows no content).
// Written to a path by libxlsxwriter and read back, since the library does not notice when its own files meet a full
// disk; the caller syncs and names it. The same figures give the same bytes. Errors begin with the path; after one
// nothing is left there.
#pragma once
#include "base/result.h"
#include "figures/account/account.h"
#include "figures/account/export_kind.h"
#include "figures/account/names.h"

#include <filesystem>

namespace kiosk::workbook {

struct WorkbookOptions {
    std::string title;   // the kiosk's name, or the fleet's
    std::string made_on; // day, "2026-11-24"; "" where the clock is not believed
    std::int64_t threshold = 10;
    std::string temporary_folder; // for libxlsxwriter's own files; "" or unusable: the system's
    figures::ExportKind kind = figures::ExportKind::whole; // what is none says so on every sheet
    std::string source;               // "3f2a… 12": number of the kiosk and of its export; "" for a fleet
    std::vector<std::string> remarks; // gaps, clock faults, missing days: shown as they are on the notes sheet
};

Result<> write_workbook(std::filesystem::path const& path, figures::Account const& account,
                        figures::Labels const& labels, WorkbookOptions const& options);

} // namespace kiosk::workbook
