// Sealed files in age's form: one that age (version 1.1.1) sealed is in here; more go both ways in
// tests/real/formats.sh.
#include "crypto/age.h"
#include "crypto/base64.h"

#include <doctest/doctest.h>
#include <sstream>
#include <vector>

using namespace kiosk;
using namespace kiosk::crypto;

namespace {

// By `age -r OTHER -r age18ke2…`, of "hallo\n".
constexpr char const* kOwnIdentity = "AGE-SECRET-KEY-1YF077T8AHCTT3PXFEJF9AAFXVQLCKCRRRCRY4U0EGSXNTVAD0CNSSKUZEQ";
constexpr char const* kSealedByAge =
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBMYUZxdmhEUTl6dVg0YmxrdzRra1hkbXVmOEtLN3BGL1dCdnRIbU5wT0ZFClVl"
    "dVNGYzJIR1N2UFB5b0RHSDM5b3FqUGQ5bUF3bXdZalZSV1dUeVFsVnMKLT4gWDI1NTE5IHRsa1crZVQxNU1RMlhWbXZIOW12eEhiZkFo"
    "aHM1bWpnbWlReXowc0VuMXcKR2VGUDhSNlpwU2ZLVWRqR2xxZFpPZ1N3RDRjUVg2empZSjBwSEUxZ0hKWQotLS0gUEIramRLRHJOVk1u"
    "T3ZsenRQNVRQSTAvUHY0Z1VIZEFrcUsvMm9MYWdxMApU3KF40jqQ8J/6eiNUGvO9pKo9Nef/ExM3HOVD5JoAhdWNOD5Oxw==";

std::string by_age()
{
    std::string const text = kSealedByAge;
    auto const padding = text.size() - text.find_last_not_of('=') - 1;
    std::vector<unsigned char> bytes(text.size() / 4 * 3 - padding);
    REQUIRE(read_base64(text, bytes, Padding::kept));
    return {bytes.begin(), bytes.end()};
}

struct AgePair {
    SealingPair const pair = make_sealing_pair();
    CurveBytes const identity = read_identity(pair.secret).value();
    CurveBytes const recipient = read_recipient(pair.open).value();
};

std::string sealed_text(CurveBytes const& recipient, std::string const& text)
{
    std::string bytes;
    AgeSealer sealer([&](std::string_view part) {
        bytes += part;
        return success();
    });
    REQUIRE(sealer.begin(recipient).ok());
    // By pieces of a length that fits to nothing.
    for (std::size_t at = 0; at < text.size(); at += 1000) REQUIRE(sealer.add(text.substr(at, 1000)).ok());
    REQUIRE(sealer.end().ok());
    return bytes;
}

// What is in it, or why it is refused.
std::string opened_text(std::string const& bytes, CurveBytes const& identity)
{
    std::istringstream stream(bytes);
    std::string text;
    auto const done = open_age(stream, identity, [&](std::string_view piece) {
        text += piece;
        return success();
    });
    return done ? text : done.error().message;
}

std::string exchanged(std::string text, std::string_view what, std::string const& with)
{
    auto const at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

} // namespace

TEST_CASE("what age has sealed for several is opened by the key of one of them")
{
    CHECK(opened_text(by_age(), read_identity(kOwnIdentity).value()) == "hallo\n");
    CHECK(opened_text(by_age(), AgePair().identity) == "was sealed for another key");
}

TEST_CASE("what is sealed opens to the byte, however it falls into pieces, and is never the same twice")
{
    AgePair const keys;
    for (auto const bytes : {std::size_t{0}, std::size_t{1}, kAgePiece - 1, kAgePiece, kAgePiece + 1, 2 * kAgePiece}) {
        CAPTURE(bytes);
        std::string const text(bytes, 'x');
        auto const file = sealed_text(keys.recipient, text);
        CHECK(opened_text(file, keys.identity) == text);
        CHECK(file.find("xxxx") == std::string::npos);
        CHECK(sealed_text(keys.recipient, text) != file);
    }
}

TEST_CASE("a file that ends, or goes on, between two pieces is refused, and said to be cut short or too long")
{
    AgePair const keys;
    auto const file = sealed_text(keys.recipient, std::string(2 * kAgePiece + 100, 'x'));
    auto const last = file.size() - 100 - 16;
    auto const piece = kAgePiece + 16;
    CHECK(opened_text(file.substr(0, last), keys.identity) == "is cut short");
    CHECK(opened_text(file.substr(0, last - piece), keys.identity) == "is cut short");
    CHECK(opened_text(file.substr(0, last - 2 * piece), keys.identity) == "is cut short");
    CHECK(opened_text(file.substr(0, last - 2 * piece - 1), keys.identity) == "is cut short");
    CHECK(opened_text(file.substr(0, file.size() - 1), keys.identity) == "was changed, or is not whole");
    CHECK(opened_text(file + "x", keys.identity) == "was changed, or is not whole");
    auto const full = sealed_text(keys.recipient, std::string(kAgePiece, 'x'));
    CHECK(opened_text(full + std::string(50, 'x'), keys.identity) == "is longer than what was sealed");
    // Two pieces in each other's place.
    auto const first = file.substr(last - 2 * piece, piece);
    auto const second = file.substr(last - piece, piece);
    CHECK(opened_text(file.substr(0, last - 2 * piece) + second + first + file.substr(last), keys.identity) ==
          "was changed, or is not whole");
}

TEST_CASE("whatever letter of the head is changed, nothing is opened")
{
    AgePair const keys;
    auto const file = sealed_text(keys.recipient, "figures");
    for (std::size_t at = 0; at + 7 + 16 < file.size(); ++at) {
        auto changed = file;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CAPTURE(at);
        CHECK(opened_text(changed, keys.identity) != "figures");
        CHECK(opened_text(file.substr(0, at), keys.identity) != "figures");
    }
}

TEST_CASE("files of age that are in another form are told by name")
{
    AgePair const keys;
    auto const file = sealed_text(keys.recipient, "figures");
    CHECK(opened_text("-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n", keys.identity) == "is sealed as text");
    CHECK(opened_text("age-encryption.org/v2\n", keys.identity) == "is not a sealed package of this form");
    auto const password = exchanged(file, "X25519 ", "scrypt ");
    CHECK(opened_text(password, keys.identity) == "is sealed by a password, and for no key");
    CHECK(opened_text(exchanged(file, "X25519 ", "piv-p256 "), keys.identity) == "was sealed for another key");
    // A head without an end is not read to its end.
    std::istringstream endless("age-encryption.org/v1\n-> x\n" + std::string(1U << 20U, 'A'));
    CHECK_FALSE(open_age(endless, keys.identity, [](auto) { return success(); }).ok());
    CHECK(static_cast<std::size_t>(endless.tellg()) <= kLargestAgeHeader + 2);
    CHECK(opened_text("age-encryption.org/v1\n-> x\n" + std::string(1U << 20U, 'A'), keys.identity) ==
          "is not a sealed package of this form");
}

TEST_CASE("nothing is sealed for a point that is none")
{
    AgeSealer sealer([](auto) { return success(); });
    CHECK_FALSE(sealer.begin(CurveBytes{}).ok());
}
