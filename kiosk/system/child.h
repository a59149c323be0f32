// Another program as a child: bytes in, bytes out, and no longer than it may take. For work that this process must not
// do itself: what dies there does not die here. Whatever the child does, the call comes back by the limit; nothing is
// left running. Any thread; blocks.
#pragma once
#include "base/clock.h"
#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

enum class ChildEnvironment { inherited, empty };

struct ChildOrder {
    std::vector<std::string> arguments; // the program first, as a path
    std::string_view input;             // its standard input; standard error stays ours
    std::size_t most_output = 0;        // more than that ends it, [bytes]
    Milliseconds limit{10'000};
    ChildEnvironment environment = ChildEnvironment::empty;
};

enum class ChildEnd { exited, killed, too_slow, too_much };

struct ChildResult {
    ChildEnd end = ChildEnd::killed;
    int code = 0; // exit code, or the signal that killed it
    std::string output;
};

// An Error only where it could not be started.
Result<ChildResult> run_child(ChildOrder const& order);

} // namespace kiosk
