// Who made a package: each kiosk signs the description of what it exports (datapackage.json, which names the SHA-256 of
// every other file) with a key of its own, Ed25519 (RFC 8032, libsodium). The signature lies beside it as a small text:
//
//   kiosk figures, signed, 1
//   key 64 hexadecimal digits
//   signature 128 hexadecimal digits
//
// It proves that two packages come from one kiosk, and says nothing about visitors. Whether that kiosk is one of ours
// is checked in the office (fleet/incoming/provenance.h). Copies of a disk have the same key, as they have the same
// number. Errors begin with the path.
#pragma once
#include "base/result.h"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>

namespace kiosk::store {

constexpr std::string_view kSignatureFile = "datapackage.json.sig";

// In the data folder, beside the database. Only its owner may read it; it is in no package, log or code.
constexpr std::string_view kExportKeyFile = "export-key";

// The secret key; overwritten when it is destroyed. Owner: one export.
class ExportKey {
public:
    // Reads the key of a data folder, or makes it. A damaged one is renamed to "export-key.damaged" and replaced, since
    // figures must be able to leave; the office then has to add the new key to its list.
    static Result<ExportKey> of(std::filesystem::path const& data_folder);
    ExportKey(ExportKey const&) = default;
    ExportKey& operator=(ExportKey const&) = default;
    ~ExportKey();

    std::string public_text() const; // 64 hexadecimal digits
    // The text of the signature's file.
    std::string sign(std::string_view description) const;

private:
    explicit ExportKey(std::array<unsigned char, 32> const& seed);

    std::array<unsigned char, 32> public_{};
    std::array<unsigned char, 64> secret_{};
};

// The public half of a data folder's key, as text; "" where none was made yet. Makes nothing.
Result<std::string> public_export_key(std::filesystem::path const& data_folder);

enum class SignatureState { none, good, bad };

struct PackageSignature {
    SignatureState state = SignatureState::none;
    std::string key; // of a good one: 64 hexadecimal digits
};

// Both texts are untrusted. Accepts only the exact form that sign() writes.
PackageSignature check_signature(std::string_view description, std::string_view text);

// Whether it is 64 hexadecimal digits, in small letters.
bool is_public_key(std::string_view text);

} // namespace kiosk::store
