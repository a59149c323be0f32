// The recovery stick: a small signed file that lets staff choose a new PIN when the old one is forgotten or the lock is
// shut. It is made by the office for one kiosk by its name, with a number that is used once: a stick that is kept opens
// nothing later. Signed with the keys that sign content, and as that is (updates/signature.h). Nothing of the text is
// looked at before its signature holds.
#pragma once
#include "staff/lock.h"
#include "updates/signature.h"

#include <filesystem>
#include <string>
#include <vector>

namespace kiosk::lock {

constexpr char const* kRecoveryFile = "kiosk-recovery.txt";

// As minisign writes them, "RW…".
using PublicKeys = std::vector<std::string>;

// The file's text for a kiosk; for the office.
std::string make_recovery(std::string const& kiosk, long serial, updates::SigningKey const& key);

using staff::RecoveryFault;

struct Recovery {
    RecoveryFault fault = RecoveryFault::no_stick;
    long serial = 0;
};

// What the text is worth to this kiosk, whose last used number is given.
Recovery read_recovery(std::string const& text, std::string const& kiosk, long used, PublicKeys const& keys);

// Looks in the root of each place; a good one is taken before a bad one.
Recovery find_recovery(std::vector<std::filesystem::path> const& places, std::string const& kiosk, long used,
                       PublicKeys const& keys);

} // namespace kiosk::lock
