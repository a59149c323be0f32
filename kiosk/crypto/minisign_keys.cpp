#include "base/utf8.h"
#include "crypto/base64.h"
#include "crypto/minisign.h"
#include "files/hexadecimal.h"

#include <algorithm>
#include <sodium.h>

namespace kiosk::crypto {

namespace {

constexpr std::array<unsigned char, 2> kKeyMark{'E', 'd'};
constexpr std::array<unsigned char, 2> kNoPassword{0, 0};
constexpr std::array<unsigned char, 2> kBlake2b{'B', '2'};
constexpr std::size_t kPublicBytes = 42, kPublicNumberAt = 2, kPointAt = 10;
constexpr std::size_t kPasswordAt = 2, kCheckAt = 4, kSecretNumberAt = 54, kSeedAt = 62, kOpenAt = 94;
constexpr std::size_t kSecretBytes = 158; // the last 32 are of the password: zeros without one

using SecretBytes = std::array<unsigned char, kSecretBytes>;
template <typename Part>
void put(SecretBytes& bytes, std::size_t at, Part const& part)
{
    std::copy(part.begin(), part.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at));
}

template <typename Part>
bool stands_at(SecretBytes const& bytes, std::size_t at, Part const& part)
{
    return std::equal(part.begin(), part.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at));
}

SecretBytes bytes_of(SigningKey const& key)
{
    SecretBytes bytes{};
    put(bytes, 0, kKeyMark);
    put(bytes, kPasswordAt, kNoPassword);
    put(bytes, kCheckAt, kBlake2b);
    put(bytes, kSecretNumberAt, key.number);
    put(bytes, kSeedAt, key.seed);
    put(bytes, kOpenAt, public_key_of(key).point);
    return bytes;
}

} // namespace

SigningPair make_signing_pair()
{
    SigningPair pair{};
    if (sodium_init() >= 0) {
        randombytes_buf(pair.secret.seed.data(), pair.secret.seed.size());
        randombytes_buf(pair.secret.number.data(), pair.secret.number.size());
    }
    pair.open = public_key_of(pair.secret);
    return pair;
}

PublicKey public_key_of(SigningKey const& key)
{
    PublicKey open{key.number, {}};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    if (sodium_init() >= 0) crypto_sign_seed_keypair(open.point.data(), secret.data(), key.seed.data());
    sodium_memzero(secret.data(), secret.size());
    return open;
}

bool is_same_signer(PublicKey const& one, PublicKey const& other)
{
    return one.point == other.point || one.number == other.number;
}

std::string public_key_text(PublicKey const& key)
{
    std::array<unsigned char, kPublicBytes> bytes{};
    std::copy(kKeyMark.begin(), kKeyMark.end(), bytes.begin());
    std::copy(key.number.begin(), key.number.end(), bytes.begin() + kPublicNumberAt);
    std::copy(key.point.begin(), key.point.end(), bytes.begin() + kPointAt);
    return base64(bytes, Padding::kept);
}

Result<PublicKey> read_public_key(std::string_view text)
{
    std::array<unsigned char, kPublicBytes> bytes{};
    if (!read_base64(text, bytes, Padding::kept) || !std::equal(kKeyMark.begin(), kKeyMark.end(), bytes.begin()))
        return Error{"", "is no public key of minisign",
                     "it is the second line of what kiosk-content make-key or minisign -G writes, and begins with RW"};
    PublicKey key;
    std::copy_n(bytes.begin() + kPublicNumberAt, key.number.size(), key.number.begin());
    std::copy_n(bytes.begin() + kPointAt, key.point.size(), key.point.begin());
    return key;
}

std::string secret_key_text(SigningKey const& key)
{
    auto bytes = bytes_of(key);
    auto text = base64(bytes, Padding::kept);
    sodium_memzero(bytes.data(), bytes.size());
    return text;
}

Result<SigningKey> read_secret_key(std::string_view text)
{
    SecretBytes bytes{};
    if (!read_base64(text, bytes, Padding::kept) || !stands_at(bytes, 0, kKeyMark) ||
        !stands_at(bytes, kCheckAt, kBlake2b))
        return Error{"", "is no secret key of minisign", "it is the second line of what kiosk-content make-key writes"};
    if (!stands_at(bytes, kPasswordAt, kNoPassword))
        return Error{
            "", "is protected by a password, which is not asked for here",
            "sign with minisign -S, and give its file with --signature; minisign -C -W takes the password off"};
    SigningKey key;
    std::copy_n(bytes.begin() + kSecretNumberAt, key.number.size(), key.number.begin());
    std::copy_n(bytes.begin() + kSeedAt, key.seed.size(), key.seed.begin());
    bool const whole = stands_at(bytes, kOpenAt, public_key_of(key).point); // as the seed makes them
    sodium_memzero(bytes.data(), bytes.size());
    if (!whole) return Error{"", "is a damaged secret key", "take the copy of it that was put away"};
    return key;
}

std::string number_text(KeyNumber const& number)
{
    // minisign says it as a number, of which the first byte is the least.
    auto turned = number;
    std::reverse(turned.begin(), turned.end());
    return capital_letters(hexadecimal(turned));
}

} // namespace kiosk::crypto
