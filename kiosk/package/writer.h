// The files of a package, written into a folder. Private to engagement/: export.h decides where and when.
#pragma once
#include "figures/account/export_kind.h"
#include "files/written_file.h"
#include "store/signature.h"
#include "store/store.h"
#include "workbook/workbook.h"

namespace kiosk::package {

struct PackageOptions {
    figures::ExportKind kind = figures::ExportKind::whole;
    std::int64_t snapshot = 1;
    figures::Threshold threshold = {};
    std::int64_t house_threshold = 1; // of a look in the house only
    WallTime now;
    std::string today;                                      // "" while the clock is not believed
    figures::Labels const* labels = nullptr;                // without them no workbook is written
    std::filesystem::path workshop;                         // for the workbook's own files while it is made
    std::vector<figures::Release> const* closing = nullptr; // made ready to leave with this package
    store::ExportKey const* key = nullptr;                  // signs it; nothing for what is no whole export
};

// Makes the folder and fills it; every file is on the disk when it returns.
Result<> write_package(store::Store& store, std::filesystem::path const& folder, PackageOptions const& options);

// A name that is one plain part of a path and of a package's name, whatever the kiosk is called.
std::string plain_name(std::string const& name);

} // namespace kiosk::package
