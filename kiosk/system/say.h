// The one way to a terminal, for everything that a program says to whoever started it. Names, paths and words from
// somewhere else are made plain on their way (plain.h), so that none of them moves the cursor, forges a line or writes
// into a clipboard. Nothing else prints: tests/say_test looks through the sources. The journal has its own
// (log.h).
#pragma once
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <type_traits>

namespace kiosk {

enum class Channel { output, errors }; // standard output, standard error

// A text of many lines, each made plain; its feeds stay.
void say_text(Channel channel, std::string_view text);

// A text that is said, as one line; everything else as it is.
std::string plain_for_saying(std::string_view text);
template <typename Value>
auto shown(Value const& value)
{
    if constexpr (std::is_same_v<Value, std::filesystem::path>)
        return plain_for_saying(value.string());
    else if constexpr (std::is_convertible_v<Value const&, std::string_view>)
        return plain_for_saying(value);
    else
        return value;
}

// As fmt formats it; feeds are those of the format alone.
template <typename... Values>
void say(Channel channel, fmt::format_string<decltype(shown(std::declval<Values const&>()))...> format,
         Values const&... values)
{
    say_text(channel, fmt::format(format, shown(values)...));
}

} // namespace kiosk
