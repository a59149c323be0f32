// What kind of key a text is. Keys stand in files and in configurations as minisign and age write them, so that the
// form says which half of a pair it is and what it is for; the other half, or the other use, is refused by name. Pure.
#pragma once
#include "base/result.h"

#include <string>
#include <string_view>

namespace kiosk::crypto {

enum class KeyHalf { secret, open };
enum class KeyUse {
    sign, // content, lists of keys and recovery sticks, by the office: minisign's
    seal  // packages of figures, for the office: age's
};

struct KeyKind {
    KeyUse use = KeyUse::sign;
    KeyHalf half = KeyHalf::open;
};

// The line that is the key: "RW…" or "age1…", a secret key of minisign or "AGE-SECRET-KEY-1…". Comments of both
// programs, white space and a byte order mark around it are nobody's concern. An Error without a place where it is no
// key, more than one, or another kind of key. Whether each letter is right is for whoever uses it.
Result<std::string> read_key_text(std::string_view text, KeyKind wanted);

} // namespace kiosk::crypto
