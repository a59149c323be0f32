// The PIN and its lock: which PINs are good, how many guesses there are, and that a power cut gives no free ones.
#include "files/files.h"
#include "lock/pin.h"
#include "lock/pin_lock.h"
#include "support/cheap_hash.h"
#include "support/kiosk.h"
#include "support/temporary_folder.h"

#include <csignal>
#include <doctest/doctest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace kiosk;
using namespace kiosk::lock;
using namespace test;

namespace {

Secret const kRight("246813");
Secret const kWrong("864213");

// What the configuration says, at each start the same.
std::string const& configured()
{
    static std::string const hash = cheap_hash("246813");
    return hash;
}

struct Door {
    explicit Door(std::string machine = "first") { start(std::move(machine)); }

    // The program starts anew, its clock with it.
    void start(std::string machine)
    {
        now = Instant{1s};
        lock.emplace(PinLockOptions{folder.path(), configured(), std::move(machine)}, now);
    }
    Attempt attempt(Secret const& pin) { return lock->attempt(pin, now).value(); }
    LockStatus status() const { return lock->status(now); }
    // Each as soon as it may be.
    void wrong(int times)
    {
        for (int i = 0; i < times; ++i) {
            now = now + status().wait;
            REQUIRE(attempt(kWrong) == Attempt::wrong);
        }
    }

    TemporaryFolder folder;
    Instant now;
    std::optional<PinLock> lock;
};

} // namespace

TEST_CASE("a PIN has six digits at least, and is not one that anybody tries first")
{
    for (auto const* simple : {"000000", "111111", "123456", "654321", "890123", "121212", "123123", "1234567890",
                               "19841984", "20262027", "112233", "147258", "159753", "777777", "987654"}) {
        CAPTURE(simple);
        CHECK(lock::fault_of(simple) == PinFault::too_simple);
    }
    for (auto const* good : {"246813", "904417", "5502916", "1029384756"}) {
        CAPTURE(good);
        CHECK(lock::fault_of(good) == PinFault::none);
    }
    CHECK(lock::fault_of("24681") == PinFault::too_short);
    CHECK(lock::fault_of("24681a") == PinFault::no_digits);
    CHECK(lock::fault_of("24681357901") == PinFault::no_digits);
}

TEST_CASE("what is kept of a PIN is an Argon2id hash of 64 MiB, another one each time, and not the PIN")
{
    auto const one = hash_pin(kRight).take();
    auto const other = hash_pin(kRight).take();
    CHECK(one != other);
    CHECK(one.starts_with("$argon2id$v=19$m=65536,t=2,p=1$"));
    CHECK(one.find("246813") == std::string::npos);
    CHECK(matches(kRight, one).value() == PinMatch::yes);
    CHECK(matches(kWrong, one).value() == PinMatch::no);
    CHECK_FALSE(matches(kRight, "246813").ok());
    CHECK_FALSE(is_pin_hash("$argon2id$v=19$m=65536,t=2,p=1$"));
    // One that would take two gigabytes at each try.
    auto dear = one;
    CHECK_FALSE(is_pin_hash(dear.replace(dear.find("m=65536"), 7, "m=2097152")));
    auto slow = one;
    CHECK_FALSE(is_pin_hash(slow.replace(slow.find("t=2"), 3, "t=900")));
    CHECK(is_pin_hash(one));
}

TEST_CASE("three wrong PINs are free, then each waits twice as long, and the right one makes all forgotten")
{
    Door door;
    CHECK(door.status() == LockStatus{LockState::open});
    door.wrong(2);
    CHECK(door.status() == LockStatus{LockState::open, Duration(0), 8});
    door.wrong(1);
    CHECK(door.status() == LockStatus{LockState::waiting, 30s, 7});
    CHECK(door.attempt(kRight) == Attempt::refused);
    door.wrong(1);
    CHECK(door.status().wait == 1min);
    door.wrong(4);
    CHECK(door.status().wait == 16min);
    door.now = door.now + 16min;
    CHECK(door.attempt(kRight) == Attempt::right);
    CHECK(door.status() == LockStatus{LockState::open});
}

TEST_CASE("after ten wrong PINs the lock is shut until the machine was off and on and has run for 15 minutes")
{
    Door door;
    door.wrong(10);
    CHECK(door.status() == LockStatus{LockState::shut});
    door.now = door.now + std::chrono::hours(100);
    CHECK(door.attempt(kRight) == Attempt::refused);
    door.start("first"); // the program alone
    door.now = door.now + 16min;
    CHECK(door.status().state == LockState::shut);
    door.start("second");
    CHECK(door.status() == LockStatus{LockState::shut, 15min});
    door.now = door.now + 14min;
    CHECK(door.attempt(kRight) == Attempt::refused);
    door.now = door.now + 1min;
    CHECK(door.status() == LockStatus{LockState::open, Duration(0), 3});
    CHECK(door.attempt(kRight) == Attempt::right);
    CHECK(door.status() == LockStatus{LockState::open});
}

TEST_CASE("every power cycle gives three guesses more, and after a hundred only a stick opens")
{
    Door door;
    door.wrong(10);
    int cycles = 0;
    for (int guesses = 10; guesses < kShutForGood; ++cycles) {
        door.start("machine " + std::to_string(cycles));
        door.now = door.now + 15min;
        for (int i = 0; i < 3 && door.status().state != LockState::shut; ++i, ++guesses) door.wrong(1);
    }
    CHECK(cycles == 30);
    CHECK(door.status() == LockStatus{LockState::shut_for_good});
    door.start("another");
    door.now = door.now + std::chrono::hours(1000);
    CHECK(door.attempt(kRight) == Attempt::refused);
    REQUIRE(door.lock->record_recovery(7).ok());
    REQUIRE(door.lock->set(Secret("904417")).ok());
    CHECK(door.attempt(Secret("904417")) == Attempt::right);
    door.start("and another");
    CHECK(door.attempt(kRight) == Attempt::wrong); // the configuration's is not it any more
    CHECK(door.lock->recovery_serial() == 7);
}

TEST_CASE("an attempt is on the disk before it is answered: whoever cuts the power at any moment has used it up")
{
    Door door;
    for (int cut = 1; cut <= 10; ++cut) {
        auto const child = ::fork();
        if (child == 0) {
            Door const& there = door;
            PinLock lock({there.folder.path(), configured(), "first"}, Instant{1s});
            (void)lock.attempt(kWrong, Instant{1s} + lock.status(Instant{1s}).wait);
            ::kill(::getpid(), SIGKILL); // the answer was given, and nothing more is done
        }
        ::waitpid(child, nullptr, 0);
    }
    door.start("first");
    CHECK(door.status().state == LockState::shut);
}

TEST_CASE("without a PIN nothing is tried, and a file that cannot be understood neither opens nor locks for ever")
{
    TemporaryFolder folder;
    PinLock unset({folder.path(), "", "first"}, Instant{1s});
    CHECK(unset.status(Instant{1s}).state == LockState::unset);
    CHECK(unset.attempt(kRight, Instant{1s}).value() == Attempt::refused);

    Journal journal;
    for (std::string const damage : {"", "kiosk-pin 1\nwrong 2\n", "something else", "kiosk-pin 9\nwrong 0\nend\n"}) {
        REQUIRE(write_file_atomically(folder / "pin", damage).ok());
        PinLock lock({folder.path(), configured(), "first"}, Instant{1s});
        CAPTURE(damage);
        auto const status = lock.status(Instant{1s});
        CHECK(status.state == LockState::waiting);
        CHECK(status.attempts == 3);
        CHECK(lock.attempt(kRight, Instant{1s} + status.wait).value() == Attempt::right);
    }
    CHECK(journal.says("cannot be understood"));
}

TEST_CASE("a disk that takes nothing lets three PINs be tried in a run, each after a long wait")
{
    TemporaryFolder folder;
    // A file where the folder should be: nothing can be written below it, by nobody.
    REQUIRE(write_file_atomically(folder / "data", "in the way").ok());
    PinLock lock({folder / "data", configured(), "first"}, Instant{1s});
    Instant now{1s};
    for (int i = 0; i < 3; ++i) {
        CHECK(lock.attempt(kWrong, now).value() == Attempt::wrong);
        CHECK(lock.status(now) == LockStatus{LockState::waiting, 15min, 9 - i});
        CHECK(lock.attempt(kRight, now + 14min).value() == Attempt::refused);
        now = now + 15min;
    }
    CHECK_FALSE(lock.attempt(kRight, now + 1h).ok());
    CHECK_FALSE(lock.set(Secret("904417")).ok());
    CHECK(lock.hash() != "");
}

TEST_CASE("on a disk that has become full wrong PINs are counted as ever, over every start")
{
    Door door;
    door.wrong(1);
    // Nothing new can be made: what is written beside first is in the way of itself.
    std::filesystem::create_directories(door.folder / "pin.new" / "in the way");
    door.wrong(8);
    door.start("first");
    CHECK(door.status().attempts == 1);
    door.wrong(1);
    CHECK(door.status() == LockStatus{LockState::shut});
    door.start("second");
    CHECK(door.status() == LockStatus{LockState::shut, 15min});
    door.now = door.now + 15min;
    CHECK(door.attempt(kRight) == Attempt::right);
    door.start("third");
    CHECK(door.status() == LockStatus{LockState::open});
}

TEST_CASE("an installed kiosk has room for wrong PINs before the first is tried")
{
    Door door;
    REQUIRE(write_file_atomically(door.folder / "kiosk-data", "").ok());
    door.start("first");
    std::filesystem::create_directories(door.folder / "pin.new" / "in the way");
    door.wrong(10);
    door.start("first");
    CHECK(door.status() == LockStatus{LockState::shut});
}

TEST_CASE("without that room a start gives no guess before the machine has run for 15 minutes")
{
    Journal const journal;
    Door door;
    REQUIRE(write_file_atomically(door.folder / "kiosk-data", "").ok());
    std::filesystem::create_directories(door.folder / "pin.new" / "in the way");
    for (auto const* machine : {"first", "second"}) {
        door.start(machine);
        CHECK(door.status() == LockStatus{LockState::waiting, 15min, 10});
        CHECK(door.attempt(kRight) == Attempt::refused);
        door.now = door.now + 15min;
        CHECK(door.attempt(kWrong) == Attempt::wrong);
    }
    CHECK(journal.says("wrong PINs cannot be written down"));
    std::filesystem::remove_all(door.folder / "pin.new");
    door.now = door.now + 15min;
    CHECK(door.attempt(kRight) == Attempt::right);
}

TEST_CASE("a file system without a byte left counts wrong PINs")
{
    TemporaryFolder folder;
    constexpr int kNotTried = 77, kCounted = 0;
    auto const child = ::fork();
    if (child == 0) {
        // In a view of the files of its own, which ends with it.
        if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            ::mount("none", folder.path().c_str(), "tmpfs", 0, "size=64k") != 0)
            ::_exit(kNotTried);
        if (!write_file_atomically(folder / "kiosk-data", "")) ::_exit(1);
        auto const start = [&] { return PinLock({folder.path(), configured(), "first"}, Instant{1s}); };
        (void)start();
        int file = 0;
        while (write_file_atomically(folder / ("filler" + std::to_string(file)), "x")) ++file;
        if (file == 0) ::_exit(2);
        for (int guess = 0; guess < 10; ++guess) {
            auto lock = start();
            auto const now = Instant{1s} + lock.status(Instant{1s}).wait;
            auto const attempt = lock.attempt(kWrong, now);
            if (!attempt || attempt.value() != Attempt::wrong) ::_exit(3);
        }
        ::_exit(start().status(Instant{1s}).state == LockState::shut ? kCounted : 4);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    if (WEXITSTATUS(status) == kNotTried)
        MESSAGE("no file system can be mounted here: a full one was not tried");
    else
        CHECK(WEXITSTATUS(status) == kCounted);
}
