// What was thrown, as an Error: for the `catch (...)` at the bottom of a thread, above which nobody would catch it. Our
// own code returns Errors; the standard library throws all the same where memory is at an end, or a path runs in
// circles. Any thread; never throws itself, also without memory.
#pragma once
#include "base/result.h"

#include <string_view>

namespace kiosk {

// Call it while the exception is being handled. `where` is what was being done, as people call it.
Error escaped(std::string_view where) noexcept;

// The same, said in the journal.
void log_escaped(std::string_view where) noexcept;

} // namespace kiosk
