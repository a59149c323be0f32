// TOML as a tree in which every value knows its file, line and column, so that every fault of content, configuration or
// themes can be shown at its place. toml++ is included by toml.cpp only. A tree owns all it holds. Parses bytes; reads
// no file.
#pragma once
#include "base/bounds.h"
#include "base/problem.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kiosk::toml {

struct TomlMember;

struct Value {
    enum class Kind { table, array, text, integer, number, boolean, other };

    Kind kind = Kind::table;
    SourceLocation place;
    std::string text;                // text; of other (a day, a time) as it was written
    double number = 0;               // integer, number; may be nan or infinite
    std::int64_t whole = 0;          // integer
    bool flag = false;               // boolean
    std::vector<Value> items;        // array
    std::vector<TomlMember> members; // table, in file order
    // "[updates]", where a comment "# [updates]" stands between this value and the heading of its section; else "".
    std::string hidden_section;
    int hidden_line = 0; // of that comment

    Value const* find(std::string_view key) const;
};

struct TomlMember {
    std::string name;
    Value value;
};

// Returns nothing and adds one Problem when the bytes are not TOML or not UTF-8. `file` is the name shown in Problems.
std::optional<Value> parse_toml(std::string_view bytes, std::string const& file, Problems& problems);

// Parses the longest part from the beginning of the file, in whole lines, that ends above a faulty line.
std::optional<Value> parse_up_to_fault(std::string_view bytes, std::string const& file, int line);

enum class Presence { required, optional };

// Reads one table key by key and adds a Problem for everything that is missing, of the wrong kind or unknown. Call
// finish() last: it reports keys that were not read, and keys that are missing, unless an unknown key seems to be a
// misspelt one of these. Borrows the table and the Problems.
class TableReader {
public:
    TableReader(Value const& table, std::string what, Problems& problems);

    std::string text(std::string_view key, Presence presence = Presence::required);
    std::vector<std::string> texts(std::string_view key, Presence presence = Presence::required);
    // Reads each key's number into its member, which keeps its value where the key is missing or the number is outside
    // its bounds. There is no other way to read a number, so that all are checked.
    template <typename Struct, std::size_t count>
    void numbers(Struct& values, NumberKeys<Struct, count> const& keys)
    {
        for (auto const& key : keys)
            std::visit([&](auto const& bounded) { read(key.key, values.*bounded.member, bounded.bounds); }, key.of);
    }
    bool flag(std::string_view key, bool fallback);
    // `form` says how to write it, for the Problem; "" for a section.
    Value const* table(std::string_view key, Presence presence = Presence::required, std::string form = {});
    std::vector<Value const*> tables(std::string_view key, Presence presence = Presence::required);
    // One of the known words; the first of them where it is another, which adds a Problem.
    std::string word(std::string_view key, std::vector<std::string> const& known);
    // What stands beside the word that word() returns.
    template <typename Choice>
    Choice choice(std::string_view key, std::vector<std::pair<std::string, Choice>> const& known)
    {
        std::vector<std::string> words;
        for (auto const& [name, value] : known) words.push_back(name);
        auto const chosen = word(key, words);
        for (auto const& [name, value] : known)
            if (name == chosen) return value;
        return known.front().second;
    }

    void ignore(std::string_view key) { known_keys_.emplace_back(key); }
    bool has(std::string_view key) const { return table_.find(key) != nullptr; }
    Value const* value(std::string_view key) const { return table_.find(key); }
    // Tables under keys that were not read: the ids an editor chose. `records` are the expected ids in order: keys that
    // are in no table are taken for the first one that is missing, which then is in unread().
    std::vector<std::pair<std::string, Value const*>> remaining_tables(std::vector<std::string> records = {});
    // Reports missing keys only, where finish() is not called.
    void report_missing();
    void finish();

    // Keys that are missing or were refused, with a Problem each: later checks must not report them again.
    std::set<std::string, std::less<>> const& unread() const { return unread_; }
    void refuse(std::string_view key) { unread_.emplace(key); }

    SourceLocation const& place() const { return table_.place; }
    SourceLocation place_of(std::string_view key) const;
    // The place of every key that is there.
    std::map<std::string, SourceLocation, std::less<>> lines() const;
    void complain(SourceLocation const& place, std::string message, std::string suggestion,
                  Severity severity = Severity::error);

private:
    void read(std::string_view key, double& value, Bounds<double> const& bounds);
    void read(std::string_view key, std::int64_t& value, Bounds<std::int64_t> const& bounds);
    void read(std::string_view key, int& value, Bounds<int> const& bounds);
    struct Wanted {
        Value::Kind kind = Value::Kind::text;
        std::string name; // "a text"
        std::string form; // how it is written; "" where the value tells
    };
    Value const* find_and_check(std::string_view key, Presence presence, Wanted const& wanted);
    void complain_of_kind(std::string_view key, Value const& value, Wanted const& wanted);
    template <typename Number>
    void complain_of_number(std::string_view key, Value const& value, Number usual, Bounds<Number> const& bounds,
                            std::string_view kind);
    std::vector<std::string> known_keys() const;

    Value const& table_;
    std::string what_;
    Problems& problems_;
    std::vector<std::string> known_keys_;
    std::vector<std::string> missing_;
    std::vector<std::string> missing_records_;       // that have no section
    std::set<std::string, std::less<>> record_keys_; // keys of those that have one
    std::set<std::string, std::less<>> unread_;
};

} // namespace kiosk::toml
