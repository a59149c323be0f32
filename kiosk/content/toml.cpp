#include "content/toml.h"
#include "base/nearest.h"
#include "base/utf8.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace kiosk::content {

// toml++ 3.3 asserts what some broken files refute ("x = [}", "[[[1": found by fuzz-toml). Without NDEBUG that would
// end the kiosk, and with it be undefined; so the parser gives up instead, and we say where.
struct ParserGaveUp {};
[[noreturn]] static void give_up() { throw ParserGaveUp(); }

} // namespace kiosk::content

#undef NDEBUG
#define TOML_ASSERT(expression) ((expression) ? void() : kiosk::content::give_up())
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace kiosk::content {

namespace {

FilePlace place_of_node(toml::source_region const& source, std::string const& file)
{
    return {file, static_cast<int>(source.begin.line), static_cast<int>(source.begin.column)};
}

TomlValue convert(toml::node const& node, std::string const& file);

TomlValue convert_table(toml::table const& table, TomlValue value, std::string const& file)
{
    value.kind = TomlValue::Kind::table;
    for (auto const& [key, child] : table) {
        auto converted = convert(child, file);
        // A value is found by its key's place: that is where an editor looks.
        if (key.source().begin.line > 0) converted.place = place_of_node(key.source(), file);
        value.members.push_back({std::string(key.str()), std::move(converted)});
    }
    // toml++ sorts keys; what a person wrote has an order, and pages follow it.
    std::stable_sort(value.members.begin(), value.members.end(), [](auto const& first, auto const& second) {
        auto const& a = first.value.place;
        auto const& b = second.value.place;
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    return value;
}

TomlValue convert(toml::node const& node, std::string const& file)
{
    TomlValue value;
    value.place = place_of_node(node.source(), file);
    if (auto const* table = node.as_table()) return convert_table(*table, std::move(value), file);
    if (auto const* array = node.as_array()) {
        value.kind = TomlValue::Kind::array;
        for (auto const& item : *array) value.items.push_back(convert(item, file));
    } else if (auto const* text = node.as_string()) {
        value.kind = TomlValue::Kind::text;
        value.text = text->get();
    } else if (auto const* integer = node.as_integer()) {
        value.kind = TomlValue::Kind::integer;
        value.number = static_cast<double>(integer->get());
    } else if (auto const* number = node.as_floating_point()) {
        value.kind = TomlValue::Kind::number;
        value.number = number->get();
    } else if (auto const* flag = node.as_boolean()) {
        value.kind = TomlValue::Kind::boolean;
        value.flag = flag->get();
    } else {
        value.kind = TomlValue::Kind::other;
    }
    return value;
}

} // namespace

TomlValue const* TomlValue::find(std::string_view key) const
{
    for (auto const& [name, value] : members)
        if (name == key) return &value;
    return nullptr;
}

namespace {

// Where the quotes that open at `at` end: behind the closing ones, or npos if they do not (the parser says so better).
std::size_t end_of_quotes(std::string_view text, std::size_t at)
{
    auto const mark = text[at];
    auto const three = std::string(3, mark);
    bool const long_form = text.substr(at, 3) == three;
    for (auto i = at + (long_form ? 3 : 1); i < text.size(); ++i) {
        if (mark == '"' && text[i] == '\\') {
            ++i;
        } else if (long_form) {
            if (text.substr(i, 3) != three) continue;
            for (i += 3; i < text.size() && text[i] == mark;) ++i;
            return i;
        } else if (text[i] == mark) {
            return i + 1;
        } else if (text[i] == '\n') {
            return std::string_view::npos;
        }
    }
    return std::string_view::npos;
}

// toml++ 3.3 takes a letter such as 'é' outside quotes for impossible, which is undefined behaviour from an editor's
// slip (found by fuzz-toml): such files are refused before it sees them.
std::optional<std::size_t> letter_outside_quotes(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '#') {
            i = std::min(text.find('\n', i), text.size());
        } else if (text[i] == '"' || text[i] == '\'') {
            i = end_of_quotes(text, i);
            if (i == std::string_view::npos) return std::nullopt;
        } else if (static_cast<unsigned char>(text[i]) >= 0x80) {
            return i;
        } else {
            ++i;
        }
    }
    return std::nullopt;
}

bool begins_key(char letter)
{
    auto const byte = static_cast<unsigned char>(letter);
    return std::isalnum(byte) != 0 || letter == '_' || letter == '-' || letter == '"' || letter == '\'';
}

// Whether a table's heading at `at` goes on with what its parser expects without looking: a name, or its end.
bool heading_has_name(std::string_view text, std::size_t at)
{
    auto next = at + 1;
    if (next < text.size() && text[next] == '[') ++next;
    while (next < text.size() && (text[next] == ' ' || text[next] == '\t')) ++next;
    return next >= text.size() || begins_key(text[next]) || text[next] == ']';
}

// "[=]": toml++ 3.3 takes such a heading for impossible, too (found by fuzz-toml). An array over several lines is none:
// brackets of values are counted.
std::optional<std::size_t> heading_without_name(std::string_view text)
{
    int depth = 0;
    bool line_begins = true;
    bool in_heading = false;
    for (std::size_t i = 0; i < text.size();) {
        auto const letter = text[i];
        if (letter == '#') {
            i = std::min(text.find('\n', i), text.size());
            continue;
        }
        if (letter == '"' || letter == '\'') {
            i = end_of_quotes(text, i);
            if (i == std::string_view::npos) return std::nullopt;
            line_begins = false;
            continue;
        }
        if (letter == '[' && line_begins && depth == 0) {
            if (!heading_has_name(text, i)) return i;
            in_heading = true;
        } else if (!in_heading && (letter == '[' || letter == '{')) {
            ++depth;
        } else if (!in_heading && (letter == ']' || letter == '}')) {
            depth = std::max(0, depth - 1);
        }
        if (letter == '\n') in_heading = false;
        line_begins = letter == '\n' || (line_begins && (letter == ' ' || letter == '\t' || letter == '\r'));
        ++i;
    }
    return std::nullopt;
}

Problem at_letter(std::string_view bytes, std::size_t at, std::string const& file, char const* message,
                  char const* suggestion)
{
    auto const before = bytes.substr(0, at);
    auto const line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
    auto const column = static_cast<int>(before.size() - (before.rfind('\n') + 1)) + 1;
    return {Severity::error, {file, line, column}, message, suggestion};
}

// Nothing if the parser gave up.
std::optional<toml::parse_result> parse(std::string_view bytes, std::string const& file)
{
    try {
        return toml::parse(bytes, std::string_view(file));
    } catch (ParserGaveUp const&) {
        return std::nullopt;
    }
}

// It reads from the beginning to the end: what makes it give up is in the last line of the shortest part that does.
int line_given_up(std::string_view bytes, std::string const& file)
{
    std::vector<std::size_t> ends;
    for (auto at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1))
        ends.push_back(at + 1);
    ends.push_back(bytes.size());
    auto const first = std::partition_point(
        ends.begin(), ends.end(), [&](std::size_t end) { return parse(bytes.substr(0, end), file).has_value(); });
    return static_cast<int>(first - ends.begin()) + 1;
}

} // namespace

std::optional<TomlValue> parse_toml(std::string_view bytes, std::string const& file, Problems& problems)
{
    if (!is_valid_utf8(bytes)) {
        problems.push_back({Severity::error, {file}, "is not UTF-8 text", "save the file as UTF-8"});
        return std::nullopt;
    }
    if (auto const at = letter_outside_quotes(bytes)) {
        problems.push_back(at_letter(bytes, *at, file, "has a letter outside quotes", "put the text in double quotes"));
        return std::nullopt;
    }
    if (auto const at = heading_without_name(bytes)) {
        problems.push_back(at_letter(bytes, *at, file, "has a heading without a name", "write it as [name]"));
        return std::nullopt;
    }
    auto const tried = parse(bytes, file);
    if (!tried) {
        problems.push_back({Severity::error,
                            {file, line_given_up(bytes, file), 1},
                            "has a line that cannot be read",
                            "look for a bracket, a comma or a quote too many in it"});
        return std::nullopt;
    }
    auto const& parsed = *tried;
    if (!parsed) {
        auto const& fault = parsed.error();
        problems.push_back({Severity::error, place_of_node(fault.source(), file), std::string(fault.description()),
                            "mend this line; the rest of the file is not read until then"});
        return std::nullopt;
    }
    auto value = convert(parsed.table(), file);
    value.place = {file, 1, 1};
    return value;
}

TableReader::TableReader(TomlValue const& table, std::string what, Problems& problems)
    : table_(table),
      what_(std::move(what)),
      problems_(problems)
{
}

void TableReader::complain(FilePlace const& place, std::string message, std::string suggestion, Severity severity)
{
    problems_.push_back({severity, place, std::move(message), std::move(suggestion)});
}

FilePlace TableReader::place_of(std::string_view key) const
{
    auto const* value = table_.find(key);
    return value ? value->place : table_.place;
}

TomlValue const* TableReader::ask(std::string_view key, Presence presence, TomlValue::Kind kind,
                                  std::string_view kind_name)
{
    asked_.emplace_back(key);
    auto const* value = table_.find(key);
    if (!value) {
        if (presence == Presence::required)
            complain(table_.place, fmt::format("{} has no '{}'", what_, key), fmt::format("add {} = …", key));
        return nullptr;
    }
    if (value->kind != kind) {
        complain(value->place, fmt::format("'{}' must be {}", key, kind_name),
                 kind == TomlValue::Kind::text ? "put it in double quotes" : "see the neighbouring files");
        return nullptr;
    }
    return value;
}

std::string TableReader::text(std::string_view key, Presence presence)
{
    auto const* value = ask(key, presence, TomlValue::Kind::text, "a text");
    return value ? value->text : std::string();
}

std::vector<std::string> TableReader::texts(std::string_view key, Presence presence)
{
    std::vector<std::string> texts;
    auto const* value = ask(key, presence, TomlValue::Kind::array, "a list of texts");
    if (!value) return texts;
    for (auto const& item : value->items) {
        if (item.kind == TomlValue::Kind::text)
            texts.push_back(item.text);
        else
            complain(item.place, fmt::format("'{}' holds something that is not a text", key),
                     "put it in double quotes");
    }
    return texts;
}

double TableReader::number(std::string_view key, double fallback, double least, double most)
{
    asked_.emplace_back(key);
    auto const* value = table_.find(key);
    if (!value) return fallback;
    bool const is_number = value->kind == TomlValue::Kind::integer || value->kind == TomlValue::Kind::number;
    if (!is_number || value->number < least || value->number > most) {
        complain(value->place, fmt::format("'{}' must be a number from {} to {}", key, least, most),
                 fmt::format("for instance {} = {}", key, fallback));
        return fallback;
    }
    return value->number;
}

bool TableReader::flag(std::string_view key, bool fallback)
{
    auto const* value = ask(key, Presence::optional, TomlValue::Kind::boolean, "true or false");
    return value ? value->flag : fallback;
}

TomlValue const* TableReader::table(std::string_view key, Presence presence)
{
    return ask(key, presence, TomlValue::Kind::table, "a table");
}

std::vector<TomlValue const*> TableReader::tables(std::string_view key, Presence presence)
{
    std::vector<TomlValue const*> tables;
    auto const* value = ask(key, presence, TomlValue::Kind::array, fmt::format("a list of [[{}]]", key));
    if (!value) return tables;
    for (auto const& item : value->items) {
        if (item.kind == TomlValue::Kind::table)
            tables.push_back(&item);
        else
            complain(item.place, fmt::format("'{}' holds something that is not a table", key), "");
    }
    return tables;
}

std::string TableReader::word(std::string_view key, std::vector<std::string> const& known)
{
    auto typed = text(key);
    if (std::find(known.begin(), known.end(), typed) != known.end()) return typed;
    if (table_.find(key) != nullptr)
        complain(place_of(key), fmt::format("'{}' is not a known {}", typed, key), suggest_word(typed, known));
    return known.front();
}

std::vector<std::pair<std::string, TomlValue const*>> TableReader::remaining_tables()
{
    std::vector<std::pair<std::string, TomlValue const*>> tables;
    for (auto const& [name, value] : table_.members) {
        if (value.kind != TomlValue::Kind::table) continue;
        if (std::find(asked_.begin(), asked_.end(), name) != asked_.end()) continue;
        asked_.push_back(name);
        tables.emplace_back(name, &value);
    }
    return tables;
}

void TableReader::finish()
{
    auto known = asked_;
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    for (auto const& [name, value] : table_.members)
        if (!std::binary_search(known.begin(), known.end(), name))
            complain(value.place, fmt::format("{} does not know the key '{}'", what_, name), suggest_word(name, known));
}

} // namespace kiosk::content
