// Keys as age-keygen (version 1.1.1) wrote them.
#include "crypto/age_keys.h"
#include "crypto/bech32.h"

#include <array>
#include <doctest/doctest.h>
#include <vector>

using namespace kiosk;
using namespace kiosk::crypto;

namespace {

constexpr char const* kAgeRecipient = "age18ke2xwsgsp82pu9kd06facl0ey8j03latqx7hvzzzvtsnv8ydqvs45pmqw";
constexpr char const* kAgeIdentity = "AGE-SECRET-KEY-1YF077T8AHCTT3PXFEJF9AAFXVQLCKCRRRCRY4U0EGSXNTVAD0CNSSKUZEQ";

std::string with_letter(std::string text, std::size_t at, char letter)
{
    text[at] = letter;
    return text;
}

} // namespace

TEST_CASE("age's own pair of keys is read, and the secret one has its public one")
{
    auto const identity = read_identity(kAgeIdentity);
    auto const recipient = read_recipient(kAgeRecipient);
    REQUIRE(identity.ok());
    REQUIRE(recipient.ok());
    CHECK(recipient_for_identity(identity.value()) == recipient.value());
    CHECK(recipient_text(recipient.value()) == kAgeRecipient);
    auto const pair = make_sealing_pair();
    CHECK(pair.secret.size() == std::string(kAgeIdentity).size());
    CHECK(recipient_text(recipient_for_identity(read_identity(pair.secret).value())) == pair.open);
    CHECK(make_sealing_pair().open != pair.open);
}

TEST_CASE("one wrong letter of a key is found, wherever it is")
{
    for (std::size_t at = 0; at < std::string(kAgeRecipient).size(); ++at) {
        CAPTURE(at);
        CHECK_FALSE(read_recipient(with_letter(kAgeRecipient, at, kAgeRecipient[at] == 'q' ? 'p' : 'q')).ok());
    }
    for (std::size_t at = 0; at < std::string(kAgeIdentity).size(); ++at) {
        CAPTURE(at);
        CHECK_FALSE(read_identity(with_letter(kAgeIdentity, at, kAgeIdentity[at] == 'Q' ? 'P' : 'Q')).ok());
    }
    for (std::string const text : {"", "age1", "age", "AGE-SECRET-KEY-1"}) {
        CHECK_FALSE(read_recipient(text).ok());
        CHECK_FALSE(read_identity(text).ok());
    }
    CHECK_FALSE(read_recipient(std::string(kAgeRecipient) + "q").ok());
    CHECK_FALSE(read_recipient(kAgeIdentity).ok());
    CHECK_FALSE(read_identity("age-secret-key-1yf077t8ahctt3pxfejf9aafxvqlckcrrrcry4u0egsxntvad0cnsskuzeq").ok());
}

TEST_CASE("Bech32 is that of BIP 173, whatever the length")
{
    std::array<unsigned char, 0> none{};
    CHECK(bech32("a", none) == "a12uel5l"); // the standard's own
    CHECK(read_bech32("a12uel5l", "a", none));
    std::vector<unsigned char> bytes(100, 0xAB), read(100);
    CHECK(read_bech32(bech32("x", bytes), "x", read));
    CHECK(read == bytes);
    CHECK_FALSE(read_bech32(bech32("x", bytes), "y", read));
}
