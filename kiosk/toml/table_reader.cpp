#include "base/nearest.h"
#include "toml/scan_lines.h"
#include "toml/toml.h"
#include "toml/values.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>

namespace kiosk::toml {

TableReader::TableReader(Value const& table, std::string what, Problems& problems)
    : table_(table),
      what_(std::move(what)),
      problems_(problems)
{
}

void TableReader::complain(SourceLocation const& place, std::string message, std::string suggestion, Severity severity)
{
    problems_.push_back({severity, place, std::move(message), std::move(suggestion)});
}

SourceLocation TableReader::place_of(std::string_view key) const
{
    auto const* value = table_.find(key);
    return value ? value->place : table_.place;
}

std::map<std::string, SourceLocation, std::less<>> TableReader::lines() const
{
    std::map<std::string, SourceLocation, std::less<>> lines;
    for (auto const& [name, value] : table_.members)
        if (value.place.line > 0) lines.emplace(name, value.place);
    return lines;
}

Value const* TableReader::find_and_check(std::string_view key, Presence presence, Wanted const& wanted)
{
    known_keys_.emplace_back(key);
    auto const* value = table_.find(key);
    if (value && value->kind == wanted.kind) return value;
    if (value) complain_of_kind(key, *value, wanted);
    if (!value && presence == Presence::required) missing_.emplace_back(key);
    if (value || presence == Presence::required) refuse(key);
    return nullptr;
}

namespace {

// As it stands in the file, as far as it is on one line.
std::string written(Value const& value)
{
    switch (value.kind) {
    case Value::Kind::text:
    case Value::Kind::other: return value.text;
    case Value::Kind::integer: return fmt::format("{}", value.whole);
    case Value::Kind::number: return fmt::format("{}", value.number);
    case Value::Kind::boolean: return value.flag ? "true" : "false";
    default: return "…";
    }
}

// "a", "b" of "a, b".
std::string as_list(std::string_view text)
{
    std::string list;
    for (std::size_t begin = 0; begin <= text.size();) {
        auto const end = std::min(text.find(',', begin), text.size());
        if (auto const item = trimmed_line(text.substr(begin, end - begin)); !item.empty())
            list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", item);
        begin = end + 1;
    }
    return list;
}

std::string how_to_write(std::string_view key, Value const& value, Value::Kind wanted)
{
    using Kind = Value::Kind;
    bool const of_many = value.kind == Kind::array || value.kind == Kind::table;
    if (wanted == Kind::text && value.kind == Kind::array) return "take the brackets [ ] away: it is one text";
    if (wanted == Kind::text) return fmt::format("put it in double quotes: {} = \"{}\"", key, written(value));
    if (wanted == Kind::boolean) {
        auto const meant = value.kind == Kind::text ? guess_flag(value.text) : std::nullopt;
        if (!meant) return fmt::format("write {0} = true or {0} = false, without quotes", key);
        return fmt::format("write it without quotes: {} = {}", key, *meant ? "true" : "false");
    }
    if (wanted == Kind::array && !of_many)
        return fmt::format("put brackets and quotes round {}: {} = [{}]",
                           value.text.find(',') == std::string::npos ? "it" : "each of them", key,
                           as_list(written(value)));
    if (wanted == Kind::table && value.kind == Kind::array)
        return fmt::format("write [{}] with one bracket: it is there once", key);
    return fmt::format("write [{}] on a line of its own, and what belongs to it below", key);
}

bool is_list_of_tables(Value const* value)
{
    return value && value->kind == Value::Kind::array && !value->items.empty() &&
           value->items.front().kind == Value::Kind::table;
}

} // namespace

void TableReader::complain_of_kind(std::string_view key, Value const& value, Wanted const& wanted)
{
    complain(value.place, fmt::format("'{}' must be {}", key, wanted.name),
             wanted.form.empty() ? how_to_write(key, value, wanted.kind) : wanted.form);
}

std::string TableReader::text(std::string_view key, Presence presence)
{
    auto const* value = find_and_check(key, presence, {Value::Kind::text, "a text", {}});
    return value ? value->text : std::string();
}

std::vector<std::string> TableReader::texts(std::string_view key, Presence presence)
{
    std::vector<std::string> texts;
    auto const* value = find_and_check(key, presence, {Value::Kind::array, "a list of texts", {}});
    if (!value) return texts;
    for (auto const& item : value->items) {
        if (item.kind == Value::Kind::text) {
            texts.push_back(item.text);
            continue;
        }
        complain(item.place, fmt::format("'{}' holds something that is not a text", key),
                 fmt::format("put it in double quotes: \"{}\"", written(item)));
        refuse(key);
    }
    return texts;
}

template <typename Number>
void TableReader::complain_of_number(std::string_view key, Value const& value, Number usual,
                                     Bounds<Number> const& bounds, std::string_view kind)
{
    auto const meant = value.kind == Value::Kind::text ? guess_number(value.text) : std::nullopt;
    complain(value.place, fmt::format("'{}' must be {} from {} to {}", key, kind, bounds.least, bounds.most),
             meant && bounds.contains(static_cast<Number>(*meant))
                 ? fmt::format("write it {}without quotes: {} = {}",
                               value.text == std::to_string(*meant) ? "" : "in digits, ", key, *meant)
                 : fmt::format("for instance {} = {}", key, bounds.contains(usual) ? usual : bounds.least));
    refuse(key);
}

void TableReader::read(std::string_view key, double& value, Bounds<double> const& bounds)
{
    known_keys_.emplace_back(key);
    auto const* found = table_.find(key);
    if (!found) return;
    bool const is_number = found->kind == Value::Kind::integer || found->kind == Value::Kind::number;
    if (is_number && bounds.contains(found->number))
        value = found->number + 0.0; // of the two zeros the usual one
    else
        complain_of_number(key, *found, value, bounds, "a number");
}

void TableReader::read(std::string_view key, std::int64_t& value, Bounds<std::int64_t> const& bounds)
{
    known_keys_.emplace_back(key);
    auto const* found = table_.find(key);
    if (!found) return;
    if (found->kind == Value::Kind::integer && bounds.contains(found->whole))
        value = found->whole;
    else
        complain_of_number(key, *found, value, bounds, "a whole number");
}

void TableReader::read(std::string_view key, int& value, Bounds<int> const& bounds)
{
    std::int64_t whole = value;
    read(key, whole, {bounds.least, bounds.most});
    if (whole != value) value = static_cast<int>(whole); // inside the bounds of an int
}

bool TableReader::flag(std::string_view key, bool fallback)
{
    auto const* value = find_and_check(key, Presence::optional, {Value::Kind::boolean, "true or false", {}});
    return value ? value->flag : fallback;
}

Value const* TableReader::table(std::string_view key, Presence presence, std::string form)
{
    auto const name = form.empty() ? std::string("a section") : std::string("in braces { }");
    return find_and_check(key, presence, {Value::Kind::table, name, std::move(form)});
}

std::vector<Value const*> TableReader::tables(std::string_view key, Presence presence)
{
    std::vector<Value const*> tables;
    // Below "[hours]" it is [[hours.exception]].
    bool const in_section = what_.starts_with('[') && !what_.starts_with("[[") && what_.ends_with(']');
    auto const name = in_section ? fmt::format("{}.{}", what_.substr(1, what_.size() - 2), key) : std::string(key);
    auto const form = fmt::format("write [[{}]], with two brackets on each side, above what belongs to each", name);
    auto const* value =
        find_and_check(key, presence, {Value::Kind::array, fmt::format("a list of [[{}]]", name), form});
    if (!value) return tables;
    for (auto const& item : value->items) {
        if (item.kind == Value::Kind::table) {
            tables.push_back(&item);
            continue;
        }
        complain(item.place, fmt::format("'{}' holds something that is no [[{}]]", key, name), form);
        refuse(key);
    }
    return tables;
}

std::string TableReader::word(std::string_view key, std::vector<std::string> const& known)
{
    auto const* value = table_.find(key);
    if (value && value->kind == Value::Kind::text) {
        if (std::find(known.begin(), known.end(), value->text) != known.end()) return text(key);
        complain(value->place,
                 value->text.empty() ? fmt::format("'{}' is empty", key)
                                     : fmt::format("'{}' is not a known {}", value->text, key),
                 fmt::format("write {}", quoted_list(known)));
        refuse(key);
    } else if (value) {
        complain(value->place, fmt::format("'{}' must be one of its words", key),
                 fmt::format("write {}, with the quotes", quoted_list(known)));
        refuse(key);
    } else {
        text(key);
    }
    known_keys_.emplace_back(key);
    return known.front();
}

std::vector<std::pair<std::string, Value const*>> TableReader::remaining_tables(std::vector<std::string> records)
{
    std::vector<std::pair<std::string, Value const*>> tables;
    for (auto const& [name, value] : table_.members) {
        bool const doubled = is_list_of_tables(&value); // [[age]] for [age]
        if (value.kind != Value::Kind::table && !doubled) continue;
        if (std::find(known_keys_.begin(), known_keys_.end(), name) != known_keys_.end()) continue;
        known_keys_.push_back(name);
        tables.emplace_back(name, doubled ? &value.items.front() : &value);
        if (doubled)
            complain(value.items.front().place, fmt::format("[[{}]] has two brackets on each side", name),
                     fmt::format("write [{}]", name));
        for (auto const& member : tables.back().second->members) record_keys_.insert(member.name);
    }
    missing_records_ = std::move(records);
    std::erase_if(missing_records_, [&](std::string const& id) { return table_.find(id) != nullptr; });
    return tables;
}

std::vector<std::string> TableReader::known_keys() const
{
    auto known = known_keys_;
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    return known;
}

void TableReader::report_missing()
{
    for (auto const& key : std::exchange(missing_, {})) {
        auto const form = key == "id" ? std::string("id = \"…\"") : key + " = …";
        complain(table_.place, fmt::format("{} has no '{}'", what_, key), "add " + form);
    }
}

// So many names that a file of records alone does not know are a record whose line was lost.
constexpr std::size_t kRecordWithoutLine = 3;

void TableReader::finish()
{
    auto const known = known_keys();
    std::vector<std::pair<TomlMember const*, std::string>> unknown; // with what is said of it
    std::map<int, std::vector<TomlMember const*>> hidden;           // by the line of the section that is a remark
    for (auto const& member : table_.members) {
        if (std::binary_search(known.begin(), known.end(), member.name)) continue;
        bool const slip = nearest_word(member.name, known) || nearest_word(member.name, missing_);
        if (member.value.hidden_line > 0 && !slip) {
            hidden[member.value.hidden_line].push_back(&member);
            continue;
        }
        // [[canal]] for [[channel]]: what is in it is missed nowhere.
        if (is_list_of_tables(&member.value)) {
            std::vector<std::string> lists = missing_;
            for (auto const& key : known)
                if (is_list_of_tables(table_.find(key))) lists.push_back(key);
            for (auto const& key : lists) refuse(key);
            if (lists.size() == 1) {
                std::erase(missing_, lists.front());
                unknown.emplace_back(&member, fmt::format("write [[{}]]", lists.front()));
                continue;
            }
        }
        // What was meant for a key that is missing is the cause of that.
        auto const meant = nearest_word(member.name, missing_);
        if (meant) std::erase(missing_, *meant);
        unknown.emplace_back(&member,
                             meant ? fmt::format("did you mean '{}'?", *meant) : suggest_word(member.name, known));
    }
    for (auto const& [line, members] : hidden) {
        std::string names;
        for (auto const* member : members) names += fmt::format("{}'{}'", names.empty() ? "" : ", ", member->name);
        auto const& first = members.front()->value;
        complain({first.place.file, line, 1},
                 fmt::format("{} in line {} belongs below {}, and this line begins with #", names, first.place.line,
                             first.hidden_section),
                 fmt::format("take the # before {} away, too", first.hidden_section));
    }
    if (known.size() == 1 && is_list_of_tables(table_.find(known.front())) && unknown.size() >= kRecordWithoutLine) {
        auto const& first = unknown.front().first->value.place;
        complain(first, fmt::format("the line [[{}]] is missing above this one", known.front()),
                 fmt::format("write [[{}]] above line {}", known.front(), first.line));
        refuse(known.front());
        unknown.clear();
    }
    bool const of_record = !missing_records_.empty() && unknown.size() > 1 &&
                           std::all_of(unknown.begin(), unknown.end(),
                                       [&](auto const& one) { return record_keys_.contains(one.first->name); });
    if (of_record) {
        auto const& first = unknown.front().first->value.place;
        auto const& id = missing_records_.front();
        complain(first, fmt::format("the line [{}] is missing above this one", id),
                 fmt::format("write [{}] above line {}", id, first.line));
        refuse(id);
        unknown.clear();
    }
    for (auto const& [member, advice] : unknown)
        complain(member->value.place, fmt::format("{} does not know the key '{}'", what_, member->name), advice);
    report_missing();
}

} // namespace kiosk::toml
