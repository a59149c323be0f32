// A package that was exported, read back: verified to the byte before a row of it is believed (every file that the
// description names is there, has its length and its SHA-256, and holds exactly the columns of this schema), then read
// row by row. Errors begin with the file, and say what is wrong and what to do. Reads only; never changes a package.
#pragma once
#include "base/result.h"
#include "figures/account/export_kind.h"
#include "figures/figures.h"
#include "figures/label.h"
#include "figures/machine_log.h"
#include "figures/rows.h"
#include "files/written_file.h"
#include "package/form.h"
#include "store/signature.h"

#include <filesystem>
#include <functional>

namespace kiosk::package {

// Of the package's form; a reader refuses one that is later than its own, and reads form 2 as well.
constexpr int kPackageSchema = 3;
constexpr std::int64_t kFormBeforeLabels = 2;

struct PackageInfo {
    std::int64_t form = kPackageSchema;
    figures::ExportKind kind = figures::ExportKind::whole;
    std::string machine;                 // the kiosk: the number of its database, 16 hexadecimal digits
    std::string kiosk, partner, country; // as it was called last; the latter two may be empty
    std::int64_t snapshot = 0;           // the how manieth export of this database
    std::string created;                 // the day, UTC
    bool clock_trusted = false;          // whether that day is believed; form 2 does not say
    std::string first, last;             // days with counts, "" for none
    std::int64_t threshold = 0;
    std::vector<std::string> content_versions;
};

// Of datapackage.json, [bytes]: ours have 20,000, and a word for each version of the content.
constexpr std::uintmax_t kLargestDescription = 1U << 20U;

// Of each other file, [bytes]: ten years of a busy kiosk have 90 MB in all.
constexpr std::uintmax_t kLargestFile = 1U << 30U;

// Which packages are taken. Previews and looks in the house are nothing to be added up.
enum class Accept { whole_only, any_kind };

class Package {
public:
    // Verifies all of it. `folder` is what the export made.
    static Result<Package> open(std::filesystem::path const& folder, ReadFrom from = ReadFrom::cache,
                                Accept accept = Accept::whole_only);

    PackageInfo const& info() const { return info_; }
    // Whose key its description is signed by; a bad signature refuses nothing here.
    store::PackageSignature const& signature() const { return signature_; }
    std::filesystem::path const& folder() const { return folder_; }
    // By number. A package of form 2 has one, number 0, whose name alone is sure.
    std::vector<figures::Label> const& labels() const { return labels_; }
    // In the order of their keys: day, hour, label, content version, language, measure, item. The views live for one
    // call. A callback that returns an error ends the reading with it.
    Result<> each_tally(std::function<Result<>(figures::TallyView const&)> const& take) const;
    Result<std::vector<figures::Release>> releases() const;
    Result<std::vector<figures::DayRow>> days() const;
    Result<std::vector<figures::WordRow>> words() const;
    Result<std::vector<figures::RemarkRow>> remarks() const;
    Result<std::vector<figures::MachineRow>> machine_log() const;

private:
    std::filesystem::path file(TableForm const& form) const;
    Result<> each_tally_of_form_2(std::function<Result<>(figures::TallyView const&)> const& take) const;
    Result<std::vector<figures::Release>> periods() const;
    Result<std::vector<figures::Label>> read_labels() const;

    PackageInfo info_;
    store::PackageSignature signature_;
    std::vector<figures::Label> labels_;
    std::filesystem::path folder_;
};

} // namespace kiosk::package
