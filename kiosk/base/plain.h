// Text from somewhere else, made fit for a terminal and a journal: what would move the cursor, change a title, turn the
// direction of writing or hide letters is shown as what it is, "\u{1b}". Everything an Error, a Problem, a warning or a
// name says goes through it on its way out, since any of them may repeat what stood in a file. Pure.
#pragma once
#include <string>
#include <string_view>

namespace kiosk {

// One line: controls (C0, DEL, C1), line and paragraph separators, marks of direction and what has no width become
// visible; bytes that are no UTF-8 become U+FFFD; everything else stays as it is.
std::string plain(std::string_view text);

} // namespace kiosk
