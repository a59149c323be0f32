// TOML as a plain tree in which every value knows its file, line and column. The parser (toml++) is included in one
// file only; everything that reads content, configuration or themes goes through this tree, so that every fault can be
// shown at its place. Owner: the caller; a tree owns all it holds. Reads bytes, never the disk.
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
    FilePlace place;
    std::string text;                // text; of what is other (a day, a time) as it was written
    double number = 0;               // integer, number; may be nan or infinite
    std::int64_t whole = 0;          // integer
    bool flag = false;               // boolean
    std::vector<Value> items;        // array
    std::vector<TomlMember> members; // table, in file order
    // "[updates]", where a remark "# [updates]" stands between this value and the section that it is in; else "".
    std::string hidden_section;
    int hidden_line = 0; // of that remark

    Value const* find(std::string_view key) const;
};

struct TomlMember {
    std::string name;
    Value value;
};

// Nothing, and one Problem, when the bytes are not TOML or not UTF-8. `file` is the name shown in Problems.
std::optional<Value> parse_toml(std::string_view bytes, std::string const& file, Problems& problems);

// What stands above a line that is at fault: the longest part from the file's beginning that can be read, by lines.
std::optional<Value> parse_above(std::string_view bytes, std::string const& file, int line);

enum class Presence { required, optional };

// Reads one table key by key and complains about everything that is missing, of the wrong kind or unknown.
// Call finish() last: it reports the keys that nobody asked for, and those that are missing, unless one of the unknown
// was meant for it. Borrows the table and the Problems.
class TableReader {
public:
    TableReader(Value const& table, std::string what, Problems& problems);

    std::string text(std::string_view key, Presence presence = Presence::required);
    std::vector<std::string> texts(std::string_view key, Presence presence = Presence::required);
    // Each key's number into its member; where the key is missing, or its number is not inside the bounds, the member
    // stays as it is. Numbers are read in no other way, so that none escapes its bounds.
    template <typename Struct, std::size_t count>
    void numbers(Struct& values, NumberKeys<Struct, count> const& keys)
    {
        for (auto const& key : keys)
            std::visit([&](auto const& bounded) { read(key.key, values.*bounded.member, bounded.bounds); }, key.of);
    }
    bool flag(std::string_view key, bool fallback);
    // `form` is how it is written, for who wrote it otherwise; "" for a section.
    Value const* table(std::string_view key, Presence presence = Presence::required, std::string form = {});
    std::vector<Value const*> tables(std::string_view key, Presence presence = Presence::required);
    // One of the known words; after a complaint the first of them.
    std::string word(std::string_view key, std::vector<std::string> const& known);

    void ignore(std::string_view key) { asked_.emplace_back(key); }
    bool has(std::string_view key) const { return table_.find(key) != nullptr; }
    Value const* value(std::string_view key) const { return table_.find(key); }
    // Tables under keys that were not asked for: the ids an editor chose.
    // `records` are those that there are to be, in order: what stands below none of them belongs to the first that is
    // not there, which then is in unread().
    std::vector<std::pair<std::string, Value const*>> remaining_tables(std::vector<std::string> records = {});
    // Where finish() is not called: keys that are missing.
    void tell_missing();
    void finish();

    // Keys that are missing or whose value was refused, which was said: nobody is to miss what they hold again.
    std::set<std::string, std::less<>> const& unread() const { return unread_; }
    void refuse(std::string_view key) { unread_.emplace(key); }

    FilePlace const& place() const { return table_.place; }
    FilePlace place_of(std::string_view key) const;
    // Of every key that is there.
    std::map<std::string, FilePlace, std::less<>> lines() const;
    void complain(FilePlace const& place, std::string message, std::string suggestion,
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
    Value const* ask(std::string_view key, Presence presence, Wanted const& wanted);
    void complain_of_kind(std::string_view key, Value const& value, Wanted const& wanted);
    template <typename Number>
    void complain_of_number(std::string_view key, Value const& value, Number usual, Bounds<Number> const& bounds,
                            std::string_view kind);
    std::vector<std::string> known_keys() const;

    Value const& table_;
    std::string what_;
    Problems& problems_;
    std::vector<std::string> asked_;
    std::vector<std::string> missing_;
    std::vector<std::string> lost_records_;         // that have no section
    std::set<std::string, std::less<>> of_records_; // keys of those that have one
    std::set<std::string, std::less<>> unread_;
};

} // namespace kiosk::toml
