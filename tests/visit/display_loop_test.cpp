#include "support/kiosk.h"
#include "visit/display_loop.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <set>

using namespace kiosk;
using namespace kiosk::visit;
using content::SlideKind;

namespace {

struct Loop {
    content::Content content = test::shipped_content();
    Random random{7};
    DisplayContext context{Instant{std::chrono::seconds(1)}, 1, "", false};
    DisplayState state = initial_display(content, context);
    std::vector<Count> counts;

    void go()
    {
        context.random = random.next();
        context.now = display_deadline(state, content);
        auto const more = advance(state, content, context);
        counts.insert(counts.end(), more.begin(), more.end());
    }
    bool shows_code() const
    {
        return state.now.kind == DisplayItemKind::slide &&
               content.display.slides[state.now.slide].kind == SlideKind::code;
    }
};

std::size_t statements_and_facts(content::Content const& content)
{
    return static_cast<std::size_t>(std::count_if(content.display.slides.begin(), content.display.slides.end(),
                                                  [](auto const& slide) { return slide.kind != SlideKind::code; }));
}

} // namespace

TEST_CASE("between two showings of a statement at least half of the others are shown, for days")
{
    Loop loop;
    auto const others = statements_and_facts(loop.content) / 2;
    std::vector<std::size_t> seen{loop.state.now.slide};
    for (int i = 0; i < 20'000; ++i) {
        loop.go();
        if (loop.shows_code()) continue;
        auto const last = std::find(seen.rbegin(), seen.rend(), loop.state.now.slide);
        if (last != seen.rend()) REQUIRE(static_cast<std::size_t>(std::distance(seen.rbegin(), last)) >= others);
        seen.push_back(loop.state.now.slide);
    }
}

TEST_CASE("every statement and fact comes in every language, and no two rounds are alike")
{
    Loop loop;
    std::set<std::pair<std::size_t, std::string>> seen;
    std::set<std::vector<std::size_t>> rounds;
    for (int i = 0; i < 400; ++i) {
        loop.go();
        rounds.insert(loop.state.round);
        if (!loop.shows_code()) seen.insert({loop.state.now.slide, loop.state.now.language});
    }
    CHECK(seen.size() == statements_and_facts(loop.content) * loop.content.languages.size());
    CHECK(rounds.size() == loop.state.rounds);
}

TEST_CASE("after every third sight comes a code, in the language of what was said before it, and is counted")
{
    Loop loop;
    std::size_t since = 1;
    for (int i = 0; i < 100; ++i) {
        auto const language = loop.state.now.language;
        loop.go();
        if (!loop.shows_code()) {
            ++since;
            continue;
        }
        CHECK(since == kItemsPerCode);
        CHECK(loop.state.now.language == language);
        since = 0;
    }
    CHECK(loop.counts.size() == loop.state.codes);
    CHECK(loop.counts.size() == 25);
    for (auto const& count : loop.counts) {
        CHECK(count.measure == Measure::display_code);
        CHECK(loop.content.reporting.channel(count.item) != nullptr);
    }
}

TEST_CASE("figures are told once a round, and only where there are some to tell")
{
    Loop loop;
    int told = 0;
    auto const count_told = [&](int sights) {
        told = 0;
        for (int i = 0; i < sights; ++i) {
            loop.go();
            if (loop.state.now.kind == DisplayItemKind::figures) ++told;
        }
    };
    count_told(200);
    CHECK(told == 0);
    loop.context.figures = true;
    auto const rounds = loop.state.rounds;
    count_told(200);
    CHECK(told >= static_cast<int>(loop.state.rounds - rounds) - 1);
    CHECK(told <= static_cast<int>(loop.state.rounds - rounds) + 1);
}

TEST_CASE("a slide for the evening is not shown by day")
{
    Loop loop;
    loop.content.display.slides[2].dayparts = {"evening"};
    loop.context.daypart = "day";
    loop.state = initial_display(loop.content, loop.context);
    std::set<std::size_t> seen;
    auto const watch = [&] {
        seen.clear();
        for (int i = 0; i < 60; ++i) {
            loop.go();
            seen.insert(loop.state.now.slide);
        }
    };
    watch();
    CHECK_FALSE(seen.contains(2));
    loop.context.daypart = "evening";
    watch();
    CHECK(seen.contains(2));
}

TEST_CASE("a display with a single slide goes on showing it, and one with codes only shows them")
{
    Loop loop;
    loop.content.display.slides.resize(1);
    loop.state = initial_display(loop.content, loop.context);
    for (int i = 0; i < 5; ++i) loop.go();
    CHECK(loop.state.now.slide == 0);
    loop.content.display.slides[0].kind = SlideKind::code;
    loop.content.display.slides[0].channel = "be-form";
    loop.state = initial_display(loop.content, loop.context);
    for (int i = 0; i < 5; ++i) loop.go();
    CHECK(loop.shows_code());
}
