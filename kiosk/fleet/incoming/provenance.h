// Whose packages are accepted. A kiosk's number is no secret: only its key proves that a package is its own
// (store/signature.h).
//
// With the office's list, the list decides: of a kiosk that it names with a key, only packages signed by that key are
// accepted; packages of a kiosk that it does not name are left out, since whoever can forge a package can also invent a
// number. A kiosk that is named without a key is treated as without a list.
//
// Without a list, the first key holds (as with SSH): the first key that signs for a kiosk is stored with the figures
// (in the fleet's file, in PostgreSQL), and from then on its packages are left out if they are unsigned or signed by
// another key. A kiosk that has never signed (an older program) is accepted, with a remark. If two keys sign for a
// kiosk of which none is stored, both are left out: nothing here can decide which one is the kiosk's.
//
// Each package that is left out is reported in a line; the others are accepted. New kiosks whose key no list has are
// reported, too, since anybody can invent a number, a name and a key. Pure.
#pragma once
#include "fleet/incoming/key_list.h"
#include "package/package.h"

#include <map>
#include <set>

namespace kiosk::fleet {

using KeysByMachine = std::map<std::string, std::string, std::less<>>; // 64 hexadecimal digits, by the kiosk's number

// How packages are accepted, into a file or into PostgreSQL.
struct AcceptOptions {
    std::optional<KeyList> list;
    std::string today; // the office's, YYYY-MM-DD; "" where it is not known
};

// A kiosk that is new, and whose key is in no list.
struct NewKiosk {
    std::string name, machine, key; // key "": it does not sign
};

struct Provenance {
    std::vector<package::Package> taken; // in the order they were given
    std::vector<Error> left_out;         // one a package
    std::vector<std::string> remarks;    // on what was taken, a line a kiosk
    std::vector<NewKiosk> unchecked;     // by number
    KeysByMachine keys;                  // to be stored, of kiosks that were accepted
};

// `known`: numbers of kiosks whose figures are stored already; `remembered`: their keys.
Provenance check_provenance(std::vector<package::Package> packages, std::optional<KeyList> const& list,
                            KeysByMachine const& remembered, std::set<std::string> const& known = {});

// A warning in one line; "" for none.
std::string text_of(std::vector<NewKiosk> const& unchecked);

} // namespace kiosk::fleet
