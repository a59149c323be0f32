// Which half of a key a text is, and of which use.
#include "crypto/age_keys.h"
#include "crypto/key_text.h"
#include "crypto/minisign.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::crypto;

namespace {

struct EachKey {
    SigningPair const signing = make_signing_pair();
    SealingPair const sealing = make_sealing_pair();

    std::string text(KeyUse use, KeyHalf half) const
    {
        if (use == KeyUse::seal) return half == KeyHalf::open ? sealing.open : sealing.secret;
        return half == KeyHalf::open ? public_key_text(signing.open) : secret_key_text(signing.secret);
    }
};

std::string said(std::string const& text, KeyKind wanted)
{
    auto const key = read_key_text(text, wanted);
    return key ? key.value() : key.error().line();
}

} // namespace

TEST_CASE("each kind of key is read where it belongs, and refused by name everywhere else")
{
    EachKey const keys;
    for (auto const use : {KeyUse::sign, KeyUse::seal})
        for (auto const half : {KeyHalf::secret, KeyHalf::open})
            for (auto const wanted_use : {KeyUse::sign, KeyUse::seal})
                for (auto const wanted_half : {KeyHalf::secret, KeyHalf::open}) {
                    auto const text = keys.text(use, half);
                    CAPTURE(text);
                    auto const found = said(text, {wanted_use, wanted_half});
                    if (use == wanted_use && half == wanted_half) CHECK(found == text);
                    if (half != wanted_half)
                        CHECK(found.find(half == KeyHalf::secret ? "is the secret half" : "is the public half") == 0);
                    else if (use != wanted_use)
                        CHECK(found.find(use == KeyUse::sign ? "is a key for signing" : "is a key for sealing") == 0);
                }
}

TEST_CASE("what editors, mail programs, minisign and age put around a key is nobody's concern")
{
    EachKey const keys;
    auto const key = keys.text(KeyUse::sign, KeyHalf::open);
    for (auto const& text :
         {"\xEF\xBB\xBF" + key, key + "\r\n", key + "\n\n", "  " + key + "\t", key,
          "untrusted comment: minisign public key 1\r\n" + key + "\r\n", "# public key: age1\n" + key + "\n"})
        CHECK(said(text, {KeyUse::sign, KeyHalf::open}) == key);
    for (auto const& text : {std::string(), key + "0", key.substr(1), std::string("RW"), "x" + key, key + "\n" + key,
                             std::string("untrusted comment: minisign public key 1\n")})
        CHECK(said(text, {KeyUse::sign, KeyHalf::open}).find("is no key") == 0);
}

TEST_CASE("a key of 64 hexadecimal digits is told to be of the old form, with what to make instead")
{
    std::string const digits(64, 'a');
    for (auto const& text : {digits, std::string(64, 'A'), "kiosk-public-sign:" + digits + "\n"}) {
        auto const found = said(text, {KeyUse::sign, KeyHalf::open});
        CHECK(found.find("of the old form") != std::string::npos);
        CHECK(found.find("kiosk-content make-key") != std::string::npos);
        CHECK(found.find("RW") != std::string::npos);
    }
    auto const found = said("kiosk-secret-seal:" + digits, {KeyUse::seal, KeyHalf::secret});
    CHECK(found.find("kiosk-log make-key") != std::string::npos);
    CHECK(found.find("AGE-SECRET-KEY-1") != std::string::npos);
}
