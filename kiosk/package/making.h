// One package while it is made, and the two pages that say what it is. Private to engagement/.
#pragma once
#include "package/form.h"
#include "package/kiosk_account.h"
#include "package/writer.h"

#include <fmt/format.h>

namespace kiosk::package {

// Everything of one package that is not a file's own.
struct Making {
    store::Store& store;
    std::filesystem::path folder;
    PackageOptions const& options;
    KioskAccount account;
    std::vector<figures::Release> releases;
    std::vector<WrittenFile> tables; // in the order of package_tables()
    std::optional<WrittenFile> workbook;

    // What is no whole export says so in the name of every file.
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
std::string description(Making const& making);
// README.txt.
std::string readme(Making const& making);

} // namespace kiosk::package
