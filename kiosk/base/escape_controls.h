// Text from elsewhere, made safe for a terminal and the journal: whatever would move the cursor, change a title, turn
// the direction of writing or hide letters is shown as its number, "\u{1b}". Applied to everything that an Error, a
// Problem or a warning says, since each may repeat bytes of a file. Pure.
#pragma once
#include <string>
#include <string_view>

namespace kiosk {

// One line. Escapes controls (C0, DEL, C1), line and paragraph separators, marks of direction and letters without
// width; bytes that are no UTF-8 become U+FFFD.
std::string escape_controls(std::string_view text);

} // namespace kiosk
