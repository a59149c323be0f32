// The workbook: the figures as one .xlsx for people: a summary, the course of time, fairs side by side, a sheet for
// each question, rows for pivot tables, and notes on what is counted and how to read it, in the staff's language. For
// one kiosk or a fleet. Its words come from the caller. Written by libxlsxwriter and read back, since the library does
// not report a full disk; the caller syncs and renames it. The same figures give the same bytes. Errors begin with the
// path; after one there is no file.
#pragma once
#include "base/result.h"
#include "figures/account/display_names.h"
#include "figures/account/export_kind.h"
#include "figures/account/workbook_data.h"

#include <filesystem>

namespace kiosk::workbook {

struct WorkbookOptions {
    std::string title;   // the kiosk's name, or the fleet's
    std::string made_on; // day, "2026-11-24"; "" where the clock is not trusted
    std::int64_t threshold = 10;
    std::string temporary_folder; // for libxlsxwriter's own files; "" or unusable: the system's
    figures::ExportKind kind = figures::ExportKind::whole; // any other is marked on every sheet
    std::string source;               // "3f2a… 12": number of the kiosk and of its export; "" for a fleet
    std::vector<std::string> remarks; // gaps, clock faults, missing days: shown as they are on the notes sheet
};

Result<> write_workbook(std::filesystem::path const& path, figures::WorkbookData const& account,
                        figures::DisplayNames const& labels, WorkbookOptions const& options);

} // namespace kiosk::workbook
