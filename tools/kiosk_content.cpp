// kiosk-content: for those who write content. `check DIR` shows every Problem at once; exit code 1 when there are
// errors.
#include "base/clock.h"
#include "base/files.h"
#include "content/check.h"
#include "content/read.h"
#include "engagement/bucket.h"
#include "ui/image_decode.h"
#include "ui/pictures.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace {

using namespace kiosk;

// Pictures that lie with the content: each must be one that can be shown.
void check_pictures(std::filesystem::path const& folder, Problems& problems)
{
    for (auto const& path : list_folder(folder)) {
        auto const bytes = read_file(path);
        auto const picture =
            bytes ? ui::decode_picture(bytes.value(), path.string()) : Result<ui::Image>(bytes.error());
        if (!picture)
            problems.push_back({Severity::error, {path.string()}, picture.error().message, picture.error().advice});
    }
}

int check(std::filesystem::path const& folder, std::filesystem::path const& pictures)
{
    auto read = content::read_pack(folder);
    std::vector<std::filesystem::path> const folders{folder / "pictures", pictures};
    content::CheckOptions const options{
        [&](std::string const& name) { return !ui::Pictures::find(folders, name).empty(); },
        engagement::date_text(SystemClock().wall())};
    auto problems = std::move(read.problems);
    auto checked = content::check_pack(read.pack, options);
    problems.insert(problems.end(), checked.begin(), checked.end());
    check_pictures(folder / "pictures", problems);
    for (auto const& problem : problems) fmt::print("{}\n", problem.line());
    auto const errors = count(problems, Severity::error);
    fmt::print("{}\n{} errors, {} warnings\n", content::describe_pack(read.pack), errors,
               count(problems, Severity::warning));
    return errors > 0 ? 1 : 0;
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app("For those who write what visitors read.", "kiosk-content");
    app.require_subcommand(1);
    std::error_code ignored;
    std::string folder;
    auto pictures =
        (std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / "assets/pictures").string();
    auto* checking = app.add_subcommand("check", "Shows every fault of a content folder, with its place and a way out");
    checking->add_option("folder", folder, "the content folder")->required();
    checking->add_option("--pictures", pictures, "where the kiosk's own pictures are");
    CLI11_PARSE(app, argc, argv);
    return check(folder, pictures);
}
