// Sealed files in the form of age (C2SP age, "age-encryption.org/v1"), for one X25519 recipient: `age -d` opens what is
// sealed here, and what `age -r` seals opens here. A key of its own for each file, sealed to the recipient (X25519, RFC
// 7748; HKDF-SHA-256, RFC 5869), then the bytes in pieces of 64 KiB, each with its number and whether it is the last
// (ChaCha20-Poly1305, RFC 8439). A file cut short, lengthened or changed anywhere is refused. Errors have no
// `where`. One thread at a time. libsodium.
#pragma once
#include "crypto/age_keys.h"

#include <cstdint>
#include <functional>
#include <istream>

namespace kiosk::crypto {

constexpr std::size_t kAgePiece = 64U << 10U;         // of what is sealed, [bytes]
constexpr std::size_t kLargestAgeHeader = 64U << 10U; // read before anything is believed: 500 recipients, [bytes]

using AgeKey = std::array<unsigned char, 32>; // of ChaCha20-Poly1305

// Encrypts a stream: add() takes bytes, `put` receives the encrypted ones. begin() first, end() last.
class AgeSealer {
public:
    using Put = std::function<Result<>(std::string_view bytes)>;
    explicit AgeSealer(Put put) : put_(std::move(put)) {}
    ~AgeSealer();
    AgeSealer(AgeSealer const&) = delete;
    AgeSealer& operator=(AgeSealer const&) = delete;

    Result<> begin(CurveBytes const& recipient);
    Result<> add(std::string_view bytes);
    Result<> end();

private:
    enum class PiecePosition { between, last };
    Result<> push(PiecePosition place);

    Put put_;
    AgeKey key_{};
    std::uint64_t number_ = 0;
    std::string piece_;
};

// Decrypts a stream. `take` receives each piece after it was authenticated; whether the file is complete is known only
// when this returns.
Result<> open_age(std::istream& sealed, CurveBytes const& identity,
                  std::function<Result<>(std::string_view piece)> const& take);

} // namespace kiosk::crypto
