// What the lock keeps in <folder>/pin, written whole by each attempt, also on a disk that has become full
// (kept_file.h): the wrong ones in a row, in which start of the machine it was shut, the last recovery stick; and a PIN
// only where staff have set one at the kiosk. The configuration's hash ([staff] pin_hash) is never kept: it is read
// from the configuration at each start.
//
// Which PIN holds: one that was set at the kiosk stands over the configuration's, until the configuration says another
// one than it stood over. That is the newer word: it holds, the kiosk's own is forgotten for good, and so are the
// attempts that were guesses at it. A hash that is taken out of the configuration opens nothing any more; a PIN set at
// the kiosk goes on to hold.
//
// Version 1 of the file kept the PIN that held, whoever had set it. One that is the configuration's is left out. Of any
// other it cannot be told whether staff set it or the configuration had it before, so that the configuration holds: an
// old PIN must not open, and the configuration's can be looked up. But where a recovery stick was used staff have set
// one since, most likely because the configuration's was forgotten: that one stands. Owner: the lock.
#pragma once
#include "base/result.h"

#include <filesystem>
#include <string>

namespace kiosk::lock {

constexpr int kShutAfter = 10;    // wrong attempts in a row; the same draft as pin.h, 5.1.11
constexpr int kOpensAgainFor = 3; // attempts, after being shut
constexpr int kShutForGood = 100; // wrong attempts; NIST SP 800-63B, 5.2.2

struct PinFile {
    std::string hash;        // of a PIN set at the kiosk; "" for none
    std::string stands_over; // digest of the configured hash as it was then, or was last; "" for none
    int wrong = 0;           // attempts in a row
    long serial = 0;         // of the recovery stick used last
    std::string shut_in;     // the start of the machine in which it was shut; "" while it is not
    bool operator==(PinFile const&) const = default;
};

// replaced: the configuration has a newer word, so that what is on the disk is to be written anew.
enum class PinFileStands { as_it_was, replaced };

struct PinFileRead {
    PinFile file;
    PinFileStands stands = PinFileStands::as_it_was;
    std::string remark; // for the journal; "" for none
};

// Changes nothing. A file that cannot be understood gives nobody ten fresh attempts, and locks nobody out.
PinFileRead read_pin_file(std::filesystem::path const& folder, std::string const& configured_hash);

// The old one or the new one after a power cut, whole.
Result<> write_pin_file(std::filesystem::path const& folder, PinFile const& file);

// Makes the room that the next attempts need (kept_file.h), so that whoever fills the disk has no guesses for nothing.
// none: the disk takes nothing now. not_known: no kiosk has kept anything in this folder yet, so that nothing is made.
enum class PinFileRoom { there, none, not_known };
PinFileRoom make_room(std::filesystem::path const& folder, PinFile const& file);

// Tells one configured hash from another, and is none; "" of "".
std::string digest_of(std::string const& configured_hash);

// Whether there is a PIN that opens. Changes nothing.
bool has_pin(std::filesystem::path const& folder, std::string const& configured_hash);

} // namespace kiosk::lock
