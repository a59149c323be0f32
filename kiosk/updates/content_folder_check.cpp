#include "updates/content_folder_check.h"
#include "base/utf8.h"
#include "content/check/check.h"
#include "content/keys/language.h"
#include "content/read/read.h"
#include "files/files.h"
#include "updates/archive_writing.h"
#include "updates/limits.h"
#include "updates/manifest.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace kiosk::updates {

namespace {

void append(Problems& problems, Problems more)
{
    problems.insert(problems.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// Whether there is a misnamed file for a picture: "plage.jpg" or "Plage.PNG" for "plage". The name has its own Problem.
bool has_like(std::vector<std::filesystem::path> const& files, std::string const& name)
{
    return std::any_of(files.begin(), files.end(), [&](std::filesystem::path const& file) {
        auto const own = file.filename().string();
        return !is_safe_path("pictures/" + own) && small_letters(own).starts_with(small_letters(name) + ".");
    });
}

// Whether the advice of a Problem is to rename this file: then its name needs no other Problem.
bool is_named(Problems const& problems, std::filesystem::path const& file)
{
    auto const name = fmt::format("there is '{}'", file.filename().string());
    return std::any_of(problems.begin(), problems.end(), [&](Problem const& problem) {
        return problem.suggestion.starts_with(name) &&
               std::filesystem::path(problem.place.file).parent_path().filename() == file.parent_path().filename();
    });
}

bool has_file(std::filesystem::path const& folder, std::string const& name)
{
    std::error_code ignored;
    return std::filesystem::is_regular_file(folder / name, ignored);
}

// The files and pictures that were asked for; the others are unused.
struct UsedFiles {
    std::set<std::string> files;    // below the content folder
    std::set<std::string> pictures; // names
};

class RecordingFiles final : public content::ContentFiles {
public:
    RecordingFiles(std::filesystem::path const& folder, UsedFiles& seen) : files_(folder), seen_(seen) {}

    std::optional<toml::Value> toml(std::filesystem::path const& relative, std::string const& shown,
                                    Problems& problems) const override
    {
        seen_.files.insert(relative.generic_string());
        return files_.toml(relative, shown, problems);
    }
    std::vector<std::string> list(std::filesystem::path const& relative) const override
    {
        return files_.list(relative);
    }

private:
    content::ContentFolder files_;
    UsedFiles& seen_;
};

bool is_reported(Problems const& problems, std::string const& file)
{
    return std::any_of(problems.begin(), problems.end(), [&](Problem const& problem) {
        return file == problem.place.file || file.starts_with(problem.place.file + "/");
    });
}

// Whether a file has the words of a language that is not offered, which has a Problem of its own.
bool is_of_other_language(UsedFiles const& seen, content::Content const& content, std::filesystem::path const& path)
{
    auto const& languages = content.languages;
    auto const language = path.stem().string();
    return content::is_language(language) &&
           std::find(languages.begin(), languages.end(), language) == languages.end() &&
           seen.files.contains((path.parent_path() / (languages.front() + ".toml")).generic_string());
}

// Warns of files that nothing uses. Only where the content has no error: a fault elsewhere may be why.
Problems diagnose_unused(UsedFiles const& seen, content::Content const& content,
                         std::vector<ArchivedFile> const& listed, std::string const& root, Problems const& reported)
{
    Problems problems;
    if (count(reported, Severity::error) > 0 || content.languages.empty()) return problems;
    for (auto const& file : listed) {
        auto const shown = root + "/" + file.path;
        std::filesystem::path const path(file.path);
        bool const used = path.extension() == ".png"
                              ? path.parent_path() == "pictures" && seen.pictures.contains(path.stem().string())
                              : seen.files.contains(file.path);
        if (used || is_reported(reported, shown) || is_of_other_language(seen, content, path)) continue;
        problems.push_back({Severity::warning,
                            {shown},
                            path.extension() == ".png" ? "no page and no slide shows this picture"
                                                       : "nothing in the content reads this file",
                            "name it where it is to be shown, or take it away"});
    }
    return problems;
}

// Checks the pictures in the content folder.
Problems check_pictures(std::filesystem::path const& folder, ContentCheckOptions const& options)
{
    Problems problems;
    for (auto const& path : list_folder(folder)) {
        std::error_code unknown;
        // list_content() reports these names and sizes.
        bool const reported =
            path.extension() != ".png" || std::filesystem::file_size(path, unknown) > kMostPictureBytes;
        if (is_system_file(path) || reported) continue;
        for (auto const& own : options.pictures)
            if (has_file(own, path.filename().string()))
                problems.push_back(
                    {Severity::warning,
                     {path.string()},
                     "has the name of one of the kiosk's own pictures, and is shown in its place everywhere",
                     "give it another name, or make sure that every alt text still says what is seen"});
        if (options.check_picture) append(problems, options.check_picture(path));
    }
    return problems;
}

} // namespace

bool CheckedContent::may_be_shown() const { return count(problems, Severity::error) == 0 && content.usable(); }

std::string CheckedContent::first(Severity severity) const
{
    auto const found = std::find_if(problems.begin(), problems.end(),
                                    [&](Problem const& problem) { return problem.severity == severity; });
    return found == problems.end() ? "" : found->line();
}

CheckedContent check_content_folder(std::filesystem::path const& folder, ContentCheckOptions const& options)
{
    if (auto fault = content::content_folder_problem(folder)) return {{}, {std::move(*fault)}};
    auto const own = folder / "pictures";
    UsedFiles seen;
    for (auto const& place : options.pictures) // the screens themselves show some of these
        for (auto const& path : list_folder(place)) seen.pictures.insert(path.stem().string());
    auto const own_files = list_folder(own);
    auto const exists = [&](std::string const& name) {
        seen.pictures.insert(name);
        auto const file = name + ".png";
        return has_file(own, file) || has_like(own_files, name) ||
               std::any_of(options.pictures.begin(), options.pictures.end(),
                           [&](auto const& place) { return has_file(place, file); });
    };
    auto const root = (folder.has_filename() ? folder : folder.parent_path()).filename().string();
    auto read = content::read_content(RecordingFiles(folder, seen), root, {options.has_letter});
    CheckedContent judged{std::move(read.content), std::move(read.problems)};
    append(judged.problems, content::check_content(judged.content, {exists, options.today}));
    // A missing version is reported by read_content().
    if (!judged.content.version.empty() && !is_version_text(judged.content.version))
        judged.problems.push_back({Severity::error, judged.content.version_place,
                                   "'version' is no text that a pack can hold",
                                   "letters, digits, dots and hyphens; 32 at most"});
    append(judged.problems, check_pictures(own, options));
    auto listing = list_content(folder);
    std::erase_if(listing.faults, [&](Problem const& fault) { return is_named(judged.problems, fault.place.file); });
    append(judged.problems, std::move(listing.faults));
    append(judged.problems, diagnose_unused(seen, judged.content, listing.files, root, judged.problems));
    std::stable_sort(judged.problems.begin(), judged.problems.end(),
                     [](Problem const& one, Problem const& other) { return one.severity > other.severity; });
    return judged;
}

} // namespace kiosk::updates
