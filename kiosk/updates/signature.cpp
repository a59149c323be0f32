#include "updates/signature.h"
#include "updates/limits.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <sodium.h>

namespace kiosk::updates {

namespace {

constexpr std::size_t kMarkBytes = 16;
constexpr std::uint32_t kOneSignature = 1, kTwoSignatures = 2; // forms
constexpr std::size_t kFormAt = 16, kLengthAt = 20, kHintAt = 24, kSecondHintAt = 96;

// What was signed as one thing is never taken for another: the domain stands before the bytes that are signed.
struct Kind {
    SignedKind kind;
    std::string_view mark, domain;
};
constexpr Kind kKinds[] = {
    {SignedKind::pack, {"kiosk content\n\0\0", kMarkBytes}, "kiosk content, signed, 1\n"},
    {SignedKind::keys, {"kiosk keys\n\0\0\0\0\0", kMarkBytes}, "kiosk keys, signed, 1\n"},
};

Kind const& entry(SignedKind kind) { return kind == SignedKind::pack ? kKinds[0] : kKinds[1]; }

unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }

std::uint32_t number_at(std::string_view bytes, std::size_t at)
{
    std::uint32_t number = 0;
    for (std::size_t i = 4; i-- > 0;) number = (number << 8U) | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

std::string number_text(std::uint32_t number)
{
    std::string text;
    for (int i = 0; i < 4; ++i, number >>= 8U) text += static_cast<char>(number & 0xFFU);
    return text;
}

template <std::size_t size>
std::string_view text_of(std::array<unsigned char, size> const& bytes)
{
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

std::string first_part(SignedHeader const& header, std::uint32_t form)
{
    return std::string(entry(header.kind).mark) + number_text(form) + number_text(header.body_bytes);
}

// The words that each signature is of: the same whether it stands alone or beside another.
std::string message_of(SignedHeader const& header, KeyHint const& hint, std::string_view body)
{
    return std::string(entry(header.kind).domain) + first_part(header, kOneSignature) + std::string(text_of(hint)) +
           std::string(body);
}

KeySignature signature_at(std::string_view bytes, std::size_t at)
{
    KeySignature read;
    std::memcpy(read.hint.data(), bytes.data() + at, read.hint.size());
    std::memcpy(read.signature.data(), bytes.data() + at + read.hint.size(), read.signature.size());
    return read;
}

bool sodium_ready() { return sodium_init() >= 0; }

bool holds(SignedHeader const& header, KeySignature const& one, std::string_view body, PublicKey const& key)
{
    auto const message = message_of(header, one.hint, body);
    return sodium_ready() && body.size() == header.body_bytes &&
           crypto_sign_verify_detached(one.signature.data(), bytes_of(message), message.size(), key.data()) == 0;
}

} // namespace

std::size_t header_bytes(std::string_view first)
{
    bool const two = first.size() >= kHeaderBytes && number_at(first, kFormAt) == kTwoSignatures;
    return two ? kHeaderBytes + kSecondBytes : kHeaderBytes;
}

Accepted<SignedHeader> read_header(std::string_view bytes, std::string const& where)
{
    using enum RefusalReason;
    if (bytes.size() < kHeaderBytes) return refuse(not_a_pack, where, "shorter than a header");
    SignedHeader header;
    auto const* known = std::find_if(std::begin(kKinds), std::end(kKinds),
                                     [&](Kind const& kind) { return bytes.starts_with(kind.mark); });
    if (known == std::end(kKinds)) return refuse(not_a_pack, where, "it begins otherwise");
    header.kind = known->kind;
    auto const form = number_at(bytes, kFormAt);
    if (form != kOneSignature && form != kTwoSignatures) return refuse(not_a_pack, where, fmt::format("form {}", form));
    header.body_bytes = number_at(bytes, kLengthAt);
    if (header.body_bytes == 0) return refuse(not_a_pack, where, "nothing is in it");
    if (header.body_bytes > kMostManifest)
        return refuse(too_large, where, fmt::format("a list of {} bytes", header.body_bytes));
    if (bytes.size() < header_bytes(bytes)) return refuse(not_a_pack, where, "shorter than a header");
    auto const first = signature_at(bytes, kHintAt);
    if (first != KeySignature{}) header.signatures.push_back(first);
    if (form == kOneSignature) return header;
    auto const second = signature_at(bytes, kSecondHintAt);
    // Two of one person are one.
    if (first == KeySignature{} || second == KeySignature{} || first.hint == second.hint)
        return refuse(damaged, where, "two signatures that are not of two keys");
    header.signatures.push_back(second);
    return header;
}

std::string header_text(SignedHeader const& header)
{
    auto text = first_part(header, header.signatures.size() > 1 ? kTwoSignatures : kOneSignature);
    for (auto const& one : header.signatures)
        text += std::string(text_of(one.hint)) + std::string(text_of(one.signature));
    text.resize(header.bytes());
    return text;
}

Accepted<std::size_t> verify(SignedHeader const& header, std::string_view body, KeyList const& believed,
                             std::string const& where)
{
    using enum RefusalReason;
    if (believed.keys.empty()) return refuse(no_keys, where);
    if (!header.is_signed()) return refuse(unsigned_file, where);
    std::vector<PublicKey> signers;
    for (auto const& one : header.signatures) {
        auto const key = std::find_if(believed.keys.begin(), believed.keys.end(),
                                      [&](PublicKey const& candidate) { return hint_of(candidate) == one.hint; });
        if (key == believed.keys.end()) return refuse(key_unknown, where);
        if (!holds(header, one, body, *key)) return refuse(damaged, where, "the signature does not fit");
        if (std::find(signers.begin(), signers.end(), *key) == signers.end()) signers.push_back(*key);
    }
    return signers.size();
}

bool is_signed_by(SignedHeader const& header, std::string_view body, PublicKey const& key)
{
    return std::any_of(header.signatures.begin(), header.signatures.end(), [&](KeySignature const& one) {
        return one.hint == hint_of(key) && holds(header, one, body, key);
    });
}

SignedHeader sign(SignedKind kind, std::string_view body, SigningKey const& key)
{
    SignedHeader header;
    header.kind = kind;
    header.body_bytes = static_cast<std::uint32_t>(body.size());
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    PublicKey open{};
    if (!sodium_ready()) return header;
    crypto_sign_seed_keypair(open.data(), secret.data(), key.data());
    KeySignature one;
    one.hint = hint_of(open);
    auto const message = message_of(header, one.hint, body);
    crypto_sign_detached(one.signature.data(), nullptr, bytes_of(message), message.size(), secret.data());
    sodium_memzero(secret.data(), secret.size());
    header.signatures.push_back(one);
    return header;
}

Result<SignedHeader> sign_too(SignedHeader header, std::string_view body, SigningKey const& key)
{
    auto const own = sign(header.kind, body, key);
    if (!own.is_signed()) return Error{"signature", "cannot be made on this machine", "try another one"};
    auto const& one = own.signatures.front();
    for (auto const& there : header.signatures)
        if (there.hint == one.hint)
            return Error{"signature", "is there already: this key has signed", "the second one is another person's"};
    if (header.signatures.size() >= kMostSignatures)
        return Error{"signature", "cannot be added: two people have signed", "begin anew with --anew"};
    header.body_bytes = own.body_bytes;
    header.signatures.push_back(one);
    return header;
}

SigningPair make_signing_pair()
{
    SigningPair pair{};
    if (sodium_ready()) randombytes_buf(pair.secret.data(), pair.secret.size());
    pair.open = public_key_of(pair.secret);
    return pair;
}

PublicKey public_key_of(SigningKey const& key)
{
    PublicKey open{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    if (sodium_ready()) crypto_sign_seed_keypair(open.data(), secret.data(), key.data());
    sodium_memzero(secret.data(), secret.size());
    return open;
}

KeyHint hint_of(PublicKey const& key)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), key.data(), key.size());
    KeyHint hint{};
    std::copy_n(hash.begin(), hint.size(), hint.begin());
    return hint;
}

Result<PublicKey> key_from_hexadecimal(std::string_view text)
{
    PublicKey key{};
    if (!read_hexadecimal(text, key))
        return Error{"key", "is no key", "it is what kiosk-content make-key writes: 64 hexadecimal digits"};
    return key;
}

} // namespace kiosk::updates
