// What is wrong with a file that cannot be read, in the words of whoever wrote it: word processors, mail programs and
// other keyboards put signs there that look right. Nothing of what the parser says is passed on. Pure.
#pragma once
#include "base/problem.h"
#include "toml/toml.h"

#include <optional>
#include <string>
#include <string_view>

namespace kiosk::toml {

// A file that is no plain text: one of Word, or saved in another encoding than UTF-8, with the line of the first letter
// that shows it, from 1. Nothing where it is plain.
std::optional<Problem> not_plain(std::string_view bytes, std::string const& file);

// As parse_toml; and refuses a file in which a \ made a sign that no text of content has: "C:\textes" holds a tab.
std::optional<Value> parse_content(std::string_view bytes, std::string const& file, Problems& problems);

// Of a text that holds what nobody typed, since a \ of it made a sign with the letter behind: "C:\textes".
Problem backslash_at(FilePlace const& place);

// Of a file that the parser refused; `place` is where it stopped.
Problem not_toml(std::string_view bytes, FilePlace const& place);

} // namespace kiosk::toml
