#include "store/signature.h"
#include "base/utf8.h"
#include "files/file_writer.h"
#include "files/files.h"
#include "files/hexadecimal.h"
#include "files/lines.h"
#include "files/new_file.h"
#include "store/store.h"
#include "system/log.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <optional>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kiosk::store {

namespace {

using Seed = std::array<unsigned char, crypto_sign_SEEDBYTES>;

// What is signed begins with the first line, so that no other text that this key might ever sign passes for it.
constexpr std::string_view kSignedMark = "kiosk figures, signed, 1";
constexpr std::string_view kKeyMark = "kiosk's key for exports, 1\n";
constexpr std::string_view kKeyWord = "key";
constexpr std::string_view kSignatureWord = "signature";
constexpr std::size_t kKeyDigits = 2 * crypto_sign_PUBLICKEYBYTES;
// Of a key's file, [bytes]: ours is below 100.
constexpr std::uintmax_t kLargestKeyFile = 1024;

// Only small letters: what we wrote ourselves.
template <std::size_t size>
std::optional<std::array<unsigned char, size>> bytes_from(std::string_view text)
{
    return is_hexadecimal(text, 2 * size) ? bytes_of_hexadecimal<size>(text) : std::nullopt;
}

std::string message_of(std::string_view description) { return fmt::format("{}\n{}", kSignedMark, description); }

std::optional<Seed> parse_key(std::string_view text)
{
    if (!text.starts_with(kKeyMark) || !text.ends_with('\n')) return std::nullopt;
    text.remove_prefix(kKeyMark.size());
    text.remove_suffix(1);
    return bytes_from<crypto_sign_SEEDBYTES>(text);
}

Error key_error(std::filesystem::path const& path, std::string_view action, int code)
{
    return {path.string(), fmt::format("the kiosk's key cannot be {}: {}", action, std::strerror(code)),
            "check the disk, and that the folder is the kiosk's own", kind_of_system_error(code)};
}

// Root may export, too: what it makes belongs to whom the figures belong to.
void give_to_owner(int descriptor, std::filesystem::path const& folder)
{
    struct stat owner {};
    if (::geteuid() != 0) return;
    if (::stat((folder / kDatabaseName).c_str(), &owner) != 0 && ::stat(folder.c_str(), &owner) != 0) return;
    (void)!::fchown(descriptor, owner.st_uid, owner.st_gid);
}

// Its rights before its bytes, whatever the umask is.
Result<> write_key(std::filesystem::path const& path, std::string_view text)
{
    auto const file = make_file(path, Replace::leftover);
    if (!file) return file.error();
    if (::fchmod(file.value().number(), S_IRUSR | S_IWUSR) != 0) return key_error(path, "written", errno);
    give_to_owner(file.value().number(), path.parent_path());
    KIOSK_TRY(write_all(file.value(), text, path));
    return ::fsync(file.value().number()) == 0 ? success() : Result<>(key_error(path, "written", errno));
}

// Whole under its name or not there. Of two programs that make one at the same time the first one's stands.
Result<> make_key(std::filesystem::path const& path)
{
    Seed seed{};
    randombytes_buf(seed.data(), seed.size());
    auto digits = hexadecimal(seed);
    auto text = fmt::format("{}{}\n", kKeyMark, digits);
    auto beside = path;
    beside += fmt::format(".{}.new", ::getpid());
    auto made = write_key(beside, text);
    if (made) made = rename_no_replace(beside, path);
    ::unlink(beside.c_str());
    for (auto* secret : {&digits, &text}) sodium_memzero(secret->data(), secret->size());
    sodium_memzero(seed.data(), seed.size());
    struct stat there {};
    if (!made && ::lstat(path.c_str(), &there) == 0) made = success(); // another's
    (void)sync_folder(path.parent_path());
    return made;
}

// Nothing where there is none, or what is there is no key.
struct FoundKey {
    bool is_there = false;
    std::optional<Seed> seed;
};

Result<FoundKey> find_key(std::filesystem::path const& path)
{
    struct stat there {};
    if (::lstat(path.c_str(), &there) != 0) {
        if (errno == ENOENT) return FoundKey{};
        return key_error(path, "read", errno);
    }
    if (!S_ISREG(there.st_mode)) return FoundKey{true, std::nullopt}; // a link leads to what others have put there
    auto text = read_file(path, kLargestKeyFile);
    bool const is_readable = text.ok() || text.error().kind == ErrorKind::other;
    if (!is_readable) return text.error();
    FoundKey found{true, text ? parse_key(text.value()) : std::nullopt};
    if (text) sodium_memzero(text.value().data(), text.value().size());
    return found;
}

} // namespace

ExportKey::ExportKey(std::array<unsigned char, 32> const& seed)
{
    crypto_sign_seed_keypair(public_.data(), secret_.data(), seed.data());
}

ExportKey::~ExportKey() { sodium_memzero(secret_.data(), secret_.size()); }

Result<ExportKey> ExportKey::of(std::filesystem::path const& data_folder)
{
    auto const path = data_folder / kExportKeyFile;
    if (sodium_init() < 0) return Error{path.string(), "nothing can be signed here", "install libsodium anew"};
    for (int attempt = 0; attempt < 2; ++attempt) {
        auto found = find_key(path);
        if (!found) return found.error();
        if (auto& seed = found.value().seed) {
            // A copy of the disk may have been made by somebody with other habits.
            ::chmod(path.c_str(), S_IRUSR | S_IWUSR);
            ExportKey key(*seed);
            sodium_memzero(seed->data(), seed->size());
            return key;
        }
        if (found.value().is_there) {
            auto aside = path;
            aside += ".damaged";
            if (::rename(path.c_str(), aside.c_str()) != 0) return key_error(path, "put aside", errno);
            log(LogLevel::warning, fmt::format("{}: is damaged and was put aside; the office has to be told the new "
                                               "key (kiosk-log kiosk shows it)",
                                               path.string()));
        }
        KIOSK_TRY(make_key(path));
    }
    return Error{path.string(), "reads back differently from what was written", "check the disk", ErrorKind::damaged};
}

std::string ExportKey::public_text() const { return hexadecimal(public_); }

std::string ExportKey::sign(std::string_view description) const
{
    auto const message = message_of(description);
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, unsigned_bytes(message), message.size(), secret_.data());
    return fmt::format("{}\n{} {}\n{} {}\n", kSignedMark, kKeyWord, public_text(), kSignatureWord,
                       hexadecimal(signature));
}

Result<std::string> public_export_key(std::filesystem::path const& data_folder)
{
    auto found = find_key(data_folder / kExportKeyFile);
    if (!found) return found.error();
    auto& seed = found.value().seed;
    if (!seed || sodium_init() < 0) return std::string();
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> key{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    crypto_sign_seed_keypair(key.data(), secret.data(), seed->data());
    sodium_memzero(secret.data(), secret.size());
    sodium_memzero(seed->data(), seed->size());
    return hexadecimal(key);
}

PackageSignature check_signature(std::string_view description, std::string_view text)
{
    PackageSignature const bad{SignatureState::bad, ""};
    if (sodium_init() < 0) return bad;
    LineParser lines(text);
    lines.expect_line(kSignedMark);
    auto const key_text = lines.expect(kKeyWord);
    auto const key = bytes_from<crypto_sign_PUBLICKEYBYTES>(key_text);
    auto const signature = bytes_from<crypto_sign_BYTES>(lines.expect(kSignatureWord));
    lines.end();
    if (!lines.ok() || !key || !signature) return bad;
    auto const message = message_of(description);
    if (crypto_sign_verify_detached(signature->data(), unsigned_bytes(message), message.size(), key->data()) != 0)
        return bad;
    return {SignatureState::good, std::string(key_text)};
}

bool is_public_key(std::string_view text) { return is_hexadecimal(text, kKeyDigits); }

} // namespace kiosk::store
