#include "content/read/reading.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::content {

namespace {

Question read_question(toml::Value const& table, ReadContext& reading)
{
    toml::TableReader reader(table, "[[question]]", reading.problems);
    Question question;
    question.place = reader.place();
    question.lines = reader.lines();
    question.id = reader.text("id");
    question.kind = reader.choice<QuestionKind>("kind", {{"single", QuestionKind::single},
                                                         {"several", QuestionKind::several},
                                                         {"true-false", QuestionKind::true_false},
                                                         {"what-would-you-do", QuestionKind::what_would_you_do}});
    question.group = reader.text("group", toml::Presence::optional);
    question.picture = reader.text("picture", toml::Presence::optional);
    question.answers = reader.texts("answers");
    question.ordered = reader.flag("ordered", false);
    question.right = reader.texts("right");
    question.sources = reader.texts("sources");
    reader.finish();
    question.unread = reader.unread();
    return question;
}

// The question that is asked before all others, and again after them: "would you tell somebody?"
Question read_intent(toml::Value const& table, ReadContext& reading)
{
    toml::TableReader reader(table, "[intent]", reading.problems);
    Question question;
    question.place = reader.place();
    question.lines = reader.lines();
    question.id = reader.text("id");
    question.kind = QuestionKind::intent;
    question.picture = reader.text("picture", toml::Presence::optional);
    question.answers = reader.texts("answers");
    question.ordered = true;
    reader.finish();
    question.unread = reader.unread();
    return question;
}

QuestionGroup read_group(toml::Value const& table, ReadContext& reading)
{
    toml::TableReader reader(table, "[[group]]", reading.problems);
    QuestionGroup group;
    group.place = reader.place();
    group.lines = reader.lines();
    group.id = reader.text("id");
    reader.numbers(group, kGroupNumbers);
    reader.finish();
    return group;
}

QuestionWords read_question_words(Question const& question, toml::Value const& table, ReadContext& reading)
{
    toml::TableReader reader(table, fmt::format("question '{}'", question.id), reading.problems);
    QuestionWords words;
    words.place = reader.place();
    words.question = reader.text("question");
    words.again = reader.text("again", toml::Presence::optional);
    if (question.kind != QuestionKind::intent) {
        words.reason = reader.text("reason");
        words.learned = reader.text("learned");
    }
    // Which answers there are is not known: what is written is taken for them.
    if (question.unread.contains("answers") || !has_usable_answers(question))
        for (auto const& member : table.members) reader.ignore(member.name);
    for (auto const& answer : has_usable_answers(question) ? question.answers : std::vector<std::string>()) {
        // True and false are words of the interface, the same for every question.
        auto const presence =
            question.kind == QuestionKind::true_false ? toml::Presence::optional : toml::Presence::required;
        auto text = reader.text(answer, presence);
        if (!text.empty()) words.answers[answer] = std::move(text);
    }
    reader.finish();
    return words;
}

// A question of any kind, the intent too.
struct Asked {
    std::string id;
    Question& question;
};

void read_words(ReadContext& reading, toml::Value const& root, Language const& language, Quiz& quiz,
                std::filesystem::path const& structure)
{
    toml::TableReader reader(root, root.place.file, reading.problems);
    auto& heading = quiz.headings[language];
    heading.title = reader.text("title");
    heading.subtitle = reader.text("subtitle");
    std::vector<Asked> asked;
    if (quiz.intent) asked.push_back({quiz.intent->id, *quiz.intent});
    for (auto& question : quiz.questions) asked.push_back({question.id, question});
    read_records(reading, reader, asked, {"question", structure, language},
                 [&](Asked const& of, toml::Value const& section) {
                     of.question.words[language] = read_question_words(of.question, section, reading);
                 });
}

} // namespace

void read_quiz(ReadContext& reading, std::filesystem::path const& relative, Quiz& quiz)
{
    auto const structure = relative / "quiz.toml";
    auto const root = reading.file(structure);
    if (!root) return;
    toml::TableReader reader(*root, "this file", reading.problems);
    quiz.place = reader.place();
    quiz.lines = reader.lines();
    quiz.id = reader.text("id");
    check_id(reading, reader, quiz.id, relative);
    reader.numbers(quiz, kQuizNumbers);
    quiz.picture = reader.text("picture");
    quiz.pair = reader.text("pair");
    if (auto const* table = reader.table("intent", toml::Presence::optional))
        quiz.intent = read_intent(*table, reading);
    for (auto const* table : reader.tables("group", toml::Presence::optional))
        reading.add(quiz.groups, read_group(*table, reading), structure);
    for (auto const* table : reader.tables("question"))
        reading.add(quiz.questions, read_question(*table, reading), structure);
    reader.finish();
    for (auto const* key : {"question", "group", "intent", "pair", "draw"})
        if (reader.unread().contains(key)) reading.mark_incomplete(structure);
    for (auto const& [language, words] : reading.words(relative)) read_words(reading, words, language, quiz, structure);
}

} // namespace kiosk::content
