// The attacker has one open package of a quiet shop: one visit a day, all of its open figures, every rule of this
// program. Whatever he reckons, he reckons the same from the package of a shop where the same visitors came and nobody
// reported or asked for support: the two are the same to the byte. So he names none of them better than by chance.
#include "figures/days.h"
#include "files/files.h"
#include "support/figures.h"
#include "support/kiosk.h"
#include "visit/chance_visit.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::figures;
using namespace kiosk::store;
using namespace test;

namespace {

struct Counted {
    Batch batch;
    bool guarded = false;
};

Counted counted(std::vector<test::Event> const& events, std::string const& day)
{
    Counted counted;
    auto state = visit::fresh_state(shipped_content(), Instant{Duration(0)});
    for (auto const& event : events) {
        // Whatever happened was heard; without what lay between, some of it comes sooner.
        state.input_blocked_until = event.at;
        for (auto const& count :
             visit::update(state, shipped_content(), event.action, {event.at, event.chance}).counts) {
            counted.guarded = counted.guarded || entry(count.measure).guard == Guard::guarded;
            ++counted.batch[{day, kWholeDay, "1", count.language, count.measure, count.item}];
        }
    }
    return counted;
}

// Everything in a package that is open: all but what reporting leaves by, and the numbers that tell databases apart.
std::map<std::string, std::string> open_part(std::filesystem::path const& package)
{
    std::map<std::string, std::string> files;
    for (auto const* name : {"tallies.csv", "labels.csv", "measures.csv", "machine.csv", "remarks.csv"})
        files[name] = read_file(package / name).value();
    return files;
}

} // namespace

TEST_CASE("the open package of a quiet shop is the same to the byte, whether its visitors reported or not")
{
    TemporaryFolder folder;
    auto reporting = store_of(folder / "reporting");
    auto silent = store_of(folder / "silent");
    int reported = 0;
    constexpr int kDays = 90;
    for (int i = 0; i < kDays; ++i) {
        auto const day = day_after("2026-11-02", i);
        Random random(7'000 + static_cast<std::uint64_t>(i));
        auto const events = visit_by_chance(shipped_content(), random);
        auto const whole = counted(events, day);
        auto const rest = counted(without_guarded(events).events, day);
        REQUIRE_FALSE(rest.guarded);
        reported += whole.guarded ? 1 : 0;
        REQUIRE(reporting.commit(whole.batch, std::nullopt).ok());
        REQUIRE(silent.commit(rest.batch, std::nullopt).ok());
    }
    REQUIRE(reported > kDays / 2); // there is much to find
    auto const last = day_after("2026-11-02", kDays);
    CHECK(open_part(exported(reporting, folder / "a", on_day(last))) ==
          open_part(exported(silent, folder / "b", on_day(last))));
}
