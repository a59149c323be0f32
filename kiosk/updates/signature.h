// A signed text, the beginning of every file that comes by stick. This is the only code that reads bytes before their
// signature is verified: the text is opaque here, and its own parser reads it only after verify(). Pure; any thread.
//
//   kiosk signed 1: signatures 0624, text 005713      how many bytes of each follow, with leading zeros
//   <none, one or two signatures of minisign>         of the text and nothing else (crypto/minisign.h)
//   <the text>                                        a manifest, a list of keys, or a recovery
//   <the files of a manifest, one after the other>
//
// Each kind of text begins with a first line of its own, so that a signature of one is never taken for one of another.
// A signature covers no other signature, so that two people can sign in any order. Text and signatures are one file, so
// that no part can be left behind or be mixed up with another text's.
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
// Two signatures, with comments of the length that minisign allows.
constexpr std::size_t kMostSignatureBytes = 4096;

enum class SignedKind { content, keys, recovery };

// The first line of a text of this kind, without its line feed.
std::string_view first_line_of(SignedKind kind);
// The kind of a text by its first line; nothing for another. To be asked after verify(), or by the tool that signs.
std::optional<SignedKind> kind_of(std::string_view text);

// The keys that this kiosk trusts. Lists are numbered by epoch; each is signed by two keys of the one before.
struct KeyList {
    std::int64_t epoch = 1;
    std::vector<PublicKey> keys;
    bool operator==(KeyList const&) const = default;
};
// Whether a key of the list is that of the same person.
bool has_signer(KeyList const& list, PublicKey const& key);

struct SignedHeader {
    std::size_t text_bytes = 0;
    std::vector<Signature> signatures; // of different keys; empty: unsigned
    bool is_signed() const { return !signatures.empty(); }
    std::size_t bytes() const; // the first line and the signatures
};

// The length of the header that begins with these kHeaderBytes; kHeaderBytes where they are malformed.
std::size_t header_bytes(std::string_view first);
// `where`: the file's name in a Refusal. Bytes after the header are ignored.
Accepted<SignedHeader> read_header(std::string_view bytes, std::string const& where);
std::string header_text(SignedHeader const& header);

// Every signature must be valid and of a trusted key, else it is refused. Returns how many people have signed: 1 or 2.
Accepted<std::size_t> verify(SignedHeader const& header, std::string_view text, KeyList const& believed,
                             std::string const& where);

SignedHeader sign(std::string_view text, SigningKey const& key);
// Adds a signature; an Error where there are two, or one of this key, already.
Result<SignedHeader> add_own_signature(SignedHeader header, std::string_view text, SigningKey const& key);
// Adds a signature that minisign has made; an Error, too, where it is not valid.
Result<SignedHeader> add_signature(SignedHeader header, std::string_view text, Signature const& made,
                                   PublicKey const& key);

} // namespace kiosk::updates
