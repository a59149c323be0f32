// Names of counted items for people, as functions that the caller sets; this room knows no content.
#pragma once
#include "figures/formats.h"
#include "figures/measures.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::figures {

// Names in the staff's language. Each falls back to the id where there is none, also where a function is not set.
// naming/display_names.h makes them from the content.
struct DisplayNames {
    std::string language = "en";                            // of the staff, ISO 639-1
    Formats formats;                                        // as this language writes numbers and days
    std::function<std::string(std::string_view key)> words; // the workbook's own words, by key "figures.<key>"
    // The same with its {count}, in the form that the language has for it: "1 day", "2 days".
    std::function<std::string(std::string_view key, std::int64_t count)> counted;
    std::function<std::string(Measure, std::string_view item)> item; // "page_seen", "dont-look-away/why" -> its title
    std::function<std::string(std::string_view language)> language_name;
    std::function<std::string(std::string_view quiz, std::string_view question)> question; // its full text
    std::function<std::string(std::string_view quiz, std::string_view question, std::string_view answer)> answer;
    // Whether an answer is a right one; nothing where the question is not known (content of another version).
    std::function<std::optional<bool>(std::string_view quiz, std::string_view question, std::string_view answer)> right;
    // Ids in the order visitors meet them, so that questions keep their numbers and an answer nobody chose is shown
    // too.
    std::function<std::vector<std::string>(std::string_view quiz)> questions;
    std::function<std::vector<std::string>(std::string_view quiz, std::string_view question)> answers;
    std::function<std::string(std::string_view id)> campaign;  // or a guide
    std::function<std::string(std::string_view code)> country; // by ISO 3166 alpha-2
    // The chance of being right by guessing at the question that is asked twice; nothing where the quiz is not known.
    std::function<std::optional<double>(std::string_view quiz)> guessing;
    std::vector<std::string> status; // sentences on the state of the words: drafts, a demonstration
};

} // namespace kiosk::figures
