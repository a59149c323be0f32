// TOML as a plain tree in which every value knows its file, line and column. The parser (toml++) is included in one
// file only; everything that reads content, configuration or themes goes through this tree, so that every fault can be
// shown at its place. Owner: the caller; a tree owns all it holds. Reads bytes, never the disk.
#pragma once
#include "base/bounds.h"
#include "base/problem.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kiosk::content {

struct TomlMember;

struct TomlValue {
    enum class Kind { table, array, text, integer, number, boolean, other };

    Kind kind = Kind::table;
    FilePlace place;
    std::string text;                // text
    double number = 0;               // integer, number; may be nan or infinite
    std::int64_t whole = 0;          // integer
    bool flag = false;               // boolean
    std::vector<TomlValue> items;    // array
    std::vector<TomlMember> members; // table, in file order

    TomlValue const* find(std::string_view key) const;
};

struct TomlMember {
    std::string name;
    TomlValue value;
};

// Nothing, and one Problem, when the bytes are not TOML or not UTF-8. `file` is the name shown in Problems.
std::optional<TomlValue> parse_toml(std::string_view bytes, std::string const& file, Problems& problems);

// What stands above a line that is at fault: the longest part from the file's beginning that can be read, by lines.
std::optional<TomlValue> parse_above(std::string_view bytes, std::string const& file, int line);

enum class Presence { required, optional };

// Reads one table key by key and complains about everything that is missing, of the wrong kind or unknown.
// Call finish() last: it reports the keys that nobody asked for. Borrows the table and the Problems.
class TableReader {
public:
    TableReader(TomlValue const& table, std::string what, Problems& problems);

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
    TomlValue const* table(std::string_view key, Presence presence = Presence::required);
    std::vector<TomlValue const*> tables(std::string_view key, Presence presence = Presence::required);
    // One of the known words; the first of them after a complaint.
    std::string word(std::string_view key, std::vector<std::string> const& known);

    void ignore(std::string_view key) { asked_.emplace_back(key); }
    bool has(std::string_view key) const { return table_.find(key) != nullptr; }
    // Tables under keys that were not asked for: the ids an editor chose.
    std::vector<std::pair<std::string, TomlValue const*>> remaining_tables();
    void finish();

    FilePlace const& place() const { return table_.place; }
    FilePlace place_of(std::string_view key) const;
    void complain(FilePlace const& place, std::string message, std::string suggestion,
                  Severity severity = Severity::error);

private:
    void read(std::string_view key, double& value, Bounds<double> const& bounds);
    void read(std::string_view key, std::int64_t& value, Bounds<std::int64_t> const& bounds);
    void read(std::string_view key, int& value, Bounds<int> const& bounds);
    TomlValue const* ask(std::string_view key, Presence presence, TomlValue::Kind kind, std::string_view kind_name);

    TomlValue const& table_;
    std::string what_;
    Problems& problems_;
    std::vector<std::string> asked_;
};

} // namespace kiosk::content
