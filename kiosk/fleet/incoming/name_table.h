// Numbers for names: a name is stored once in a small table, so that facts are narrow. All names of a table are loaded
// first; new ones get the next number, which is safe under the writer's lock, and are stored before the facts that use
// them. Pure. Owner: one merge or load.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kiosk::fleet {

class NameTable {
public:
    struct Name {
        std::int32_t number = 0;
        std::string first, second; // the second only where a name has two parts
    };

    // Adds a name that is stored already.
    void add_known(std::int32_t number, std::string_view first, std::string_view second = {});
    // 0 where the name has no number.
    std::int32_t find(std::string_view first, std::string_view second = {});
    // Gives the name a new number where it has none.
    std::int32_t number(std::string_view first, std::string_view second = {});

    // Requires a number that was given here, and no known names.
    Name const& name(std::int32_t number) const { return fresh_[static_cast<std::size_t>(number) - 1]; }
    // Names since the last stored(), by number.
    std::vector<Name> const& fresh() const { return fresh_; }
    void stored() { fresh_.clear(); }
    std::int32_t highest() const { return highest_; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    std::string_view key(std::string_view first, std::string_view second);

    std::unordered_map<std::string, std::int32_t, Hash, std::equal_to<>> numbers_;
    std::int32_t highest_ = 0;
    std::vector<Name> fresh_;
    std::string key_; // scratch
};

// The names of all facts. An item's first part is its measure.
struct Vocabulary {
    NameTable versions, languages, items;
};

} // namespace kiosk::fleet
