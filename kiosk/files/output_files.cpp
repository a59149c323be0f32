#include "files/output_files.h"

#include <algorithm>
#include <compare>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>
#include <set>
#include <sys/stat.h>

namespace kiosk {

namespace {

namespace fs = std::filesystem;

struct FileIdentity {
    dev_t device = 0;
    ino_t number = 0;
    auto operator<=>(FileIdentity const&) const = default;
};

// A file that is there; or what would become one: a name within a folder.
struct OutputKey {
    FileIdentity identity;
    std::string name; // "" for what is there
    auto operator<=>(OutputKey const&) const = default;
};

enum class Through { links, no_links };

std::optional<struct stat> status_of(fs::path const& path, Through through)
{
    struct stat status {};
    auto const code = through == Through::links ? ::stat(path.c_str(), &status) : ::lstat(path.c_str(), &status);
    return code == 0 ? std::optional(status) : std::nullopt;
}

std::optional<FileIdentity> identity_of(fs::path const& path)
{
    auto const status = status_of(path, Through::links);
    return status ? std::optional(FileIdentity{status->st_dev, status->st_ino}) : std::nullopt;
}

fs::path folder_above(fs::path const& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

// Nothing where not even its folder is there.
std::optional<OutputKey> output_key(fs::path const& path)
{
    if (auto const file = identity_of(path)) return OutputKey{*file, ""};
    auto const folder = identity_of(folder_above(path));
    return folder ? std::optional(OutputKey{*folder, path.filename().string()}) : std::nullopt;
}

enum class Itself { counts, does_not };

// Of a file or a folder that is there, or would be made.
bool lies_in(fs::path const& inner, fs::path const& folder, Itself itself)
{
    std::error_code code;
    if (!fs::is_directory(folder, code)) return false;
    auto const sought = identity_of(folder);
    auto place = fs::weakly_canonical(fs::absolute(inner, code), code);
    if (itself == Itself::does_not) place = place.parent_path();
    for (; !code; place = place.parent_path()) {
        if (identity_of(place) == sought) return true;
        if (place == place.parent_path()) return false;
    }
    return false;
}

std::string_view words_for(mode_t mode)
{
    if (S_ISREG(mode)) return "a file";
    if (S_ISLNK(mode)) return "a link";
    if (S_ISDIR(mode)) return "a folder";
    if (S_ISFIFO(mode)) return "a pipe";
    if (S_ISSOCK(mode)) return "a socket";
    return "a device";
}

Result<> check_output(fs::path const& output, std::vector<fs::path> const& inputs)
{
    constexpr char const* kOther = "choose another name";
    if (output.empty()) return Error{"", "no name is given for a file that is to be written", "give it one"};
    if (!output.has_filename() || output.filename() == "." || output.filename() == "..")
        return Error{output.string(), "is a folder, not a file", "give the file's name, too"};
    auto const status = status_of(output, Through::no_links);
    if (status && !S_ISREG(status->st_mode))
        return Error{output.string(),
                     fmt::format("is {} already, and nothing is written over it", words_for(status->st_mode)), kOther};
    for (auto const& input : inputs) {
        if (input.empty()) continue;
        if (auto const place = output_key(output); place && place == output_key(input))
            return Error{output.string(), "is what is read, and nothing is written over it", kOther};
        if (status && lies_in(output, input, Itself::does_not))
            return Error{output.string(),
                         fmt::format("is a file of {}, which is read, and nothing is written over it", input.string()),
                         kOther};
    }
    return success();
}

} // namespace

Result<> check_outputs(std::vector<fs::path> const& outputs, std::vector<fs::path> const& inputs)
{
    std::set<OutputKey> places;
    for (auto const& output : outputs) {
        KIOSK_TRY(check_output(output, inputs));
        auto place = output_key(output);
        if (place && !places.insert(std::move(*place)).second)
            return Error{output.string(), "is to be written twice", "give two names"};
    }
    return success();
}

Result<> check_output_folder(fs::path const& folder, std::vector<fs::path> const& inputs)
{
    if (folder.empty()) return Error{"", "no name is given for a folder that is to be written", "give it one"};
    // A link that leads nowhere is there, too.
    auto status = status_of(folder, Through::links);
    if (!status) status = status_of(folder, Through::no_links);
    if (status && !S_ISDIR(status->st_mode))
        return Error{folder.string(), fmt::format("is {}, not a folder", words_for(status->st_mode)),
                     "choose another name"};
    for (auto const& input : inputs)
        if (!input.empty() && lies_in(folder, input, Itself::counts))
            return Error{folder.string(),
                         fmt::format("lies in {}, which is read, and nothing is made there", input.string()),
                         "choose another folder"};
    return success();
}

Result<> check_ending(fs::path const& output, std::vector<std::string_view> const& endings)
{
    auto const ending = output.extension().string();
    if (std::find(endings.begin(), endings.end(), ending) != endings.end()) return success();
    return Error{output.string(), "would be a file that no program opens by its name",
                 fmt::format("let it end with {}", fmt::join(endings, " or "))};
}

} // namespace kiosk
