#include "crypto/base64.h"

#include <sodium.h>

namespace kiosk::crypto {

namespace {

int variant_of(Padding padding)
{
    return padding == Padding::kept ? sodium_base64_VARIANT_ORIGINAL : sodium_base64_VARIANT_ORIGINAL_NO_PADDING;
}

} // namespace

std::string base64(std::span<unsigned char const> bytes, Padding padding)
{
    // With the zero byte that libsodium writes behind it.
    std::string text(sodium_base64_encoded_len(bytes.size(), variant_of(padding)), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant_of(padding));
    text.pop_back();
    return text;
}

bool read_base64(std::string_view text, std::span<unsigned char> bytes, Padding padding)
{
    std::size_t read = 0;
    char const* end = nullptr;
    return sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &read, &end,
                             variant_of(padding)) == 0 &&
           read == bytes.size() && end == text.data() + text.size() && base64(bytes, padding) == text;
}

} // namespace kiosk::crypto
