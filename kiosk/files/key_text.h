// A key as people pass it on: in a file, in a configuration. All are 64 hexadecimal digits, so that the mark before
// them says which half of a pair it is and what it is for; the other half, or the other use, is refused by name. Pure.
#pragma once
#include "base/result.h"

#include <string>
#include <string_view>

namespace kiosk {

enum class KeyHalf { secret, open };
enum class KeyUse {
    sign, // content and lists of keys, by the office
    seal  // packages of figures, for the office
};

struct KeyKind {
    KeyUse use = KeyUse::sign;
    KeyHalf half = KeyHalf::open;
};

// "kiosk-public-sign:0123…", "kiosk-secret-seal:0123…".
std::string key_text(KeyKind kind, std::string_view digits);

// 64 digits, in small letters. White space and a byte order mark around it are nobody's concern. An Error without a
// place where it is no key, or another kind of key.
Result<std::string> read_key_text(std::string_view text, KeyKind wanted);

// Of a file: one without a mark is the public half if the file's name ends so (".public"), else the secret one.
Result<std::string> read_key_text(std::string_view text, std::string_view file, KeyKind wanted);

// Keys from before there were marks have none: nothing says which half they are.
bool has_key_mark(std::string_view text);

} // namespace kiosk
