#include "crypto/age_keys.h"
#include "base/utf8.h"
#include "crypto/bech32.h"

#include <sodium.h>

namespace kiosk::crypto {

namespace {

constexpr std::string_view kRecipient = "age";
constexpr std::string_view kIdentity = "age-secret-key-"; // written in capitals
constexpr std::size_t kIdentityLetters = 74;

} // namespace

SealingPair make_sealing_pair()
{
    CurveBytes identity{};
    if (sodium_init() >= 0) randombytes_buf(identity.data(), identity.size());
    SealingPair pair{recipient_text(recipient_for_identity(identity)), capital_letters(bech32(kIdentity, identity))};
    sodium_memzero(identity.data(), identity.size());
    return pair;
}

Result<CurveBytes> read_recipient(std::string_view text)
{
    CurveBytes point{};
    if (!read_bech32(text, kRecipient, point))
        return Error{"", "is no public key of age, or a letter of it is wrong",
                     "it is what kiosk-log make-key or age-keygen writes: age1 and 58 more letters"};
    return point;
}

Result<CurveBytes> read_identity(std::string_view text)
{
    CurveBytes scalar{};
    bool const in_capitals = text.size() == kIdentityLetters && capital_letters(text) == text;
    if (!in_capitals || !read_bech32(small_letters(text), kIdentity, scalar))
        return Error{"", "is no secret key of age, or a letter of it is wrong",
                     "it is what kiosk-log make-key or age-keygen writes: AGE-SECRET-KEY-1 and 58 more letters"};
    return scalar;
}

std::string recipient_text(CurveBytes const& point) { return bech32(kRecipient, point); }

CurveBytes recipient_for_identity(CurveBytes const& identity)
{
    CurveBytes point{};
    if (sodium_init() < 0 || crypto_scalarmult_base(point.data(), identity.data()) != 0) return {};
    return point;
}

} // namespace kiosk::crypto
