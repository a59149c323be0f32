// A hash of a PIN that costs next to nothing, so that a hundred wrong ones can be tried in a test.
#pragma once
#include <array>
#include <sodium.h>
#include <string>
#include <string_view>

namespace test {

inline std::string cheap_hash(std::string_view digits)
{
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (sodium_init() < 0 ||
        crypto_pwhash_str_alg(text.data(), digits.data(), digits.size(), crypto_pwhash_OPSLIMIT_MIN,
                              crypto_pwhash_MEMLIMIT_MIN, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return {};
    return text.data();
}

} // namespace test
