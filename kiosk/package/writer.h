// Writes the files of a package into a folder. Used in this room only: export.h decides where and when.
#pragma once
#include "figures/account/export_kind.h"
#include "files/file_writer.h"
#include "store/signature.h"
#include "store/store.h"
#include "workbook/workbook.h"

namespace kiosk::package {

struct PackageOptions {
    figures::ExportKind kind = figures::ExportKind::whole;
    std::int64_t snapshot = 1;
    figures::Threshold threshold = {};
    std::int64_t internal_threshold = 1; // of ExportKind::house only
    WallTime now;
    std::string today;                                      // "" while the clock is not trusted
    figures::DisplayNames const* labels = nullptr;          // null: no workbook is written
    std::filesystem::path scratch_folder;                   // for the workbook's own files while it is made
    std::vector<figures::Release> const* closing = nullptr; // releases that leave with this package
    store::ExportKey const* key = nullptr;                  // signs it; null unless it is a whole export
};

// Makes the folder and fills it; every file is on the disk when it returns.
Result<> write_package(store::Store& store, std::filesystem::path const& folder, PackageOptions const& options);

// The kiosk's name with every character replaced that does not belong into a file's name.
std::string file_name_for(std::string const& name);

} // namespace kiosk::package
