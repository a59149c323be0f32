// Runs another program with a time limit: bytes in, bytes out. For work whose crash must not be ours, such as decoding
// a picture. run_child() returns by the limit whatever the child does; the child and all processes of its group are
// killed then. Any thread; blocks.
#pragma once
#include "base/clock.h"
#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

enum class ChildEnvironment { inherited, empty };

struct ChildCommand {
    std::vector<std::string> arguments; // the program first, as a path
    std::string_view input;             // its standard input; standard error stays ours
    std::size_t output_limit = 0;       // more than that kills it, [bytes]
    Milliseconds limit{10'000};
    ChildEnvironment environment = ChildEnvironment::empty;
};

enum class ChildOutcome { exited, killed, timed_out, output_too_large };

struct ChildResult {
    ChildOutcome end = ChildOutcome::killed;
    int code = 0; // exit code, or the signal that killed it
    std::string output;
};

// An Error only where it could not be started.
Result<ChildResult> run_child(ChildCommand const& order);

} // namespace kiosk
