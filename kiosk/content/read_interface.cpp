// The interface's words and the staff's: texts that screens ask for by key. Each key is there in each language, in each
// form that the language needs of it, and no other key is.
#include "base/measures.h"
#include "base/nearest.h"
#include "content/interface_keys.h"
#include "content/language.h"
#include "content/plural.h"
#include "content/reading.h"
#include "content/staff_keys.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace kiosk::content {

namespace {

using Table = std::map<std::string, std::string>;
using Keys = std::set<std::string, std::less<>>;

// Nested tables become dotted keys: [quiz] next -> "quiz.next".
void flatten(TomlValue const& table, std::string const& prefix, Reading& reading, Table& words)
{
    for (auto const& [name, value] : table.members) {
        if (value.kind == TomlValue::Kind::text)
            words[prefix + name] = value.text;
        else if (value.kind == TomlValue::Kind::table)
            flatten(value, prefix + name + ".", reading, words);
        else
            reading.problems.push_back({Severity::error, value.place,
                                        fmt::format("'{}{}' must be a text", prefix, name), "put it in double quotes"});
    }
}

// Where an editor would put a key that is missing: behind the last that is beside it, else at the beginning.
class KeyPlaces {
public:
    KeyPlaces(Reading const& reading, std::string const& folder, Language const& language, std::string file)
        : file_(std::move(file))
    {
        for (auto const& text : reading.texts)
            if (text.folder == folder && text.language == language) places_[text.key] = text.place;
    }

    Keys keys() const
    {
        Keys keys;
        for (auto const& [key, place] : places_) keys.insert(key);
        return keys;
    }
    FilePlace of(std::string const& key) const { return places_.at(key); }
    FilePlace for_missing(std::string_view key) const
    {
        FilePlace best{file_, 1, 1};
        auto const group = key.substr(0, key.rfind('.') == std::string_view::npos ? 0 : key.rfind('.') + 1);
        for (auto const& [other, place] : places_)
            if (!group.empty() && other.starts_with(group) && place.line > best.line) best = place;
        return best;
    }

private:
    std::string file_;
    std::map<std::string, FilePlace> places_;
};

// A key in the forms that a language needs of it: itself, or key.one, key.other and such where it counts.
std::vector<std::string> forms_of(std::string const& key, Language const& language)
{
    auto const* known = word_key(key);
    if (!known || known->counted.empty()) return {key};
    std::vector<std::string> forms;
    for (auto const& form : plural_forms(language)) forms.push_back(key + "." + form);
    return forms;
}

// What the interface of this content needs: the table, and what the content makes.
Keys interface_keys(Pack const& pack)
{
    Keys keys;
    for (auto const& entry : kInterfaceKeys) keys.emplace(entry.key);
    for (auto const& slide : pack.attract) {
        keys.insert("attract." + slide.id);
        keys.insert("attract." + slide.id + "_sub");
    }
    for (auto const& language : pack.languages) keys.insert("language_name." + language);
    for (auto const& channel : pack.reporting.channels)
        for (auto const& language : channel.languages) keys.insert("language_name." + language);
    for (auto const& measure : kMeasures) keys.insert("notice.group." + std::string(measure.notice));
    return keys;
}

// One language's file, held against what is asked for.
class Comparing {
public:
    Comparing(Reading& reading, KeyPlaces const& places, Language const& language)
        : reading_(reading),
          places_(places),
          language_(language)
    {
    }

    void run(Keys const& wanted)
    {
        auto there = places_.keys();
        std::vector<std::string> known;
        for (auto const& key : wanted) {
            auto const forms = forms_of(key, language_);
            known.insert(known.end(), forms.begin(), forms.end());
            // One form where there must be one for each count: that is said once.
            if (forms.front() != key && there.contains(key)) {
                there.erase(key);
                complain(places_.of(key), fmt::format("'{}' counts, and has one form for all counts", key),
                         fmt::format("in '{}' write {}, each with its own words", language_, in_lines(forms)));
                continue;
            }
            for (auto const& form : forms)
                if (there.erase(form) == 0)
                    complain(places_.for_missing(form),
                             fmt::format("'{}' is missing here: the kiosk asks for it", form),
                             "add it, as it stands in the file of another language");
        }
        for (auto const& key : there) {
            // More names of languages than any channel needs do no harm, where they are some.
            constexpr std::string_view kName = "language_name.";
            if (key.starts_with(kName) && is_language(std::string_view(key).substr(kName.size()))) continue;
            complain(places_.of(key), fmt::format("nothing on the kiosk asks for '{}'", key), suggest_word(key, known));
        }
    }

private:
    static std::string in_lines(std::vector<std::string> const& forms)
    {
        std::string lines;
        for (auto const& form : forms)
            lines += (lines.empty() ? "" : " and ") + form.substr(form.rfind('.', form.rfind('.') - 1) + 1) + " = …";
        return lines;
    }
    void complain(FilePlace const& place, std::string message, std::string suggestion)
    {
        reading_.problems.push_back({Severity::error, place, std::move(message), std::move(suggestion)});
    }

    Reading& reading_;
    KeyPlaces const& places_;
    Language const& language_;
};

void compare(Reading& reading, std::string const& folder, Keys const& wanted)
{
    for (auto const& language : reading.pack.languages) {
        auto const file = reading.shown(std::filesystem::path(folder) / (language + ".toml"));
        auto const is_file = [&](WordsFile const& one) { return one.folder == folder && one.language == language; };
        auto const& files = reading.pack.words_files;
        if (std::none_of(files.begin(), files.end(), is_file)) continue; // said already
        KeyPlaces const places(reading, folder, language, file);
        Comparing(reading, places, language).run(wanted);
    }
}

// Staff's texts without values are in no table: those are asked for that more than half of the languages have.
Keys staff_keys(Reading const& reading, std::string const& folder)
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

void read_interface(Reading& reading)
{
    std::string const folder = "interface";
    for (auto const& [language, words] : reading.words(folder, {"", Readers::visitors, true}))
        flatten(words, "", reading, reading.pack.interface[language]);
    compare(reading, folder, interface_keys(reading.pack));
}

// A folder of its own, so that an edition without staff's pages needs none of them.
void read_staff(Reading& reading)
{
    struct Part {
        char const *folder, *prefix;
    };
    // The kiosk itself is one more subject of the same pages.
    constexpr Part kParts[] = {{"staff/screen", "screen"}, {"staff/machine", "screen"}, {"staff/figures", "figures"}};
    for (auto const& part : kParts) {
        if (reading.files.list(part.folder).empty()) continue;
        auto const prefix = std::string(part.prefix) + ".";
        for (auto const& [language, words] : reading.words(part.folder, {part.prefix, Readers::staff, true}))
            flatten(words, prefix, reading, reading.pack.staff[language]);
        compare(reading, part.folder, staff_keys(reading, part.folder));
    }
}

} // namespace kiosk::content
