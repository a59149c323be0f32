// Whose packages are taken. A kiosk's number is no secret: only its key says that a package is its own
// (store/signature.h).
//
// With the office's list, the list decides: of a kiosk that it names with a key, what that key has signed is taken and
// nothing else; what comes from a kiosk that it does not name is left out, since who can make up a package can make up
// a number. One that is named without a key is taken as without a list.
// Without a list, the first key holds: the first key that signs for a kiosk is remembered with the figures (in the
// fleet's file, in PostgreSQL), and from then on nothing of this kiosk is taken that is unsigned or signed by another.
// A kiosk that has never signed (its program is older) is taken, with a remark. Two keys that sign for a kiosk of which
// none is remembered are both left out: nothing here can tell which is the kiosk's.
// What is left out is told, one line a package; the others are taken. Without a list that names its key, a kiosk that
// was not known before is told, too: anybody can make up a number, a name and a key. Pure.
#pragma once
#include "fleet/incoming/key_list.h"
#include "package/package.h"

#include <map>
#include <set>

namespace kiosk::fleet {

using KeysByMachine = std::map<std::string, std::string, std::less<>>; // 64 hexadecimal digits, by the kiosk's number

// How packages are taken, into a file or into PostgreSQL.
struct TakeOptions {
    std::optional<KeyList> list;
    std::string today; // of who takes them, YYYY-MM-DD; "" where no day is known
};

// A kiosk that was not known before, and whose maker nobody has checked.
struct NewKiosk {
    std::string name, machine, key; // key "": it does not sign
};

struct Provenance {
    std::vector<package::Package> taken; // in the order they were given
    std::vector<Error> left_out;         // one a package
    std::vector<std::string> remarks;    // on what was taken, a line a kiosk
    std::vector<NewKiosk> unchecked;     // by number
    KeysByMachine keys;                  // to be remembered from now on, of kiosks that were taken
};

// `known` are the numbers of kiosks whose figures are there already.
Provenance judge(std::vector<package::Package> packages, std::optional<KeyList> const& list,
                 KeysByMachine const& remembered, std::set<std::string> const& known = {});

// A line for people; "" for none.
std::string text_of(std::vector<NewKiosk> const& unchecked);

} // namespace kiosk::fleet
