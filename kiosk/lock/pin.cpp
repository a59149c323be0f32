#include "lock/pin.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <sodium.h>

namespace kiosk::lock {

namespace {

// The most frequent of leaked PINs, and lines on the keypad. Runs and repetitions are found by rule.
constexpr std::array<std::string_view, 14> kCommon{"112233", "123321", "147258", "159753", "159357",
                                                   "258369", "147852", "789456", "456789", "100000",
                                                   "520131", "696969", "131313", "142536"};

bool repeats(std::string_view digits, std::size_t length)
{
    for (std::size_t i = length; i < digits.size(); ++i)
        if (digits[i] != digits[i - length]) return false;
    return true;
}

// 123456, 987654, 890123: each digit one more, or one less, than the one before.
bool runs(std::string_view digits, int step)
{
    for (std::size_t i = 1; i < digits.size(); ++i)
        if ((digits[i] - digits[i - 1] - step) % 10 != 0) return false;
    return true;
}

bool is_year_twice(std::string_view digits)
{
    if (digits.size() != 8) return false;
    auto const is_year = [](std::string_view four) { return four.starts_with("19") || four.starts_with("20"); };
    return is_year(digits.substr(0, 4)) && is_year(digits.substr(4));
}

bool ready() { return sodium_init() >= 0; }

} // namespace

PinFault fault_of(std::string_view digits)
{
    if (digits.find_first_not_of("0123456789") != std::string_view::npos || digits.size() > kMostDigits)
        return PinFault::no_digits;
    if (digits.size() < kFewestDigits) return PinFault::too_short;
    bool const simple = repeats(digits, 1) || repeats(digits, 2) || repeats(digits, 3) || runs(digits, 1) ||
                        runs(digits, -1) || is_year_twice(digits) ||
                        std::find(kCommon.begin(), kCommon.end(), digits) != kCommon.end();
    return simple ? PinFault::too_simple : PinFault::none;
}

std::string words_of(PinFault fault)
{
    switch (fault) {
    case PinFault::none: break;
    case PinFault::too_short: return "a PIN has 6 digits at least";
    case PinFault::no_digits: return "a PIN has 6 to 10 digits and nothing else";
    case PinFault::too_simple: return "this PIN is among the first that anybody tries: take another";
    }
    return "";
}

Result<std::string> hash_pin(Secret const& pin)
{
    std::array<char, crypto_pwhash_STRBYTES> text{};
    auto const digits = pin.digits();
    // libsodium's cost for interactive use: 64 MiB, two passes; OWASP asks for 19 MiB and two passes at least.
    if (!ready() || crypto_pwhash_str_alg(text.data(), digits.data(), digits.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                          crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Error{"PIN", "there is not enough memory to keep it safely", "give the machine 128 MiB more"};
    return std::string(text.data());
}

Result<PinMatch> matches(Secret const& pin, std::string const& hash)
{
    if (!ready() || !is_pin_hash(hash))
        return Error{"PIN", "what is kept of it cannot be read", "set a new PIN with a recovery stick"};
    auto const digits = pin.digits();
    if (crypto_pwhash_str_verify(hash.c_str(), digits.data(), digits.size()) == 0) return PinMatch::yes;
    return PinMatch::no;
}

bool is_pin_hash(std::string_view text)
{
    // The text begins with the cost: "$argon2id$v=19$m=65536,t=2,p=1$". With more than four times ours, every wrong try
    // of a passer-by would use up the kiosk's memory.
    constexpr std::size_t kMostMemory = 4 * (crypto_pwhash_MEMLIMIT_INTERACTIVE / 1024U); // [KiB]
    constexpr unsigned kMostPasses = 4 * crypto_pwhash_OPSLIMIT_INTERACTIVE;
    std::size_t memory = 0;
    unsigned passes = 0, lanes = 0;
    if (std::sscanf(std::string(text).c_str(), "$argon2id$v=19$m=%zu,t=%u,p=%u$", &memory, &passes, &lanes) != 3 ||
        memory > kMostMemory || passes > kMostPasses || lanes != 1)
        return false;
    return text.starts_with("$argon2id$v=19$m=") && text.size() < crypto_pwhash_STRBYTES &&
           std::count(text.begin(), text.end(), '$') == 5 &&
           crypto_pwhash_str_needs_rehash(std::string(text).c_str(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                          crypto_pwhash_MEMLIMIT_INTERACTIVE) >= 0;
}

} // namespace kiosk::lock
