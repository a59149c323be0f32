#include "system/child.h"

#include <doctest/doctest.h>
#include <fstream>
#include <thread>

using namespace kiosk;

namespace {

Result<ChildResult> shell(std::string const& command, std::string_view input = {},
                          Milliseconds limit = Milliseconds(8000))
{
    ChildCommand order;
    order.arguments = {"/bin/sh", "-c", command};
    order.input = input;
    order.output_limit = 100'000;
    order.limit = limit;
    return run_child(order);
}

} // namespace

TEST_CASE("a child reads what it is given, says what it says, and ends with its code")
{
    auto const said = shell("cat; exit 3", "some\nlines");
    REQUIRE(said.ok());
    CHECK(said.value().end == ChildOutcome::exited);
    CHECK(said.value().code == 3);
    CHECK(said.value().output == "some\nlines");
}

TEST_CASE("a child that dies, does not end, or says too much is ended and told")
{
    CHECK(shell("kill -SEGV $$").value().end == ChildOutcome::killed);
    CHECK(shell("sleep 60", {}, Milliseconds(100)).value().end == ChildOutcome::timed_out);
    CHECK(shell("exec >&-; sleep 60", {}, Milliseconds(100)).value().end == ChildOutcome::timed_out);
    CHECK(shell("while :; do echo more and more; done").value().end == ChildOutcome::output_too_large);
    CHECK_FALSE(run_child({{"/there/is/none"}, {}, 0, Milliseconds(100), ChildEnvironment::empty}).ok());
}

TEST_CASE("a child that does not end takes what it has started with it")
{
    auto const said = shell("sleep 60 & echo $!; wait", {}, Milliseconds(300));
    REQUIRE(said.ok());
    CHECK(said.value().end == ChildOutcome::timed_out);
    auto const grandchild = std::stoi(said.value().output);
    // Killed; that somebody reaps it, too, may take a moment.
    auto const is_there = [&] {
        std::ifstream file("/proc/" + std::to_string(grandchild) + "/stat");
        std::string number, name, state;
        return static_cast<bool>(file >> number >> name >> state) && state != "Z" && state != "X";
    };
    for (int i = 0; i < 200 && is_there(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    CHECK_FALSE(is_there());
}

TEST_CASE("a child has three open files and no environment of ours")
{
    CHECK(shell("[ -e /proc/$$/fd/3 ] || echo none").value().output == "none\n");
    CHECK(shell("echo ${HOME-none}").value().output == "none\n");
}
