// The office's list of its kiosks: whose packages it takes. A TOML file that people write:
//
//   [[kiosk]]
//   machine = "0123456789abcdef"   # the kiosk's number
//   name = "brussels-midi"         # as it calls itself; another name is told, and its packages are taken all the same
//   key = "64 hexadecimal digits"  # without it: a kiosk whose program does not sign yet
//   other_keys = ["…"]             # may be left out
//
// `kiosk-log kiosk` prints such an entry at the kiosk. A kiosk has one entry: in a long list nobody sees a second one,
// and whoever adds it could sign for the kiosk. Its other keys are those before, of a kiosk whose key was damaged
// (older packages are still its own), and those of copies of its disk. Owner: one merge or load.
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
    // What the list calls it, where that is not this name; else nothing. Belongs to the list.
    std::string const* name_unlike(std::string_view machine, std::string_view name) const;
};

// Of a list, [bytes]: an entry has 150.
constexpr std::uintmax_t kLargestKeyList = 1U << 20U;

// Nothing, and a Problem for each fault, when the list is not whole: half a list would leave kiosks out.
std::optional<KeyList> parse_key_list(std::string_view bytes, std::string const& file, Problems& problems);

// An entry of a list, as a person pastes it.
std::string entry_text(ListedKiosk const& kiosk);

} // namespace kiosk::fleet
