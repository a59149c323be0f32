// A package while it is written, and its two descriptions: datapackage.json and README.txt. Used in this room only.
#pragma once
#include "package/kiosk_workbook_data.h"
#include "package/table_schema.h"
#include "package/writer.h"

#include <fmt/format.h>

namespace kiosk::package {

// What the writers of the package's files share.
struct PackageDraft {
    store::Store& store;
    std::filesystem::path folder;
    PackageOptions const& options;
    KioskWorkbookData account;
    std::vector<figures::Release> releases;
    std::vector<FileDigest> tables; // in the order of package_tables()
    std::optional<FileDigest> workbook;

    // The file's name, prefixed with the kind unless it is a whole export.
    std::string file_name(std::string_view file) const
    {
        auto const kind = figures::name(options.kind);
        return kind.empty() ? std::string(file) : fmt::format("{}-{}", kind, file);
    }
    figures::Label const* label(std::int64_t number) const
    {
        for (auto const& one : account.names())
            if (one.number == number) return &one;
        return nullptr;
    }
};

// datapackage.json, once all tables are written.
std::string description(PackageDraft const& making);
// README.txt.
std::string readme(PackageDraft const& making);

} // namespace kiosk::package
