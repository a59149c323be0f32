#include "crypto/key_text.h"
#include "base/utf8.h"
#include "files/hexadecimal.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace kiosk::crypto {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
constexpr std::size_t kPublicLetters = 56, kSecretLetters = 212; // of minisign's keys
constexpr std::size_t kOldDigits = 64;

Error no_key(std::string message, std::string advice) { return Error{"", std::move(message), std::move(advice)}; }

bool is_comment(std::string_view line) { return line.starts_with('#') || line.starts_with("untrusted comment:"); }

// The one line that is not a comment; "" where there is none, or several.
std::string_view key_line(std::string_view text)
{
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    std::string_view found;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto const line = trimmed(text.substr(0, end), " \t\r\n");
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || is_comment(line)) continue;
        if (!found.empty()) return {};
        found = line;
    }
    return found;
}

std::optional<KeyKind> kind_of(std::string_view line)
{
    if (line.starts_with("age1")) return KeyKind{KeyUse::seal, KeyHalf::open};
    if (line.starts_with("AGE-SECRET-KEY-1")) return KeyKind{KeyUse::seal, KeyHalf::secret};
    if (!line.starts_with("RW") || line.find_first_not_of(kBase64) != std::string_view::npos) return std::nullopt;
    if (line.size() == kPublicLetters) return KeyKind{KeyUse::sign, KeyHalf::open};
    if (line.size() == kSecretLetters) return KeyKind{KeyUse::sign, KeyHalf::secret};
    return std::nullopt;
}

// As keys of this house were written once, with a mark before the digits or without one.
bool is_of_old_form(std::string_view line)
{
    if (line.starts_with("kiosk-")) line.remove_prefix(std::min(line.find(':') + 1, line.size()));
    return is_hexadecimal(small_letters(line), kOldDigits);
}

std::string form_of(KeyKind kind)
{
    if (kind.use == KeyUse::seal) return kind.half == KeyHalf::open ? "age1…" : "AGE-SECRET-KEY-1…";
    return kind.half == KeyHalf::open ? "RW… and 56 letters in all" : "RW… and 212 letters in all";
}

std::string tool_of(KeyUse use) { return use == KeyUse::sign ? "kiosk-content make-key" : "kiosk-log make-key"; }

// Who sees a secret half where a public one belongs has shown it to whoever reads that place.
Error other_half(KeyHalf found)
{
    if (found == KeyHalf::open) return no_key("is the public half of a key", "give the secret one");
    return no_key("is the secret half of a key", "give the public one, of a new pair if others could read this");
}

Error other_use(KeyKind found, KeyKind wanted)
{
    auto const what = [](KeyUse use) { return use == KeyUse::sign ? "signing content" : "sealing packages"; };
    return no_key(fmt::format("is a key for {}", what(found.use)),
                  fmt::format("a key for {} belongs here, of {}", what(wanted.use), tool_of(wanted.use)));
}

} // namespace

Result<std::string> read_key_text(std::string_view text, KeyKind wanted)
{
    auto const line = key_line(text);
    if (is_of_old_form(line))
        return no_key("is a key of the old form, of 64 hexadecimal digits, which nothing reads any more",
                      fmt::format("make a new pair with {}; its key is {}", tool_of(wanted.use), form_of(wanted)));
    auto const kind = kind_of(line);
    if (!kind)
        return no_key("is no key", fmt::format("it is what {} writes: {}", tool_of(wanted.use), form_of(wanted)));
    if (kind->half != wanted.half) return other_half(kind->half);
    if (kind->use != wanted.use) return other_use(*kind, wanted);
    return std::string(line);
}

} // namespace kiosk::crypto
