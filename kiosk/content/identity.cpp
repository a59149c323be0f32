// Who is who in a content folder: languages that are some, folders called as what is in them, nothing left lying.
#include "base/files.h"
#include "content/language.h"
#include "content/reading.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::content {

namespace {

std::optional<TomlValue> parsed(Result<std::string> const& bytes, std::string const& shown, Problems& problems)
{
    if (bytes) return parse_toml(bytes.value(), shown, problems);
    problems.push_back({Severity::error, {shown}, bytes.error().message, bytes.error().advice});
    return std::nullopt;
}

} // namespace

std::optional<TomlValue> ContentFolder::toml(std::filesystem::path const& relative, std::string const& shown,
                                             Problems& problems) const
{
    return parsed(read_file(folder_ / relative), shown, problems);
}

std::vector<std::string> ContentFolder::list(std::filesystem::path const& relative) const
{
    std::vector<std::string> names;
    std::error_code ignored;
    for (std::filesystem::directory_iterator at(folder_ / relative, ignored), end; at != end; at.increment(ignored)) {
        std::error_code unknown;
        names.push_back(at->path().filename().string() + (at->is_directory(unknown) ? "/" : ""));
    }
    std::sort(names.begin(), names.end());
    return names;
}

void check_languages(Reading& reading, TomlValue const& root, std::vector<Language> const& languages)
{
    auto const* list = root.find("languages");
    for (auto const& language : languages) {
        if (is_language(language)) continue;
        auto place = root.place;
        for (auto const& item : list ? list->items : std::vector<TomlValue>())
            if (item.text == language) place = item.place;
        reading.problems.push_back({Severity::error, place, fmt::format("'{}' is no code of a language", language),
                                    "write the two small letters of ISO 639-1: en, fr, nl, de, es, uk for Ukrainian"});
    }
}

void check_id(Reading& reading, TableReader const& reader, std::string const& id, std::filesystem::path const& folder)
{
    auto const name = folder.filename().string();
    if (!id.empty() && id != name)
        reading.problems.push_back({Severity::error, reader.place_of("id"),
                                    fmt::format("the folder is called '{}', and what is in it '{}'", name, id),
                                    fmt::format("write id = \"{}\"", name)});
}

void tell_unlisted(Reading& reading, std::string const& folder, std::vector<std::string> const& listed,
                   std::string const& where)
{
    for (auto const& entry : reading.files.list(folder)) {
        if (!entry.ends_with('/') || entry.starts_with('.')) continue;
        auto const name = entry.substr(0, entry.size() - 1);
        if (std::find(listed.begin(), listed.end(), name) == listed.end())
            reading.problems.push_back({Severity::warning,
                                        {reading.shown(std::filesystem::path(folder) / name)},
                                        "nothing shows what is in this folder",
                                        fmt::format("name it in {} of kiosk.toml, or take it away", where)});
    }
}

void tell_unlisted_words(Reading& reading, std::filesystem::path const& folder)
{
    auto const& languages = reading.pack.languages;
    for (auto const& entry : reading.files.list(folder)) {
        constexpr std::string_view kEnding = ".toml";
        if (entry.size() != 2 + kEnding.size() || !entry.ends_with(kEnding)) continue;
        auto const language = entry.substr(0, 2);
        if (std::find(languages.begin(), languages.end(), language) == languages.end())
            reading.problems.push_back({Severity::warning,
                                        {reading.shown(folder / entry)},
                                        fmt::format("nobody reads these words: '{}' is not offered", language),
                                        "name the language in languages = […] of kiosk.toml, or take the file away"});
    }
}

} // namespace kiosk::content
