// Prints to standard output and standard error: the one way in which programs write to a terminal. Names, paths and
// words from elsewhere have their control characters escaped (escape_controls.h), so that none of them moves the
// cursor, forges a line or writes into a clipboard. Nothing else prints: tests/print_test.cpp searches the sources. The
// journal has log.h.
#pragma once
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <type_traits>

namespace kiosk {

enum class Channel { output, errors }; // standard output, standard error

// Prints a text of several lines; line feeds are kept, all other control characters escaped.
void print_text(Channel channel, std::string_view text);

// Arguments for fmt: texts and paths are escaped into one line, everything else is passed on.
std::string printable_line(std::string_view text);
template <typename Value>
auto printable(Value const& value)
{
    if constexpr (std::is_same_v<Value, std::filesystem::path>)
        return printable_line(value.string());
    else if constexpr (std::is_convertible_v<Value const&, std::string_view>)
        return printable_line(value);
    else
        return value;
}

// Formats as fmt does. Line feeds come from the format string only.
template <typename... Values>
void print(Channel channel, fmt::format_string<decltype(printable(std::declval<Values const&>()))...> format,
           Values const&... values)
{
    print_text(channel, fmt::format(format, printable(values)...));
}

} // namespace kiosk
