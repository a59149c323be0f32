// Says what is wrong with a file that cannot be read as TOML, in the words of its author: word processors, mail
// programs and foreign keyboards insert characters that only look right. No message of the parser is passed on. Pure.
#pragma once
#include "base/problem.h"
#include "toml/toml.h"

#include <optional>
#include <string>
#include <string_view>

namespace kiosk::toml {

// A Problem for a file that is no plain text: a document of Word, or another encoding than UTF-8 (with the line of the
// first such letter). Nothing for plain text.
std::optional<Problem> plain_text_problem(std::string_view bytes, std::string const& file);

// As parse_toml(), but refuses a file in which a \ makes a character that content never has: "C:\textes" holds a tab.
std::optional<Value> parse_content(std::string_view bytes, std::string const& file, Problems& problems);

// The Problem for such a \.
Problem backslash_problem(SourceLocation const& place);

// The Problem for a file that the parser refused; `place` is where it stopped.
Problem syntax_problem(std::string_view bytes, SourceLocation const& place);

} // namespace kiosk::toml
