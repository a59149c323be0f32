// Texts of one key beside each other, in all languages: what was copied and not translated, and lists that lost an
// item.
#include "base/utf8.h"
#include "content/placeholders.h"
#include "content/reading.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <unicode/listformatter.h>

namespace kiosk::content {

namespace {

// Names are the same in every language, and few of them have more words.
constexpr int kMostWordsOfAName = 3;

int count_own_words(std::string_view written)
{
    auto const text = without_names(written);
    int words = 0;
    bool inside = false;
    for (char const letter : text) {
        bool const of_word = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                             static_cast<unsigned char>(letter) >= 0x80;
        if (of_word && !inside) ++words;
        inside = of_word || (inside && letter == '\'');
    }
    return words;
}

// The name of a channel is a proper name.
bool is_name(Text const& text)
{
    return text.folder == "reporting" && text.key.starts_with("channel.") && text.key.ends_with(".name");
}

// The word for "and" of a language, as ICU joins two things by it: "" where it is no word between blanks.
std::string word_for_and(Language const& language)
{
    auto status = U_ZERO_ERROR;
    std::unique_ptr<icu::ListFormatter> const list(
        icu::ListFormatter::createInstance(icu::Locale(language.c_str()), status));
    if (U_FAILURE(status) != 0 || !list) return {};
    icu::UnicodeString const items[] = {"1", "2"};
    icu::UnicodeString joined;
    list->format(items, 2, joined, status);
    std::string text;
    joined.toUTF8String(text);
    bool const between = U_SUCCESS(status) != 0 && text.starts_with("1 ") && text.ends_with(" 2") && text.size() > 4;
    return between ? text.substr(1, text.size() - 2) : std::string();
}

int times_in(std::string_view text, std::string_view word)
{
    int times = 0;
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) ++times;
    return times;
}

struct FileOfWords {
    std::string words;
    FilePlace place;
};

// "": it is in its language. Of a few hundred words none is without the word for "and", nor of fewer, where that of
// another language comes again and again.
std::string fault_of_file(FileOfWords const& file, Language const& language,
                          std::map<Language, std::string> const& ands)
{
    constexpr int kWordsThatHaveOne = 200, kWordsToCompare = 100, kAgainAndAgain = 2;
    auto const& own = ands.at(language);
    if (own.empty() || file.words.find(own) != std::string::npos) return {};
    auto const words = count_own_words(file.words);
    auto const bare = [](std::string const& word) { return word.substr(1, word.size() - 2); };
    auto const other = std::find_if(ands.begin(), ands.end(), [&](auto const& one) {
        return !one.second.empty() && times_in(file.words, one.second) >= kAgainAndAgain;
    });
    if (other != ands.end() && words >= kWordsToCompare)
        return fmt::format("this file is not in '{}': it has '{}' of '{}', and '{}' nowhere", language,
                           bare(other->second), other->first, bare(own));
    return words < kWordsThatHaveOne
               ? std::string()
               : fmt::format("this file is not in '{}': the word '{}' is nowhere in it", language, bare(own));
}

// Files change places when they are sent to and fro.
void tell_foreign_files(Reading& reading)
{
    std::map<std::pair<std::string, Language>, FileOfWords> files;
    for (auto const& text : reading.texts) {
        if (text.language.empty() || text.faulty || text.readers != Readers::visitors) continue;
        auto& file = files[{text.folder, text.language}];
        file.words += ' ' + text.written + ' ';
        if (file.place.file.empty()) file.place = {text.place.file, 1, 1};
    }
    std::map<Language, std::string> ands;
    for (auto const& [of, file] : files) ands.emplace(of.second, word_for_and(of.second));
    for (auto const& [of, file] : files)
        if (auto const fault = fault_of_file(file, of.second, ands); !fault.empty())
            reading.problems.push_back({Severity::error, file.place, fault, "put the right file in its place"});
}

// A label that is far longer than in the other languages is written small, or runs out of its button.
void tell_long_labels(Reading& reading, std::vector<Text const*> const& all)
{
    constexpr std::size_t kLetters = 20, kTimes = 2; // as long again as the longest of the others, and some more
    for (auto const* text : all) {
        std::size_t others = 0;
        for (auto const* other : all)
            if (other != text) others = std::max(others, count_code_points(other->written));
        auto const letters = count_code_points(text->written);
        if (all.size() < 2 || letters <= others * kTimes + kLetters) continue;
        reading.problems.push_back(
            {Severity::warning, text->place,
             fmt::format("this text has {} letters, in the other languages {} at most", letters, others),
             "shorten it: on a button it would be written too small to be read"});
    }
}

// Of what many texts refer to in vain the cause is where it was lost, and it is told there, once.
void gather_references(Problems& problems)
{
    constexpr std::string_view kBegin = "this text refers to ";
    std::map<std::string, std::vector<Problem>> gathered;
    for (auto const& problem : problems)
        if (problem.message.starts_with(kBegin)) gathered[problem.message.substr(kBegin.size())].push_back(problem);
    for (auto const& [what, all] : gathered) {
        if (all.size() < 2) continue;
        std::erase_if(problems, [&](Problem const& one) {
            return one.message.starts_with(kBegin) && one.message.substr(kBegin.size()) == what;
        });
        auto const& first = all.front().place;
        auto const folder = first.file.substr(0, first.file.find('/'));
        auto const file = what.starts_with("the emergency number") ? "places.toml" : "channels.toml";
        problems.push_back(
            {all.front().severity,
             {fmt::format("{}/reporting/{}", folder, file)},
             fmt::format("{} texts refer to {}: {}:{} and others", all.size(), what, first.file, first.line),
             fmt::format("if it was lost or changed in {}, put it back there; else mend the texts", file)});
    }
}

} // namespace

void compare_texts(Reading& reading)
{
    gather_references(reading.problems);
    std::map<std::pair<std::string, std::string>, std::vector<Text const*>> texts;
    for (auto const& text : reading.texts)
        if (!text.language.empty() && !text.faulty && text.readers == Readers::visitors && !is_name(text))
            texts[{text.folder, text.key}].push_back(&text);
    tell_foreign_files(reading);
    for (auto const& [key, all] : texts)
        if (key.first == "interface") tell_long_labels(reading, all);
    for (auto const& [key, all] : texts)
        for (std::size_t i = 1; i < all.size(); ++i) {
            auto const same = std::find_if(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i),
                                           [&](Text const* one) { return one->written == all[i]->written; });
            if (same == all.begin() + static_cast<std::ptrdiff_t>(i)) continue;
            if (count_own_words(all[i]->written) <= kMostWordsOfAName) continue;
            reading.problems.push_back(
                {Severity::warning, all[i]->place,
                 fmt::format("this text is the same in '{}' and '{}'", (*same)->language, all[i]->language),
                 "translate it: it was copied"});
        }
}

} // namespace kiosk::content
