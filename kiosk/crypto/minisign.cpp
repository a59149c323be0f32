#include "crypto/minisign.h"
#include "base/utf8.h"
#include "crypto/base64.h"

#include <algorithm>
#include <fmt/format.h>
#include <sodium.h>
#include <vector>

namespace kiosk::crypto {

namespace {

constexpr std::string_view kUntrusted = "untrusted comment: ";
constexpr std::string_view kTrusted = "trusted comment: ";
constexpr std::string_view kOwnUntrusted = "a signature; minisign checks it";
constexpr std::array<unsigned char, 2> kPrehashed{'E', 'D'};
constexpr std::array<unsigned char, 2> kLegacy{'E', 'd'}; // over the text itself, not over its hash
constexpr std::size_t kNumberAt = 2, kSignatureAt = 10, kSignatureBytes = 74;

using Hash = std::array<unsigned char, crypto_generichash_BYTES_MAX>;

Hash hash_of(std::string_view text)
{
    Hash hash{};
    crypto_generichash(hash.data(), hash.size(), unsigned_bytes(text), text.size(), nullptr, 0);
    return hash;
}

// What the second signature is of.
std::vector<unsigned char> signed_comment(Signature const& signature)
{
    std::vector<unsigned char> message(signature.signature.begin(), signature.signature.end());
    message.insert(message.end(), signature.comment.begin(), signature.comment.end());
    return message;
}

// One line out of the text, without its line feed; false where none ends. A text from Windows has a return before it.
bool take_line(std::string_view& text, std::string_view& line)
{
    auto const end = text.find('\n');
    if (end == std::string_view::npos) return false;
    line = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return true;
}

// Its comment, where the line is one of this kind and no longer than it may be.
bool take_comment(std::string_view& line, std::string_view kind)
{
    if (!line.starts_with(kind)) return false;
    line.remove_prefix(kind.size());
    return line.size() <= kLongestComment;
}

Error no_signature(char const* message = "is no signature of minisign")
{
    return Error{"", message, "have it signed once more, by kiosk-content sign or minisign -S"};
}

} // namespace

std::string signature_text(Signature const& signature)
{
    std::array<unsigned char, kSignatureBytes> bytes{};
    std::copy(kPrehashed.begin(), kPrehashed.end(), bytes.begin());
    std::copy(signature.number.begin(), signature.number.end(), bytes.begin() + kNumberAt);
    std::copy(signature.signature.begin(), signature.signature.end(), bytes.begin() + kSignatureAt);
    return fmt::format("{}{}\n{}\n{}{}\n{}\n", kUntrusted, kOwnUntrusted, base64(bytes, Padding::kept), kTrusted,
                       signature.comment, base64(signature.comment_signature, Padding::kept));
}

Result<Signature> read_signature(std::string_view text)
{
    std::string_view untrusted, first, trusted, second;
    for (auto* line : {&untrusted, &first, &trusted, &second})
        if (!take_line(text, *line)) return no_signature();
    if (!text.empty() || !take_comment(untrusted, kUntrusted) || !take_comment(trusted, kTrusted))
        return no_signature();
    std::array<unsigned char, kSignatureBytes> bytes{};
    Signature signature;
    if (!read_base64(first, bytes, Padding::kept) || !read_base64(second, signature.comment_signature, Padding::kept))
        return no_signature();
    if (std::equal(kLegacy.begin(), kLegacy.end(), bytes.begin()))
        return no_signature("is a signature of minisign's older form, without a hash");
    if (!std::equal(kPrehashed.begin(), kPrehashed.end(), bytes.begin())) return no_signature();
    std::copy_n(bytes.begin() + kNumberAt, signature.number.size(), signature.number.begin());
    std::copy_n(bytes.begin() + kSignatureAt, signature.signature.size(), signature.signature.begin());
    signature.comment = trusted;
    return signature;
}

Signature sign(std::string_view text, std::string_view comment, SigningKey const& key)
{
    Signature signature;
    signature.number = key.number;
    signature.comment = comment;
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open{};
    if (sodium_init() < 0) return signature;
    crypto_sign_seed_keypair(open.data(), secret.data(), key.seed.data());
    auto const hash = hash_of(text);
    crypto_sign_detached(signature.signature.data(), nullptr, hash.data(), hash.size(), secret.data());
    auto const message = signed_comment(signature);
    crypto_sign_detached(signature.comment_signature.data(), nullptr, message.data(), message.size(), secret.data());
    sodium_memzero(secret.data(), secret.size());
    return signature;
}

bool verify_signature(Signature const& signature, std::string_view text, PublicKey const& key)
{
    if (sodium_init() < 0 || signature.number != key.number) return false;
    auto const hash = hash_of(text);
    auto const message = signed_comment(signature);
    return crypto_sign_verify_detached(signature.signature.data(), hash.data(), hash.size(), key.point.data()) == 0 &&
           crypto_sign_verify_detached(signature.comment_signature.data(), message.data(), message.size(),
                                       key.point.data()) == 0;
}

} // namespace kiosk::crypto
