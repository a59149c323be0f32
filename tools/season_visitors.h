// Made-up visits of a season: what one counts, with the items that the content has, the same for the same seed. Private
// to tools/.
#pragma once
#include "base/random.h"
#include "content/offers.h"
#include "figures/measures.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::tools {

// One visit as counts, with the items that the content has.
class Visitors {
public:
    Visitors(content::Content const& content, std::uint64_t seed) : content_(content), random_(seed) {}

    std::vector<Count> visit()
    {
        counts_.clear();
        language_ = content_.languages[std::min<std::size_t>(random_.below(6), content_.languages.size() - 1)];
        count(Measure::visits, "all");
        count(Measure::language_chosen, language_);
        screen("home");
        bool const reads = one_in(2);
        bool const plays = one_in(2);
        if (reads) pages();
        if (plays) quiz();
        bool const chooses = !content_.scenes.empty() && one_in(2);
        if (chooses) scene();
        if (one_in(9)) report();
        if (one_in(20)) count(Measure::comfort, "large-text");
        if (one_in(15) && !content_.support.pages.empty())
            count(Measure::support_seen, pick(content_.support.pages).id);
        count(Measure::visit_ended, one_in(3) ? "idle" : "leave");
        count(Measure::visit_kind, reads || plays || chooses ? "engaged" : "only-touched");
        count(Measure::visit_length, pick(kLengths));
        return counts_;
    }

private:
    static inline std::vector<std::string> const kLengths{"under-30s", "30s-1min", "1min-2min", "2min-4min",
                                                          "over-4min"};
    static inline std::vector<std::string> const kDwells{"under-5s", "5s-15s", "15s-45s", "over-45s"};

    bool one_in(std::uint64_t many) { return random_.below(many) == 0; }
    template <typename T>
    T const& pick(std::vector<T> const& from)
    {
        return from[random_.below(from.size())];
    }
    void count(Measure measure, std::string item) { counts_.push_back({measure, std::move(item), language_}); }
    void screen(std::string const& name)
    {
        count(Measure::screen_seen, name);
        count(Measure::dwell, name + "/" + pick(kDwells));
    }
    void pages()
    {
        auto const& series = pick(content_.campaigns);
        for (auto const& page : series.pages) {
            if (one_in(3)) break;
            count(Measure::page_seen, series.id + "/" + page.id);
            count(Measure::dwell, "page/" + pick(kDwells));
        }
    }
    void quiz()
    {
        auto const& quiz = pick(content_.quizzes);
        count(Measure::quiz_started, quiz.id);
        screen("quiz");
        int right_answers = 0;
        for (int i = 0; i < quiz.draw; ++i) {
            auto const& question = pick(quiz.questions);
            if (one_in(12)) return count(Measure::quiz_left_at, quiz.id + "/" + question.id);
            auto const& answer = pick(question.answers);
            bool const right = std::find(question.right.begin(), question.right.end(), answer) != question.right.end();
            right_answers += right ? 1 : 0;
            count(Measure::quiz_answer, quiz.id + "/" + question.id + "/" + answer);
            count(Measure::quiz_right, quiz.id + "/" + question.id + (right ? "/right" : "/reconsider"));
        }
        count(Measure::quiz_finished, quiz.id);
        count(Measure::quiz_score, fmt::format("{}/{}-of-{}", quiz.id, right_answers, quiz.draw));
        if (quiz.intent)
            count(Measure::intent,
                  fmt::format("{}/{}-{}", quiz.id, pick(quiz.intent->answers), pick(quiz.intent->answers)));
        count(Measure::knowledge, quiz.id + (one_in(2) ? "/wrong-right" : one_in(2) ? "/right-right" : "/wrong-wrong"));
    }
    void scene()
    {
        auto const& set = pick(content_.scenes);
        // Most come to the first ones, so that some months have enough of them.
        auto const& scene = set.scenes[std::min(random_.below(set.scenes.size()), random_.below(set.scenes.size()))];
        screen("scene");
        auto const path = set.id + "/" + scene.id;
        for (auto const* moment = &scene.moments.front(); moment;) {
            if (one_in(9)) return;
            auto const& choice = pick(moment->choices);
            count(Measure::scene_choice, fmt::format("{}/{}/{}", path, moment->id, choice));
            moment = scene.find(moment->next(choice));
        }
        count(Measure::scene_finished, path);
    }
    void report()
    {
        count(Measure::report_step, "danger");
        if (one_in(4)) return;
        count(Measure::report_step, "where");
        // Most of what is looked up is of a few places, as it would be.
        auto const& places = content_.reporting.places;
        auto const& place = places[std::min(random_.below(places.size()), random_.below(places.size()))];
        count(Measure::report_place, place.id);
        count(Measure::report_step, "channel");
        auto const offers = content::offers(content_.reporting, {place.id, content_.reporting.home});
        if (!offers.empty() && !offers.front().channel->url.empty())
            count(Measure::code_shown, offers.front().channel->id);
    }

    content::Content const& content_;
    Random random_;
    content::Language language_;
    std::vector<Count> counts_;
};

} // namespace kiosk::tools
