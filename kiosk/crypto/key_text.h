// Recognises the kind of a key by its text. Keys stand in files and configurations as minisign and age write them, so
// that the text says which half of a pair it is and what it is for; the wrong half or the wrong use is refused by name.
// Pure.
#pragma once
#include "base/result.h"

#include <string>
#include <string_view>

namespace kiosk::crypto {

enum class KeyHalf { secret, open }; // open: the public one, since "public" is a keyword
enum class KeyUse {
    sign, // content, lists of keys and recovery sticks, by the office: minisign's
    seal  // packages of figures, for the office: age's
};

struct KeyKind {
    KeyUse use = KeyUse::sign;
    KeyHalf half = KeyHalf::open;
};

// Returns the key's line: "RW…", "age1…", a secret key of minisign or "AGE-SECRET-KEY-1…". Skips comments of both
// programs, white space and a byte order mark. An Error, without `where`, for no key, several, or the wrong kind. Only
// the form is checked here; the key's reader checks each letter.
Result<std::string> read_key_text(std::string_view text, KeyKind wanted);

} // namespace kiosk::crypto
