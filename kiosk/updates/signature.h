// A signed text: what comes by stick, as one file. Only this and nothing else sees bytes that nobody has vouched for:
// the text is opaque here, and is read by its own parser only after verify() has said yes. Any thread; nothing is kept.
//
//   kiosk signed 1: signatures 0624, text 005713      how many bytes of each follow, with leading zeros
//   <none, one or two signatures of minisign>         of the text and nothing else (crypto/minisign.h)
//   <the text>                                        a manifest, a list of keys, or a recovery
//   <the files of a manifest, one after the other>
//
// What was signed as one thing is never taken for another: each text begins with a first line of its own. A signature
// tells of no other, so that people may sign one after the other or without seeing each other. One file, and not a text
// with signatures beside it: a part that is not there cannot be left behind, or be another text's.
#pragma once
#include "crypto/minisign.h"
#include "updates/refusal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::updates {

using crypto::PublicKey;
using crypto::Signature;
using crypto::SigningKey;

constexpr std::size_t kHeaderBytes = 45; // the first line
constexpr std::size_t kMostSignatures = 2;
// Two, with comments as long as minisign has them.
constexpr std::size_t kMostSignatureBytes = 4096;

enum class SignedKind { pack, keys, recovery };

// The first line of a text of this kind, without its line feed.
std::string_view first_line_of(SignedKind kind);
// What the text says it is; to be asked once its signature has held, or by who signs it.
std::optional<SignedKind> kind_of(std::string_view text);

// Whom this kiosk believes. Each list has a number; the next one is signed by two keys of the one before.
struct KeyList {
    std::int64_t epoch = 1;
    std::vector<PublicKey> keys;
    bool operator==(KeyList const&) const = default;
};
// Whether one of them is this person's.
bool has_signer(KeyList const& list, PublicKey const& key);

struct SignedHeader {
    std::size_t text_bytes = 0;
    std::vector<Signature> signatures; // of as many keys; none: unsigned
    bool is_signed() const { return !signatures.empty(); }
    std::size_t bytes() const; // the first line and the signatures
};

// How long the header is that begins with these kHeaderBytes: no more than those where they are not right.
std::size_t header_bytes(std::string_view first);
// `where` is what to call the file in a refusal. Bytes beyond the header are not looked at.
Accepted<SignedHeader> read_header(std::string_view bytes, std::string const& where);
std::string header_text(SignedHeader const& header);

// Every signature that is there must hold and be of a key that is believed. How many people have signed: 1 or 2.
Accepted<std::size_t> verify(SignedHeader const& header, std::string_view text, KeyList const& believed,
                             std::string const& where);

SignedHeader sign(std::string_view text, SigningKey const& key);
// With one signature more; an Error where there are two, or one of this key already.
Result<SignedHeader> sign_too(SignedHeader header, std::string_view text, SigningKey const& key);
// The same with what minisign has signed: an Error where that does not hold.
Result<SignedHeader> add_signature(SignedHeader header, std::string_view text, Signature const& made,
                                   PublicKey const& key);

} // namespace kiosk::updates
