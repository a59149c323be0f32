#include "visit/chance_visit.h"
#include "visit/model/input_lockout.h"

#include <algorithm>
#include <doctest/doctest.h>

namespace test {

using namespace kiosk;
using namespace kiosk::visit;
using namespace std::chrono_literals;

namespace {

constexpr Duration kStart = 1000s;

template <typename List>
auto const& one_of(List const& list, Random& random)
{
    return list[random.below(list.size())];
}

class Watcher {
public:
    Whereabouts look(State const& state, Action const* action)
    {
        auto const screen = std::string(name(state.screen));
        if (action && action->is<StartQuiz>() && screen == "quiz") ++quizzes_;
        Whereabouts where;
        where.visiting = screen != "attract" && screen != "neutral";
        if (screen != "language" && screen != "reading")
            guarded_ = screen.starts_with("report-") || (screen == "page" && state.reading.series == "support");
        where.guarded = guarded_;
        where.place = screen;
        if (screen == "page") where.place += "/" + state.reading.series + "/" + std::to_string(state.reading.page);
        if (screen == "quiz") where.place += "/" + std::to_string(quizzes_);
        return where;
    }

private:
    bool guarded_ = false; // the last screen that is no aside
    int quizzes_ = 0;
};

class Visitor {
public:
    Visitor(content::Content const& content, Random& random) : content_(content), random_(random) {}

    std::vector<Event> visit()
    {
        std::vector<Action> const ways{Begin{}, ChooseLanguage{one_of(content_.languages, random_)},
                                       OpenReport{one_of(content_.languages, random_)}};
        while (!here_.visiting) gesture({one_of(ways, random_)});
        auto touches = random_.below(random_.below(4) == 0 ? 60 : 25);
        while (touches-- > 0 && here_.visiting) {
            if (random_.below(12) == 0)
                press(); // on nothing
            else
                gesture(one_of(taps(), random_));
        }
        while (here_.visiting) end();
        return std::move(events_);
    }

private:
    void wait(Duration longest)
    {
        // Below what ends a visit: whoever goes on has not gone yet.
        auto const end =
            now_ + Duration(static_cast<Duration::rep>(random_.below(static_cast<std::uint64_t>(longest.count()))));
        for (auto next = next_deadline(state_, content_); next && *next <= end; next = next_deadline(state_, content_))
            (void)update(state_, content_, Tick{}, {*next, 0});
        now_ = end;
    }
    // What a hand does while it is not heard has not happened.
    bool happen(Action const& action)
    {
        if (is_user_input(action) && !accepts_input(state_, now_)) {
            auto const before = state_;
            auto const effects = update(state_, content_, action, {now_, random_.next()});
            REQUIRE(state_ == before);
            REQUIRE(effects.counts.empty());
            return false;
        }
        Event event{now_, action, random_.next(), gesture_, here_, {}};
        (void)update(state_, content_, action, {event.at, event.chance});
        event.after = here_ = watcher_.look(state_, &action);
        events_.push_back(std::move(event));
        return true;
    }
    // Whether it may ask for something: a press that was not heard, or that only uncovered the screen, does not. One in
    // five comes too early to be heard.
    bool press()
    {
        ++gesture_;
        if (random_.below(5) == 0)
            wait(600ms);
        else
            wait(random_.below(3) == 0 ? 40s : 8s);
        return happen(Touched{}) && accepts_input(state_, now_);
    }
    void gesture(Action const& action)
    {
        if (!press()) return;
        if (random_.below(6) == 0)
            happen(UsedKeyboard{});
        else
            wait(random_.below(10) == 0 ? 900ms : 160ms);
        happen(action);
    }
    void end()
    {
        switch (random_.below(4)) {
        case 0: gesture(Leave{}); break;
        case 1: happen(Stop{}); break;
        case 2:
            now_ = now_ + std::chrono::hours(1);
            happen(ResumedFromSleep{});
            break;
        default:
            ++gesture_;
            now_ = now_ + std::chrono::hours(1);
            happen(Tick{});
        }
    }

    // What the screen offers, and its bar.
    std::vector<Action> taps() const
    {
        std::vector<Action> taps;
        auto const add = [&](auto... actions) { (taps.emplace_back(actions), ...); };
        if (random_.below(4) == 0) {
            add(Navigate{Screen::home}, Navigate{Screen::language}, Navigate{Screen::reading},
                Navigate{Screen::report_danger}, Navigate{Screen::report_danger});
            if (random_.below(3) == 0) add(Leave{});
            return taps;
        }
        if (random_.below(20) == 0) { // what no screen of reporting offers today
            add(StartQuiz{}, Navigate{Screen::notice}, Navigate{Screen::home},
                OpenSeries{one_of(content_.campaigns, random_).id, ""}, OpenSeries{content_.support.id, ""},
                ShowEmergency{});
            return taps;
        }
        add_own(taps);
        if (taps.empty()) add(Navigate{Screen::home});
        return taps;
    }
    void add_own(std::vector<Action>& taps) const
    {
        auto const add = [&](auto... actions) { (taps.emplace_back(actions), ...); };
        switch (state_.screen) {
        case Screen::language:
            for (auto const& language : content_.languages) add(ChooseLanguage{language});
            break;
        case Screen::reading:
            add(SetTextSize{TextSize::large}, SetTextSize{TextSize::normal}, SetTheme{ThemeChoice::contrast},
                SetMovement{Movement::less}, Navigate{state_.back_to}, Navigate{state_.back_to});
            break;
        case Screen::home:
            add(OpenSeries{one_of(content_.campaigns, random_).id, ""}, OpenSeries{content_.professionals.id, ""},
                StartQuiz{}, StartQuiz{}, StartScene{content_.scenes.front().id}, Navigate{Screen::notice},
                OpenSeries{content_.support.id, ""}, OpenSeries{content_.support.id, "thoughts"},
                Navigate{Screen::report_take});
            break;
        case Screen::page: add(TurnPage{1}, TurnPage{1}, TurnPage{-1}, ShowSources{true}, ShowSources{false}); break;
        case Screen::scene: add_choices(taps); break;
        case Screen::scene_end: add(StartScene{state_.scene.set}, Navigate{Screen::report_danger}); break;
        case Screen::quiz: add_answers(taps); break;
        case Screen::quiz_end: add(StartQuiz{}, Navigate{Screen::report_danger}, Navigate{Screen::report_take}); break;
        default: add_reporting(taps);
        }
    }
    void add_choices(std::vector<Action>& taps) const
    {
        auto const& run = state_.scene;
        auto const* moment = content_.scene_set(run.set)->find(run.scene)->find(run.moment);
        taps.emplace_back(ContinueScene{});
        for (auto const& choice : moment->choices) taps.emplace_back(ChooseInScene{choice});
    }
    void add_answers(std::vector<Action>& taps) const
    {
        auto const& run = state_.quiz;
        if (!run.running()) return;
        if (run.answered) {
            taps.emplace_back(NextQuestion{});
            return;
        }
        auto const* question =
            content_.quizzes.front().find_asked(run.questions[static_cast<std::size_t>(run.position)]);
        for (auto const& answer : question->answers) taps.emplace_back(ChooseAnswer{answer});
        if (!run.chosen.empty()) taps.emplace_back(ConfirmAnswer{});
    }
    void add_reporting(std::vector<Action>& taps) const
    {
        auto const add = [&](auto... actions) { (taps.emplace_back(actions), ...); };
        auto const& places = content_.reporting.places;
        if (state_.screen == Screen::report_danger || state_.screen == Screen::report_channel)
            add(ShowEmergency{}, AskPlace{}, AskPlace{PlaceQuestion::where_one_lives}, ChooseChannel{"be-116000"});
        if (state_.screen == Screen::report_emergency)
            add(AskPlace{PlaceQuestion::where_the_danger_is}, ContinueToReport{});
        if (state_.screen == Screen::report_where)
            add(FilterPlaces{"K"}, ShowListPage{1}, ChoosePlace{one_of(places, random_).id},
                ChoosePlace{one_of(places, random_).id});
        if (state_.screen == Screen::report_channel)
            add(ChooseChannel{one_of(content_.reporting.channels, random_).id});
        bool const asks = state_.screen == Screen::report_danger || state_.screen == Screen::report_emergency ||
                          state_.screen == Screen::report_where;
        if (is_reporting(state_.screen) && !asks)
            add(Navigate{Screen::report_note}, Navigate{Screen::report_never}, Navigate{Screen::report_doubts});
    }

    content::Content const& content_;
    Random& random_;
    Instant now_{kStart};
    State state_ = fresh_state(content_, now_);
    Watcher watcher_;
    Whereabouts here_ = watcher_.look(state_, nullptr);
    std::vector<Event> events_;
    int gesture_ = 0;
};

class Stripper {
public:
    explicit Stripper(std::vector<Event> const& events) : events_(events) {}

    Stripped strip()
    {
        for (next_ = 0; next_ < events_.size();) {
            auto const& event = events_[next_];
            if (!event.before.guarded && event.after.guarded)
                take_out();
            else
                keep(events_[next_++]);
        }
        return std::move(stripped_);
    }

private:
    void keep(Event event)
    {
        event.at = event.at + -taken_;
        stripped_.events.push_back(std::move(event));
    }
    // What led there goes too: the press, the moment until it asked for something, a key.
    Instant take_back(Event const& entry)
    {
        auto from = entry.at;
        auto& kept = stripped_.events;
        for (auto i = next_; i > 0 && events_[i - 1].gesture == entry.gesture; --i) {
            from = events_[i - 1].at;
            kept.pop_back();
        }
        return from;
    }
    void take_out()
    {
        auto const& entry = events_[next_];
        auto from = entry.at;
        if (!entry.before.visiting) {
            // Begun with reporting: then begun by a touch, and no more.
            stripped_.straight = true;
            auto begun = entry;
            begun.action = Begin{};
            keep(begun);
        } else {
            from = take_back(entry);
        }
        auto exit = next_;
        while (events_[exit].after.guarded) ++exit;
        next_ = exit + 1;
        auto const& back = events_[exit];
        auto const place = entry.before.visiting ? entry.before.place : "language";
        auto const way = way_of(back, place);
        stripped_.ways.push_back(way);
        if (way == RollbackTarget::same_place) {
            taken_ = taken_ + (back.at - from);
            return;
        }
        Event const* press = nullptr;
        for (auto i = exit; i-- > 0 && events_[i].gesture == back.gesture;)
            if (events_[i].action.is<Touched>()) press = &events_[i];
        bool const pressed = press && (way == RollbackTarget::other_place || way == RollbackTarget::leave);
        // The press that led there and the one that led on are one.
        if (!back.action.is<Tick>()) taken_ = taken_ + ((pressed ? press->at : back.at) - from); // else it idles there
        if (pressed) keep(*press);
        auto on = back;
        if (on.action.is<TurnPage>()) on.action = Navigate{Screen::home}; // past the last page
        keep(on);
    }
    static RollbackTarget way_of(Event const& back, std::string const& place)
    {
        if (back.after.visiting)
            return back.after.place == place ? RollbackTarget::same_place : RollbackTarget::other_place;
        if (back.action.is<Leave>()) return RollbackTarget::leave;
        return back.action.is<Stop>() ? RollbackTarget::restart : RollbackTarget::idle;
    }

    std::vector<Event> const& events_;
    std::size_t next_ = 0;
    Duration taken_{0}; // out, so far
    Stripped stripped_;
};

} // namespace

std::vector<Event> visit_by_chance(content::Content const& content, Random& random)
{
    return Visitor(content, random).visit();
}

Stripped without_guarded(std::vector<Event> const& events) { return Stripper(events).strip(); }

} // namespace test
