#include "rehearsal/script.h"
#include "base/bounds.h"
#include "base/calendar.h"
#include "base/nearest.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace kiosk::rehearsal {

namespace {

struct Word {
    std::string text;
    int column = 1;
    bool quoted = false;
};

struct Line {
    std::vector<Word> words;
    SourceLocation place;
    bool open_quote = false;
};

Line split(std::string_view text, std::string const& file, int number)
{
    Line line;
    line.place = {file, number, 1};
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == ' ' || text[i] == '\t') {
            ++i;
            continue;
        }
        if (text[i] == '#') break;
        Word word;
        word.column = static_cast<int>(i) + 1;
        if (text[i] == '"') {
            word.quoted = true;
            auto const close = text.find('"', i + 1);
            line.open_quote = close == std::string_view::npos;
            word.text = text.substr(i + 1, line.open_quote ? std::string_view::npos : close - i - 1);
            i = line.open_quote ? text.size() : close + 1;
        } else {
            auto const close = std::min(text.find_first_of(" \t", i), text.size());
            word.text = text.substr(i, close - i);
            i = close;
        }
        line.words.push_back(std::move(word));
    }
    return line;
}

constexpr Bounds<float> kPixels{-1e6F, 1e6F}; // beyond those of any screen
constexpr Bounds<float> kAnyLength{0, 1e18F};

std::optional<float> number(std::string const& text, Bounds<float> const& bounds = kPixels)
{
    float value = 0;
    auto const* end = text.data() + text.size();
    auto const parsed = std::from_chars(text.data(), end, value);
    if (parsed.ec != std::errc() || parsed.ptr != end || !bounds.contains(value)) return std::nullopt;
    return value;
}

// A century, [us]: the longest that a script may wait.
constexpr double kLongestWait = 100.0 * 365 * 24 * 3600 * 1e6;

std::optional<Duration> duration(std::string const& text)
{
    struct Unit {
        std::string_view name;
        double microseconds;
    };
    static constexpr Unit kUnits[] = {{"ms", 1e3}, {"min", 60e6}, {"s", 1e6}, {"h", 3600e6}};
    for (auto const& unit : kUnits) {
        if (!text.ends_with(unit.name)) continue;
        auto const value = number(text.substr(0, text.size() - unit.name.size()), kAnyLength);
        auto const microseconds = value ? static_cast<double>(*value) * unit.microseconds : -1;
        if (!(microseconds >= 0 && microseconds <= kLongestWait)) return std::nullopt;
        return Duration(static_cast<Duration::rep>(microseconds));
    }
    return std::nullopt;
}

// "2038-01-19T03:14:07", UTC.
std::optional<WallTime> wall_time(std::string const& text)
{
    constexpr std::size_t kDay = 10;
    constexpr std::size_t kWhole = 19;
    if (text.size() != kWhole || text[kDay] != 'T' || text[13] != ':' || text[16] != ':') return std::nullopt;
    auto const day = calendar_day(std::string_view(text).substr(0, kDay));
    auto const part = [&](std::size_t at, int below) -> std::optional<int> {
        auto const value = whole_number(std::string_view(text).substr(at, 2), {0, below - 1});
        return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
    };
    auto const hours = part(11, 24);
    auto const minutes = part(14, 60);
    auto const seconds = part(17, 60);
    if (!day || !hours || !minutes || !seconds) return std::nullopt;
    return WallTime{std::chrono::seconds(day->time_since_epoch()).count() + *hours * 3600 + *minutes * 60 + *seconds};
}

// Reads one line's words into a command, or says in words what the line should look like.
class LineReader {
public:
    LineReader(Line const& line, Problems& problems) : line_(line), problems_(problems) {}

    std::optional<Command> read();

private:
    std::optional<Command> expectation();
    std::optional<Command> points(CommandKind kind, std::size_t count);
    std::optional<Command> hold();
    std::optional<Command> finger();
    std::optional<Command> clock();
    std::optional<Command> lasting(CommandKind kind);
    std::optional<Command> one_word(CommandKind kind, char const* form);
    std::optional<Command> complain(std::size_t word, std::string message, std::string suggestion);
    Command command(CommandKind kind) const
    {
        Command made;
        made.kind = kind;
        made.place = line_.place;
        return made;
    }
    std::size_t count() const { return line_.words.size(); }
    std::string const& word(std::size_t index) const { return line_.words[index].text; }

    Line const& line_;
    Problems& problems_;
};

std::optional<Command> LineReader::complain(std::size_t index, std::string message, std::string suggestion)
{
    auto place = line_.place;
    place.column = index < count() ? line_.words[index].column : place.column;
    problems_.push_back({Severity::error, place, std::move(message), std::move(suggestion)});
    return std::nullopt;
}

std::optional<Command> LineReader::one_word(CommandKind kind, char const* form)
{
    if (count() != 2) return complain(0, fmt::format("'{}' takes one word", word(0)), form);
    auto made = command(kind);
    made.name = made.text = word(1);
    return made;
}

std::optional<Command> LineReader::points(CommandKind kind, std::size_t wanted)
{
    auto made = command(kind);
    if (count() != wanted + 1)
        return complain(0, fmt::format("'{}' takes {} numbers", word(0), wanted), "in pixels of the panel");
    float* const fields[] = {&made.from.x, &made.from.y, &made.to.x, &made.to.y};
    for (std::size_t i = 0; i < wanted; ++i) {
        auto const value = number(word(i + 1));
        if (!value) return complain(i + 1, fmt::format("'{}' is not a number", word(i + 1)), "in pixels of the panel");
        *fields[i] = *value;
    }
    return made;
}

std::optional<Command> LineReader::hold()
{
    if (count() != 4) return complain(0, "'hold' takes a point and a time", "for instance: hold 1900 20 3s");
    auto made = command(CommandKind::hold);
    auto const x = number(word(1));
    auto const y = number(word(2));
    auto const length = duration(word(3));
    if (!x || !y)
        return complain(x ? 2 : 1, fmt::format("'{}' is not a number", word(x ? 2 : 1)), "in pixels of the panel");
    if (!length) return complain(3, fmt::format("'{}' is not a time", word(3)), "for instance 3s, 500ms");
    made.from = {*x, *y};
    made.duration = *length;
    return made;
}

std::optional<Command> LineReader::finger()
{
    static std::vector<std::string> const kPhases{"down", "move", "up", "cancel"};
    if (count() != 5)
        return complain(0, "'finger' takes a number, a phase and a point", "for instance: finger 2 down 10 20");
    auto made = command(CommandKind::finger);
    auto const which = whole_number(word(1), {0, 1000});
    auto const x = number(word(3));
    auto const y = number(word(4));
    if (!which) return complain(1, fmt::format("'{}' is no finger", word(1)), "a whole number from 0 to 1000");
    if (std::find(kPhases.begin(), kPhases.end(), word(2)) == kPhases.end())
        return complain(2, fmt::format("a finger cannot '{}'", word(2)), suggest_word(word(2), kPhases));
    if (!x || !y)
        return complain(x ? 4 : 3, fmt::format("'{}' is not a number", word(x ? 4 : 3)), "in pixels of the panel");
    made.times = static_cast<int>(*which);
    made.name = word(2);
    made.from = {*x, *y};
    return made;
}

std::optional<Command> LineReader::clock()
{
    auto made = one_word(CommandKind::clock, "for instance: clock 2038-01-19T03:14:07");
    if (!made) return made;
    auto const wall = wall_time(made->name);
    if (!wall)
        return complain(1, fmt::format("'{}' is no time of a clock", made->name),
                        "for instance 2038-01-19T03:14:07, UTC");
    made->wall = *wall;
    return made;
}

std::optional<Command> LineReader::lasting(CommandKind kind)
{
    auto made = one_word(kind, "for instance: wait 2s, wait 500ms, gap 3h");
    if (!made) return made;
    auto const length = duration(made->name);
    if (!length) return complain(1, fmt::format("'{}' is not a time", made->name), "for instance 2s, 500ms, 1min");
    made->duration = *length;
    return made;
}

std::optional<Command> LineReader::expectation()
{
    static std::vector<std::string> const kKnown{"screen", "text", "node", "no-node", "state"};
    if (count() < 3) return complain(0, "'expect' takes what and which", "for instance: expect screen home");
    static constexpr CommandKind kKinds[] = {CommandKind::expect_screen, CommandKind::expect_text,
                                             CommandKind::expect_node, CommandKind::expect_no_node,
                                             CommandKind::expect_state};
    auto const found = std::find(kKnown.begin(), kKnown.end(), word(1));
    if (found == kKnown.end())
        return complain(1, fmt::format("cannot expect '{}'", word(1)), suggest_word(word(1), kKnown));
    auto made = command(kKinds[found - kKnown.begin()]);
    if (made.kind == CommandKind::expect_state && count() != 4)
        return complain(1, "'expect state' takes a node and a text", "for instance: expect state quiz.answer.a \"…\"");
    made.name = word(2);
    made.text = count() > 3 ? word(3) : word(2);
    return made;
}

std::optional<Command> LineReader::read()
{
    static std::vector<std::string> const kVerbs{"language", "tap",  "swipe",  "wait",   "key",    "shot",
                                                 "expect",   "say?", "repeat", "end",    "try",    "hold",
                                                 "finger",   "gap",  "clock",  "expose", "restart"};
    static std::vector<std::string> const kKeys{
        "tab",  "shift-tab", "enter", "escape", "left", "right", "up", "down", "page-down", "page-up", "backspace",
        "home", "0",         "1",     "2",      "3",    "4",     "5",  "6",    "7",         "8",       "9"};
    auto const& verb = word(0);
    if (line_.open_quote) return complain(count() - 1, "the quotation is not closed", "add a \" at its end");
    if (verb == "language") return one_word(CommandKind::language, "for instance: language fr");
    if (verb == "tap" && count() == 3) return points(CommandKind::tap_point, 2);
    if (verb == "tap") return one_word(CommandKind::tap_node, "for instance: tap home.quiz, or: tap 960 540");
    if (verb == "try") return one_word(CommandKind::try_node, "for instance: try quiz.confirm");
    if (verb == "hold") return hold();
    if (verb == "swipe") return points(CommandKind::swipe, 4);
    if (verb == "shot") return one_word(CommandKind::shot, "for instance: shot quiz-1");
    if (verb == "say?") return one_word(CommandKind::say, "for instance: say? \"The quiz\"");
    if (verb == "expect") return expectation();
    if (verb == "end") return command(CommandKind::end);
    if (verb == "key") {
        auto made = one_word(CommandKind::key, "for instance: key tab");
        if (made && std::find(kKeys.begin(), kKeys.end(), made->name) == kKeys.end())
            return complain(1, fmt::format("there is no key '{}'", made->name), suggest_word(made->name, kKeys));
        return made;
    }
    if (verb == "wait") return lasting(CommandKind::wait);
    if (verb == "gap") return lasting(CommandKind::gap);
    if (verb == "clock") return clock();
    if (verb == "finger") return finger();
    if (verb == "expose") return command(CommandKind::expose);
    if (verb == "restart") return command(CommandKind::restart);
    if (verb == "repeat") {
        auto made = one_word(CommandKind::repeat, "for instance: repeat 3");
        auto const times = made ? whole_number(made->name, {1, 1'000'000}) : std::nullopt;
        if (!times) return complain(0, "'repeat' takes a number of times", "for instance: repeat 3");
        made->times = static_cast<int>(*times);
        return made;
    }
    return complain(0, fmt::format("there is no command '{}'", verb), suggest_word(verb, kVerbs));
}

void match_repeats(std::vector<Command>& commands, Problems& problems)
{
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < commands.size(); ++i) {
        if (commands[i].kind == CommandKind::repeat) open.push_back(i);
        if (commands[i].kind != CommandKind::end) continue;
        if (open.empty()) {
            problems.push_back({Severity::error, commands[i].place, "'end' without 'repeat'", "take it out"});
            continue;
        }
        commands[i].match = open.back();
        commands[open.back()].match = i;
        open.pop_back();
    }
    for (auto const i : open)
        problems.push_back({Severity::error, commands[i].place, "'repeat' without 'end'", "add: end"});
}

} // namespace

std::vector<Command> parse_script(std::string_view text, std::string const& file, Problems& problems)
{
    std::vector<Command> commands;
    int number = 0;
    for (std::size_t begin = 0; begin <= text.size();) {
        auto const end = std::min(text.find('\n', begin), text.size());
        auto const line = split(text.substr(begin, end - begin), file, ++number);
        begin = end + 1;
        if (line.words.empty()) continue;
        if (auto command = LineReader(line, problems).read()) commands.push_back(*command);
    }
    match_repeats(commands, problems);
    return commands;
}

} // namespace kiosk::rehearsal
