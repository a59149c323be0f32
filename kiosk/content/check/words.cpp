// Compares a structure file with its words files. Each difference is reported once, at its cause: an id that is
// misspelt in the structure is one Problem, not one a language; a misspelt section of a words file is one Problem, not
// one for the section and another for the record that lacks its words.
#include "base/nearest.h"
#include "content/check/checking.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kiosk::content {

class WordsCheck {
public:
    WordsCheck(CheckContext& checking, std::vector<CheckContext::RecordLanguages> worded, std::string what,
               std::string structure)
        : checking_(checking),
          worded_(std::move(worded)),
          what_(std::move(what)),
          structure_(std::move(structure))
    {
        std::set<std::string> met;
        std::erase_if(worded_,
                      [&](auto const& one) { return !met.insert(one.id).second; }); // unique_ids() reports these
        auto const at = SourceLocation{structure_, 1, 1};
        for (auto const& language : checking_.content.languages)
            if (!checking_.is_unread(checking_.words_of(at, language).file)) languages_.push_back(language);
        for (auto const& language : checking_.content.languages)
            for (auto const& stray : checking_.content.stray_words)
                if (stray.what == what_ && stray.structure == structure_ && stray.language == language)
                    strays_.push_back(&stray);
        everywhere_ = strays_everywhere();
    }

    void run()
    {
        for (auto const& one : worded_) check_everywhere(one);
        for (auto const& language : languages_) check_language(language);
        diagnose_strays();
    }

private:
    using RecordLanguages = CheckContext::RecordLanguages;

    std::vector<RecordLanguages const*> lacking(Language const& language) const
    {
        std::vector<RecordLanguages const*> found;
        for (auto const& one : worded_)
            if (!one.languages.contains(language) && !reported_.contains(one.id)) found.push_back(&one);
        return found;
    }

    std::vector<std::string> strays_in(Language const& language) const
    {
        std::vector<std::string> ids;
        for (auto const* stray : strays_)
            if (stray->language == language) ids.push_back(stray->id);
        return ids;
    }

    std::vector<std::string> strays_everywhere() const
    {
        std::vector<std::string> ids;
        for (auto const* stray : strays_) {
            auto const times = std::count_if(strays_.begin(), strays_.end(),
                                             [&](auto const* other) { return other->id == stray->id; });
            bool const known = std::find(ids.begin(), ids.end(), stray->id) != ids.end();
            if (static_cast<std::size_t>(times) == languages_.size() && !known) ids.push_back(stray->id);
        }
        return ids;
    }

    std::string section(std::string_view id) const
    {
        bool const grouped = structure_.find("/reporting/") != std::string::npos;
        return grouped ? fmt::format("[{}.{}]", what_, id) : fmt::format("[{}]", id);
    }

    std::string files() const
    {
        std::vector<std::string> names;
        for (auto const& language : languages_) names.push_back(language + ".toml");
        return fmt::format("{}", fmt::join(names, ", "));
    }

    // It has words in no language: the fault is in the structure, or nobody has written them yet.
    void check_everywhere(RecordLanguages const& one)
    {
        bool const nowhere = std::none_of(languages_.begin(), languages_.end(),
                                          [&](Language const& language) { return one.languages.contains(language); });
        if (!nowhere || languages_.size() < 2) return;
        reported_.insert(one.id);
        auto meant = nearest_word(one.id, everywhere_);
        if (!meant && everywhere_.size() == 1) meant = everywhere_.front();
        if (!meant) {
            checking_.error(one.place, fmt::format("{} '{}' has no words in any language", what_, one.id),
                            fmt::format("write {} in {}, or take it out here", section(one.id), files()));
            return;
        }
        std::erase_if(strays_, [&](auto const* stray) { return stray->id == *meant; });
        std::erase(everywhere_, std::string(*meant));
        checking_.corrected_.insert(what_ + " " + *meant);
        checking_.error(
            one.place,
            fmt::format("{} '{}' has no words: every language has them under {}", what_, one.id, section(*meant)),
            fmt::format("write '{}' here", *meant));
    }

    void check_language(Language const& language)
    {
        std::vector<std::string> without;
        for (auto const* one : lacking(language)) without.push_back(one->id);
        pair_strays(language, without);
        if (without.empty()) return;
        auto const place = checking_.words_of({structure_, 1, 1}, language);
        if (without.size() == 1)
            checking_.error(place, fmt::format("{} '{}' has no words in '{}'", what_, without.front(), language),
                            fmt::format("add {}, as the file of another language has it", section(without.front())));
        else
            checking_.error(place,
                            fmt::format("{} {}s have no words in '{}': {}", without.size(), what_, language,
                                        fmt::join(without, ", ")),
                            fmt::format("add {} and the others, as the file of another language has them",
                                        section(without.front())));
    }

    // Pairs a section of no record with the record without words that it was meant for, and reports the section.
    void pair_strays(Language const& language, std::vector<std::string>& without)
    {
        for (auto const& id : strays_in(language)) {
            if (without.empty()) return;
            auto meant = nearest_word(id, without);
            if (!meant && without.size() == 1 && strays_in(language).size() == 1) meant = without.front();
            if (!meant) continue;
            auto const stray = std::find_if(strays_.begin(), strays_.end(), [&](auto const* one) {
                return one->language == language && one->id == id;
            });
            checking_.error((*stray)->place, fmt::format("there is no {} '{}'", what_, id),
                            fmt::format("write {}, as the other files do", section(*meant)));
            std::erase(without, *meant);
            strays_.erase(stray);
        }
    }

    void diagnose_strays()
    {
        if (checking_.is_unread(structure_)) return; // it may have them
        while (!strays_.empty()) {
            auto const* first = strays_.front();
            std::vector<std::string> names;
            for (auto const* stray : strays_)
                if (stray->id == first->id) names.push_back(stray->language + ".toml");
            auto const name = structure_.substr(structure_.rfind('/') + 1);
            checking_.error(
                first->place, fmt::format("there is no {} '{}' in {}", what_, first->id, name),
                fmt::format("list it in {}, or take {} out of {}", name, section(first->id), fmt::join(names, ", ")));
            auto const id = first->id;
            std::erase_if(strays_, [&](auto const* stray) { return stray->id == id; });
        }
    }

    CheckContext& checking_;
    std::vector<RecordLanguages> worded_;
    std::string what_, structure_;
    std::vector<Language> languages_; // whose words could be read
    std::vector<StrayWords const*> strays_;
    std::vector<std::string> everywhere_; // what every words file has and nothing names
    std::set<std::string> reported_;
};

void CheckContext::compare_with_words(std::vector<RecordLanguages> worded, std::string const& what,
                                      std::string const& structure)
{
    WordsCheck(*this, std::move(worded), what, structure).run();
}

} // namespace kiosk::content
