// Whose packages are taken. A kiosk's number is no secret: only its key says that a package is its own
// (engagement/signature.h).
//
// With the office's list, the list decides: of a kiosk that it names with a key, what that key has signed is taken and
// nothing else; what comes from a kiosk that it does not name is left out, since who can make up a package can make up
// a number. One that is named without a key is taken as without a list.
// Without a list, the first key holds: the first key that signs for a kiosk is remembered with the figures (in the
// fleet's file, in PostgreSQL), and from then on nothing of this kiosk is taken that is unsigned or signed by another.
// A kiosk that has never signed (its program is older) is taken, with a remark. Two keys that sign for a kiosk of which
// none is remembered are both left out: nothing here can tell which is the kiosk's.
// What is left out is told, one line a package; the others are taken. Pure.
#pragma once
#include "engagement/package.h"
#include "fleet/key_list.h"

#include <map>

namespace kiosk::fleet {

using KeysByMachine = std::map<std::string, std::string, std::less<>>; // 64 hexadecimal digits, by the kiosk's number

// How packages are taken, into a file or into PostgreSQL.
struct TakeOptions {
    std::optional<KeyList> list;
    std::string today; // of who takes them, YYYY-MM-DD; "" where no day is known
};

struct Provenance {
    std::vector<engagement::Package> taken; // in the order they were given
    std::vector<Error> left_out;            // one a package
    std::vector<std::string> remarks;       // on what was taken, a line a kiosk
    KeysByMachine keys;                     // to be remembered from now on, of kiosks that were taken
};

Provenance judge(std::vector<engagement::Package> packages, std::optional<KeyList> const& list,
                 KeysByMachine const& remembered);

} // namespace kiosk::fleet
