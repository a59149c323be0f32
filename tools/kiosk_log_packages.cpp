// Finds packages below the paths that were given: sticks, folders of a month.
#include "files/files.h"
#include "files/readable_file.h"
#include "fleet/incoming/machine_figures.h"
#include "package/seal.h"
#include "package/table_schema.h"
#include "tools/kiosk_log_common.h"

#include <fmt/format.h>

namespace kiosk::tools {

namespace {

namespace fs = std::filesystem;

// How deep folders are searched: a stick, a year or a partner, a month, a package.
constexpr int kDeepest = 3;
// The part at the end of a zip that holds the names of its files, [bytes].
constexpr std::uintmax_t kZipEnd = 256U << 10U;

bool is_package(fs::path const& path)
{
    std::error_code ignored;
    return fs::exists(path / package::kDescriptionFile, ignored);
}

// The first `most` bytes of a file, or the last ones.
std::string part_of(fs::path const& file, std::uintmax_t most, bool from_end)
{
    auto readable = ReadableFile::open(file);
    if (!readable) return {};
    auto const size = readable.value().size();
    std::string bytes(static_cast<std::size_t>(std::min(size, most)), '\0');
    if (from_end && size > most) {
        std::string skipped(1U << 20U, '\0');
        for (auto left = size - most; left > 0;) {
            auto const count = readable.value().read(
                skipped.data(), static_cast<std::size_t>(std::min<std::uintmax_t>(left, skipped.size())));
            if (!count || count.value() == 0) return {};
            left -= count.value();
        }
    }
    auto const count = readable.value().read(bytes.data(), bytes.size());
    bytes.resize(count ? count.value() : 0);
    return bytes;
}

bool is_zip(fs::path const& file) { return file.extension() == ".zip" || file.extension() == ".ZIP"; }

bool is_zipped_package(fs::path const& file)
{
    return is_zip(file) && part_of(file, kZipEnd, true).find(package::kDescriptionFile) != std::string::npos;
}

Error sealed(fs::path const& file)
{
    return {file.string(), "is sealed", "kiosk-log open it first, with the secret key"};
}

Error zipped(fs::path const& file)
{
    return {file.string(), "is packed as a zip", "unpack it first, and give the folder"};
}

// What was found, and what of it nobody can use.
struct Found {
    std::vector<fs::path> packages;
    std::vector<Error> faults;
};

// Folders of operating systems, such as the trash.
bool is_hidden(fs::path const& path)
{
    auto const name = path.filename().string();
    return name.starts_with('.') || name.starts_with('$');
}

void look_into(fs::path const& folder, int depth, Found& found)
{
    std::error_code code;
    if (fs::directory_iterator const readable(folder, code); code) {
        found.faults.push_back({folder.string(), "cannot be looked into: " + code.message(),
                                "whoever runs this needs the right to read it; root has none in the kiosk's folders"});
        return;
    }
    for (auto const& inner : list_folder(folder)) {
        std::error_code ignored;
        // A link leads out of what was given, and may lead round for ever.
        if (is_hidden(inner) || (fs::is_symlink(inner, ignored) && fs::is_directory(inner, ignored))) continue;
        if (is_package(inner))
            found.packages.push_back(inner);
        else if (package::is_sealed(inner))
            found.faults.push_back(sealed(inner));
        else if (fs::is_directory(inner, ignored) && depth < kDeepest)
            look_into(inner, depth + 1, found);
        else if (is_zipped_package(inner))
            found.faults.push_back(zipped(inner));
    }
}

void look_at(fs::path const& path, Found& found)
{
    std::error_code ignored;
    if (is_package(path)) {
        found.packages.push_back(path);
        return;
    }
    if (!fs::exists(path, ignored)) {
        found.faults.push_back({path.string(), "is not there", "check the path, and the stick"});
        return;
    }
    if (fs::is_directory(path, ignored)) {
        auto const before = found.packages.size() + found.faults.size();
        look_into(path, 1, found);
        if (found.packages.size() + found.faults.size() == before)
            found.faults.push_back({path.string(), "holds no package of a kiosk",
                                    "give a folder as kiosk-log export made it, or one that holds some"});
        return;
    }
    if (auto const readable = ReadableFile::open(path); !readable)
        found.faults.push_back(readable.error());
    else if (package::is_sealed(path))
        found.faults.push_back(sealed(path));
    else if (is_zip(path))
        found.faults.push_back(zipped(path));
    else
        found.faults.push_back(
            {path.string(), "is a file, not a package", "give the folder that kiosk-log export made"});
}

} // namespace

Result<OpenedPackages> open_packages(std::vector<std::string> const& paths, BadPackages bad, std::string const& today)
{
    Found found;
    for (fs::path const path : paths) look_at(path, found);
    OpenedPackages opened;
    auto& packages = opened.good;
    for (auto const& folder : found.packages) {
        auto package = package::Package::open(folder);
        if (package)
            packages.push_back(package.take());
        else
            found.faults.push_back(package.error());
    }
    // Where all are good so far, their rows are read once, by whoever takes them.
    if (found.faults.empty() && bad == BadPackages::none_is_taken) return opened;
    auto const given = packages.size() + found.faults.size();
    std::erase_if(packages, [&](package::Package const& package) {
        auto const checked = fleet::check_rows(package, today);
        if (!checked) found.faults.push_back(checked.error());
        return !checked;
    });
    for (auto const& fault : found.faults) fail(fault);
    opened.left_out = found.faults.size();
    auto const how_many = fmt::format("{} of {} packages", opened.left_out, given);
    if (packages.empty())
        return Error{how_many, "cannot be used; nothing was taken", "see to those that are named above"};
    if (bad == BadPackages::left_out) return opened;
    return Error{how_many, "cannot be used; nothing was taken",
                 "all are taken or none: give the others without those that are named above, or --without-bad"};
}

} // namespace kiosk::tools
