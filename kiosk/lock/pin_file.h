// The state of the lock in <folder>/pin, rewritten whole at each attempt, even on a full disk
// (files/preallocated_file.h): wrong attempts in a row, the boot in which the lock was shut, the number of the last
// recovery stick, and the hash of a PIN that staff have set at the kiosk. The configuration's hash ([staff] pin_hash)
// is never stored: it is read at each start.
//
// Which PIN holds: one that was set at the kiosk overrides the configuration's, until the configuration's hash changes.
// Then the new one holds; the kiosk's own and the wrong attempts at it are forgotten. A hash that is removed from the
// configuration opens nothing any more; a PIN that was set at the kiosk still holds.
//
// Version 1 of the file stored the PIN that held, whoever had set it. If it is the configuration's, it is dropped. If
// it is another, it may be the configuration's earlier one, which must not open any more: the configuration's holds.
// But if a recovery stick was used, staff have set a PIN since, and that one holds. Owner: the lock.
#pragma once
#include "base/result.h"

#include <filesystem>
#include <string>

namespace kiosk::lock {

constexpr int kShutAfter = 10;    // wrong attempts in a row; the same draft as pin.h, 5.1.11
constexpr int kOpensAgainFor = 3; // attempts at a time, after it was shut
constexpr int kShutForGood = 100; // wrong attempts in a row; NIST SP 800-63B, 5.2.2

struct PinFile {
    std::string hash;        // of a PIN set at the kiosk; "" for none
    std::string stands_over; // digest_of() the configured hash that this PIN overrides; "" for none
    int wrong = 0;           // attempts in a row
    long serial = 0;         // of the recovery stick used last
    std::string shut_in;     // the boot in which the lock was shut; "" while it is not shut
    bool operator==(PinFile const&) const = default;
};

// replaced: the configuration has a new PIN, so that the file on the disk must be rewritten.
enum class PinFileChange { unchanged, replaced };

struct PinFileRead {
    PinFile file;
    PinFileChange change = PinFileChange::unchanged;
    std::string remark; // for the journal; "" for none
};

// Changes nothing. A damaged file counts as seven wrong attempts: it gives no ten new ones, and locks nobody out.
PinFileRead read_pin_file(std::filesystem::path const& folder, std::string const& configured_hash);

// After a power cut the file is the old one or the new one, whole.
Result<> write_pin_file(std::filesystem::path const& folder, PinFile const& file);

// Reserves the disk space that the next attempts need (files/preallocated_file.h), so that filling the disk gives no
// free guesses. none: the disk is full. not_known: no kiosk has stored anything in this folder yet, so that nothing is
// created.
enum class PinFileSpace { there, none, not_known };
PinFileSpace reserve_space(std::filesystem::path const& folder, PinFile const& file);

// Identifies a configured hash without revealing it; "" for "".
std::string digest_of(std::string const& configured_hash);

// Whether a PIN is set, here or in the configuration. Changes nothing.
bool has_pin(std::filesystem::path const& folder, std::string const& configured_hash);

} // namespace kiosk::lock
