// Bounds: the least and the most that a number may be, both allowed, written once beside the struct that holds the
// number. Readers, messages and tests all use them. nan is never inside.
#pragma once
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace kiosk {

template <typename Number>
struct Bounds {
    Number least{}, most{};
    constexpr bool contains(Number value) const { return least <= value && value <= most; }
};

// Digits, and a minus before them; leading zeros are allowed ("08"). Nothing for anything else: no plus, no space, no
// exponent, no hexadecimal, no fraction, and nothing that is outside.
inline std::optional<std::int64_t> whole_number(std::string_view text, Bounds<std::int64_t> const& bounds)
{
    std::int64_t value = 0;
    auto const* end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end || !bounds.contains(value)) return std::nullopt;
    return value;
}

// Where the number of a key is stored, and its bounds.
template <typename Struct, typename Number>
struct BoundedMember {
    Number Struct::*member;
    Bounds<Number> bounds;
};

// One key of a file that takes a number. The default is the struct's own member initialiser, which may lie outside the
// bounds (0 for "as the content says").
template <typename Struct>
struct NumberKey {
    std::string_view key;
    std::variant<BoundedMember<Struct, int>, BoundedMember<Struct, std::int64_t>, BoundedMember<Struct, double>> of;
};

template <typename Struct, typename Number>
constexpr NumberKey<Struct> number_key(std::string_view key, Number Struct::*member, Bounds<Number> bounds)
{
    return {key, BoundedMember<Struct, Number>{member, bounds}};
}

template <typename Struct, std::size_t count>
using NumberKeys = std::array<NumberKey<Struct>, count>;

// Whether each number lies inside its bounds, or equals its default.
template <typename Struct, std::size_t count>
bool in_bounds(Struct const& values, NumberKeys<Struct, count> const& keys, Struct const& defaults = {})
{
    auto const holds = [&](auto const& bounded) {
        auto const value = values.*bounded.member;
        return bounded.bounds.contains(value) || value == defaults.*bounded.member;
    };
    for (auto const& key : keys)
        if (!std::visit(holds, key.of)) return false;
    return true;
}

// The function of a CLI::Validator: returns "" and normalises the text to digits, or returns what is expected.
inline std::function<std::string(std::string&)> whole_number_option(Bounds<std::int64_t> bounds)
{
    return [bounds](std::string& text) -> std::string {
        auto const value = whole_number(text, bounds);
        if (!value)
            return "'" + text + "' is no whole number from " + std::to_string(bounds.least) + " to " +
                   std::to_string(bounds.most);
        text = std::to_string(*value);
        return {};
    };
}

} // namespace kiosk
