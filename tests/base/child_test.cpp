#include "base/child.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

Result<ChildResult> shell(std::string const& command, std::string_view input = {},
                          Milliseconds limit = Milliseconds(8000))
{
    ChildOrder order;
    order.arguments = {"/bin/sh", "-c", command};
    order.input = input;
    order.most_output = 100'000;
    order.limit = limit;
    return run_child(order);
}

} // namespace

TEST_CASE("a child reads what it is given, says what it says, and ends with its code")
{
    auto const said = shell("cat; exit 3", "some\nlines");
    REQUIRE(said.ok());
    CHECK(said.value().end == ChildEnd::exited);
    CHECK(said.value().code == 3);
    CHECK(said.value().output == "some\nlines");
}

TEST_CASE("a child that dies, does not end, or says too much is ended and told")
{
    CHECK(shell("kill -SEGV $$").value().end == ChildEnd::killed);
    CHECK(shell("sleep 60", {}, Milliseconds(100)).value().end == ChildEnd::too_slow);
    CHECK(shell("exec >&-; sleep 60", {}, Milliseconds(100)).value().end == ChildEnd::too_slow);
    CHECK(shell("while :; do echo more and more; done").value().end == ChildEnd::too_much);
    CHECK_FALSE(run_child({{"/there/is/none"}, {}, 0, Milliseconds(100), ChildEnvironment::empty}).ok());
}

TEST_CASE("a child has three open files and no environment of ours")
{
    CHECK(shell("[ -e /proc/$$/fd/3 ] || echo none").value().output == "none\n");
    CHECK(shell("echo ${HOME-none}").value().output == "none\n");
}
