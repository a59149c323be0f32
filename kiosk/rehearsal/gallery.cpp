#include "rehearsal/gallery.h"
#include "content/offers.h"
#include "rehearsal/gallery_staff.h"
#include "screens/display/display.h"
#include "screens/screens.h"
#include "show/display_screen.h"
#include "visit/model/attract.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace kiosk::rehearsal {

namespace {

using content::Question;
using visit::Screen;
using visit::State;

class GalleryBuilder {
public:
    GalleryBuilder(content::Content const& content, content::Language language, GalleryScope choice, Instant now)
        : content_(content),
          language_(std::move(language)),
          choice_(choice),
          now_(now)
    {
    }

    std::vector<View> all()
    {
        attract();
        for (auto const screen :
             {Screen::language, Screen::reading, Screen::home, Screen::notice, Screen::neutral, Screen::safe})
            add(std::string(visit::name(screen)), at(screen));
        auto asked = at(Screen::home);
        asked.warned = now_;
        add("still-there", asked);
        for (auto const* one : content_.all_series()) series(*one);
        for (auto const& set : content_.scenes) scenes(set);
        for (auto const& one : content_.quizzes) quiz(one);
        report();
        display();
        for (auto const gallery : {staff_gallery, machine_gallery}) {
            auto staff = gallery(content_, language_, choice_, now_);
            views_.insert(views_.end(), std::make_move_iterator(staff.begin()), std::make_move_iterator(staff.end()));
        }
        return std::move(views_);
    }

private:
    State at(Screen screen) const
    {
        auto state = visit::fresh_state(content_, now_);
        state.screen = screen;
        state.language = language_;
        state.slide_since = Instant(); // past every cross-fade
        return state;
    }
    void add(std::string name, State state) { views_.push_back({std::move(name), std::move(state), {}, {}}); }

    void attract()
    {
        for (int i = 0; i < visit::attract_turns(content_); ++i) {
            auto const turn = visit::attract_turn(content_, i);
            if (turn.language != language_) continue;
            auto state = at(Screen::attract);
            state.attract_slide = i;
            // The eye is open by then.
            state.slide_since = now_ + Duration(std::chrono::seconds(-2));
            add("attract." + content_.attract[turn.statement].id, state);
            if (choice_ == GalleryScope::one_of_each) return;
        }
    }

    void series(content::Series const& series)
    {
        for (std::size_t i = 0; i < series.pages.size(); ++i) {
            auto state = at(Screen::page);
            state.reading = {series.id, static_cast<int>(i), false};
            add("page." + series.id + "." + series.pages[i].id, state);
            if (choice_ == GalleryScope::pages && i > 0) continue;
            state.reading.sources_open = true;
            add("sources." + series.id + "." + series.pages[i].id, state);
            if (choice_ == GalleryScope::one_of_each) return;
        }
    }

    // Each moment, what follows from each choice, and the end.
    void scenes(content::SceneSet const& set)
    {
        for (auto const& scene : set.scenes) {
            auto state = at(Screen::scene);
            for (auto const& moment : scene.moments) {
                auto const picture = moment.picture.empty() ? scene.picture : moment.picture;
                state.scene = {visit::RunKind::first, set.id, scene.id, moment.id, picture, "", {}};
                auto const name = fmt::format("scene.{}.{}.{}", set.id, scene.id, moment.id);
                add(name, state);
                for (auto const& choice : moment.choices) {
                    state.scene.chosen = choice;
                    add(name + "." + choice, state);
                    if (choice_ == GalleryScope::one_of_each) break;
                }
                if (choice_ == GalleryScope::one_of_each) break;
            }
            state.screen = Screen::scene_end;
            add(fmt::format("scene-end.{}.{}", set.id, scene.id), state);
            if (choice_ != GalleryScope::all) return;
        }
    }

    // A first run that has come to a place; all questions before it were answered rightly.
    State asking(content::Quiz const& quiz, Question const& question, std::size_t place) const
    {
        auto state = at(Screen::quiz);
        auto& run = state.quiz;
        run.quiz = quiz.id;
        run.has_intent = quiz.intent.has_value();
        run.questions.assign(static_cast<std::size_t>(quiz.draw) + (quiz.intent ? 3 : 1), quiz.pair);
        if (quiz.intent) run.questions.front() = run.questions.back() = quiz.intent->id;
        run.questions.at(place) = question.id;
        for (auto const& id : run.questions) run.answers.push_back(quiz.find_asked(id)->answers);
        run.position = static_cast<int>(place);
        run.right.assign(static_cast<std::size_t>(std::max(0, run.scored_before())), true);
        return state;
    }

    static void answer(State& state, std::set<std::string> chosen)
    {
        state.quiz.answered = true;
        state.quiz.chosen = std::move(chosen);
    }

    // The first quiz of the content has no name in the names of views.
    std::string view_name(content::Quiz const& quiz, std::string const& screen, std::string const& what) const
    {
        bool const first = &quiz == &content_.quizzes.front();
        return first ? screen + "." + what : fmt::format("{}.{}.{}", screen, quiz.id, what);
    }

    void questions(content::Quiz const& quiz)
    {
        auto const place = std::size_t{quiz.intent ? 3U : 2U};
        for (auto const& question : quiz.questions) {
            auto state = asking(quiz, question, place);
            auto const name = view_name(quiz, "quiz", question.id);
            add(name, state);
            answer(state, {question.right.begin(), question.right.end()});
            add(name + ".right", state);
            auto const wrong = std::find_if(question.answers.begin(), question.answers.end(), [&](auto const& answer) {
                return std::find(question.right.begin(), question.right.end(), answer) == question.right.end();
            });
            if (wrong != question.answers.end()) state.quiz.chosen = {*wrong};
            add(name + ".reconsider", state);
            if (choice_ != GalleryScope::all) break;
        }
    }

    // What comes twice in a run: the intent and the pair; and the note after the first answer to it.
    void twice(content::Quiz const& quiz)
    {
        auto const* pair = quiz.find(quiz.pair);
        if (!pair) return;
        auto const first = std::size_t{quiz.intent ? 1U : 0U};
        auto const last = static_cast<std::size_t>(quiz.draw) + first;
        if (quiz.intent) {
            add(view_name(quiz, "quiz", "intent"), asking(quiz, *quiz.intent, 0));
            add(view_name(quiz, "quiz", "intent-again"), asking(quiz, *quiz.intent, last + 1));
        }
        add(view_name(quiz, "quiz", "first"), asking(quiz, *pair, first));
        add(view_name(quiz, "quiz", "thanks"), asking(quiz, quiz.questions.back(), first + 1));
        auto again = asking(quiz, *pair, last);
        answer(again, {pair->right.begin(), pair->right.end()});
        add(view_name(quiz, "quiz", "again"), again);
        // Once a visit; in a further run it is one of many, and here the last.
        auto further = again;
        auto& run = further.quiz;
        run.kind = visit::RunKind::further;
        run.has_intent = false;
        run.questions.assign(static_cast<std::size_t>(quiz.draw), quiz.pair);
        run.answers.assign(run.questions.size(), pair->answers);
        run.position = quiz.draw - 1;
        add(view_name(quiz, "quiz", "further"), further);
    }

    void quiz(content::Quiz const& quiz)
    {
        if (quiz.questions.empty()) return;
        questions(quiz);
        twice(quiz);
        for (int const right : {0, 3, quiz.draw}) {
            auto state = asking(quiz, quiz.questions.front(), 0);
            state.screen = Screen::quiz_end;
            // Any others between the two times of the pair.
            for (std::size_t i = 0; i + 1 < static_cast<std::size_t>(quiz.draw); ++i)
                state.quiz.questions.at(i + (quiz.intent ? 2 : 1)) =
                    quiz.questions.at(std::min(i + 1, quiz.questions.size() - 1)).id;
            if (quiz.intent) state.quiz.questions.front() = quiz.intent->id;
            for (int i = 0; i <= quiz.draw; ++i) state.quiz.right.push_back(i > quiz.draw - right);
            add(view_name(quiz, "quiz-end", std::to_string(right)), state);
        }
    }

    void report()
    {
        auto const& reporting = content_.reporting;
        auto const reporting_at = [&](Screen screen, std::string const& place, std::string const& lives) {
            auto state = at(screen);
            state.report.place = place;
            state.report.lives = lives;
            return state;
        };
        add("report-danger", reporting_at(Screen::report_danger, reporting.home, reporting.home));
        add("report-take", reporting_at(Screen::report_take, reporting.home, reporting.home));
        auto homes = reporting_at(Screen::report_where, reporting.home, reporting.home);
        homes.report.asking = visit::PlaceQuestion::where_one_lives;
        add("report-where.lives", homes);
        for (int page = 0; page < 3; ++page)
            for (auto const& [screen, pages] :
                 {std::pair{Screen::report_where, 3}, std::pair{Screen::report_note, 2},
                  std::pair{Screen::report_never, 3}, std::pair{Screen::report_doubts, 2}}) {
                if (page >= (choice_ != GalleryScope::all ? 1 : pages)) continue;
                auto state = reporting_at(screen, reporting.home, reporting.home);
                state.report.list_page = page;
                add(fmt::format("{}.{}", visit::name(screen), page + 1), state);
            }
        for (auto const& place : reporting.places) {
            if (choice_ != GalleryScope::all && place.id != reporting.home) continue;
            add("report-emergency." + place.id, reporting_at(Screen::report_emergency, place.id, reporting.home));
            channels(reporting_at(Screen::report_channel, place.id, reporting.home), place.id);
        }
        // For those who live elsewhere: each who has channels of his own, wherever it was.
        for (auto const& place : reporting.places) {
            if (choice_ != GalleryScope::all || (place.residents.empty() && place.online.empty())) continue;
            channels(reporting_at(Screen::report_channel, "at-sea", place.id), "at-sea.lives-" + place.id);
            channels(reporting_at(Screen::report_channel, "online", place.id), "online.lives-" + place.id);
        }
    }

    // A view for each channel that is offered.
    void channels(State state, std::string const& name)
    {
        for (auto const& offer : content::offers(content_.reporting, {state.report.place, state.report.lives})) {
            state.report.channel = offer.channel->id;
            add("report-channel." + name + "." + offer.channel->id, state);
        }
    }

    void display()
    {
        using content::SlideKind;
        using visit::DisplayItemKind;
        auto const& slides = content_.display.slides;
        auto const add_display = [&](std::string const& name, visit::DisplayItem const& shown) {
            visit::DisplayState state;
            state.now = shown;
            views_.push_back({"display." + name, at(Screen::attract), state, {}});
        };
        std::set<SlideKind> kinds;
        for (std::size_t i = 0; i < slides.size(); ++i)
            if (kinds.insert(slides[i].kind).second || choice_ != GalleryScope::one_of_each)
                add_display(slides[i].id, {DisplayItemKind::slide, i, language_});
        if (!slides.empty()) add_display("figures", {DisplayItemKind::figures, 0, language_});
    }

    content::Content const& content_;
    content::Language language_;
    GalleryScope choice_;
    Instant now_;
    std::vector<View> views_;
};

} // namespace

std::vector<View> gallery(content::Content const& content, content::Language const& language, GalleryScope choice,
                          Instant now)
{
    return GalleryBuilder(content, language, choice, now).all();
}

bool can_be_in_large_letters(View const& view) { return !view.display_state && visit::is_visiting(view.state.screen); }

ui::LayoutOptions layout_of(View const& view, ui::LayoutOptions options)
{
    if (!view.display_state) return options;
    options.letters = ui::LetterSize::normal;
    options.viewing_distance = show::readable_distance(options.panel, options.diagonal_inches);
    return options;
}

void draw_view(screens::Frame& frame, View const& view)
{
    if (view.display_state) {
        screens::draw_display(frame, *view.display_state, {"ECPAT Belgium", {1230, 7890}});
    } else {
        if (view.staff) frame.set_staff(&*view.staff);
        screens::draw(frame, view.state);
    }
}

} // namespace kiosk::rehearsal
