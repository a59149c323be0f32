// Compares the texts of each key in all languages: finds files in the wrong language, texts that were copied and not
// translated, labels that are too long, and references that many texts have in vain.
#include "base/utf8.h"
#include "content/keys/placeholders.h"
#include "content/read/reading.h"

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

// The words for "and" and "or" of a language, from ICU's list formatter, with a blank on either side. Without those
// that are no word between blanks.
std::vector<std::string> joining_words(Language const& language)
{
    std::vector<std::string> words;
    for (auto const type : {ULISTFMT_TYPE_AND, ULISTFMT_TYPE_OR}) {
        auto status = U_ZERO_ERROR;
        std::unique_ptr<icu::ListFormatter> const list(
            icu::ListFormatter::createInstance(icu::Locale(language.c_str()), type, ULISTFMT_WIDTH_WIDE, status));
        if (U_FAILURE(status) != 0 || !list) continue;
        icu::UnicodeString const items[] = {"1", "2"};
        icu::UnicodeString joined;
        list->format(items, 2, joined, status);
        std::string text;
        joined.toUTF8String(text);
        bool const between =
            U_SUCCESS(status) != 0 && text.starts_with("1 ") && text.ends_with(" 2") && text.size() > 4;
        if (between) words.push_back(text.substr(1, text.size() - 2));
    }
    return words;
}

struct FileOfWords {
    std::string words;
    SourceLocation place;
};

// Whether a file is in another language than its name says; "" if not. A file of some length that lacks "and" or "or"
// of its language and has both of another is in that one; a long one with neither is in none. One word alone proves
// nothing: "en" is Dutch and French.
std::string fault_of_file(FileOfWords const& file, Language const& language,
                          std::map<Language, std::vector<std::string>> const& joining)
{
    constexpr int kWordsThatHaveOne = 200, kWordsToCompare = 100;
    auto const has = [&](std::string const& word) { return file.words.find(word) != std::string::npos; };
    auto const& own = joining.at(language);
    auto const words = count_own_words(file.words);
    if (own.size() < 2 || std::all_of(own.begin(), own.end(), has) || words < kWordsToCompare) return {};
    auto const bare = [](std::string const& word) { return word.substr(1, word.size() - 2); };
    for (auto const& [other, theirs] : joining)
        if (other != language && theirs.size() == 2 && std::all_of(theirs.begin(), theirs.end(), has))
            return fmt::format("this file is in '{}', and not in '{}': it has the words '{}' and '{}'", other, language,
                               bare(theirs.front()), bare(theirs.back()));
    bool const none = std::none_of(own.begin(), own.end(), has);
    return none && words >= kWordsThatHaveOne
               ? fmt::format("this file is not in '{}': the words '{}' and '{}' are nowhere in it", language,
                             bare(own.front()), bare(own.back()))
               : std::string();
}

// Files get swapped when they are sent to translators and back.
void diagnose_foreign_files(ReadContext& reading)
{
    std::map<std::pair<std::string, Language>, FileOfWords> files;
    for (auto const& text : reading.texts) {
        if (text.language.empty() || text.faulty) continue;
        auto& file = files[{text.folder, text.language}];
        file.words += ' ' + text.written + ' ';
        if (file.place.file.empty()) file.place = {text.place.file, 1, 1};
    }
    std::map<Language, std::vector<std::string>> joining;
    for (auto const& [of, file] : files) joining.try_emplace(of.second, joining_words(of.second));
    for (auto const& [of, file] : files)
        if (auto const fault = fault_of_file(file, of.second, joining); !fault.empty())
            reading.problems.push_back({Severity::error, file.place, fault, "put the right file in its place"});
}

// A label that is far longer than in the other languages is written small, or runs out of its button.
void diagnose_long_labels(ReadContext& reading, std::vector<Text const*> const& all)
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

// Where many texts refer to a record that is gone, replaces their Problems by one at the file that lost it.
void merge_reference_problems(Problems& problems)
{
    constexpr std::string_view kBegin = "this text refers to ";
    std::map<std::string, std::vector<Problem>> gathered;
    for (auto const& problem : problems)
        if (problem.message.starts_with(kBegin)) gathered[problem.message.substr(kBegin.size())].push_back(problem);
    for (auto const& [what, all] : gathered) {
        if (all.size() < 2) continue;
        std::erase_if(problems, [&, wanted = what](Problem const& one) {
            return one.message.starts_with(kBegin) && one.message.substr(kBegin.size()) == wanted;
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

// A text that is the same in two languages was copied. Reports each, or a file that is mostly copied as one.
class CopiedTexts {
public:
    void count(Text const& text) { ++sizes_[text.place.file]; }
    void add(Text const& original, Text const& copy)
    {
        copies_[copy.place.file].push_back(
            {Severity::warning, copy.place,
             fmt::format("this text is the same in '{}' and '{}'", original.language, copy.language),
             "translate it: it was copied"});
        from_[copy.place.file] = original.place.file.substr(original.place.file.rfind('/') + 1);
    }
    void tell(Problems& problems) const
    {
        for (auto const& [file, copies] : copies_) {
            constexpr std::size_t kFewest = 5;
            bool const whole = copies.size() >= kFewest && copies.size() * 2 > sizes_.at(file);
            if (whole)
                problems.push_back({Severity::error,
                                    {file, 1, 1},
                                    fmt::format("this file has {} texts of {}, and {} in all", copies.size(),
                                                from_.at(file), sizes_.at(file)),
                                    "put the right file in its place, or translate them"});
            else
                problems.insert(problems.end(), copies.begin(), copies.end());
        }
    }

private:
    std::map<std::string, std::size_t> sizes_;
    std::map<std::string, Problems> copies_;
    std::map<std::string, std::string> from_;
};

} // namespace

void compare_texts(ReadContext& reading)
{
    merge_reference_problems(reading.problems);
    std::map<std::pair<std::string, std::string>, std::vector<Text const*>> texts;
    for (auto const& text : reading.texts)
        if (!text.language.empty() && !text.faulty && text.readers == Audience::visitors && !is_name(text))
            texts[{text.folder, text.key}].push_back(&text);
    diagnose_foreign_files(reading);
    for (auto const& [key, all] : texts)
        if (key.first == "interface") diagnose_long_labels(reading, all);
    CopiedTexts copied;
    for (auto const& [key, all] : texts)
        for (auto text = all.begin(); text != all.end(); ++text) {
            if (count_own_words((*text)->written) <= kMostWordsOfAName) continue;
            copied.count(**text);
            auto const same =
                std::find_if(all.begin(), text, [&](Text const* one) { return one->written == (*text)->written; });
            if (same != text) copied.add(**same, **text);
        }
    copied.tell(reading.problems);
}

} // namespace kiosk::content
