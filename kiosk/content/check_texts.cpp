// Texts of one key beside each other, in all languages: what was copied and not translated, and lists that lost an
// item.
#include "content/placeholders.h"
#include "content/reading.h"

#include <algorithm>
#include <fmt/format.h>

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

} // namespace

void compare_texts(Reading& reading)
{
    std::map<std::pair<std::string, std::string>, std::vector<Text const*>> texts;
    for (auto const& text : reading.texts)
        if (!text.language.empty() && !text.faulty && text.readers == Readers::visitors && !is_name(text))
            texts[{text.folder, text.key}].push_back(&text);
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
