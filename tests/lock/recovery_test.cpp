#include "files/files.h"
#include "lock/recovery.h"
#include "support/kiosk.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::lock;
using namespace kiosk::updates;
using namespace test;

namespace {

struct Office {
    std::string letter(std::string const& kiosk, long serial) const
    {
        return make_recovery(kiosk, serial, pair.secret);
    }

    crypto::SigningPair const pair = crypto::make_signing_pair();
    std::string const public_key = crypto::public_key_text(pair.open);
};

} // namespace

TEST_CASE("a recovery stick opens the kiosk it was made for, once")
{
    Office const office;
    auto const letter = office.letter("lobby", 4);
    auto const read = [&](std::string const& kiosk, long used) {
        return read_recovery(letter, kiosk, used, {office.public_key});
    };
    CHECK(read("lobby", 0).fault == RecoveryFault::none);
    CHECK(read("lobby", 0).serial == 4);
    CHECK(read("lobby", 3).fault == RecoveryFault::none);
    CHECK(read("lobby", 4).fault == RecoveryFault::used_before);
    CHECK(read("lobby", 9).fault == RecoveryFault::used_before);
    CHECK(read("bar", 0).fault == RecoveryFault::other_kiosk);
}

TEST_CASE("a recovery stick of which one letter was changed, anywhere, opens nothing")
{
    Office const office;
    auto const letter = office.letter("lobby", 4);
    for (std::size_t i = 0; i + 1 < letter.size(); ++i) {
        auto changed = letter;
        changed[i] = changed[i] == 'a' ? 'b' : 'a';
        if (changed == letter) continue;
        CAPTURE(i);
        CHECK(read_recovery(changed, "lobby", 0, {office.public_key}).fault == RecoveryFault::not_signed);
    }
    for (std::string const& text :
         {std::string(), std::string("kiosk "), letter.substr(0, 30), letter + letter, std::string(4096, 'a'),
          std::string("kiosk signed 1: signatures 0000, text 000038\nkiosk recovery 1\nkiosk lobby\nserial 4\n"),
          letter.substr(letter.find("kiosk recovery"))})
        CHECK(read_recovery(text, "lobby", 0, {office.public_key}).fault == RecoveryFault::not_signed);
}

TEST_CASE("only keys that the kiosk knows open it")
{
    Office const office;
    Office const other;
    auto const letter = other.letter("lobby", 4);
    CHECK(read_recovery(letter, "lobby", 0, {office.public_key}).fault == RecoveryFault::not_signed);
    CHECK(read_recovery(letter, "lobby", 0, {}).fault == RecoveryFault::not_signed);
    CHECK(read_recovery(letter, "lobby", 0, {"no key", office.public_key, other.public_key}).fault ==
          RecoveryFault::none);
}

TEST_CASE("a number far above the last is refused, so that one stick cannot end recovery for good")
{
    Office const office;
    auto const fault = [&](long serial, long used) {
        return read_recovery(office.letter("lobby", serial), "lobby", used, {office.public_key}).fault;
    };
    CHECK(fault(1000, 0) == RecoveryFault::none);
    CHECK(fault(1001, 0) == RecoveryFault::too_far);
    CHECK(fault(2'000'000'000, 0) == RecoveryFault::too_far);
    CHECK(fault(2001, 1001) == RecoveryFault::none);
    CHECK(fault(1001, 1001) == RecoveryFault::used_before);
}

TEST_CASE("the good stick is found among others, and a link on a stick is not followed")
{
    Office const office;
    TemporaryFolder folder;
    for (auto const* stick : {"a", "b", "c", "d"}) std::filesystem::create_directory(folder / stick);
    std::vector<std::filesystem::path> const places{folder / "a", folder / "b", folder / "c", folder / "d"};
    auto const find = [&] { return find_recovery(places, "lobby", 0, {office.public_key}).fault; };
    CHECK(find() == RecoveryFault::no_stick);
    REQUIRE(write_file_atomically(folder / "outside", office.letter("lobby", 1)).ok());
    std::filesystem::create_symlink(folder / "outside", folder / "a" / kRecoveryFile);
    CHECK(find() == RecoveryFault::no_stick);
    REQUIRE(write_file_atomically(folder / "b" / kRecoveryFile, std::string(100'000, 'x')).ok());
    CHECK(find() == RecoveryFault::not_signed);
    REQUIRE(write_file_atomically(folder / "d" / kRecoveryFile, office.letter("lobby", 1)).ok());
    CHECK(find() == RecoveryFault::none);
}
