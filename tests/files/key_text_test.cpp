// Which half of a key a text is.
#include "files/key_text.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

std::string const kSome(64, 'a');

std::string said(std::string const& text, KeyKind wanted)
{
    auto const key = read_key_text(text, wanted);
    return key ? key.value() : key.error().line();
}

} // namespace

TEST_CASE("each kind of key is read where it belongs, and refused by name everywhere else")
{
    for (auto const use : {KeyUse::sign, KeyUse::seal})
        for (auto const half : {KeyHalf::secret, KeyHalf::open})
            for (auto const wanted_use : {KeyUse::sign, KeyUse::seal})
                for (auto const wanted_half : {KeyHalf::secret, KeyHalf::open}) {
                    auto const text = key_text({use, half}, kSome);
                    CAPTURE(text);
                    auto const found = said(text, {wanted_use, wanted_half});
                    if (use == wanted_use && half == wanted_half) CHECK(found == kSome);
                    if (half != wanted_half)
                        CHECK(found.find(half == KeyHalf::secret ? "is the secret half" : "is the public half") == 0);
                    else if (use != wanted_use)
                        CHECK(found.find(use == KeyUse::sign ? "is a key for signing" : "is a key for sealing") == 0);
                }
}

TEST_CASE("what editors and mail programs put around a key is nobody's concern")
{
    auto const key = key_text({KeyUse::sign, KeyHalf::open}, kSome);
    for (auto const& text : {"\xEF\xBB\xBF" + key, key + "\r\n", key + "\n\n", "  " + key + "\t", key})
        CHECK(said(text, {KeyUse::sign, KeyHalf::open}) == kSome);
    CHECK(said(key_text({KeyUse::sign, KeyHalf::open}, std::string(64, 'A')), {}) == kSome);
    for (auto const& text : {std::string(), kSome + "0", kSome.substr(1), std::string("kiosk-public-sign:"), "x" + key})
        CHECK(said(text, {KeyUse::sign, KeyHalf::open}).find("is no key") == 0);
}

TEST_CASE("a key from before there were marks is what its file's name says")
{
    CHECK(read_key_text(kSome, "office.public", {KeyUse::sign, KeyHalf::open}).ok());
    CHECK(read_key_text(kSome, "office.secret", {KeyUse::sign, KeyHalf::secret}).ok());
    CHECK(read_key_text(kSome, "seal", {KeyUse::seal, KeyHalf::secret}).ok());
    CHECK_FALSE(read_key_text(kSome, "office.public", {KeyUse::sign, KeyHalf::secret}).ok());
    CHECK_FALSE(read_key_text(kSome, "seal", {KeyUse::seal, KeyHalf::open}).ok());
    CHECK_FALSE(has_key_mark(kSome));
    CHECK(has_key_mark(" " + key_text({KeyUse::seal, KeyHalf::secret}, kSome)));
}
