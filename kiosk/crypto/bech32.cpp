#include "crypto/bech32.h"

#include <array>
#include <cstdint>
#include <vector>

namespace kiosk::crypto {

namespace {

constexpr std::string_view kLetters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr std::array<std::uint32_t, 5> kGenerator{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
constexpr std::size_t kChecksum = 6; // letters
constexpr unsigned kBits = 5;        // a letter

using Fives = std::vector<std::uint8_t>; // numbers of kBits bits

std::uint32_t checksum_of(Fives const& values)
{
    std::uint32_t sum = 1;
    for (auto const value : values) {
        auto const top = sum >> 25U;
        sum = (sum & 0x1ffffffU) << kBits ^ value;
        for (std::size_t i = 0; i < kGenerator.size(); ++i)
            if ((top >> i & 1U) != 0) sum ^= kGenerator[i];
    }
    return sum;
}

Fives expanded(std::string_view prefix)
{
    Fives values;
    for (auto const letter : prefix)
        values.push_back(static_cast<std::uint8_t>(static_cast<unsigned char>(letter) >> kBits));
    values.push_back(0);
    for (auto const letter : prefix)
        values.push_back(static_cast<std::uint8_t>(static_cast<unsigned char>(letter) & 31U));
    return values;
}

Fives fives_of(std::span<unsigned char const> bytes)
{
    Fives values;
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (auto const byte : bytes) {
        held = (held << 8U | byte) & 0xfffU;
        for (bits += 8; bits >= kBits; bits -= kBits)
            values.push_back(static_cast<std::uint8_t>(held >> (bits - kBits) & 31U));
    }
    if (bits > 0) values.push_back(static_cast<std::uint8_t>(held << (kBits - bits) & 31U));
    return values;
}

} // namespace

std::string bech32(std::string_view prefix, std::span<unsigned char const> bytes)
{
    auto const data = fives_of(bytes);
    auto summed = expanded(prefix);
    summed.insert(summed.end(), data.begin(), data.end());
    summed.resize(summed.size() + kChecksum);
    auto const sum = checksum_of(summed) ^ 1U;
    std::string text(prefix);
    text += '1';
    for (auto const value : data) text += kLetters[value];
    for (std::size_t i = 0; i < kChecksum; ++i) text += kLetters[sum >> kBits * (kChecksum - 1 - i) & 31U];
    return text;
}

bool read_bech32(std::string_view text, std::string_view prefix, std::span<unsigned char> bytes)
{
    if (text.size() <= prefix.size() + kChecksum || !text.starts_with(prefix)) return false;
    auto data = text.substr(prefix.size() + 1);
    data.remove_suffix(kChecksum);
    std::uint32_t held = 0;
    unsigned bits = 0;
    std::size_t read = 0;
    for (auto const letter : data) {
        auto const value = kLetters.find(letter);
        if (value == std::string_view::npos) return false;
        held = (held << kBits | static_cast<std::uint32_t>(value)) & 0xfffU;
        bits += kBits;
        if (bits < 8) continue;
        bits -= 8;
        if (read == bytes.size()) return false;
        bytes[read++] = static_cast<unsigned char>(held >> bits & 0xffU);
    }
    // The separator, the checksum and the bits that are left over are right where the same text comes out again.
    return read == bytes.size() && bech32(prefix, bytes) == text;
}

} // namespace kiosk::crypto
