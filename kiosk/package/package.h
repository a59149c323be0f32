// Reads a package that was exported. Before any row is used it is verified: every file of the description is there and
// has its length and SHA-256, and every table has exactly the columns of its schema. Then tables are read row by row.
// Errors begin with the file. Never changes a package.
#pragma once
#include "base/result.h"
#include "figures/account/export_kind.h"
#include "figures/figures.h"
#include "figures/label.h"
#include "figures/machine_log.h"
#include "figures/rows.h"
#include "files/file_writer.h"
#include "package/table_schema.h"
#include "store/signature.h"

#include <filesystem>
#include <functional>

namespace kiosk::package {

// The format that is written. The reader refuses later ones, and accepts format 2, too.
constexpr int kPackageFormat = 3;
constexpr std::int64_t kFormatBeforeLabels = 2;

struct PackageInfo {
    std::int64_t form = kPackageFormat;
    figures::ExportKind kind = figures::ExportKind::whole;
    std::string machine;                 // the kiosk: the number of its database, 16 hexadecimal digits
    std::string kiosk, partner, country; // its last label; the latter two may be empty
    std::int64_t snapshot = 0;           // counts the exports of this database
    std::string created;                 // the day, UTC
    bool clock_trusted = false;          // whether that day is from a trusted clock; not in format 2
    std::string first, last;             // days with counts, "" for none
    std::int64_t threshold = 0;
    std::vector<std::string> content_versions;
};

// Of datapackage.json, [bytes]: ours have 20,000, and a word for each version of the content.
constexpr std::uintmax_t kLargestDescription = 1U << 20U;

// Of each other file, [bytes]: ten years of a busy kiosk have 90 MB in all.
constexpr std::uintmax_t kLargestPackageFile = 1U << 30U;

// Whether previews and internal figures are accepted, which must not be added up.
enum class Accept { whole_only, any_kind };

class Package {
public:
    // Verifies the package in `folder`.
    static Result<Package> open(std::filesystem::path const& folder, ReadFrom from = ReadFrom::cache,
                                Accept accept = Accept::whole_only);

    PackageInfo const& info() const { return info_; }
    // Checked, but a bad signature is no error here: fleet/incoming/provenance.h decides.
    store::PackageSignature const& signature() const { return signature_; }
    std::filesystem::path const& folder() const { return folder_; }
    // By number. A package of format 2 has one, number 0, of which only the name is certain.
    std::vector<figures::Label> const& labels() const { return labels_; }
    // In the order of their keys: day, hour, label, content version, language, measure, item. The views are
    // valid during the call. A callback that returns an error ends the reading with it.
    Result<> each_tally(std::function<Result<>(figures::TallyView const&)> const& take) const;
    Result<std::vector<figures::Release>> releases() const;
    Result<std::vector<figures::DayRow>> days() const;
    Result<std::vector<figures::WordRow>> words() const;
    Result<std::vector<figures::RemarkRow>> remarks() const;
    Result<std::vector<figures::MachineRow>> machine_log() const;

private:
    std::filesystem::path file(TableSchema const& form) const;
    Result<> each_tally_of_format_2(std::function<Result<>(figures::TallyView const&)> const& take) const;
    Result<std::vector<figures::Release>> periods() const;
    Result<std::vector<figures::Label>> read_labels() const;

    PackageInfo info_;
    store::PackageSignature signature_;
    std::vector<figures::Label> labels_;
    std::filesystem::path folder_;
};

} // namespace kiosk::package
