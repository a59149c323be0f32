// Every write that can fail, every allocation that can fail, in turn: what is stored stays stored, what leaves is
// whole, and the next try does it.
#include "base/random.h"
#include "crypto/age_keys.h"
#include "files/files.h"
#include "naming/display_names.h"
#include "package/package.h"
#include "package/seal.h"
#include "services/writer.h"
#include "support/failing_memory.h"
#include "support/figures.h"
#include "support/kiosk.h"

#include <csignal>
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace kiosk;
using namespace kiosk::package;
using namespace kiosk::store;
using namespace test;

namespace {

Batch some()
{
    return {{tally(Measure::visits, "all"), 12},
            {tally(Measure::page_seen, "campaign/page"), 3},
            {tally(Measure::report_step, "danger", "2026-11-20"), 11}};
}

std::map<std::string, std::int64_t> sums(Store& store)
{
    std::map<std::string, std::int64_t> sums;
    for (auto const& row : store.tallies().value()) sums[row.measure] += row.n;
    return sums;
}

// What must hold after an export that did or did not succeed: no half package, nothing lost, one release at most.
void check_after(Store& store, std::filesystem::path const& out, bool exported)
{
    auto left = sums(store);
    auto const releases = store.releases().value();
    // A count of reporting is in its row or in its release, and never in neither.
    bool const closed = !releases.empty();
    CHECK(left["report_step"] == (closed ? 0 : 11));
    left.erase("report_step");
    CHECK(left == std::map<std::string, std::int64_t>{{"page_seen", 3}, {"visits", 12}});
    CHECK(store.database().text("PRAGMA integrity_check").value() == "ok");
    CHECK(releases.size() <= 1);
    if (!exported) CHECK_FALSE(closed);
    // What had not even the memory to be removed has the name of no package.
    auto found = list_folder(out);
    std::erase_if(found, [](auto const& path) { return path.extension() == ".part"; });
    CHECK(found.size() == (exported ? 1 : 0));
    for (auto const& path : found)
        if (std::filesystem::is_directory(path)) CHECK(Package::open(path).ok());
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

enum class Ending { unharmed, done, failed, died };

// In a process of its own, whose N-th allocation fails: a library that ends its process for want of memory (as the
// destructor of nlohmann-json does) may do so, and what it leaves must be as sound as after a kill.
template <typename Work>
Ending without_memory(long n, FailFor duration, Work const& work)
{
    auto const child = ::fork();
    if (child == 0) {
        ::close(STDERR_FILENO);
        std::signal(SIGABRT, SIG_DFL);
        FailingMemory const memory(n, duration);
        bool const done = succeeds(work);
        _exit(!memory.failed() ? 0 : done ? 1 : 2);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFEXITED(status)) return Ending::died;
    return WEXITSTATUS(status) == 0 ? Ending::unharmed : WEXITSTATUS(status) == 1 ? Ending::done : Ending::failed;
}

} // namespace

TEST_CASE("whatever write of the database fails during an export, the package is whole or absent, and the next is made")
{
    for (auto const duration : {FailFor::once, FailFor::good})
        for (auto const code : {SQLITE_IOERR, SQLITE_FULL}) {
            bool finished = false;
            for (int n = 1; !finished && n < 400; ++n) {
                CAPTURE(n);
                TemporaryFolder folder;
                FailingVfs vfs;
                Journal journal; // a note that could not be made is said there
                auto store = store_of(folder / "data", "brussels-1", vfs.name());
                REQUIRE(store.commit(some(), std::nullopt).ok());
                vfs.fail_at(n, duration, code);
                bool const done = export_package(store, folder / "out", on_day("2026-12-01")).ok();
                finished = !vfs.failed();
                vfs.fail_at(0, duration, code);
                check_after(store, folder / "out", done);
                exported(store, folder / "again", on_day("2026-12-02"));
                CHECK(store.releases().value().size() == 1);
            }
            CHECK(finished);
        }
}

TEST_CASE("whatever allocation fails during a commit, it is stored whole or not at all, and the next stores it")
{
    if (!FailingMemory::works()) return;
    for (auto const duration : {FailFor::once, FailFor::good}) {
        bool finished = false;
        for (long n = 1; !finished && n < 5000; ++n) {
            CAPTURE(n);
            TemporaryFolder folder;
            auto store = store_of(folder.path());
            auto const batch = some();
            bool const stored = [&] {
                FailingMemory const memory(n, duration);
                bool const done = succeeds([&] { return store.commit(batch, std::nullopt); });
                finished = !memory.failed();
                return done;
            }();
            auto before = sums(store);
            CHECK((before.empty() || before["visits"] == 12));
            // With no memory left even to look whether it is stored, a batch that is may be said not to be.
            if (duration == FailFor::once || stored) CHECK(before.empty() == !stored);
            if (before.empty()) REQUIRE(store.commit(batch, std::nullopt).ok());
            CHECK(sums(store)["report_step"] == 11);
        }
        CHECK(finished);
    }
}

TEST_CASE("whatever allocation fails during an export, the package is whole or absent, and the store is as it was")
{
    if (!FailingMemory::works()) return;
    auto const labels = naming::make_display_names(shipped_content(), "fr");
    auto const keys = crypto::make_sealing_pair();
    for (bool const sealed : {false, true}) {
        // Each in turn at first; then, where thousands of letters of the workbook are set, at random.
        Random random(11);
        bool finished = false;
        for (long n = 1, round = 0; !finished && round < 400; ++round) {
            n += round < 250 ? 1 : static_cast<long>(random.below(400));
            CAPTURE(n);
            TemporaryFolder folder;
            auto options = on_day("2026-12-01");
            options.labels = &labels;
            options.scratch_folder = folder / "workshop";
            if (sealed) options.public_key = keys.open;
            {
                auto store = store_of(folder / "data");
                REQUIRE(store.commit(some(), std::nullopt).ok());
            }
            auto const ending = without_memory(n, round % 2 == 0 ? FailFor::once : FailFor::good, [&] {
                auto opened = Store::open_to_export(folder / "data");
                return opened ? export_package(opened.value(), folder / "out", options)
                              : Result<ExportResult>(opened.error());
            });
            finished = ending == Ending::unharmed;
            auto store = store_of(folder / "data");
            auto const name = folder / "out" / ("brussels-1-2026-12-01" + std::string(sealed ? ".tar.age" : ""));
            // It may be named already when the memory for saying so is missing: whole, then.
            bool const there = std::filesystem::exists(name);
            if (ending == Ending::done || finished) CHECK(there);
            check_after(store, folder / "out", there);
            exported(store, folder / "again", options);
        }
        CHECK(finished);
    }
}
