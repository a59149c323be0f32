// Problem: one fault in something a person wrote (content, configuration, a script), with its place and a way out.
// Problems are collected and shown all at once; they never stop the kiosk. Owner: the list they were put into.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

enum class Severity { note, warning, error };

// Where in a file; line and column count from 1, 0 means "the whole file".
struct SourceLocation {
    std::string file;
    int line = 0;
    int column = 0;
    bool operator==(SourceLocation const&) const = default;
};

struct Problem {
    Severity severity = Severity::error;
    SourceLocation place;
    std::string message;
    std::string suggestion;

    // "content/quiz/fr.toml:14:3: error: question 'age' has no text for answer 'c' (add c = \"…\")", with
    // control characters escaped (escape_controls.h).
    std::string line() const;
};

using Problems = std::vector<Problem>;

int count(Problems const& problems, Severity severity);

} // namespace kiosk
