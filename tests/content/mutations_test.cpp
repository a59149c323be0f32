// Mistakes made by chance over the shipped content, of the kinds that people make: each is refused at the file and line
// of its cause, and none is in what screens draw from. KIOSK_MUTATIONS=5000 makes more of them, KIOSK_SEED others.
#include "content/mistakes.h"
#include "content/pack_strings.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace kiosk;
using namespace test;

namespace {

constexpr unsigned long kMistakes = 129; // three of each kind

unsigned long setting(char const* name, unsigned long otherwise)
{
    auto const* text = std::getenv(name);
    return text ? std::strtoul(text, nullptr, 10) : otherwise;
}

// An error at its place: the file, and a line from the first to the last that the mistake stands in.
bool is_told(Problems const& problems, Mistake const& mistake)
{
    return std::any_of(problems.begin(), problems.end(), [&](Problem const& problem) {
        return problem.severity == Severity::error && problem.place.file == "content/" + mistake.file &&
               problem.place.line >= mistake.first_line && problem.place.line <= mistake.last_line;
    });
}

std::string lines_of(Problems const& problems)
{
    std::string lines;
    for (auto const& problem : problems)
        if (problem.severity == Severity::error) lines += problem.line() + "\n";
    return lines;
}

} // namespace

TEST_CASE("mistakes by chance are refused at the file and line of their cause, and reach no screen")
{
    auto const count = setting("KIOSK_MUTATIONS", kMistakes);
    auto const seed = setting("KIOSK_SEED", 20261125);
    MistakeMaker maker(static_cast<std::uint32_t>(seed));
    unsigned long made = 0;
    unsigned long told = 0;
    unsigned long shown = 0;
    for (unsigned long number = 0; number < count; ++number) {
        EditedContent content;
        auto const mistake = maker.make(content, number);
        ++made;
        auto const read = content.read();
        auto const problems = content.problems_of(read);
        CAPTURE(number);
        CAPTURE(mistake.kind);
        CAPTURE(mistake.file);
        CAPTURE(mistake.first_line);
        CAPTURE(mistake.wrong);
        auto const lines = lines_of(problems);
        CAPTURE(lines);
        CHECK(is_told(problems, mistake));
        told += is_told(problems, mistake) ? 1 : 0;
        bool const on_the_glass = !mistake.wrong.empty() && strings_of(read.content).contains(mistake.wrong);
        CHECK_FALSE(on_the_glass);
        shown += on_the_glass ? 1 : 0;
    }
    MESSAGE(fmt::format("{} mistakes of {} kinds: {} told at their place, {} on the glass", made, maker.kinds(), told,
                        shown));
    CHECK(maker.kinds() >= 30);
}

TEST_CASE("without a mistake nothing is said, and every text is shown as it was written")
{
    EditedContent const content;
    auto const read = content.read();
    CHECK(lines_of(content.problems_of(read)).empty());
    auto const strings = strings_of(read.content);
    for (auto const& text : read.texts) {
        CAPTURE(text.key);
        CHECK(strings.contains(text.shown));
        CHECK_FALSE(text.faulty);
    }
}
