// The worker: what is asked is answered, in order, also by what throws; and it ends in order.
#include "support/kiosk.h"
#include "system/in_background.h"
#include "system/worker.h"

#include <atomic>
#include <doctest/doctest.h>
#include <filesystem>
#include <future>
#include <new>
#include <stdexcept>

using namespace kiosk;
using namespace test;

namespace {

using Words = Worker<std::string>;

std::string words_of_fault(Error const& fault) { return "failed: " + fault.line(); }

// Until so many answers are there.
std::vector<std::string> answers_of(Words& worker, std::size_t count)
{
    std::vector<std::string> all;
    while (all.size() < count)
        for (auto& answer : worker.take()) all.push_back(std::move(answer));
    return all;
}

} // namespace

TEST_CASE("a worker answers one thing after the other, on a thread or at once")
{
    for (auto const waiting : {Execution::on_worker, Execution::at_once}) {
        std::atomic<int> ready = 0;
        {
            Words worker({"a test", waiting, PendingJobs::done, [&] { ++ready; }});
            for (auto const* word : {"one", "two", "three"})
                worker.run([word] { return std::string(word); }, words_of_fault);
            CHECK(answers_of(worker, 3) == std::vector<std::string>{"one", "two", "three"});
            CHECK_FALSE(worker.has_replies());
            CHECK_FALSE(worker.busy());
        }
        CHECK(ready == 3);
    }
}

TEST_CASE("whatever a job throws is an answer to who asked, and the next job is done all the same")
{
    for (auto const waiting : {Execution::on_worker, Execution::at_once}) {
        Words worker({"reading a stick", waiting, PendingJobs::done, {}});
        worker.run([]() -> std::string { throw std::bad_alloc(); }, words_of_fault);
        worker.run(
            []() -> std::string {
                throw std::filesystem::filesystem_error("cannot look", "/media/stick",
                                                        std::make_error_code(std::errc::io_error));
            },
            words_of_fault);
        worker.run([]() -> std::string { throw std::runtime_error("a library's own"); }, words_of_fault);
        worker.run([]() -> std::string { throw 7; }, words_of_fault);
        worker.run([] { return std::string("well"); }, words_of_fault);
        auto const all = answers_of(worker, 5);
        CHECK(all[0] == "failed: reading a stick: there is not enough memory (switch the machine off and on)");
        CHECK(all[1].starts_with("failed: reading a stick: filesystem error: cannot look: Input/output error"));
        CHECK(all[1].find("/media/stick") != std::string::npos);
        CHECK(all[2].find("a library's own") != std::string::npos);
        CHECK(all[3].starts_with("failed: reading a stick: has failed"));
        CHECK(all[4] == "well");
    }
}

TEST_CASE("where even the answer to a fault throws, or who is woken does, the journal says it and the worker goes on")
{
    Journal const journal;
    std::atomic<bool> woken = false;
    Words worker({"a test", Execution::on_worker, PendingJobs::done, [&] {
                      if (!woken.exchange(true)) throw std::runtime_error("nobody hears");
                  }});
    worker.run([]() -> std::string { throw std::bad_alloc(); },
               [](Error const&) -> std::string { throw std::bad_alloc(); });
    worker.run([] { return std::string("well"); }, words_of_fault);
    CHECK(answers_of(worker, 1) == std::vector<std::string>{"well"});
    CHECK_FALSE(worker.busy());
    CHECK(journal.says("a test: there is not enough memory"));
    CHECK(journal.says("nobody hears"));
}

TEST_CASE("a worker that ends finishes what it does, and what was not begun is done or dropped as was asked")
{
    for (auto const pending_jobs : {PendingJobs::done, PendingJobs::dropped}) {
        std::atomic<int> done = 0;
        std::promise<void> begun, go_on;
        auto waits = go_on.get_future();
        std::optional<Words> worker(std::in_place, WorkerOptions{"a test", Execution::on_worker, pending_jobs, {}});
        worker->run(
            [&] {
                begun.set_value();
                waits.wait();
                ++done;
                return std::string();
            },
            words_of_fault);
        for (int i = 0; i < 3; ++i) worker->run([&] { return ++done, std::string(); }, words_of_fault);
        begun.get_future().wait();
        // The end is asked for while the first is in hand.
        std::jthread ending([&] { worker.reset(); });
        std::this_thread::sleep_for(20ms);
        go_on.set_value();
        ending.join();
        CHECK(done == (pending_jobs == PendingJobs::done ? 4 : 1));
    }
}

TEST_CASE("what escapes has words, also where there is no memory for them")
{
    auto const thrown = [](auto const& what) {
        try {
            throw what;
        } catch (...) {
            return caught_exception("a place whose name does not fit into a string by itself").line();
        }
    };
    CHECK(thrown(std::runtime_error("broken")).find("a place whose name") == 0);
    CHECK(thrown(std::runtime_error("broken")).find(": broken (") != std::string::npos);
}

TEST_CASE("what runs in the background is waited for, and an exception of it is an Error")
{
    auto sum = in_background("a sum", []() -> Result<int> { return 2; });
    auto failed = in_background("a disk", []() -> Result<> { throw std::runtime_error("is gone"); });
    CHECK(sum.get().value() == 2);
    auto const result = failed.get();
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().where == "a disk");
    CHECK(result.error().message == "is gone");
}
