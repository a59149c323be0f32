// The fixed header of what comes by stick, and the one signature over it and the body behind it. Only this and nothing
// else sees bytes that nobody has vouched for: the body is opaque here, and is read by its own parser only after
// verify() has said yes. Ed25519 (RFC 8032, libsodium). Any thread; nothing is kept.
//
//   0  16  what it is: a pack, or a list of keys
//   16  4  form of the header, 1
//   20  4  length of the body
//   24  8  which key: the first bytes of its SHA-256; zeros while unsigned
//   32 64  the signature
//   96     the body; behind that of a pack the files, one after the other
// Numbers are little-endian.
#pragma once
#include "staff/refusal.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace kiosk::staff {

constexpr std::size_t kHeaderBytes = 96;

enum class SignedKind { pack, keys };

using PublicKey = std::array<unsigned char, 32>;
using SigningKey = std::array<unsigned char, 32>; // the seed of RFC 8032: what is kept secret
using KeyHint = std::array<unsigned char, 8>;
using Signature = std::array<unsigned char, 64>;

// Whom this kiosk believes. Each list has a number; the next one is signed by a key of the one before.
struct KeyList {
    std::int64_t epoch = 1;
    std::vector<PublicKey> keys;
    bool operator==(KeyList const&) const = default;
};

struct SignedHeader {
    SignedKind kind = SignedKind::pack;
    std::uint32_t body_bytes = 0;
    KeyHint hint{};
    Signature signature{};
    bool is_signed() const { return hint != KeyHint{}; }
};

// `where` is what to call the file in a refusal. Bytes beyond the header are not looked at.
Accepted<SignedHeader> read_header(std::string_view bytes, std::string const& where);
std::string header_text(SignedHeader const& header);

Accepted<> verify(SignedHeader const& header, std::string_view body, KeyList const& believed, std::string const& where);
SignedHeader sign(SignedKind kind, std::string_view body, SigningKey const& key);

struct SigningPair {
    SigningKey secret;
    PublicKey open;
};
SigningPair make_signing_pair();
PublicKey public_key_of(SigningKey const& key);
KeyHint hint_of(PublicKey const& key);

// 64 hexadecimal digits and back; nothing else is a key.
std::string hexadecimal(PublicKey const& key);
Result<PublicKey> key_from_hexadecimal(std::string_view text);

} // namespace kiosk::staff
