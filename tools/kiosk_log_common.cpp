#include "tools/kiosk_log_common.h"
#include "base/files.h"
#include "content/read.h"
#include "engagement/package_form.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::tools {

namespace {

bool is_package(std::filesystem::path const& path)
{
    std::error_code ignored;
    return std::filesystem::exists(path / engagement::kDescriptionFile, ignored);
}

} // namespace

int fail(Error const& error)
{
    fmt::print(stderr, "kiosk-log: {}\n", error.line());
    return kFault;
}

void warn(std::string const& line) { fmt::print(stderr, "kiosk-log: warning: {}\n", line); }

Result<Speaker> speaker(WordsChoice const& choice)
{
    Speaker speaker{content::read_pack(choice.content).pack, choice.language};
    auto const& languages = speaker.pack.languages;
    if (speaker.pack.staff.empty())
        return Error{choice.content, "has no words for figures", "give --content a folder of content"};
    if (speaker.language.empty()) speaker.language = languages.front();
    if (std::find(languages.begin(), languages.end(), speaker.language) == languages.end())
        return Error{choice.content, fmt::format("has no words in '{}'", speaker.language),
                     "give --language one that the content has"};
    return speaker;
}

Result<std::vector<engagement::Package>> open_packages(std::vector<std::string> const& paths)
{
    std::vector<std::filesystem::path> folders;
    for (std::filesystem::path const path : paths) {
        if (is_package(path)) {
            folders.push_back(path);
            continue;
        }
        auto const before = folders.size();
        for (auto const& inner : list_folder(path))
            if (is_package(inner)) folders.push_back(inner);
        // A path that holds none is opened all the same, for its error says what is wrong with it.
        if (folders.size() == before) folders.push_back(path);
    }
    std::vector<engagement::Package> packages;
    int faults = 0;
    for (auto const& folder : folders) {
        auto package = engagement::Package::open(folder);
        if (package) {
            packages.push_back(package.take());
        } else {
            fail(package.error());
            ++faults;
        }
    }
    if (faults > 0)
        return Error{fmt::format("{} of {} packages", faults, folders.size()), "cannot be used; nothing was taken",
                     "mend them, or leave them out"};
    return packages;
}

} // namespace kiosk::tools
