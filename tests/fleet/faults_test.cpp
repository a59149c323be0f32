// Every write that can fail, every allocation that can fail, in turn: the fleet is what it was or what it should be.
#include "fleet/packages.h"
#include "support/failing_memory.h"
#include "support/failing_vfs.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::package;
using namespace kiosk::store;
using namespace kiosk::fleet;
using namespace test;

namespace {

Batch some()
{
    return {{tally(Measure::visits, "all"), 12},
            {tally(Measure::page_seen, "campaign/page"), 3},
            {tally(Measure::report_step, "danger", "2026-11-20"), 11}};
}

// Whatever it may throw for want of memory is a failure like another.
template <typename Work>
bool succeeds(Work const& work)
{
    try {
        return work().ok();
    } catch (std::bad_alloc const&) {
        return false;
    }
}

} // namespace

TEST_CASE("whatever write or allocation fails during a merge, the fleet is what it was or what it should be")
{
    TemporaryFolder folder;
    std::vector<std::filesystem::path> folders;
    for (auto const* name : {"one", "two"}) {
        auto store = store_of(folder / name, name);
        REQUIRE(store.commit(some(), std::nullopt).ok());
        folders.push_back(exported(store, folder / "out", on_day("2026-12-01")));
    }
    auto const packages = [&] {
        std::vector<Package> opened;
        for (auto const& path : folders) opened.push_back(Package::open(path).take());
        return opened;
    };
    auto const kiosks = [](FleetStore& store) { return store.machines().value().size(); };
    for (auto const duration : {FailFor::once, FailFor::good}) {
        bool finished = false;
        for (long n = 1; !finished && n < 200'000; n += n < 100 ? 1 : 397) {
            if (!FailingMemory::works()) break;
            CAPTURE(n);
            TemporaryFolder place;
            auto store = FleetStore::open(place / "fleet.db").take();
            auto given = packages();
            bool const done = [&] {
                FailingMemory const memory(n, duration);
                bool const merged = succeeds([&] { return store.merge(std::move(given)); });
                finished = !memory.failed();
                return merged;
            }();
            // With no memory left even to roll back, that is done when the next one begins.
            if (duration == FailFor::once) CHECK(kiosks(store) == (done ? 2 : 0));
            if (!done) REQUIRE(store.merge(packages()).ok());
            CHECK(kiosks(store) == 2);
        }
        CHECK((finished || !FailingMemory::works()));
        finished = false;
        for (int n = 1; !finished && n < 400; ++n) {
            CAPTURE(n);
            TemporaryFolder place;
            FailingVfs vfs;
            auto opened = FleetStore::open(place / "fleet.db", vfs.name());
            REQUIRE(opened.ok());
            vfs.fail_at(n, duration, SQLITE_FULL);
            bool const done = opened.value().merge(packages()).ok();
            finished = !vfs.failed();
            vfs.fail_at(0, duration, SQLITE_FULL);
            CHECK(kiosks(opened.value()) == (done ? 2 : 0));
            REQUIRE(opened.value().merge(packages()).ok());
            CHECK(kiosks(opened.value()) == 2);
        }
        CHECK(finished);
    }
}
