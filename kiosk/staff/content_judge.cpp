#include "staff/content_judge.h"
#include "base/files.h"
#include "content/check.h"
#include "content/read.h"
#include "staff/pack_building.h"
#include "staff/pack_manifest.h"

#include <algorithm>

namespace kiosk::staff {

namespace {

void append(Problems& problems, Problems more)
{
    problems.insert(problems.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

bool has_file(std::filesystem::path const& folder, std::string const& name)
{
    std::error_code ignored;
    return std::filesystem::is_regular_file(folder / name, ignored);
}

// Pictures that lie with the content.
Problems check_pictures(std::filesystem::path const& folder, JudgingOptions const& options)
{
    Problems problems;
    for (auto const& path : list_folder(folder)) {
        if (is_left_by_a_system(path)) continue;
        for (auto const& own : options.pictures)
            if (has_file(own, path.filename().string()))
                problems.push_back(
                    {Severity::warning,
                     {path.string()},
                     "has the name of one of the kiosk's own pictures, and is shown in its place everywhere",
                     "give it another name, or make sure that every alt text still says what is seen"});
        if (options.look_at_picture) append(problems, options.look_at_picture(path));
    }
    return problems;
}

} // namespace

bool Judged::may_be_shown() const { return count(problems, Severity::error) == 0 && pack.usable(); }

std::string Judged::first(Severity severity) const
{
    auto const found = std::find_if(problems.begin(), problems.end(),
                                    [&](Problem const& problem) { return problem.severity == severity; });
    return found == problems.end() ? "" : found->line();
}

Judged judge_content(std::filesystem::path const& folder, JudgingOptions const& options)
{
    auto const own = folder / "pictures";
    auto const exists = [&](std::string const& name) {
        auto const file = name + ".png";
        return has_file(own, file) || std::any_of(options.pictures.begin(), options.pictures.end(),
                                                  [&](auto const& place) { return has_file(place, file); });
    };
    auto read = content::read_pack(folder, {options.has_letter});
    Judged judged{std::move(read.pack), std::move(read.problems)};
    append(judged.problems, content::check_pack(judged.pack, {exists, options.today}));
    // What is not there at all was told by whoever read the words.
    if (!judged.pack.version.empty() && !is_version_text(judged.pack.version))
        judged.problems.push_back({Severity::error, judged.pack.version_place,
                                   "'version' is no text that a pack can hold",
                                   "letters, digits, dots and hyphens; 32 at most"});
    append(judged.problems, check_pictures(own, options));
    append(judged.problems, what_no_pack_holds(folder));
    std::stable_sort(judged.problems.begin(), judged.problems.end(),
                     [](Problem const& one, Problem const& other) { return one.severity > other.severity; });
    return judged;
}

} // namespace kiosk::staff
