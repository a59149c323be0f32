// Compares the keys that the program asks for with the words files of a folder. Where a missing key and one that
// nothing asks for have one cause (a heading that was lost, a misspelt section, key or slide), only the cause is
// reported.
#include "base/nearest.h"
#include "content/keys/language.h"
#include "content/keys/plural.h"
#include "content/keys/word_key.h"
#include "content/read/reading.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

namespace kiosk::content {

namespace {

// Where the keys of a words file are, and where a missing one belongs: after the last key of its section.
class KeyLocator {
public:
    KeyLocator(ReadContext const& reading, std::string const& folder, Language const& language, std::string file)
        : file_(std::move(file))
    {
        for (auto const& text : reading.texts)
            if (text.folder == folder && text.language == language) places_[text.key] = text.place;
        if (auto const refused = reading.refused_words.find(file_); refused != reading.refused_words.end())
            places_.insert(refused->second.begin(), refused->second.end());
    }

    Keys keys() const
    {
        Keys keys;
        for (auto const& [key, place] : places_) keys.insert(key);
        return keys;
    }
    SourceLocation of(std::string const& key) const { return places_.at(key); }
    SourceLocation for_missing(std::string_view key) const
    {
        SourceLocation best{file_, 1, 1};
        auto const group = key.substr(0, key.rfind('.') == std::string_view::npos ? 0 : key.rfind('.') + 1);
        for (auto const& [other, place] : places_)
            if (!group.empty() && other.starts_with(group) && place.line > best.line) best = place;
        return best;
    }

private:
    std::string file_;
    std::map<std::string, SourceLocation> places_;
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

constexpr std::string_view kLanguageName = "language_name.";
constexpr std::string_view kAttract = "attract.";

std::string section_of(std::string_view key) { return std::string(key.substr(0, std::min(key.find('.'), key.size()))); }

// The wanted keys that one language's file lacks, and the keys in it that nothing asks for.
struct Difference {
    Language language;
    std::vector<std::string> missing, unknown;
};

// Compares the files of a folder with the wanted keys. What all languages lack, or have too much, is one Problem.
class KeyComparison {
public:
    KeyComparison(ReadContext& reading, std::string const& folder, Keys const& wanted)
        : reading_(reading),
          folder_(folder),
          wanted_(wanted)
    {
        for (auto const& language : reading.content.languages) {
            auto const name = (std::filesystem::path(folder) / (language + ".toml")).generic_string();
            if (reading.content.unread.contains(name)) continue; // reported already
            places_.try_emplace(language, reading, folder, language, reading.shown(name));
            languages_.push_back(language);
        }
    }

    void run()
    {
        for (auto const& language : languages_) differences_.push_back(difference(language));
        pair_records();
        for (auto& one : differences_) {
            find_lost_headings(one);
            pair_sections(one);
            pair_keys(one);
        }
        if (languages_.size() > 1) diagnose_common();
        for (auto const& one : differences_) tell(one);
    }

private:
    Difference difference(Language const& language)
    {
        Difference found{language, {}, {}};
        auto there = places_.at(language).keys();
        for (auto const& key : wanted_) {
            auto const forms = forms_of(key, language);
            // One text where there must be one for each plural form.
            if (forms.front() != key && there.contains(key)) {
                there.erase(key);
                complain(places_.at(language).of(key), fmt::format("'{}' counts, and has one form for all counts", key),
                         fmt::format("in '{}' write {}, each with its own words", language, in_lines(forms)));
                continue;
            }
            for (auto const& form : forms)
                if (there.erase(form) == 0) found.missing.push_back(form);
        }
        for (auto const& key : there) {
            // Names of more languages than channels need do no harm.
            bool const name =
                key.starts_with(kLanguageName) && is_language(std::string_view(key).substr(kLanguageName.size()));
            // Which slides there are is not known.
            bool const slide = key.starts_with(kAttract) && reading_.content.unread.contains("kiosk.toml");
            if (!name && !slide) found.unknown.push_back(key);
        }
        constexpr std::size_t kMostToSort = 200; // more of them are no slips, and are not compared one by one
        if (found.unknown.size() > kMostToSort) {
            complain(places_.at(language).of(found.unknown.front()),
                     fmt::format("nothing on the kiosk asks for {}", listed(found.unknown)), "take them out");
            found.unknown.clear();
        }
        return found;
    }

    // What is named in kiosk.toml and has its words in the interface: <prefix><id> and <prefix><id>_sub.
    struct WordedRecord {
        std::string_view what, prefix;
        std::string id;
        SourceLocation place;
    };

    std::vector<WordedRecord> worded_records() const
    {
        std::vector<WordedRecord> records;
        for (auto const& slide : reading_.content.attract)
            records.push_back({"attract slide", kAttract, slide.id, slide.place});
        for (auto const& card : reading_.content.home)
            if (!card.id.empty()) records.push_back({"card", "home.", card.id, card.place});
        return records;
    }

    // A record whose words every language has under another id.
    void pair_records()
    {
        auto const everywhere = [&](std::string const& key, std::vector<std::string> Difference::*list) {
            return !differences_.empty() && std::all_of(differences_.begin(), differences_.end(), [&](auto const& one) {
                return std::find((one.*list).begin(), (one.*list).end(), key) != (one.*list).end();
            });
        };
        for (auto const& record : worded_records()) {
            auto const of = [&](std::string const& id) { return std::string(record.prefix) + id; };
            if (!everywhere(of(record.id), &Difference::missing)) continue;
            std::vector<std::string> ids;
            for (auto const& key : differences_.front().unknown)
                if (key.starts_with(record.prefix) && everywhere(key + "_sub", &Difference::unknown) &&
                    everywhere(key, &Difference::unknown))
                    ids.push_back(key.substr(record.prefix.size()));
            auto meant = nearest_word(record.id, ids);
            if (!meant && ids.size() == 1) meant = ids.front();
            if (!meant) continue;
            complain(
                record.place,
                fmt::format("{} '{}' has no words: every language has them under '{}'", record.what, record.id, *meant),
                fmt::format("write id = \"{}\" here", *meant));
            for (auto& one : differences_)
                for (auto const* ending : {"", "_sub"}) {
                    std::erase(one.missing, of(record.id) + ending);
                    std::erase(one.unknown, of(*meant) + ending);
                }
        }
    }

    bool is_section(std::string const& name) const
    {
        auto const first = wanted_.lower_bound(name + ".");
        return first != wanted_.end() && first->starts_with(name + ".");
    }

    // A heading that was lost: its keys now belong to the section above.
    void find_lost_headings(Difference& one)
    {
        auto const there = places_.at(one.language).keys();
        std::set<std::string> groups;
        for (auto const& key : one.missing)
            for (auto dot = key.find('.'); dot != std::string::npos; dot = key.find('.', dot + 1))
                groups.insert(key.substr(0, dot));
        for (auto const& group : groups) {
            auto const begin = there.lower_bound(group + ".");
            if (begin != there.end() && begin->starts_with(group + ".")) continue; // its line is there
            std::vector<std::string> moved, lost;
            for (auto const& key : one.missing) {
                if (!key.starts_with(group + ".")) continue;
                lost.push_back(key);
                auto const leaf = key.substr(group.size());
                auto const found = std::find_if(one.unknown.begin(), one.unknown.end(), [&](std::string const& other) {
                    return other == leaf.substr(1) ||
                           (other.ends_with(leaf) && is_section(other.substr(0, other.size() - leaf.size())));
                });
                if (found != one.unknown.end()) moved.push_back(*found);
            }
            if (moved.empty() || moved.size() * 2 < lost.size()) continue;
            SourceLocation first;
            for (auto const& key : moved)
                if (auto const at = places_.at(one.language).of(key); first.line == 0 || at.line < first.line)
                    first = at;
            complain(first, fmt::format("the line [{}] is missing above this one", group),
                     fmt::format("write [{}] above line {}", group, first.line));
            for (auto const& key : moved) std::erase(one.unknown, key);
            for (auto const& key : lost) std::erase(one.missing, key);
        }
    }

    // A section whose name is wrong, and the wanted section that it probably is.
    void pair_sections(Difference& one)
    {
        Keys known;
        for (auto const& key : wanted_) known.insert(section_of(key));
        Keys strange;
        for (auto const& key : one.unknown)
            if (key.find('.') != std::string::npos && !known.contains(section_of(key))) strange.insert(section_of(key));
        for (auto const& section : strange) {
            std::vector<std::string> lost;
            for (auto const& key : one.missing)
                if (lost.empty() || lost.back() != section_of(key)) lost.push_back(section_of(key));
            auto meant = nearest_word(section, lost);
            if (!meant && strange.size() == 1 && lost.size() == 1) meant = lost.front();
            SourceLocation place;
            for (auto const& key : one.unknown)
                if (auto const at = places_.at(one.language).of(key);
                    section_of(key) == section && (place.line == 0 || at.line < place.line))
                    place = at;
            place.line -= 1; // its first key stands below it
            complain(place, fmt::format("there is no section [{}]", section),
                     meant ? fmt::format("write [{}], as the other files do", *meant)
                           : std::string("take it out, or call it as the file of another language does"));
            std::erase_if(one.unknown, [&](auto const& key) { return section_of(key) == section; });
            if (meant) std::erase_if(one.missing, [&](auto const& key) { return section_of(key) == *meant; });
        }
    }

    void pair_keys(Difference& one)
    {
        std::erase_if(one.unknown, [&](std::string const& key) {
            std::vector<std::string> beside;
            for (auto const& other : one.missing)
                if (section_of(other) == section_of(key)) beside.push_back(other);
            auto meant = nearest_word(key, beside);
            auto const strange = std::count_if(one.unknown.begin(), one.unknown.end(),
                                               [&](auto const& other) { return section_of(other) == section_of(key); });
            bool const alone = beside.size() == 1 && strange == 1; // then they belong together, however different
            if (!meant && alone) meant = beside.front();
            if (!meant) return false;
            auto const name = meant->substr(meant->rfind('.') + 1);
            complain(places_.at(one.language).of(key), fmt::format("nothing on the kiosk asks for '{}'", key),
                     fmt::format("did you mean '{}'? Then write {} = … in this line", *meant, name));
            std::erase(one.missing, *meant);
            return true;
        });
    }

    // Moves what every language has in one of the lists out of it.
    std::vector<std::string> take_common(std::vector<std::string> Difference::*list)
    {
        std::vector<std::string> common;
        for (auto const& key : differences_.front().*list)
            if (std::all_of(differences_.begin(), differences_.end(), [&](Difference const& one) {
                    return std::find((one.*list).begin(), (one.*list).end(), key) != (one.*list).end();
                }))
                common.push_back(key);
        for (auto& one : differences_)
            for (auto const& key : common) std::erase(one.*list, key);
        return common;
    }

    void diagnose_common()
    {
        std::set<std::string> told;
        for (auto const& key : take_common(&Difference::missing)) {
            if (diagnose_record(key, told)) continue;
            if (key.starts_with(kLanguageName) && diagnose_language(key.substr(kLanguageName.size()))) continue;
            complain(places_.at(languages_.front()).for_missing(key),
                     fmt::format("'{}' is missing in every language", key), fmt::format("write it in {}", files()));
        }
        auto const unknown = take_common(&Difference::unknown);
        if (unknown.empty()) return;
        complain(places_.at(languages_.front()).of(unknown.front()),
                 fmt::format("nothing on the kiosk asks for {}", listed(unknown)),
                 fmt::format("take it out of {}", files()));
    }

    // The first keys, as many as a person reads.
    static std::string listed(std::vector<std::string> const& keys)
    {
        constexpr std::size_t kMost = 6;
        std::string list;
        for (std::size_t i = 0; i < std::min(keys.size(), kMost); ++i)
            list += fmt::format("{}'{}'", i == 0 ? "" : ", ", keys[i]);
        return keys.size() <= kMost ? list : fmt::format("{} and {} more", list, keys.size() - kMost);
    }

    // Reports both texts of a record at once, at the record.
    bool diagnose_record(std::string const& key, std::set<std::string>& told)
    {
        for (auto const& record : worded_records()) {
            auto const own = std::string(record.prefix) + record.id;
            if (key != own && key != own + "_sub") continue;
            auto const section = record.prefix.substr(0, record.prefix.size() - 1);
            if (told.insert(own).second)
                complain(record.place, fmt::format("{} '{}' has no words", record.what, record.id),
                         fmt::format("write {0} = \"…\" and {0}_sub = \"…\" below [{1}] in {2}", record.id, section,
                                     files()));
            return true;
        }
        return false;
    }

    bool diagnose_language(std::string const& code)
    {
        auto const message = fmt::format("no file says what the language '{}' is called", code);
        auto const advice = fmt::format("write {} = \"…\" below [language_name] in {}", code, files());
        for (auto const& channel : reading_.content.reporting.channels)
            if (std::find(channel.languages.begin(), channel.languages.end(), code) != channel.languages.end()) {
                complain(channel.place, fmt::format("channel '{}': {}", channel.id, message), advice);
                return true;
            }
        complain(reading_.content.languages_place, message, advice);
        return true;
    }

    void tell(Difference const& one)
    {
        auto const& places = places_.at(one.language);
        constexpr std::size_t kMostAlone = 4; // more of them have one cause: lines that were lost
        if (one.missing.size() > kMostAlone)
            complain(places.for_missing(one.missing.front()),
                     fmt::format("{} texts are missing here: {}", one.missing.size(), listed(one.missing)),
                     "put their lines back, as the file of another language has them");
        else
            for (auto const& key : one.missing)
                complain(places.for_missing(key), fmt::format("'{}' is missing here: the kiosk asks for it", key),
                         "add it, as it stands in the file of another language");
        for (auto const& key : one.unknown) {
            auto const near = nearest_word(key, {wanted_.begin(), wanted_.end()});
            complain(places.of(key), fmt::format("nothing on the kiosk asks for '{}'", key),
                     near ? fmt::format("did you mean '{}'?", *near) : std::string("take its line out"));
        }
    }

    std::string files() const
    {
        std::vector<std::string> names;
        for (auto const& language : languages_) names.push_back(language + ".toml");
        return fmt::format("{}/{}", folder_, fmt::join(names, ", "));
    }

    static std::string in_lines(std::vector<std::string> const& forms)
    {
        std::string lines;
        for (auto const& form : forms)
            lines += (lines.empty() ? "" : " and ") + form.substr(form.rfind('.', form.rfind('.') - 1) + 1) + " = …";
        return lines;
    }
    void complain(SourceLocation const& place, std::string message, std::string suggestion)
    {
        reading_.problems.push_back({Severity::error, place, std::move(message), std::move(suggestion)});
    }

    ReadContext& reading_;
    std::string const& folder_;
    Keys const& wanted_;
    std::vector<Language> languages_; // whose files could be read
    PerLanguage<KeyLocator> places_;
    std::vector<Difference> differences_;
};

} // namespace

void compare_keys(ReadContext& reading, std::string const& folder, Keys const& wanted)
{
    KeyComparison(reading, folder, wanted).run();
}

} // namespace kiosk::content
