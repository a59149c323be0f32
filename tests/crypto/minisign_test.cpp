// Signatures and keys as minisign writes them: its own are in here as it wrote them (version 0.11), and what is made
// here is checked by the program itself in tests/real/formats.sh.
#include "crypto/base64.h"
#include "crypto/minisign.h"

#include <array>
#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::crypto;

namespace {

constexpr char const* kSignedText = "hallo\n";
constexpr char const* kMinisignPublic = "RWSQDDkGRIvcIeyrpAdyT2UskoK0P2Inop0D10tIJIdjG8uxbq7exfNa";
constexpr char const* kMinisignSecret =
    "RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAkAw5BkSL3CEhCAOXdykcXYrzefv3ACNr1YdN76Oq"
    "i3q2CnT5JurKjeyrpAdyT2UskoK0P2Inop0D10tIJIdjG8uxbq7exfNaAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
constexpr char const* kProtected =
    "RWRTY0IyXoo0i1SoAnGcLs6w4z8TPUORwt2gBmKuNX2Ik5QPC3QAAAACAAAAAAAAAEAAAAAAhKuHxI6cXl3yjlfIs5/6YIqSC4+4Puy8B0TeaMUS"
    "8N09ZgobyzrOluMW2YL9SWiXs5sih99rWY1+YqWq+8sIlr3fITADo7gm90LK5YgZsgA5Nlk37n2q5N1C9nns2PjcIR1ylmi0YLM=";
constexpr char const* kBySignature =
    "untrusted comment: signature from minisign secret key\n"
    "RUSQDDkGRIvcIc0s+SP3iR8ttNEjaZhakyNGqBCyu+2wLDg7xYA3Togp8tDR1M/DFva3Y4Q8kQnL7HdqzShi1NfCdOOgsQeZOgI=\n"
    "trusted comment: timestamp:1795738991\tfile:m\thashed\n"
    "9wvL18sjuuKpqPE3HCHAdVgGKBaj2JqczYw40glAKWCyCHkV9TPi1VxD469xeiEwFnD0/MLkUnAucMTG8TUnBQ==\n";
constexpr char const* kOlderSignature =
    "untrusted comment: signature from minisign secret key\n"
    "RWSQDDkGRIvcIQs4Rf77At9ZqXWonx6mftdkqN2albaSStBvmtblyENrUFMa4KPwST4i/sTBPc2tDLWbwkG4WMMCINfac1TESAk=\n"
    "trusted comment: timestamp:1795739304\tfile:m\n"
    "eLKTZj30XJcD/fh51bbQvubzwYftbKUiIBvMGxWFD7nXfcYMcEaoPvRkUjfENbQNbZ3RlPiN5oWmv3sMBM+xDA==\n";

std::string fault_of_signature(std::string const& text)
{
    auto const read = read_signature(text);
    return read ? std::string() : read.error().message;
}

} // namespace

TEST_CASE("what minisign has signed holds, for its key and its text alone, and is shown by no comment of nobody's")
{
    auto const key = read_public_key(kMinisignPublic);
    auto const read = read_signature(kBySignature);
    REQUIRE(key.ok());
    REQUIRE(read.ok());
    CHECK(number_text(key.value().number) == "21DC8B4406390C90"); // as minisign says it
    CHECK(read.value().number == key.value().number);
    CHECK(read.value().comment == "timestamp:1795738991\tfile:m\thashed");
    CHECK(verify_signature(read.value(), kSignedText, key.value()));
    CHECK_FALSE(verify_signature(read.value(), "hallo", key.value()));
    auto other = key.value();
    other.point = make_signing_pair().open.point; // under the same number
    CHECK_FALSE(verify_signature(read.value(), kSignedText, other));
    CHECK(signature_text(read.value()).find("signature from minisign") == std::string::npos);
}

TEST_CASE("a key without a password is read as minisign wrote it, makes minisign's signature, and is written the same")
{
    auto const key = read_secret_key(kMinisignSecret);
    REQUIRE(key.ok());
    CHECK(secret_key_text(key.value()) == kMinisignSecret);
    CHECK(public_key_text(public_key_of(key.value())) == kMinisignPublic);
    auto const made = sign(kSignedText, "timestamp:1795738991\tfile:m\thashed", key.value());
    CHECK(made == read_signature(kBySignature).value()); // Ed25519 has no chance in it
    auto const pair = make_signing_pair();
    CHECK(read_secret_key(secret_key_text(pair.secret)).value().seed == pair.secret.seed);
    CHECK(read_public_key(public_key_text(pair.open)).value() == pair.open);
    CHECK(public_key_text(pair.open).starts_with("RW"));
}

TEST_CASE("a key that a password protects, or of which a letter is wrong, is told")
{
    auto const locked = read_secret_key(kProtected);
    REQUIRE_FALSE(locked.ok());
    CHECK(locked.error().message.find("password") != std::string::npos);
    CHECK(locked.error().advice.find("minisign -S") != std::string::npos);
    std::string changed = kMinisignSecret;
    changed[120] = changed[120] == 'A' ? 'B' : 'A'; // in the seed
    auto const damaged = read_secret_key(changed);
    REQUIRE_FALSE(damaged.ok());
    CHECK(damaged.error().message.find("damaged") != std::string::npos);
    for (auto const* text : {"", "RW", kMinisignSecret + 1, kMinisignPublic}) CHECK_FALSE(read_secret_key(text).ok());
    for (auto const* text : {"", "RW", kMinisignPublic + 1, kMinisignSecret}) CHECK_FALSE(read_public_key(text).ok());
}

TEST_CASE("whatever letter of a signature is changed, it does not hold, but for the comment that nobody has signed")
{
    auto const key = read_public_key(kMinisignPublic).value();
    std::string const whole = kBySignature;
    auto const free_from = std::string("untrusted comment: ").size();
    auto const free_to = whole.find('\n');
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CAPTURE(at);
        auto const read = read_signature(changed);
        CHECK((read && verify_signature(read.value(), kSignedText, key)) == (at >= free_from && at < free_to));
    }
}

TEST_CASE("only four lines are a signature, each no longer than minisign has them, and with a hash")
{
    std::string const whole = kBySignature;
    CHECK(fault_of_signature(whole).empty());
    CHECK(fault_of_signature(kOlderSignature) == "is a signature of minisign's older form, without a hash");
    auto const long_one = [&](std::string const& kind, std::size_t letters) {
        auto text = whole;
        auto const at = text.find(kind) + kind.size();
        return text.replace(at, text.find('\n', at) - at, std::string(letters, 'x'));
    };
    for (std::string const kind : {"untrusted comment: ", "\ntrusted comment: "}) {
        CHECK(fault_of_signature(long_one(kind, kLongestComment)).empty());
        CHECK_FALSE(fault_of_signature(long_one(kind, kLongestComment + 1)).empty());
    }
    for (auto const& text : {std::string(), whole + whole, whole + "\n", whole.substr(0, whole.size() - 1),
                             whole.substr(whole.find('\n') + 1), std::string(100'000, 'x'), std::string(4, '\n')})
        CHECK_FALSE(fault_of_signature(text).empty());
}

TEST_CASE("what is no canonical Base 64 is not read, so that no text has two forms")
{
    std::array<unsigned char, 2> bytes{};
    CHECK(read_base64("AAA=", bytes, Padding::kept));
    for (auto const* text : {"AAB=", "AAA", "AA A=", "AAA=\n", "AAA==", "AA=A", "AAAA", "-_A=", ""})
        CHECK_FALSE(read_base64(text, bytes, Padding::kept));
    CHECK(read_base64("AAA", bytes, Padding::left_out));
    for (auto const* text : {"AAA=", "AAB", "AA"}) CHECK_FALSE(read_base64(text, bytes, Padding::left_out));
}
