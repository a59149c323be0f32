#include "files/key_text.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace kiosk {

namespace {

constexpr std::size_t kDigits = 64;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kPublicEnding = ".public";

constexpr std::array<KeyKind, 4> kKinds{{{KeyUse::sign, KeyHalf::secret},
                                         {KeyUse::sign, KeyHalf::open},
                                         {KeyUse::seal, KeyHalf::secret},
                                         {KeyUse::seal, KeyHalf::open}}};

std::string mark_of(KeyKind kind)
{
    return fmt::format("kiosk-{}-{}:", kind.half == KeyHalf::secret ? "secret" : "public",
                       kind.use == KeyUse::sign ? "sign" : "seal");
}

std::string tool_of(KeyUse use) { return use == KeyUse::sign ? "kiosk-content make-key" : "kiosk-log make-key"; }

std::string_view trimmed(std::string_view text)
{
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

Error fault(std::string message, std::string advice)
{
    Error error;
    error.message = std::move(message);
    error.advice = std::move(advice);
    return error;
}

// Who sees a secret half where a public one belongs has shown it to whoever reads that place.
Error other_half(KeyHalf found)
{
    if (found == KeyHalf::open) return fault("is the public half of a key", "give the secret one");
    return fault("is the secret half of a key", "give the public one, of a new pair if others could read this");
}

Error other_use(KeyKind found, KeyKind wanted)
{
    auto const what = [](KeyUse use) { return use == KeyUse::sign ? "signing content" : "sealing packages"; };
    return fault(fmt::format("is a key for {}", what(found.use)),
                 fmt::format("a key for {} belongs here, of {}", what(wanted.use), tool_of(wanted.use)));
}

} // namespace

std::string key_text(KeyKind kind, std::string_view digits) { return fmt::format("{}{}", mark_of(kind), digits); }

Result<std::string> read_key_text(std::string_view text, KeyKind wanted)
{
    auto rest = trimmed(text);
    for (auto const kind : kKinds) {
        if (!rest.starts_with(mark_of(kind))) continue;
        if (kind.half != wanted.half) return other_half(kind.half);
        if (kind.use != wanted.use) return other_use(kind, wanted);
        rest.remove_prefix(mark_of(kind).size());
        break;
    }
    std::string digits;
    for (auto const letter : rest)
        digits += letter >= 'A' && letter <= 'F' ? static_cast<char>(letter + ('a' - 'A')) : letter;
    if (rest.size() != kDigits || digits.find_first_not_of("0123456789abcdef") != std::string::npos)
        return fault("is no key", fmt::format("it is what {} writes: {} and 64 hexadecimal digits", tool_of(wanted.use),
                                              mark_of(wanted)));
    return digits;
}

Result<std::string> read_key_text(std::string_view text, std::string_view file, KeyKind wanted)
{
    auto key = read_key_text(text, wanted);
    if (!key || has_key_mark(text)) return key;
    auto const half = file.ends_with(kPublicEnding) ? KeyHalf::open : KeyHalf::secret;
    if (half != wanted.half) return other_half(half);
    return key;
}

bool has_key_mark(std::string_view text)
{
    auto const key = trimmed(text);
    return std::any_of(kKinds.begin(), kKinds.end(), [&](KeyKind kind) { return key.starts_with(mark_of(kind)); });
}

} // namespace kiosk
