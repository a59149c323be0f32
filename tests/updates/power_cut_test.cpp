// A power cut before each single step on the disk: while an archive is staged and switched to, while keys are changed,
// while a start goes back. A child process does the work and ends at that step; what it had written and not synced is
// then cut in half, as a disk may leave it. The next start must show the old or the new content, whole, and the work
// must be possible again.
#include "updates/packs.h"

#include <doctest/doctest.h>
#include <fstream>
#include <functional>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

using namespace kiosk;
using namespace kiosk::updates;
using namespace test;

namespace {

enum class Loss { none, unsynced };

class Plug {
public:
    Plug(int last, Loss loss) : left_(last), loss_(loss) {}
    void before(DiskStep step, std::filesystem::path const& path)
    {
        if (left_-- == 0) {
            if (loss_ == Loss::unsynced)
                for (auto const& file : open_) halve(file);
            ::_exit(1);
        }
        // A file whose sync was begun and not ended counts as not synced: it is kept until the next step.
        if (!syncing_.empty()) open_.erase(syncing_);
        syncing_ = step == DiskStep::sync_file ? path : std::filesystem::path();
        if (step == DiskStep::create || step == DiskStep::write) open_.insert(path);
    }

private:
    static void halve(std::filesystem::path const& file)
    {
        std::error_code ignored;
        auto const size = std::filesystem::file_size(file, ignored);
        if (!ignored) std::filesystem::resize_file(file, size / 2, ignored);
    }
    int left_;
    Loss loss_;
    std::filesystem::path syncing_;
    std::set<std::filesystem::path> open_;
};

using DiskWork = std::function<void(Station&)>;

// Runs the work in a child process that is cut at the step; true if it was done before.
bool do_until(Station& station, DiskWork const& work, int step, Loss loss)
{
    auto const child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        Plug plug(step, loss);
        station.before_step = [&plug](DiskStep what, std::filesystem::path const& path) { plug.before(what, path); };
        station.reopen();
        work(station);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFEXITED(status));
    return WEXITSTATUS(status) == 0;
}

struct Outcome {
    int steps = 0, old_ones = 0, new_ones = 0;
};

// Cuts at every step of the work, each time from the same state; `whole` checks what the next start shows.
Outcome cut_everywhere(std::function<void(Station&)> const& begin, DiskWork const& work,
                       std::function<bool(Station&)> const& is_new, Loss loss)
{
    Outcome outcome;
    Station first;
    begin(first);
    for (int step = 0;; ++step) {
        CAPTURE(step);
        Station station;
        std::filesystem::copy(first.folder / "packs", station.folder / "packs",
                              std::filesystem::copy_options::recursive);
        bool const done = do_until(station, work, step, loss);
        station.reopen();
        bool const fresh = is_new(station);
        ++(fresh ? outcome.new_ones : outcome.old_ones);
        if (!done) continue;
        CHECK(fresh);
        outcome.steps = step;
        return outcome;
    }
}

void begin_with_two(Station& station)
{
    station.install(1);
    station.confirm_trial();
    station.install(2);
    station.confirm_trial();
}

// What a start shows: content 2 or 3, each byte as it was signed.
bool shows_three(Station& station)
{
    auto const start = station.shelf->start();
    REQUIRE_FALSE(start.content.empty());
    CHECK(start.events.empty()); // nothing had to be mended or left
    CHECK(station.running() == english_content());
    auto const number = station.running_number();
    CHECK((number == 2 || number == 3));
    for (auto const& entry : std::filesystem::directory_iterator(station.folder / "packs")) {
        CAPTURE(entry.path().string());
        CHECK(entry.path().extension() != ".new");
    }
    // Whatever was half done can be done again; now and then, since it is the longest part.
    static int looks = 0;
    if (number == 2 && ++looks % 8 == 0) {
        station.install(3);
        CHECK(station.running_number() == 3);
    }
    return number == 3;
}

} // namespace

TEST_CASE("a plug pulled at any step of staging and switching leaves the old content or the new, whole")
{
    auto const work = [](Station& station) {
        auto const staged = station.stage(archive_of(english_content(), 3));
        if (!staged || !station.shelf->switch_to(staged.value().id)) ::_exit(2);
    };
    for (auto const loss : {Loss::none, Loss::unsynced}) {
        auto const outcome = cut_everywhere(begin_with_two, work, shows_three, loss);
        CHECK(outcome.steps > 80);
        CHECK(outcome.old_ones > 80);
        CHECK(outcome.new_ones >= 2);
    }
}

TEST_CASE("a plug pulled at any step of a change of keys leaves the old keys or the new")
{
    auto const file = signed_by_two(key_list_text(key_list(2, {3, 2})), 1, 2);
    auto const begin = [](Station& station) { station.install(1); };
    auto const work = [&](Station& station) {
        if (!station.shelf->accept_key_list(file, "k")) ::_exit(2);
    };
    auto const is_new = [&](Station& station) {
        CHECK(station.running() == english_content());
        auto const epoch = station.shelf->keys().epoch;
        if (epoch == 1) CHECK(station.shelf->accept_key_list(file, "k").ok());
        CHECK(station.shelf->keys() == key_list(2, {3, 2}));
        return epoch == 2;
    };
    for (auto const loss : {Loss::none, Loss::unsynced}) {
        auto const outcome = cut_everywhere(begin, work, is_new, loss);
        CHECK(outcome.steps >= 4);
        CHECK(outcome.old_ones >= 3);
    }
}

TEST_CASE("a plug pulled while a start goes back, while a trial ends or while staff go back leaves whole content")
{
    auto const on_trial = [](Station& station) {
        begin_with_two(station);
        station.install(3);
    };
    auto const worn = [&](Station& station) {
        on_trial(station);
        for (int i = 0; i < 3; ++i) station.shelf->start();
    };
    auto const start = [](Station& station) { station.shelf->start(); };
    auto const confirm_trial = [](Station& station) {
        if (!station.shelf->confirm_trial()) ::_exit(2);
    };
    auto const back = [](Station& station) {
        if (!station.shelf->go_back()) ::_exit(2);
    };
    auto const shown_is_whole = [](Station& station) {
        CHECK_FALSE(station.shelf->start().content.empty());
        CHECK(station.running() == english_content());
    };
    auto const went_back = [&](Station& station) {
        shown_is_whole(station);
        return station.running_number() == 2;
    };
    auto const stayed = [&](Station& station) {
        auto const over = !station.shelf->state().value().trial;
        shown_is_whole(station);
        CHECK(station.running_number() == 3);
        return over;
    };
    for (auto const loss : {Loss::none, Loss::unsynced}) {
        CHECK(cut_everywhere(worn, start, went_back, loss).steps >= 4);
        CHECK(cut_everywhere(on_trial, confirm_trial, stayed, loss).steps >= 4);
        CHECK(cut_everywhere(on_trial, back, went_back, loss).steps >= 4);
    }
}
