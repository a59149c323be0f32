// The office's list of its kiosks, which decides whose packages are accepted. A TOML file that people write:
//
//   [[kiosk]]
//   machine = "0123456789abcdef"   # the kiosk's number
//   name = "brussels-midi"         # as it calls itself; for another name there is a warning only
//   key = "64 hexadecimal digits"  # without it: a kiosk whose program does not sign yet
//   other_keys = ["…"]             # may be left out
//
// `kiosk-log kiosk` prints such an entry at the kiosk. A kiosk has one entry only: in a long list nobody would notice a
// second one, with which somebody else could sign for the kiosk. other_keys are earlier keys of the kiosk (older
// packages are still its own), and those of copies of its disk. Owner: one merge or load.
#pragma once
#include "base/problem.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::fleet {

struct ListedKiosk {
    std::string machine, name, key; // key "": not known yet
};

struct KeyList {
    std::vector<ListedKiosk> kiosks; // one for each key of a kiosk, `key` the last of them

    bool knows(std::string_view machine) const;
    bool knows(std::string_view machine, std::string_view key) const;
    // Whether any key of it is listed.
    bool has_key_of(std::string_view machine) const;
    // The name in the list, where it is another than this one; else null. Owned by the list.
    std::string const* name_unlike(std::string_view machine, std::string_view name) const;
};

// Largest list that is read, [bytes]: an entry has 150.
constexpr std::uintmax_t kLargestKeyList = 1U << 20U;

// Nothing, and a Problem for each fault, when any entry is faulty: half a list would leave kiosks out.
std::optional<KeyList> parse_key_list(std::string_view bytes, std::string const& file, Problems& problems);

// An entry, for pasting into a list.
std::string entry_text(ListedKiosk const& kiosk);

} // namespace kiosk::fleet
