// The fixed header of what comes by stick, and one signature or two over it and the body behind it. Only this and
// nothing else sees bytes that nobody has vouched for: the body is opaque here, and is read by its own parser only
// after verify() has said yes. Ed25519 (RFC 8032, libsodium). Any thread; nothing is kept.
//
//   0  16  what it is: a pack, or a list of keys
//   16  4  form of the header: 1, or 2 with a second signature
//   20  4  length of the body
//   24  8  which key: the first bytes of its SHA-256; zeros while unsigned
//   32 64  the signature
//   96  8  in form 2: which key the second signature is of, another one
//  104 64  and that signature
//   96     the body (in form 2 at 168); behind that of a pack the files, one after the other
// Numbers are little-endian. Both signatures are of the same words: the first 24 bytes as form 1 has them, the
// signature's own key, and the body. So a second one can be added by whoever has its key, and neither tells of the
// other.
#pragma once
#include "files/hexadecimal.h"
#include "updates/refusal.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace kiosk::updates {

constexpr std::size_t kHeaderBytes = 96;
constexpr std::size_t kSecondBytes = 72; // more, with a second signature
constexpr std::size_t kMostSignatures = 2;

enum class SignedKind { pack, keys };

using PublicKey = std::array<unsigned char, 32>;
using SigningKey = std::array<unsigned char, 32>; // the seed of RFC 8032: what is kept secret
using KeyHint = std::array<unsigned char, 8>;
using Signature = std::array<unsigned char, 64>;

// Whom this kiosk believes. Each list has a number; the next one is signed by two keys of the one before.
struct KeyList {
    std::int64_t epoch = 1;
    std::vector<PublicKey> keys;
    bool operator==(KeyList const&) const = default;
};

struct KeySignature {
    KeyHint hint{};
    Signature signature{};
    bool operator==(KeySignature const&) const = default;
};

struct SignedHeader {
    SignedKind kind = SignedKind::pack;
    std::uint32_t body_bytes = 0;
    std::vector<KeySignature> signatures; // of as many keys; none: unsigned
    bool is_signed() const { return !signatures.empty(); }
    std::size_t bytes() const { return kHeaderBytes + (signatures.size() > 1 ? kSecondBytes : 0); }
};

// How long the header is that begins with these kHeaderBytes, by its form alone.
std::size_t header_bytes(std::string_view first);
// `where` is what to call the file in a refusal. Bytes beyond the header are not looked at.
Accepted<SignedHeader> read_header(std::string_view bytes, std::string const& where);
std::string header_text(SignedHeader const& header);

// Every signature that is there must hold and be of a key that is believed. How many people have signed: 1 or 2.
Accepted<std::size_t> verify(SignedHeader const& header, std::string_view body, KeyList const& believed,
                             std::string const& where);
// Whether one of its signatures is of this key, and holds.
bool is_signed_by(SignedHeader const& header, std::string_view body, PublicKey const& key);

SignedHeader sign(SignedKind kind, std::string_view body, SigningKey const& key);
// With one signature more; an Error where there are two, or one of this key already.
Result<SignedHeader> sign_too(SignedHeader header, std::string_view body, SigningKey const& key);

struct SigningPair {
    SigningKey secret;
    PublicKey open;
};
SigningPair make_signing_pair();
PublicKey public_key_of(SigningKey const& key);
KeyHint hint_of(PublicKey const& key);

// 64 hexadecimal digits; nothing else is a key.
Result<PublicKey> key_from_hexadecimal(std::string_view text);

} // namespace kiosk::updates
