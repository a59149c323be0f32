#include "files/hexadecimal.h"

#include <sodium.h>

namespace kiosk {

std::string hexadecimal(std::span<unsigned char const> bytes)
{
    std::string text(2 * bytes.size() + 1, '\0'); // sodium ends it with a 0
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

bool is_hexadecimal(std::string_view text, std::size_t digits)
{
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool read_hexadecimal(std::string_view text, std::span<unsigned char> bytes)
{
    std::size_t length = 0;
    return text.size() == 2 * bytes.size() &&
           sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, nullptr) == 0 &&
           length == bytes.size();
}

} // namespace kiosk
