#include "lock/recovery.h"
#include "crypto/minisign.h"
#include "files/files.h"
#include "files/lines.h"
#include "updates/limits.h"

#include <fmt/format.h>
#include <limits>

namespace kiosk::lock {

namespace {

// A header with its signatures, and a text of three lines with a name of 40 letters.
constexpr std::size_t kLongest = updates::kHeaderBytes + updates::kMostSignatureBytes + 512; // bytes

std::string body_of(std::string const& kiosk, long serial)
{
    return fmt::format("{}\nkiosk {}\nserial {}\n", updates::first_line_of(updates::SignedKind::recovery), kiosk,
                       serial);
}

updates::KeyList list_of(PublicKeys const& keys)
{
    updates::KeyList list;
    for (auto const& text : keys)
        if (auto const key = crypto::read_public_key(text)) list.keys.push_back(key.value());
    return list;
}

bool is_signed(updates::SignedHeader const& header, std::string_view body, PublicKeys const& keys)
{
    return updates::verify(header, body, list_of(keys), kRecoveryFile).ok();
}

} // namespace

std::string make_recovery(std::string const& kiosk, long serial, updates::SigningKey const& key)
{
    auto const body = body_of(kiosk, serial);
    return updates::header_text(updates::sign(body, key)) + body;
}

Recovery read_recovery(std::string const& text, std::string const& kiosk, long used, PublicKeys const& keys)
{
    Recovery recovery;
    recovery.fault = RecoveryFault::not_signed;
    if (text.size() > kLongest) return recovery;
    auto const header = updates::read_header(text, kRecoveryFile);
    if (!header) return recovery;
    auto const body = std::string_view(text).substr(header.value().bytes());
    if (!is_signed(header.value(), body, keys)) return recovery;
    // From here on the office has written it, though perhaps as another kind of file.
    LineParser lines(body);
    lines.expect_line(updates::first_line_of(updates::SignedKind::recovery));
    auto const named = lines.expect("kiosk");
    recovery.serial =
        lines.number(lines.expect("serial"), std::numeric_limits<long>::min(), std::numeric_limits<long>::max());
    lines.end();
    if (!lines.ok()) return recovery;
    if (named != kiosk)
        recovery.fault = RecoveryFault::other_kiosk;
    else if (recovery.serial <= used)
        recovery.fault = RecoveryFault::used_before;
    else
        recovery.fault = recovery.serial - used > updates::kFarthestJump ? RecoveryFault::too_far : RecoveryFault::none;
    return recovery;
}

Recovery find_recovery(std::vector<std::filesystem::path> const& places, std::string const& kiosk, long used,
                       PublicKeys const& keys)
{
    Recovery best;
    for (auto const& place : places) {
        auto const file = place / kRecoveryFile;
        std::error_code code;
        // A link on a stick leads somewhere that is not the stick.
        if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file, code))) continue;
        if (std::filesystem::file_size(file, code) > kLongest || code) {
            best.fault = RecoveryFault::not_signed;
            continue;
        }
        auto const text = read_file(file);
        auto const found = read_recovery(text ? text.value() : std::string(), kiosk, used, keys);
        if (found.fault == RecoveryFault::none) return found;
        best = found;
    }
    return best;
}

} // namespace kiosk::lock
