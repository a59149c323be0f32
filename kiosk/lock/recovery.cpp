#include "lock/recovery.h"
#include "files/files.h"
#include "files/hexadecimal.h"
#include "updates/limits.h"

#include <array>
#include <charconv>
#include <fmt/format.h>
#include <sodium.h>

namespace kiosk::lock {

namespace {

constexpr std::string_view kStatementMark = "kiosk-recovery 1\n";
constexpr std::string_view kSignature = "signature ";
constexpr std::size_t kLongest = 512; // bytes; a name has 40

unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }

std::string body_of(std::string const& kiosk, long serial)
{
    return fmt::format("{}kiosk {}\nserial {}\n", kStatementMark, kiosk, serial);
}

bool is_signed(std::string_view body, std::string_view hex, PublicKeys const& keys)
{
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    if (sodium_init() < 0 || !read_hexadecimal(hex, signature)) return false;
    for (auto const& key : keys) {
        std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> public_key{};
        if (read_hexadecimal(key, public_key) &&
            crypto_sign_verify_detached(signature.data(), bytes_of(body), body.size(), public_key.data()) == 0)
            return true;
    }
    return false;
}

} // namespace

std::string make_recovery(std::string const& kiosk, long serial, updates::SigningKey const& key)
{
    if (sodium_init() < 0) return {};
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    crypto_sign_seed_keypair(open.data(), secret.data(), key.data());
    auto text = body_of(kiosk, serial);
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, bytes_of(text), text.size(), secret.data());
    sodium_memzero(secret.data(), secret.size());
    text += kSignature;
    return text + hexadecimal(signature) + "\n";
}

Recovery read_recovery(std::string const& text, std::string const& kiosk, long used, PublicKeys const& keys)
{
    Recovery recovery;
    recovery.fault = RecoveryFault::not_signed;
    auto const at = text.rfind(kSignature);
    if (text.size() > kLongest || at == std::string::npos) return recovery;
    auto const body = std::string_view(text).substr(0, at);
    auto hex = std::string_view(text).substr(at + kSignature.size());
    while (!hex.empty() && (hex.back() == '\n' || hex.back() == '\r')) hex.remove_suffix(1);
    if (!is_signed(body, hex, keys)) return recovery;
    // From here on it is the office's own word.
    auto const serial_at = body.rfind("serial ");
    if (serial_at == std::string_view::npos) return recovery;
    auto const digits = body.substr(serial_at + 7);
    if (std::from_chars(digits.data(), digits.data() + digits.size(), recovery.serial).ec != std::errc())
        return recovery;
    if (body != body_of(kiosk, recovery.serial))
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
