// Line breaking: where lines may begin, by UAX 14 and the rules of the language (ICU), and which clusters go on which
// line. Private to ui/.
#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

struct UBreakIterator;

namespace kiosk::ui {

// Opens ICU's rules once for each language. Owner: the text engine.
class LineBreaker {
public:
    LineBreaker() = default;
    ~LineBreaker();
    LineBreaker(LineBreaker const&) = delete;
    LineBreaker& operator=(LineBreaker const&) = delete;

    // For each byte of valid UTF-8, and for the end: whether a line may begin there.
    std::vector<bool> break_opportunities(std::string_view text, std::string_view language);

private:
    UBreakIterator* rules(std::string_view language);
    std::map<std::string, UBreakIterator*, std::less<>> rules_;
};

// What is never broken: a letter with its marks, a ligature.
struct Cluster {
    std::size_t byte = 0;
    float advance = 0; // any unit, the same as the width's
    enum class Kind { letters, space, newline } kind = Kind::letters;
    bool may_begin_line = false;
    bool is_fallback_break = false; // inside an address: a line may begin here if it can nowhere else
};

struct LinePart {
    std::size_t first = 0, last = 0; // clusters, the last not included; spaces at the end left out
    float width = 0;
};

struct BrokenLines {
    std::vector<LinePart> lines;
    bool word_broken = false; // a word was wider than the line and was cut
};

BrokenLines break_lines(std::vector<Cluster> const& clusters, float width);

} // namespace kiosk::ui
