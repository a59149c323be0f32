// Reads the texts that screens and workbooks ask for by key, and reports missing and unknown keys in each language.
#include "content/keys/interface_keys.h"
#include "content/keys/staff_keys.h"
#include "content/read/reading.h"
#include "figures/measures.h"

#include <fmt/format.h>
#include <set>

namespace kiosk::content {

namespace {

using Table = std::map<std::string, std::string>;

// Nested tables become dotted keys: [quiz] next -> "quiz.next".
void flatten(toml::Value const& table, std::string const& prefix, ReadContext& reading, Table& words)
{
    for (auto const& [name, value] : table.members) {
        if (value.kind == toml::Value::Kind::text) {
            words[prefix + name] = value.text;
        } else if (value.kind == toml::Value::Kind::table) {
            flatten(value, prefix + name + ".", reading, words);
        } else {
            reading.refused_words[value.place.file].emplace(prefix + name, value.place);
            reading.problems.push_back({Severity::error, value.place,
                                        fmt::format("'{}{}' must be a text", prefix, name), "put it in double quotes"});
        }
    }
}

// The keys of the table, and those that follow from this content (interface_keys.h).
Keys interface_keys(Content const& content)
{
    Keys keys;
    for (auto const& entry : kInterfaceKeys) keys.emplace(entry.key);
    for (auto const& slide : content.attract) {
        keys.insert("attract." + slide.id);
        keys.insert("attract." + slide.id + "_sub");
    }
    for (auto const& card : content.home) {
        if (card.id.empty()) continue;
        keys.insert("home." + card.id);
        keys.insert("home." + card.id + "_sub");
    }
    for (auto const& language : content.languages) keys.insert("language_name." + language);
    for (auto const& channel : content.reporting.channels)
        for (auto const& language : channel.languages) keys.insert("language_name." + language);
    for (auto const& measure : kMeasures) keys.insert("notice.group." + std::string(measure.notice));
    return keys;
}

// Staff texts without placeholders are in no table: a key counts as wanted if more than half of the languages have it.
Keys staff_keys(ReadContext const& reading, std::string const& folder)
{
    std::map<std::string, std::set<Language>, std::less<>> speaking;
    std::set<Language> all;
    for (auto const& text : reading.texts) {
        if (text.folder != folder) continue;
        speaking[std::string(split_form(text.key).key)].insert(text.language);
        all.insert(text.language);
    }
    Keys keys;
    for (auto const& [key, languages] : speaking)
        if (languages.size() * 2 > all.size()) keys.insert(key);
    return keys;
}

} // namespace

void read_interface(ReadContext& reading)
{
    std::string const folder = "interface";
    for (auto const& [language, words] : reading.words(folder, {"", Audience::visitors, true}))
        flatten(words, "", reading, reading.content.interface[language]);
    compare_keys(reading, folder, interface_keys(reading.content));
}

// Staff texts are in folders of their own; an edition without them needs none.
void read_staff(ReadContext& reading)
{
    struct Part {
        char const *folder, *prefix, *apart;
    };
    // staff/machine has texts of the staff screens, too.
    constexpr Part kParts[] = {
        {"staff/screen", "screen", ""}, {"staff/machine", "screen", ""}, {"staff/figures", "figures", "format"}};
    for (auto const& part : kParts) {
        if (reading.files.list(part.folder).empty()) continue;
        auto const prefix = std::string(part.prefix) + ".";
        auto trees = reading.words(part.folder, {part.prefix, Audience::staff, true, part.apart});
        for (auto& [language, words] : trees) {
            if (*part.apart)
                read_formats(reading, language, std::filesystem::path(part.folder) / (language + ".toml"), words);
            flatten(words, prefix, reading, reading.content.staff[language]);
        }
        compare_keys(reading, part.folder, staff_keys(reading, part.folder));
    }
}

} // namespace kiosk::content
