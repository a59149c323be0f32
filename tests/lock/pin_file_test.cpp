// Which PIN holds: the configuration's, or one that was set at the kiosk; and what the lock keeps of either.
#include "files/files.h"
#include "lock/pin_lock.h"
#include "support/cheap_hash.h"
#include "support/kiosk.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace kiosk;
using namespace kiosk::lock;
using namespace test;

namespace {

// The configuration's first and second PIN, and the one that staff set at the kiosk.
constexpr std::string_view kFirstPin = "246813", kSecondPin = "904417", kOwnPin = "5502916";

std::string const& first_hash()
{
    static std::string const hash = cheap_hash(kFirstPin);
    return hash;
}
std::string const& second_hash()
{
    static std::string const hash = cheap_hash(kSecondPin);
    return hash;
}
std::string const& own_hash()
{
    static std::string const hash = cheap_hash(kOwnPin);
    return hash;
}

struct KeptPin {
    // A start of the program, with what the configuration says now.
    PinLock start(std::string configured) const
    {
        return PinLock({folder.path(), std::move(configured), "machine"}, Instant{1s});
    }
    // As a start finds it, after whatever the lock asks to wait.
    Attempt attempt(std::string const& configured, std::string_view pin) const
    {
        auto lock = start(configured);
        return lock.attempt(Secret(pin), Instant{1s} + 33min).value();
    }
    bool opens(std::string const& configured, std::string_view pin) const
    {
        return attempt(configured, pin) == Attempt::right;
    }
    std::string text() const { return read_file(folder / "pin").value(); }
    void put(std::string const& text) const { REQUIRE(write_file_atomically(folder / "pin", text).ok()); }
    void put_version_1(std::string const& hash, int wrong, long serial) const
    {
        put(fmt::format("kiosk-pin 1\nhash {}\nwrong {}\nserial {}\nshut \nend\n", hash, wrong, serial));
    }

    TemporaryFolder folder;
};

} // namespace

TEST_CASE("a new PIN in the configuration opens from the next start on, and the old one no more, whoever tried before")
{
    KeptPin const kept;
    CHECK(kept.attempt(first_hash(), kOwnPin) == Attempt::wrong);
    CHECK(kept.opens(first_hash(), kFirstPin));
    CHECK(kept.opens(second_hash(), kSecondPin));
    CHECK(kept.attempt(second_hash(), kFirstPin) == Attempt::wrong);
}

TEST_CASE("a PIN that was taken out of the configuration opens nothing, also if it was tried before")
{
    KeptPin const kept;
    CHECK(kept.opens(first_hash(), kFirstPin));
    auto lock = kept.start("");
    CHECK(lock.status(Instant{1s} + 1h).state == LockState::unset);
    CHECK(lock.attempt(Secret(kFirstPin), Instant{1s} + 1h).value() == Attempt::refused);
    CHECK_FALSE(has_pin(kept.folder.path(), ""));
}

TEST_CASE("the lock's file holds nothing of the configuration's PIN, whatever was tried, recovered or set")
{
    KeptPin const kept;
    auto lock = kept.start(first_hash());
    auto const holds = [&](std::string const& hash) { return kept.text().find(hash) != std::string::npos; };
    CHECK(lock.attempt(Secret(kOwnPin), Instant{1s}).value() == Attempt::wrong);
    CHECK_FALSE(holds("argon2"));
    CHECK(lock.attempt(Secret(kFirstPin), Instant{1s}).value() == Attempt::right);
    CHECK_FALSE(holds("argon2"));
    REQUIRE(lock.record_recovery(3).ok());
    CHECK_FALSE(holds("argon2"));
    REQUIRE(lock.set(Secret(kOwnPin)).ok());
    CHECK(holds(lock.hash()));
    CHECK_FALSE(holds(first_hash()));
}

TEST_CASE("a PIN set at the kiosk stands over the configuration's as long as that one stays as it was, or goes")
{
    KeptPin const kept;
    REQUIRE(kept.start(first_hash()).set(Secret(kOwnPin)).ok());
    for (auto const& configured : {first_hash(), std::string(), first_hash()}) {
        CHECK(kept.opens(configured, kOwnPin));
        CHECK_FALSE(kept.opens(configured, kFirstPin));
        CHECK(has_pin(kept.folder.path(), configured));
    }
}

TEST_CASE("the configuration's newer word holds over a PIN set at the kiosk, which is forgotten for good")
{
    Journal const journal;
    for (std::string const& before : {first_hash(), std::string()}) {
        KeptPin const kept;
        REQUIRE(kept.start(before).set(Secret(kOwnPin)).ok());
        CHECK(kept.opens(second_hash(), kSecondPin));
        CHECK(kept.text().find("argon2") == std::string::npos);
        for (auto const& configured : {second_hash(), before, std::string()})
            CHECK_FALSE(kept.opens(configured, kOwnPin));
    }
    CHECK(journal.says("the configuration has a new PIN"));
}

TEST_CASE("staff may set a PIN over the configuration's newer one, and it stands over that")
{
    Journal const journal;
    KeptPin const kept;
    REQUIRE(kept.start(first_hash()).set(Secret(kOwnPin)).ok());
    REQUIRE(kept.start(second_hash()).set(Secret(kOwnPin)).ok());
    CHECK(kept.opens(second_hash(), kOwnPin));
    CHECK(kept.opens(first_hash(), kFirstPin)); // written there anew: a newer word
}

TEST_CASE("a newer PIN of the configuration opens a lock that was shut by guesses at the one before")
{
    KeptPin const kept;
    kept.put(fmt::format("kiosk-pin 2\nhash \nstands-over {}\nwrong {}\nserial 7\nshut machine\nend\n",
                         digest_of(first_hash()), kShutForGood));
    CHECK(kept.start(first_hash()).status(Instant{1s}).state == LockState::shut_for_good);
    CHECK(kept.start("").status(Instant{1s}).state == LockState::unset);
    auto const lock = kept.start(second_hash());
    CHECK(lock.status(Instant{1s}) == LockStatus{LockState::open});
    CHECK(lock.recovery_serial() == 7); // a stick that was used stays used
    CHECK(kept.start(first_hash()).status(Instant{1s}) == LockStatus{LockState::open});
}

TEST_CASE("on a disk that takes nothing a newer PIN of the configuration holds, and guesses are not forgotten")
{
    KeptPin const kept;
    kept.put(fmt::format("kiosk-pin 2\nhash {}\nstands-over {}\nwrong 12\nserial 0\nshut machine\nend\n", own_hash(),
                         digest_of(first_hash())));
    Journal const journal;
    // Where the new file would be written there is a folder: nobody can write it.
    std::filesystem::create_directories(kept.folder / "pin.new" / "in the way");
    for (int start = 0; start < 2; ++start) {
        PinLock lock({kept.folder.path(), second_hash(), "another machine"}, Instant{1s});
        CHECK(lock.hash() == second_hash());
        CHECK(lock.status(Instant{1s}).state == LockState::shut);
    }
}

TEST_CASE("a number of the lock's file that is none makes no fresh attempts of spent ones")
{
    TemporaryFolder folder;
    auto const read = [&](std::string const& wrong, std::string const& serial) {
        auto const text =
            fmt::format("kiosk-pin 2\nhash \nstands-over \nwrong {}\nserial {}\nshut \nend\n", wrong, serial);
        REQUIRE(write_file_atomically(folder / "pin", text).ok());
        return read_pin_file(folder.path(), "");
    };
    CHECK(read("4", "7").file.wrong == 4);
    CHECK(read("4", "7").file.serial == 7);
    CHECK(read("4", "7").remark.empty());
    CHECK(read("9000000000", "0").file.wrong == kShutForGood);
    for (auto const* none : {"", "x", "4x", " 4", "+4", "-1", "4.0", "99999999999999999999"}) {
        CAPTURE(none);
        CHECK(read(none, "7").file.wrong == kShutAfter - kOpensAgainFor);
        CHECK(read("4", none).file.wrong == kShutAfter - kOpensAgainFor);
        CHECK(read(none, "7").remark.find("cannot be understood") != std::string::npos);
    }
}

TEST_CASE("a lock's file of which a line is missing, doubled or elsewhere is not understood")
{
    KeptPin const kept;
    auto const is_understood = [&](std::string const& text) {
        kept.put(text);
        return read_pin_file(kept.folder.path(), "").remark.empty();
    };
    std::string const whole = "kiosk-pin 2\nhash \nstands-over \nwrong 4\nserial 7\nshut \nend\n";
    CHECK(is_understood(whole));
    CHECK(is_understood(whole + std::string(4096 - whole.size(), '\n')));
    CHECK_FALSE(is_understood("kiosk-pin 2\nhash \nstands-over \nserial 7\nshut \nend\n"));
    CHECK_FALSE(is_understood("kiosk-pin 2\nhash \nstands-over \nwrong 4\nwrong 0\nserial 7\nshut \nend\n"));
    CHECK_FALSE(is_understood("kiosk-pin 2\nhash \nstands-over \nserial 7\nwrong 4\nshut \nend\n"));
    CHECK_FALSE(is_understood("kiosk-pin 2\nend\n"));
}

TEST_CASE("version 1 kept the configuration's PIN: it is left out, and the attempts stay")
{
    KeptPin const kept;
    kept.put_version_1(first_hash(), 4, 2);
    auto const lock = kept.start(first_hash());
    CHECK(lock.status(Instant{1s}) == LockStatus{LockState::waiting, 1min, 6});
    CHECK(lock.recovery_serial() == 2);
    CHECK(kept.opens(first_hash(), kFirstPin));
    CHECK(kept.text().find("argon2") == std::string::npos);
    CHECK(kept.opens(second_hash(), kSecondPin));
}

TEST_CASE("version 1 with another PIN than the configuration: the configuration holds, changed or taken out")
{
    Journal const journal;
    for (std::string const& configured : {second_hash(), std::string()}) {
        KeptPin const kept;
        kept.put_version_1(first_hash(), 9, 0);
        CHECK_FALSE(kept.opens(configured, kFirstPin));
        CHECK(kept.opens(second_hash(), kSecondPin)); // nobody is locked out by guesses at the other
        CHECK(has_pin(kept.folder.path(), configured) == !configured.empty());
    }
    CHECK(journal.says("holds another PIN than the configuration"));
}

TEST_CASE("version 1 of a kiosk whose staff had used a recovery stick: the PIN they set stands, until a newer word")
{
    Journal const journal;
    for (std::string const& configured : {first_hash(), std::string()}) {
        KeptPin const kept;
        kept.put_version_1(own_hash(), 0, 3);
        CHECK(kept.opens(configured, kOwnPin));
        CHECK(kept.opens(configured, kOwnPin));
        CHECK_FALSE(kept.opens(second_hash(), kOwnPin));
        CHECK(kept.opens(second_hash(), kSecondPin));
    }
    CHECK(journal.says("stands over the configuration's"));
}

TEST_CASE("a power cut at any write leaves one PIN that opens, the old or the new one, and gives no attempt back")
{
    Journal const journal;
    struct Step {
        char const* what;
        std::function<void(PinLock&)> act;
        std::string configured;
        std::string_view opens_before, opens_after;
    };
    auto const set = [](PinLock& lock) { REQUIRE(lock.set(Secret(kOwnPin)).ok()); };
    auto const nothing = [](PinLock&) {};
    std::vector<Step> const steps{
        {"a PIN is set at the kiosk", set, first_hash(), kFirstPin, kOwnPin},
        {"the configuration's newer word is heard", nothing, second_hash(), kSecondPin, kSecondPin}};
    KeptPin const kept;
    CHECK(kept.attempt(first_hash(), kSecondPin) == Attempt::wrong);
    for (auto const& step : steps) {
        CAPTURE(step.what);
        auto const before = kept.text();
        {
            auto lock = kept.start(step.configured);
            step.act(lock);
        }
        auto const after = kept.text();
        REQUIRE(after != before);
        // The file is written beside and renamed: the disk has the old one and a piece of the new one, or the new one.
        for (std::size_t piece = 0; piece <= after.size(); piece += 7) {
            kept.put(before);
            REQUIRE(write_file_atomically(kept.folder / "piece", after.substr(0, piece)).ok());
            std::filesystem::rename(kept.folder / "piece", kept.folder / "pin.new");
            auto const read = read_pin_file(kept.folder.path(), step.configured).file;
            CHECK(read.hash.empty() == (step.opens_before != kOwnPin));
        }
        CHECK(kept.opens(step.configured, step.opens_before));
        for (auto const pin : {kFirstPin, kSecondPin, kOwnPin})
            if (pin != step.opens_before) CHECK_FALSE(kept.opens(step.configured, pin));
        kept.put(after);
        CHECK(kept.opens(step.configured, step.opens_after));
        for (auto const pin : {kFirstPin, kSecondPin, kOwnPin})
            if (pin != step.opens_after) CHECK_FALSE(kept.opens(step.configured, pin));
        kept.put(after);
    }
}
