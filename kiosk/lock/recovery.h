// The recovery stick: a small signed file that lets staff set a new PIN when the old one is forgotten or the lock is
// shut. The office makes it for one kiosk, by its name, with a number that is valid once. It is signed with the keys
// that sign content (updates/signature.h). The text is parsed only after its signature was verified.
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

// The text of the file; for the office's tool.
std::string make_recovery(std::string const& kiosk, long serial, updates::SigningKey const& key);

using staff::RecoveryFault;

struct Recovery {
    RecoveryFault fault = RecoveryFault::no_stick;
    long serial = 0;
};

// Checks a text for the kiosk of this name; `used`: the number of the last stick that it took.
Recovery read_recovery(std::string const& text, std::string const& kiosk, long used, PublicKeys const& keys);

// Looks in the root of each stick. The first valid file wins; else the fault of the last one is returned.
Recovery find_recovery(std::vector<std::filesystem::path> const& places, std::string const& kiosk, long used,
                       PublicKeys const& keys);

} // namespace kiosk::lock
