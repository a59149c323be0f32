#include "support/real_kiosk.h"
#include "files/files.h"
#include "support/cheap_hash.h"
#include "support/clocked_windows.h"
#include "support/figures.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <utility>

namespace test {

using namespace kiosk;

namespace {

constexpr Duration kTap = 50ms; // a finger on the glass
constexpr Duration kAMoment = 300ms;
constexpr Duration kSettled = 1s; // a screen is there, and hears
constexpr Point kCorner{1900, 20};

void push(platform::WindowEvents& incoming, ui::FingerPhase phase, Point point)
{
    incoming.fingers.push_back({phase, 0, point});
}

} // namespace

void Person::then(Duration after, std::function<void(show::ScreenRunner const&, platform::WindowEvents&)> happens)
{
    steps_.push_back(
        {after, [happens = std::move(happens)](show::ScreenRunner const& show, platform::WindowEvents& incoming) {
             happens(show, incoming);
             return Done::yes;
         }});
}

Person& Person::tap(std::string node)
{
    struct Hand {
        std::string node;
        Point place;
        bool scrolling = false; // with a finger on the button for it

        Done come_down(show::ScreenRunner const& show, platform::WindowEvents& incoming)
        {
            if (std::exchange(scrolling, false)) {
                push(incoming, ui::FingerPhase::up, place);
                return Done::not_yet;
            }
            INFO("looking for ", node, " on ", std::string(show.screen()));
            auto const* found = show.scene().find(node);
            REQUIRE(found);
            scrolling = !found->can_be_touched_at(found->rect.centre());
            if (scrolling) found = show.scene().find("scroll.down");
            REQUIRE(found);
            place = found->rect.centre();
            push(incoming, ui::FingerPhase::down, place);
            return scrolling ? Done::not_yet : Done::yes;
        }
    };
    auto const hand = std::make_shared<Hand>();
    hand->node = std::move(node);
    steps_.push_back({kSettled, [hand](show::ScreenRunner const& show, platform::WindowEvents& incoming) {
                          return hand->come_down(show, incoming);
                      }});
    then(kTap, [hand](show::ScreenRunner const&, platform::WindowEvents& incoming) {
        push(incoming, ui::FingerPhase::up, hand->place);
    });
    return *this;
}

Person& Person::hold_corner()
{
    then(kSettled, [](show::ScreenRunner const&, platform::WindowEvents& incoming) {
        push(incoming, ui::FingerPhase::down, kCorner);
    });
    then(3500ms, [](show::ScreenRunner const&, platform::WindowEvents& incoming) {
        push(incoming, ui::FingerPhase::up, kCorner);
    });
    return *this;
}

Person& Person::type(std::string_view pin)
{
    for (char const digit : pin) tap(fmt::format("pin.{}", digit));
    return tap("pin.submit");
}

Person& Person::wait(Duration duration)
{
    then(duration, [](show::ScreenRunner const&, platform::WindowEvents&) {});
    return *this;
}

Person& Person::see(std::function<void(show::ScreenRunner const&)> look)
{
    then(kSettled, [look = std::move(look)](show::ScreenRunner const& show, platform::WindowEvents&) { look(show); });
    return *this;
}

// The person before the first of them.
class PersonsWindows final : public ClockedWindows {
public:
    PersonsWindows(ManualClock& clock, Person const& person) : ClockedWindows(clock), person_(person)
    {
        due_ = clock_.now() +
               (person_.steps_.empty() ? kSettled : std::max<Duration>(kSettled, person_.steps_.front().after));
    }
    void show(show::ScreenRunner const& show) { show_ = &show; }

private:
    Instant next_event() const override { return due_; }
    void happen(platform::WindowEvents& incoming) override
    {
        auto const& steps = person_.steps_;
        if (next_ == steps.size()) {
            incoming.stop = true;
            due_ = clock_.now() + kSettled;
        } else if (steps[next_].happens(*show_, incoming) == Person::Done::not_yet) {
            due_ = clock_.now() + kAMoment;
        } else {
            ++next_;
            due_ = clock_.now() + (next_ < steps.size() ? steps[next_].after : kSettled);
        }
    }

    Person const& person_;
    show::ScreenRunner const* show_ = nullptr;
    std::size_t next_ = 0;
    Instant due_{};
};

RealKiosk::RealKiosk(std::string const& more) : clock(noon("2026-11-20"))
{
    auto const config = fmt::format("name = \"lobby\"\n{}\n[staff]\npin_hash = \"{}\"\n[export]\nfolders = [\"{}\"]\n",
                                    more, cheap_hash(kPin), stick().string());
    REQUIRE(write_file_atomically(folder / "kiosk.toml", config).ok());
}

program::LoopEnd RealKiosk::run(Person const& person)
{
    std::vector<std::string> arguments{"kiosk",
                                       "--config",
                                       (folder / "kiosk.toml").string(),
                                       "--data",
                                       data().string(),
                                       "--assets",
                                       tiny_assets().string()};
    std::vector<char*> pointers;
    for (auto& argument : arguments) pointers.push_back(argument.data());
    auto const read =
        program::read_options(static_cast<int>(pointers.size()), pointers.data(), (sources() / "content").string());
    auto const* options = std::get_if<program::Options>(&read);
    REQUIRE(options);
    auto setup = program::load_setup(*options);
    REQUIRE(setup.ok());
    for (auto const& problem : setup.value().problems) FAIL_CHECK(problem.line());
    PersonsWindows windows(clock, person);
    platform::StopSignals const signals([] {});
    program::Application application(setup.value(), {.windows = windows,
                                                     .clock = clock,
                                                     .signals = signals,
                                                     .wake = {},
                                                     .waiting = Execution::at_once,
                                                     .decode = Execution::at_once});
    windows.show(application.show(0));
    return application.run(platform::ServiceNotify(platform::ServiceOptions{}));
}

} // namespace test
