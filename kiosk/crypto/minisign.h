// Signatures in the form of minisign (jedisct1.github.io/minisign, version 0.11), prehashed: Ed25519 (RFC 8032) over
// the BLAKE2b-512 of a text, with the number of the key and with a comment that is signed, too. `minisign -V` checks
// what is signed here, and what `minisign -S` signs holds here. Four lines, each ended by a line feed:
//
//   untrusted comment: <whatever>                        signed by nobody: never kept, never shown
//   base64("ED", key number of 8 bytes, signature of 64)
//   trusted comment: <whatever>
//   base64(signature of 64 bytes over the first signature and the trusted comment)
//
// A public key is base64("Ed", key number, 32 bytes), so that it begins with "RW". A secret one is
// base64("Ed", two zero bytes: no password, "B2", 48 zero bytes, key number, 32 bytes of seed, the public 32, and 32
// zero bytes). Any thread; nothing is kept. libsodium.
#pragma once
#include "base/result.h"

#include <array>
#include <string>
#include <string_view>

namespace kiosk::crypto {

using KeyNumber = std::array<unsigned char, 8>; // chosen with the key; nothing keeps two keys from having the same

struct PublicKey {
    KeyNumber number{};
    std::array<unsigned char, 32> point{};
    bool operator==(PublicKey const&) const = default;
};

struct SigningKey {
    KeyNumber number{};
    std::array<unsigned char, 32> seed{}; // of RFC 8032: the secret
};

struct SigningPair {
    SigningKey secret;
    PublicKey open;
};
SigningPair make_signing_pair();
PublicKey public_key_of(SigningKey const& key);

// Whether two keys count as one signer: the same key under two numbers, or the same number.
bool is_same_signer(PublicKey const& one, PublicKey const& other);

// "RW…", 56 letters. An Error has no `where`.
std::string public_key_text(PublicKey const& key);
Result<PublicKey> read_public_key(std::string_view text);

// The key's line, 212 letters. A key with a password is refused as such.
std::string secret_key_text(SigningKey const& key);
Result<SigningKey> read_secret_key(std::string_view text);

// The number as minisign prints it: 16 hexadecimal digits.
std::string number_text(KeyNumber const& number);

constexpr std::size_t kLongestComment = 1024; // letters; minisign 0.11 writes 1024 of the untrusted one at most

struct Signature {
    KeyNumber number{};
    std::array<unsigned char, 64> signature{};
    std::string comment; // the trusted one
    std::array<unsigned char, 64> comment_signature{};
    bool operator==(Signature const&) const = default;
};

// The four lines; the untrusted comment is always the same one.
std::string signature_text(Signature const& signature);
// Exactly these four lines, with any untrusted comment. An Error has no `where`.
Result<Signature> read_signature(std::string_view text);

// The trusted comment is `comment`, one line.
Signature sign(std::string_view text, std::string_view comment, SigningKey const& key);
// Whether this key made both signatures, over this text and over the trusted comment.
bool verify_signature(Signature const& signature, std::string_view text, PublicKey const& key);

} // namespace kiosk::crypto
