#include "base/output_files.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>
#include <sys/stat.h>

namespace kiosk {

namespace {

namespace fs = std::filesystem;

struct FileIdentity {
    dev_t device = 0;
    ino_t number = 0;
    bool operator==(FileIdentity const&) const = default;
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

// One file, or what would become one: a name within one folder.
bool are_one(fs::path const& one, fs::path const& other)
{
    auto const first = identity_of(one);
    if (first) return first == identity_of(other);
    auto const folder = identity_of(folder_above(one));
    return one.filename() == other.filename() && folder && folder == identity_of(folder_above(other));
}

// Of a file that is there.
bool lies_in(fs::path const& file, fs::path const& folder)
{
    std::error_code code;
    if (!fs::is_directory(folder, code)) return false;
    auto const sought = identity_of(folder);
    for (auto place = fs::canonical(file, code).parent_path(); !code; place = place.parent_path()) {
        if (identity_of(place) == sought) return true;
        if (place == place.parent_path()) return false;
    }
    return false;
}

std::string_view words_for(mode_t mode)
{
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
        if (are_one(output, input))
            return Error{output.string(), "is what is read, and nothing is written over it", kOther};
        if (status && lies_in(output, input))
            return Error{output.string(),
                         fmt::format("is a file of {}, which is read, and nothing is written over it", input.string()),
                         kOther};
    }
    return success();
}

} // namespace

Result<> check_outputs(std::vector<fs::path> const& outputs, std::vector<fs::path> const& inputs)
{
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        KIOSK_TRY(check_output(outputs[i], inputs));
        for (std::size_t j = 0; j < i; ++j)
            if (are_one(outputs[i], outputs[j]))
                return Error{outputs[i].string(), "is to be written twice", "give two names"};
    }
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
