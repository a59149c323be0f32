// The exception that is being handled, as an Error: for the `catch (...)` at the bottom of a thread. Our own code
// returns Errors; the standard library still throws without memory, or where a path loops. Any thread; never throws
// itself, also without memory.
#pragma once
#include "base/result.h"

#include <string_view>

namespace kiosk {

// Call it inside a catch block. `where` names what was being done, for people.
Error caught_exception(std::string_view where) noexcept;

// The same, written to the journal.
void log_caught_exception(std::string_view where) noexcept;

} // namespace kiosk
