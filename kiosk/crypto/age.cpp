#include "crypto/age.h"
#include "base/utf8.h"
#include "crypto/base64.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <sodium.h>
#include <vector>

namespace kiosk::crypto {

namespace {

constexpr std::string_view kVersion = "age-encryption.org/v1";
constexpr std::string_view kArmoured = "-----BEGIN AGE ENCRYPTED FILE-----";
constexpr std::string_view kStanza = "-> ", kEndOfHeader = "---";
constexpr std::string_view kX25519 = "X25519", kPassword = "scrypt";
constexpr std::string_view kWrapInfo = "age-encryption.org/v1/X25519", kHeaderInfo = "header", kPayloadInfo = "payload";
constexpr std::size_t kColumns = 64; // of a stanza's body; a shorter line ends it
constexpr std::size_t kTag = crypto_aead_chacha20poly1305_ietf_ABYTES;
constexpr std::size_t kSealedPiece = kAgePiece + kTag;

using FileKey = std::array<unsigned char, 16>;
using SealedFileKey = std::array<unsigned char, std::tuple_size_v<FileKey> + kTag>;
using FileNonce = std::array<unsigned char, 16>;
using PieceNonce = std::array<unsigned char, crypto_aead_chacha20poly1305_ietf_NPUBBYTES>;

unsigned char* writable_bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

template <typename Bytes>
std::string_view text_of(Bytes const& bytes)
{
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

AgeKey hmac(std::string_view key, std::string_view message)
{
    crypto_auth_hmacsha256_state state;
    AgeKey sum{};
    crypto_auth_hmacsha256_init(&state, unsigned_bytes(key), key.size());
    crypto_auth_hmacsha256_update(&state, unsigned_bytes(message), message.size());
    crypto_auth_hmacsha256_final(&state, sum.data());
    sodium_memzero(&state, sizeof state);
    return sum;
}

// HKDF-SHA-256 of RFC 5869, for 32 bytes, which are its first block.
AgeKey derived(std::string_view secret, std::string_view salt, std::string_view info)
{
    auto extracted = hmac(salt, secret);
    auto const key = hmac(text_of(extracted), fmt::format("{}\x01", info));
    sodium_memzero(extracted.data(), extracted.size());
    return key;
}

// The key that encrypts the file key; nothing where the other side's point is invalid.
std::optional<AgeKey> wrapping_key(CurveBytes const& own, CurveBytes const& others, CurveBytes const& share,
                                   CurveBytes const& recipient)
{
    CurveBytes shared{};
    if (crypto_scalarmult(shared.data(), own.data(), others.data()) != 0) return std::nullopt;
    auto const key = derived(text_of(shared), fmt::format("{}{}", text_of(share), text_of(recipient)), kWrapInfo);
    sodium_memzero(shared.data(), shared.size());
    return key;
}

std::string sum_of_header(FileKey const& key, std::string_view header)
{
    return base64(hmac(text_of(derived(text_of(key), {}, kHeaderInfo)), header), Padding::left_out);
}

enum class Last { no, yes };

// The piece's number in eleven bytes, big-endian, and a byte that says whether it is the last.
PieceNonce nonce_of(std::uint64_t number, Last last)
{
    PieceNonce nonce{};
    for (std::size_t at = 10; number > 0; --at, number >>= 8U) nonce[at] = static_cast<unsigned char>(number & 0xffU);
    nonce.back() = last == Last::yes ? 1 : 0;
    return nonce;
}

Error not_opened(std::string message, std::string advice) { return Error{"", std::move(message), std::move(advice)}; }

Error cut_short() { return not_opened("is cut short", "copy it again from the stick"); }
Error changed() { return not_opened("was changed, or is not whole", "copy it again from the stick"); }

// The text before the sealed bytes, line by line.
class Header {
public:
    explicit Header(std::istream& stream) : stream_(stream) {}

    Result<FileKey> read(CurveBytes const& identity)
    {
        auto const first = line();
        if (first.starts_with(kArmoured))
            return not_opened("is sealed as text", "have it sealed without --armor, or open it with age -d");
        if (first != kVersion) return not_opened("is not a sealed package of this form", "give the file as exported");
        for (;;) {
            auto const text = line();
            if (!fits_) return not_opened("is not a sealed package of this form", "give the file as exported");
            if (!stream_) return cut_short();
            if (text.starts_with(kEndOfHeader)) return end(text);
            if (!text.starts_with(kStanza)) return changed();
            KIOSK_TRY(take_stanza(text.substr(kStanza.size()), identity));
        }
    }

private:
    std::string line()
    {
        std::string text;
        for (int letter = stream_.get(); letter != '\n'; letter = stream_.get()) {
            fits_ = fits_ && all_.size() + text.size() < kLargestAgeHeader;
            if (!stream_ || !fits_) break;
            text += static_cast<char>(letter);
        }
        before_ = all_.size();
        all_ += text;
        all_ += '\n';
        return text;
    }

    // Reads lines up to one that is shorter than the others. Stanzas of other recipients are skipped.
    Result<> take_stanza(std::string const& words, CurveBytes const& identity)
    {
        std::string body;
        for (std::string text = line(); fits_ && stream_; text = line()) {
            if (text.size() > kColumns) return changed();
            body += text;
            if (text.size() < kColumns) break;
        }
        auto const kind = words.substr(0, words.find(' '));
        by_password_ = by_password_ || kind == kPassword;
        if (kind == kX25519 && !key_) try_key(words.substr(std::min(kind.size() + 1, words.size())), body, identity);
        return success();
    }

    void try_key(std::string_view share_text, std::string_view body, CurveBytes const& identity)
    {
        CurveBytes share{};
        SealedFileKey sealed{};
        if (!read_base64(share_text, share, Padding::left_out) || !read_base64(body, sealed, Padding::left_out)) return;
        auto const wrap = wrapping_key(identity, share, share, recipient_for_identity(identity));
        FileKey key{};
        PieceNonce const none{};
        if (wrap &&
            crypto_aead_chacha20poly1305_ietf_decrypt(key.data(), nullptr, nullptr, sealed.data(), sealed.size(),
                                                      nullptr, 0, none.data(), wrap->data()) == 0)
            key_ = key;
    }

    Result<FileKey> end(std::string const& text) const
    {
        if (!key_ && by_password_)
            return not_opened("is sealed by a password, and for no key", "open it with age -d, and its password");
        if (!key_) return not_opened("was sealed for another key", "use the secret key of the public one in the kiosk");
        auto const header = std::string_view(all_).substr(0, before_ + kEndOfHeader.size());
        auto const sum = fmt::format("{} {}", kEndOfHeader, sum_of_header(*key_, header));
        if (text.size() != sum.size() || sodium_memcmp(text.data(), sum.data(), sum.size()) != 0) return changed();
        return *key_;
    }

    std::istream& stream_;
    std::string all_;
    std::size_t before_ = 0; // of all, where the last line begins
    bool fits_ = true, by_password_ = false;
    std::optional<FileKey> key_;
};

bool opens(std::string& piece, std::string_view sealed, AgeKey const& key, PieceNonce const& nonce)
{
    piece.resize(sealed.size() - kTag);
    return crypto_aead_chacha20poly1305_ietf_decrypt(writable_bytes(piece), nullptr, nullptr, unsigned_bytes(sealed),
                                                     sealed.size(), nullptr, 0, nonce.data(), key.data()) == 0;
}

// Why a piece does not open where it stands.
Error fault_of_piece(std::string_view sealed, AgeKey const& key, std::uint64_t number, Last last)
{
    std::string piece;
    if (!opens(piece, sealed, key, nonce_of(number, last == Last::yes ? Last::no : Last::yes))) return changed();
    if (last == Last::yes) return cut_short();
    return not_opened("is longer than what was sealed", "copy it again from the stick");
}

} // namespace

AgeSealer::~AgeSealer() { sodium_memzero(key_.data(), key_.size()); }

Result<> AgeSealer::begin(CurveBytes const& recipient)
{
    if (sodium_init() < 0) return not_opened("cannot be sealed on this machine", "try another one");
    FileKey file_key{};
    CurveBytes once{};
    FileNonce nonce{};
    randombytes_buf(file_key.data(), file_key.size());
    randombytes_buf(once.data(), once.size());
    randombytes_buf(nonce.data(), nonce.size());
    auto const share = recipient_for_identity(once);
    auto const wrap = wrapping_key(once, recipient, share, recipient);
    sodium_memzero(once.data(), once.size());
    if (!wrap) return not_opened("cannot be sealed for this public key", "correct public_key");
    SealedFileKey sealed{};
    PieceNonce const none{};
    crypto_aead_chacha20poly1305_ietf_encrypt(sealed.data(), nullptr, file_key.data(), file_key.size(), nullptr, 0,
                                              nullptr, none.data(), wrap->data());
    auto const header = fmt::format("{}\n{}{} {}\n{}\n{}", kVersion, kStanza, kX25519, base64(share, Padding::left_out),
                                    base64(sealed, Padding::left_out), kEndOfHeader);
    auto const sum = sum_of_header(file_key, header);
    key_ = derived(text_of(file_key), text_of(nonce), kPayloadInfo);
    sodium_memzero(file_key.data(), file_key.size());
    KIOSK_TRY(put_(fmt::format("{} {}\n", header, sum)));
    return put_(text_of(nonce));
}

Result<> AgeSealer::add(std::string_view bytes)
{
    while (!bytes.empty()) {
        // A full piece is sent only when more follows, since the last one is marked.
        if (piece_.size() == kAgePiece) KIOSK_TRY(push(PiecePosition::between));
        auto const taken = bytes.substr(0, kAgePiece - piece_.size());
        piece_ += taken;
        bytes.remove_prefix(taken.size());
    }
    return success();
}

Result<> AgeSealer::end() { return push(PiecePosition::last); }

Result<> AgeSealer::push(PiecePosition place)
{
    std::string sealed(piece_.size() + kTag, '\0');
    auto const nonce = nonce_of(number_++, place == PiecePosition::last ? Last::yes : Last::no);
    crypto_aead_chacha20poly1305_ietf_encrypt(writable_bytes(sealed), nullptr, unsigned_bytes(piece_), piece_.size(),
                                              nullptr, 0, nullptr, nonce.data(), key_.data());
    piece_.clear();
    return put_(sealed);
}

Result<> open_age(std::istream& sealed, CurveBytes const& identity,
                  std::function<Result<>(std::string_view piece)> const& take)
{
    if (sodium_init() < 0) return not_opened("cannot be opened on this machine", "try another one");
    auto const file_key = Header(sealed).read(identity);
    if (!file_key) return file_key.error();
    std::string nonce(std::tuple_size_v<FileNonce>, '\0');
    if (!sealed.read(nonce.data(), static_cast<std::streamsize>(nonce.size()))) return cut_short();
    auto const key = derived(text_of(file_key.value()), nonce, kPayloadInfo);
    std::string buffer(kSealedPiece, '\0');
    std::string piece;
    for (std::uint64_t number = 0;; ++number) {
        sealed.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        auto const read = std::string_view(buffer).substr(0, static_cast<std::size_t>(sealed.gcount()));
        if (read.size() < kTag) return cut_short();
        auto const last = sealed.peek() == std::istream::traits_type::eof() ? Last::yes : Last::no;
        if (!opens(piece, read, key, nonce_of(number, last))) return fault_of_piece(read, key, number, last);
        // A last piece of nothing is there only where nothing was sealed.
        if (piece.empty() && number > 0) return changed();
        KIOSK_TRY(take(piece));
        if (last == Last::yes) return success();
    }
}

} // namespace kiosk::crypto
