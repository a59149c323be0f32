// A visit without a screen: actions in, State and counts out.
#pragma once
#include "support/kiosk.h"
#include "visit/model/input_lockout.h"
#include "visit/update.h"

#include <algorithm>

namespace test {

using namespace kiosk;
using namespace kiosk::visit;
using namespace std::chrono_literals;

struct Walk {
    content::Content const& content = shipped_content();
    Instant now{1s};
    State state = fresh_state(content, now);
    std::vector<Count> counts = {};
    std::uint64_t chance = 7;

    // Waits until a new screen takes input, then acts.
    Walk& go(Action const& action)
    {
        if (is_user_input(action)) now = std::max(now, state.input_blocked_until);
        return at_once(action);
    }
    Walk& at_once(Action const& action)
    {
        auto const effects = update(state, content, action, {now, chance});
        counts.insert(counts.end(), effects.counts.begin(), effects.counts.end());
        return *this;
    }
    // A finger: a press, and a moment later its action.
    Walk& tap(Action const& action)
    {
        go(Touched{});
        now = now + 80ms;
        return go(action);
    }
    // Begins a run and answers all of it rightly, or as many as are given; the questions that came, the intent too.
    std::vector<std::string> play_quiz(std::size_t answers = 100)
    {
        std::vector<std::string> came;
        go(StartQuiz{});
        while (state.quiz.running()) {
            came.push_back(state.quiz.questions[static_cast<std::size_t>(state.quiz.position)]);
            if (answers-- == 0) break;
            auto const* question = content.quizzes.front().find_asked(came.back());
            // To the intent anything is right.
            auto const right = question->right.empty() ? std::vector{question->answers.front()} : question->right;
            for (auto const& answer : right) go(ChooseAnswer{answer});
            go(ConfirmAnswer{}).go(NextQuestion{});
        }
        return came;
    }
    Walk& wait(Duration duration)
    {
        now = now + duration;
        return go(Tick{});
    }
    long of(Measure measure, std::string const& item) const
    {
        return std::count_if(counts.begin(), counts.end(),
                             [&](Count const& count) { return count.measure == measure && count.item == item; });
    }
};

} // namespace test
