// Names and their numbers: what stands once in a small table, so that facts are narrow. All that a table holds are made
// known at the beginning; new ones get the next number here, which their writer's lock makes safe, and are stored
// before the facts that need them. Pure. Owner: one merge or load.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kiosk::fleet {

class Names {
public:
    struct Name {
        std::int32_t number = 0;
        std::string first, second; // the second only where a name has two parts
    };

    // Stands in the table already.
    void know(std::int32_t number, std::string_view first, std::string_view second = {});
    // 0 where it has none yet.
    std::int32_t find(std::string_view first, std::string_view second = {});
    // A new one if it has none yet.
    std::int32_t number(std::string_view first, std::string_view second = {});

    // Of one whose number was given here.
    Name const& name(std::int32_t number) const { return fresh_[static_cast<std::size_t>(number) - 1]; }
    // New ones since they were last stored, by number.
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

// What a count is about: the names of all facts. An item's first part is its measure.
struct Vocabulary {
    Names versions, languages, items;
};

} // namespace kiosk::fleet
