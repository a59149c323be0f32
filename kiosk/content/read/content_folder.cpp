// The folder itself: reading and listing its files, valid codes of languages, folders that are named as their ids, and
// files and folders that nothing names.
#include "base/nearest.h"
#include "base/utf8.h"
#include "content/keys/language.h"
#include "content/read/reading.h"
#include "files/files.h"
#include "toml/fault.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

namespace kiosk::content {

namespace {

constexpr std::size_t kMostFilesAlone = 2; // files; more of them have one cause, which is the language

std::optional<toml::Value> parsed(Result<std::string> const& bytes, std::string const& shown, Problems& problems)
{
    if (bytes) return toml::parse_content(bytes.value(), shown, problems);
    problems.push_back({Severity::error, {shown}, bytes.error().message, bytes.error().advice});
    return std::nullopt;
}

// "Spanish", of "es".
std::string english_name(Language const& language)
{
    std::array<UChar, 64> wide{};
    std::array<char, 128> name{};
    auto status = U_ZERO_ERROR;
    std::int32_t length = 0;
    uloc_getDisplayLanguage(language.c_str(), "en", wide.data(), static_cast<std::int32_t>(wide.size()), &status);
    u_strToUTF8(name.data(), static_cast<std::int32_t>(name.size()), &length, wide.data(), -1, &status);
    return U_FAILURE(status) != 0 ? language : std::string(name.data(), static_cast<std::size_t>(length));
}

// "fr.toml.txt" or "Fr.toml" for "fr.toml", and not "nl.toml", which is another language's.
bool is_similar(std::string const& name, std::string const& wanted)
{
    constexpr std::size_t kOfLanguage = 7;
    if (name.starts_with(wanted + ".")) return true;
    // "fr (1).toml", "fr - Kopie.toml": a second copy, where the first is gone.
    auto const ending = wanted.rfind('.');
    auto const stem = wanted.substr(0, ending);
    bool const copy = ending != std::string::npos && name.starts_with(stem) && name.ends_with(wanted.substr(ending)) &&
                      name.size() > wanted.size() &&
                      std::string_view(" (-_").find(name[stem.size()]) != std::string_view::npos;
    if (copy) return true;
    bool const same_length = name.size() == wanted.size();
    if (wanted.size() == kOfLanguage && wanted.ends_with(".toml"))
        return same_length && nearest_word(wanted.substr(0, 2), {name.substr(0, 2)}) && nearest_word(wanted, {name});
    return nearest_word(wanted, {name}).has_value();
}

// Letters that an archive can hold in a folder's name (updates/manifest.h).
bool is_folder_name(std::string_view name)
{
    return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == std::string_view::npos;
}

} // namespace

std::string similar_name(std::vector<std::string> const& names, std::string const& wanted)
{
    for (auto const& name : names) {
        // A folder, or a program called "kiosk", is no file of words.
        bool const other = wanted.ends_with(".toml") && (name.ends_with('/') || name.find('.') == std::string::npos);
        if (name != wanted && !other && is_similar(name, wanted)) return name;
    }
    return {};
}

std::optional<toml::Value> ContentFolder::toml(std::filesystem::path const& relative, std::string const& shown,
                                               Problems& problems) const
{
    auto const bytes = read_file(folder_ / relative);
    bool const missing = !bytes && bytes.error().kind == ErrorKind::missing;
    if (!missing) return parsed(bytes, shown, problems);
    auto const like = similar_name(list(relative.parent_path()), relative.filename().string());
    problems.push_back({Severity::error,
                        {shown},
                        "is not there",
                        like.empty() ? "put it back, from an earlier copy or as another folder has it"
                                     : fmt::format("there is '{}': call it {}", like, relative.filename().string())});
    return std::nullopt;
}

std::optional<Problem> content_folder_problem(std::filesystem::path const& folder)
{
    std::error_code unknown;
    auto const fault = [&](std::string message, std::string advice) {
        return Problem{Severity::error, {folder.string()}, std::move(message), std::move(advice)};
    };
    if (std::filesystem::is_regular_file(folder, unknown))
        return fault("is a file, and content is a folder",
                     fmt::format("name the folder that kiosk.toml is in{}",
                                 folder.has_parent_path() ? ": " + folder.parent_path().string() : std::string()));
    auto const names =
        std::filesystem::is_directory(folder, unknown) ? ContentFolder(folder).list("") : std::vector<std::string>();
    if (names.empty() && !std::filesystem::exists(folder, unknown))
        return fault("there is no such folder", "name the folder that kiosk.toml is in");
    std::error_code closed;
    std::filesystem::directory_iterator const listed(folder, closed);
    if (closed) return std::nullopt; // reading kiosk.toml will report why
    bool const is_one = std::any_of(names.begin(), names.end(), [](std::string const& name) {
        return name == "kiosk.toml" || name == "interface/" || name == "reporting/";
    });
    if (is_one || !similar_name(names, "kiosk.toml").empty()) return std::nullopt;
    bool const within = std::filesystem::is_regular_file(folder / "content" / "kiosk.toml", unknown);
    return fault("is not the content folder: no kiosk.toml is in it",
                 within ? fmt::format("name {}", (folder / "content").string())
                        : "name the folder that kiosk.toml is in");
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

std::vector<Language> check_languages(ReadContext& reading, toml::Value const& root,
                                      std::vector<Language> const& languages)
{
    auto const* list = root.find("languages");
    std::vector<Language> known;
    for (auto const& language : languages) {
        if (is_language(language)) {
            known.push_back(language);
            continue;
        }
        auto place = root.place;
        for (auto const& item : list ? list->items : std::vector<toml::Value>())
            if (item.text == language) place = item.place;
        auto const small = small_letters(language);
        bool const capitals = is_language(small);
        reading.problems.push_back(
            {Severity::error, place, fmt::format("'{}' is no code of a language", language),
             capitals ? fmt::format("write it in small letters: \"{}\"", small)
                      : "write the two small letters of ISO 639-1: en, fr, nl, de, es, uk for Ukrainian"});
        if (capitals && std::find(languages.begin(), languages.end(), small) == languages.end()) known.push_back(small);
        reading.mark_incomplete("kiosk.toml");
    }
    return known;
}

void check_id(ReadContext& reading, toml::TableReader const& reader, std::string const& id,
              std::filesystem::path const& folder)
{
    auto const name = folder.filename().string();
    if (!id.empty() && id != name)
        reading.problems.push_back({Severity::error, reader.place_of("id"),
                                    fmt::format("the folder is called '{}', and what is in it '{}'", name, id),
                                    fmt::format("write id = \"{}\"", name)});
}

void diagnose_unlisted_folders(ReadContext& reading, std::string const& folder, std::vector<NamedFolder>& listed,
                               std::string const& where)
{
    std::vector<std::string> unnamed; // that nothing names
    auto const entries = reading.files.list(folder);
    for (auto const& entry : entries) {
        auto const name = entry.substr(0, entry.size() - 1);
        if (entry.ends_with('/') && !entry.starts_with('.') &&
            std::none_of(listed.begin(), listed.end(), [&](NamedFolder const& one) { return one.name == name; }))
            unnamed.push_back(name);
    }
    std::erase_if(listed, [&](NamedFolder const& named) {
        if (std::find(entries.begin(), entries.end(), named.name + "/") != entries.end()) return false;
        auto like = similar_name(unnamed, named.name);
        if (like.empty() && unnamed.size() == 1) like = unnamed.front();
        std::erase(unnamed, like);
        reading.problems.push_back(
            {Severity::error, named.place, fmt::format("there is no folder {}/{}", folder, named.name),
             like.empty() ? fmt::format("put the folder back, or take the name out of {}", where)
             : is_folder_name(named.name)
                 ? fmt::format("there is {0}/{1}: write \"{1}\" here, or call the folder {2}", folder, like, named.name)
                 : fmt::format("there is {0}/{1}: write \"{1}\" here", folder, like)});
        reading.mark_incomplete(std::filesystem::path(folder) / named.name);
        return true;
    });
    for (auto const& name : unnamed) {
        if (!is_folder_name(name)) continue; // its name is what is wrong with it
        reading.problems.push_back({Severity::warning,
                                    {reading.shown(std::filesystem::path(folder) / name)},
                                    "nothing shows what is in this folder",
                                    fmt::format("name it in {} of kiosk.toml, or take it away", where)});
    }
}

void diagnose_missing_words(ReadContext& reading)
{
    for (auto const& [language, files] : reading.missing_words) {
        if (files.size() > kMostFilesAlone) {
            std::vector<std::string> names;
            for (auto const& file : files) names.push_back(file.generic_string());
            reading.problems.push_back(
                {Severity::error, reading.content.languages_place,
                 fmt::format("{} ({}): {} files are missing: {}", english_name(language), language, files.size(),
                             fmt::join(names, ", ")),
                 fmt::format("copy those of another language under these names and translate them, or take \"{}\" out "
                             "of languages",
                             language)});
            continue;
        }
        for (auto const& file : files) reading.files.toml(file, reading.shown(file), reading.problems);
    }
}

void record_unlisted_words(ReadContext& reading, std::filesystem::path const& folder)
{
    auto const& languages = reading.content.languages;
    if (reading.content.unread.contains("kiosk.toml")) return; // which are offered is in doubt
    for (auto const& entry : reading.files.list(folder)) {
        constexpr std::string_view kEnding = ".toml";
        if (entry.size() != 2 + kEnding.size() || !entry.ends_with(kEnding)) continue;
        auto const language = entry.substr(0, 2);
        // "FR.toml" is told where fr.toml is missed.
        bool const capitals = language != small_letters(language);
        if (!capitals && std::find(languages.begin(), languages.end(), language) == languages.end())
            reading.unlisted_words[language].push_back(folder / entry);
    }
}

void diagnose_unlisted_words(ReadContext& reading)
{
    for (auto const& [language, files] : reading.unlisted_words) {
        if (files.size() > kMostFilesAlone) {
            reading.problems.push_back(
                {Severity::warning, reading.content.languages_place,
                 fmt::format("{} ({}) is not offered, and {} files have its words, as {}", english_name(language),
                             language, files.size(), files.front().generic_string()),
                 fmt::format("name \"{}\" in languages, or take these files away", language)});
            continue;
        }
        for (auto const& file : files)
            reading.problems.push_back({Severity::warning,
                                        {reading.shown(file)},
                                        fmt::format("nobody reads these words: '{}' is not offered", language),
                                        "name the language in languages = […] of kiosk.toml, or take the file away"});
    }
}

} // namespace kiosk::content
