// A package that was exported, read back: verified to the byte before a row of it is believed (every file that the
// description names is there, has its length and its SHA-256, and holds exactly the columns of this schema), then read
// row by row. Errors begin with the file, and say what is wrong and what to do. Reads only; never changes a package.
#pragma once
#include "base/result.h"
#include "engagement/figures.h"
#include "engagement/machine_log.h"
#include "engagement/written_file.h"

#include <filesystem>
#include <functional>

namespace kiosk::engagement {

// Of the package's form; a reader refuses one that is later than its own.
constexpr int kPackageSchema = 2;

struct PackageInfo {
    std::string kiosk, partner, country; // the latter two may be empty
    std::string epoch;                   // of the database, 16 hexadecimal digits
    std::int64_t snapshot = 0;           // the how manieth export of this database
    std::string created;                 // RFC 3339; the day alone counts
    std::string first, last;             // days with counts, "" for none
    std::int64_t threshold = 0;
    std::vector<std::string> content_versions;
};

class Package {
public:
    // Verifies all of it. `folder` is what the export made.
    static Result<Package> open(std::filesystem::path const& folder, ReadFrom from = ReadFrom::cache);

    PackageInfo const& info() const { return info_; }
    std::filesystem::path const& folder() const { return folder_; }
    // In the order of their keys: bucket, content version, language, measure, item. The views live for one call. A
    // callback that returns an error ends the reading with it.
    Result<> each_tally(std::function<Result<>(TallyView const&)> const& take) const;
    Result<std::vector<Release>> releases() const;
    Result<std::vector<MachineRow>> machine_log() const;

private:
    PackageInfo info_;
    std::filesystem::path folder_;
};

} // namespace kiosk::engagement
