#include "naming/content_words.h"
#include "naming/display_names.h"

#include <fmt/format.h>

namespace kiosk::naming {

namespace {

using Countable = std::map<Measure, std::set<std::string, std::less<>>>;

class WordCollector {
public:
    WordCollector(content::Content const& content, content::Language const& language)
        : content_(content),
          language_(language),
          labels_(make_display_names(content, language))
    {
    }

    std::vector<figures::WordRow> take(Countable const& countable)
    {
        // Pages of support are not among those that are counted by name.
        for (auto const* series : content_.all_series())
            if (series != &content_.support)
                for (auto const& page : series->pages) add(Measure::page_seen, series->id + "/" + page.id);
        for (auto const& [measure, items] : countable)
            for (auto const& item : items) add(measure, item);
        for (auto const& set : content_.scenes)
            for (auto const& scene : set.scenes) add_scene(set.id + "/" + scene.id, scene);
        for (auto const& quiz : content_.quizzes) {
            add(Measure::quiz_started, quiz.id);
            for (auto const& question : quiz.questions) add_question(quiz.id, question);
            if (quiz.intent) add_intent(quiz.id, *quiz.intent);
        }
        return std::move(rows_);
    }

private:
    void add(Measure measure, std::string const& item) { put(measure, item, labels_.item(measure, item), -1); }

    void add_scene(std::string const& path, content::Scene const& scene)
    {
        add(Measure::scene_finished, path);
        for (auto const& moment : scene.moments)
            for (auto const& choice : moment.choices)
                put(Measure::scene_choice, path + "/" + moment.id + "/" + choice,
                    labels_.item(Measure::scene_choice, path + "/" + moment.id + "/" + choice),
                    int{moment.helps(choice)});
    }

    void add_question(std::string const& quiz, content::Question const& question)
    {
        auto const path = quiz + "/" + question.id;
        put(Measure::quiz_right, path, labels_.question(quiz, question.id), -1);
        for (auto const& answer : question.answers) {
            auto const right = labels_.right(quiz, question.id, answer);
            put(Measure::quiz_answer, path + "/" + answer, labels_.answer(quiz, question.id, answer),
                right ? int{*right} : -1);
        }
    }

    void add_intent(std::string const& quiz, content::Question const& question)
    {
        put(Measure::quiz_right, quiz + "/" + question.id, labels_.question(quiz, question.id), -1);
        for (auto const& first : question.answers)
            for (auto const& last : question.answers) add(Measure::intent, quiz + "/" + first + "-" + last);
    }

    void put(Measure measure, std::string const& item, std::string const& words, int right)
    {
        rows_.push_back({content_.version, language_, std::string(entry(measure).id), item, words, right});
    }

    content::Content const& content_;
    content::Language const& language_;
    figures::DisplayNames labels_;
    std::vector<figures::WordRow> rows_;
};

} // namespace

std::vector<figures::WordRow> content_words(content::Content const& content, Countable const& countable)
{
    std::vector<figures::WordRow> rows;
    for (auto const& language : content.languages) {
        auto words = WordCollector(content, language).take(countable);
        rows.insert(rows.end(), words.begin(), words.end());
    }
    return rows;
}

} // namespace kiosk::naming
