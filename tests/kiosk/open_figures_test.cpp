// What a kiosk hands on of a visit, by real taps: under which time, when, and that reporting shows in nothing open.
#include "support/kiosk.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace kiosk;
using namespace test;

namespace {

std::vector<Count> open_counts(Kiosk const& kiosk)
{
    std::vector<Count> open;
    for (auto const& count : kiosk.counts().all)
        if (entry(count.measure).guard == Guard::open) open.push_back(count);
    std::sort(open.begin(), open.end());
    return open;
}

// Reads, goes on to the quiz, and walks away from its first question, which is the same for all; `excursion` is from
// home.
template <typename Excursion>
std::vector<Count> open_counts_with(Excursion const& excursion)
{
    Kiosk kiosk;
    kiosk.begin("fr");
    kiosk.wait(4s);
    excursion(kiosk);
    kiosk.wait(4s);
    kiosk.tap("home.dont-look-away");
    kiosk.wait(14s);
    kiosk.tap("page.next");
    kiosk.wait(1s);
    kiosk.tap("bar.home");
    kiosk.tap("home.quiz");
    kiosk.wait(200s);
    return open_counts(kiosk);
}

} // namespace

TEST_CASE("reporting, support and what is chosen there leave every open count as it is")
{
    auto const without = open_counts_with([](Kiosk&) {});
    CHECK(without.size() > 8);
    CHECK(open_counts_with([](Kiosk& kiosk) {
              kiosk.tap("bar.report");
              kiosk.wait(20s);
              kiosk.tap("bar.language");
              kiosk.tap("language.nl");
              kiosk.tap("report.happened");
              kiosk.tap("report.letter.K");
              kiosk.tap("report.place.KE");
              kiosk.wait(20s);
              kiosk.tap("bar.reading");
              kiosk.tap("reading.contrast");
              kiosk.tap("reading.done");
              kiosk.key("tab");
              kiosk.tap("bar.home");
          }) == without);
    CHECK(open_counts_with([](Kiosk& kiosk) {
              kiosk.tap("home.support");
              kiosk.wait(50s);
              kiosk.tap("page.next");
              kiosk.tap("bar.home");
          }) == without);
}

TEST_CASE("every count of a visit is handed on under the time when it began, however long it takes")
{
    Kiosk kiosk;
    kiosk.clock().set_wall({1795427995}); // 09:59:55 UTC
    kiosk.begin();
    auto const began = kiosk.clock().wall();
    CHECK(began < WallTime{1795428000});
    kiosk.wait(40s);
    kiosk.tap("bar.report");
    kiosk.wait(20s);
    kiosk.tap("report.happened");
    kiosk.wait(200s);
    auto const& counts = kiosk.counts();
    CHECK(counts.commits == 2);
    CHECK(counts.of(Measure::visit_ended) == 1);
    CHECK(counts.under == std::vector<WallTime>(counts.all.size(), began));

    kiosk.begin();
    kiosk.tap("bar.leave");
    CHECK(counts.under.back() > began); // the next has its own
}

TEST_CASE("nothing is handed on while somebody reports, and reporting alone brings nothing about")
{
    Kiosk kiosk;
    kiosk.begin();
    kiosk.wait(20s);
    kiosk.tap("bar.report");
    kiosk.wait(24s);
    kiosk.tap("report.happened");
    kiosk.wait(24s);
    CHECK(kiosk.counts().commits == 0);
    kiosk.tap("bar.home");
    kiosk.wait(11s); // thirty seconds of the open part
    CHECK(kiosk.counts().commits == 1);
    // What is counted of support now waits for the end, or for the next open count.
    kiosk.tap("home.support");
    kiosk.wait(20s);
    kiosk.tap("bar.home");
    kiosk.wait(40s);
    CHECK(kiosk.counts().commits == 1);
    kiosk.tap("bar.leave");
    CHECK(kiosk.counts().commits == 2);
    CHECK(kiosk.counts().of(Measure::support_seen) > 0);
}
