#include "base/nearest.h"
#include "base/utf8.h"
#include "content/check/checking.h"
#include "content/keys/folded.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kiosk::content {

namespace {

// Ids of answers are single letters, so that no similar one can be suggested, only the lower-case one.
void check_right(CheckContext& checking, Question const& question, std::string const& answer)
{
    auto const& answers = question.answers;
    if (std::find(answers.begin(), answers.end(), answer) != answers.end()) return;
    auto const small = small_letters(answer);
    bool const capitals = std::find(answers.begin(), answers.end(), small) != answers.end();
    checking.error(location_of(question, "right"),
                   fmt::format("question '{}' calls \"{}\" right, which is no answer of it", question.id, answer),
                   capitals ? fmt::format("its answers are in small letters: right = [\"{}\"]", small)
                            : fmt::format("its answers are {}", fmt::join(answers, ", ")));
}

void check_answers(CheckContext& checking, Question const& question, std::string const& what)
{
    if (question.kind == QuestionKind::true_false && question.answers != std::vector<std::string>{"true", "false"})
        checking.error(location_of(question, "answers"), what + " is true or false",
                       "set answers = [\"true\", \"false\"]");
    else if (question.answers.size() < 2 || question.answers.size() > 4)
        checking.error(location_of(question, "answers"),
                       fmt::format("{} has {}, and must have two to four answers", what, question.answers.size()),
                       "see answers = […]");
    else if (!has_usable_answers(question))
        checking.error(location_of(question, "answers"), what + " names an answer twice",
                       "take one of them out of answers = […]");
}

void check_question(CheckContext& checking, Question const& question)
{
    auto const what = fmt::format("question '{}'", question.id);
    auto const& unread = question.unread;
    if (!question.picture.empty()) checking.picture(question.picture, location_of(question, "picture"));
    if (question.kind == QuestionKind::intent) {
        if (!unread.contains("answers")) check_answers(checking, question, what);
        return;
    }
    checking.sources(question.sources, location_of(question, "sources"), what, unread);
    if (unread.contains("answers") || unread.contains("right") || unread.contains("kind")) return;
    check_answers(checking, question, what);
    if (!has_usable_answers(question)) return; // which are right is known with the answers
    if (question.right.empty())
        checking.error(location_of(question, "right"), what + " has no right answer", "fill right = […]");
    if (question.kind != QuestionKind::several && question.right.size() > 1)
        checking.error(location_of(question, "right"), what + " has more than one right answer",
                       "set kind = \"several\"");
    for (auto const& answer : question.right) check_right(checking, question, answer);
}

void check_question_words(CheckContext& checking, Question const& question, QuestionWords const& words)
{
    auto const what = fmt::format("question '{}'", question.id);
    checking.length(words.question, kLongestQuestion, words.place, what);
    checking.length(words.again, kLongestQuestion, words.place, fmt::format("the other words of {}", what));
    checking.length(words.learned, kLongestLearned, words.place, fmt::format("what {} teaches", what));
    checking.length(words.reason, kLongestReason, words.place, fmt::format("the reason of {}", what));
    std::map<std::string, std::string> met; // by its folded text, the answer's id
    for (auto const& [id, text] : words.answers) {
        checking.length(text, kLongestAnswer, words.place, fmt::format("answer '{}' of {}", id, what));
        if (auto const [other, is_new] = met.emplace(folded(text), id); !is_new)
            checking.error(words.place, fmt::format("{}: the answers '{}' and '{}' are alike", what, other->second, id),
                           "a visitor could not choose: write one of them otherwise");
    }
}

// How many questions a text speaks of: 6 in "Six questions" and "6 Fragen"; 0 where it does not say.
int questions_mentioned(std::string_view text)
{
    struct Number {
        std::string_view word;
        int value;
    };
    constexpr Number kNumbers[] = {
        {"two", 2},     {"three", 3}, {"four", 4},    {"five", 5},  {"six", 6},    {"seven", 7},  {"eight", 8},
        {"nine", 9},    {"ten", 10},  {"twelve", 12}, {"deux", 2},  {"trois", 3},  {"quatre", 4}, {"cinq", 5},
        {"sept", 7},    {"huit", 8},  {"neuf", 9},    {"dix", 10},  {"douze", 12}, {"twee", 2},   {"drie", 3},
        {"vier", 4},    {"vijf", 5},  {"zes", 6},     {"zeven", 7}, {"acht", 8},   {"negen", 9},  {"tien", 10},
        {"twaalf", 12}, {"zwei", 2},  {"drei", 3},    {"fünf", 5},  {"sechs", 6},  {"sieben", 7}, {"neun", 9},
        {"zehn", 10},   {"zwölf", 12}};
    constexpr std::string_view kQuestions[] = {"questions", "vragen", "Fragen"};
    for (auto const questions : kQuestions) {
        auto const at = text.find(questions);
        if (at == std::string_view::npos || at < 2) continue;
        auto const end = at - 1;
        auto const blank = text.rfind(' ', end - 1);
        auto word = std::string(text.substr(blank == std::string_view::npos ? 0 : blank + 1,
                                            end - (blank == std::string_view::npos ? 0 : blank + 1)));
        if (!word.empty() && word.size() < 3 && word.find_first_not_of("0123456789") == std::string::npos)
            return std::stoi(word);
        word = small_letters(word);
        for (auto const& number : kNumbers)
            if (word == number.word) return number.value;
    }
    return 0;
}

void check_headings(CheckContext& checking, Quiz const& quiz)
{
    for (auto const& [language, heading] : quiz.headings)
        for (auto const* text : {&heading.title, &heading.subtitle})
            if (auto const mentioned = questions_mentioned(*text); mentioned != 0 && mentioned != quiz.draw)
                checking.warning(
                    checking.words_of(quiz.place, language),
                    fmt::format("'{}' speaks of {} questions, and draw = {} in quiz.toml", *text, mentioned, quiz.draw),
                    "write the same number in both");
}

// A run has so many of each group: all together draw - 1, beside the pair.
void check_groups(CheckContext& checking, Quiz const& quiz)
{
    if (quiz.groups.empty()) return;
    checking.unique_ids(quiz.groups, "group");
    std::map<std::string, int> has; // questions, by group
    std::vector<std::string> ids;
    int drawn = 1;
    for (auto const& group : quiz.groups) {
        ids.push_back(group.id);
        drawn += group.draw;
    }
    for (auto const& question : quiz.questions) {
        if (question.id == quiz.pair || question.unread.contains("group")) continue;
        ++has[question.group];
        // Which question needs no group is known with the pair.
        if (question.group.empty() && !quiz.find(quiz.pair)) continue;
        if (std::find(ids.begin(), ids.end(), question.group) == ids.end())
            checking.error(
                location_of(question, "group"),
                question.group.empty()
                    ? fmt::format("question '{}' is in no group, and is never drawn", question.id)
                    : fmt::format("question '{}' is in a group '{}' that is not there", question.id, question.group),
                nearest_or(question.group, ids, fmt::format("the groups are {}", fmt::join(ids, ", "))));
    }
    for (auto const& group : quiz.groups)
        if (has[group.id] < group.draw)
            checking.error(
                location_of(group, "draw"),
                fmt::format("draws {} questions of the group '{}', which has {}", group.draw, group.id, has[group.id]),
                "lower its draw or write more questions");
    if (drawn != quiz.draw)
        checking.error(location_of(quiz, "draw"),
                       fmt::format("draws {} questions, and with the pair the groups draw {}", quiz.draw, drawn),
                       "write the same number in both");
}

} // namespace

void check_quiz(CheckContext& checking, Quiz const& quiz)
{
    if (quiz.questions.empty()) return;
    auto asked = quiz.questions;
    if (quiz.intent) asked.insert(asked.begin(), *quiz.intent);
    checking.unique_ids(asked, "question");
    for (auto const& question : asked) check_question(checking, question);
    checking.words(asked, "question", quiz.place.file);
    if (checking.is_unread(quiz.place.file)) return;
    if (!quiz.picture.empty()) checking.picture(quiz.picture, location_of(quiz, "picture"));
    check_groups(checking, quiz);
    for (auto const& question : asked)
        for (auto const& [language, words] : question.words) check_question_words(checking, question, words);
    check_headings(checking, quiz);
    if (!quiz.find(quiz.pair))
        checking.error(location_of(quiz, "pair"),
                       fmt::format("the pair '{}' is not a question of this quiz", quiz.pair),
                       "name the question that is asked first and once more at the end");
    if (quiz.draw > static_cast<int>(quiz.questions.size()))
        checking.error(location_of(quiz, "draw"),
                       fmt::format("draws {} questions, but there are {}", quiz.draw, quiz.questions.size()),
                       "lower draw or write more questions");
}

} // namespace kiosk::content
