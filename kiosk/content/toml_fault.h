// What is wrong with a file that is no TOML, in the words of whoever wrote it: word processors, mail programs and other
// keyboards put signs there that look right. Pure.
#pragma once
#include "base/problem.h"

#include <string>
#include <string_view>

namespace kiosk::content {

// A file that is no UTF-8: the line of the first byte that is none, counted from 1.
Problem not_utf8(std::string_view bytes, std::string const& file);

// `said` is what the parser says, for when nothing better is known. `place` is where it stopped.
Problem not_toml(std::string_view bytes, FilePlace const& place, std::string const& said);

} // namespace kiosk::content
