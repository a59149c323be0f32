#include "services/writer.h"
#include "support/figures.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <semaphore>
#include <thread>

using namespace kiosk;
using namespace kiosk::services;

namespace {

// The worker asks for the time of day as it notes the start, when its first turn has begun. There it stops until it is
// let go.
class HeldClock : public Clock {
public:
    Instant now() const override { return clock_.now(); }
    WallTime wall() const override
    {
        if (std::this_thread::get_id() != tests_thread_) {
            held_.release();
            (void)go_.try_acquire_for(Seconds(60));
            go_.release(); // from then on it runs
        }
        return clock_.wall();
    }
    void wait_until_held() { REQUIRE(held_.try_acquire_for(Seconds(60))); }
    void let_go() { go_.release(); }

private:
    std::thread::id tests_thread_ = std::this_thread::get_id();
    ManualClock clock_;
    mutable std::counting_semaphore<> held_{0}, go_{0};
};

} // namespace

TEST_CASE("figures asked for while the writer is at work have all that was counted before")
{
    test::TemporaryFolder folder;
    HeldClock clock;
    Writer writer(test::writer_options(folder.path()), clock);
    clock.wait_until_held();
    writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
    std::optional<Result<StaffFigures>> told;
    writer.read_figures({}, [&](Result<StaffFigures> figures) { told = std::move(figures); });
    clock.let_go();
    CHECK(writer.flush().last_fault.empty());
    REQUIRE(told);
    REQUIRE(told->ok());
    CHECK(told->value().today.visits == 1);
}
