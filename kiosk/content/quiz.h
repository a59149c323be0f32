// A quiz: questions on what travellers know and would do. A run asks the intent and the paired question, then others,
// so many of each group, and at the end both once more in other words. Plain data, as all content.
#pragma once
#include "base/bounds.h"
#include "content/records.h"

#include <optional>

namespace kiosk::content {

// intent: what a visitor would do; it has no right answer.
enum class QuestionKind { single, several, true_false, what_would_you_do, intent };

struct QuestionWords {
    std::string question, reason;
    std::string again;                          // the question when it is asked once more; "": in the same words
    std::string learned;                        // what its answer teaches, for the end of a run
    std::map<std::string, std::string> answers; // by answer id
    SourceLocation place;
};

struct Question {
    std::string id;
    QuestionKind kind = QuestionKind::single;
    std::string group;                       // id; "" for the paired one, and where the quiz has no groups
    std::string picture;                     // the place it is asked in; may be ""
    std::vector<std::string> answers, right; // answer ids
    bool ordered = false;                    // its answers are a scale, and are not shuffled
    std::vector<std::string> sources;
    PerLanguage<QuestionWords> words;
    SourceLocation place;
    KeyLocations lines = {};
    UnreadKeys unread = {};
};

// Whether a question has two to four answers ("true" and "false" for true_false), each once. Otherwise the words of its
// answers are not checked.
bool has_usable_answers(Question const& question);

// Questions of one kind: what to do, where to report. A run has so many of each.
struct QuestionGroup {
    std::string id;
    int draw = 1;
    SourceLocation place;
    KeyLocations lines = {};
};

struct Quiz {
    std::string id;
    int draw = 6;                      // scored questions in a run, the paired one among them
    std::string picture;               // on which the eye opens, to the end of a run
    std::string pair;                  // id of the paired question, asked first and again at the end
    std::optional<Question> intent;    // asked before the first and after the last; not scored
    std::vector<QuestionGroup> groups; // none: any questions are drawn
    std::vector<Question> questions;
    PerLanguage<Heading> headings;
    SourceLocation place;
    KeyLocations lines = {};

    // Of those that are scored.
    Question const* find(std::string_view question) const;
    // Of all, the intent among them.
    Question const* find_asked(std::string_view question) const;
};

// Two at least: the paired question, and one that is asked between its two times.
constexpr NumberKeys<Quiz, 1> kQuizNumbers{number_key("draw", &Quiz::draw, Bounds<int>{2, 20})};
constexpr NumberKeys<QuestionGroup, 1> kGroupNumbers{number_key("draw", &QuestionGroup::draw, Bounds<int>{1, 19})};

} // namespace kiosk::content
