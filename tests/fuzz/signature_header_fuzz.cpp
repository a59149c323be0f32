// Any bytes as a file from a stick: a first line, signatures of minisign and a text, or a Refusal; never a crash.
#include "updates/limits.h"
#include "updates/manifest.h"

#include <cstdlib>

namespace {

using namespace kiosk::updates;

SigningKey key_of(unsigned char number)
{
    SigningKey key;
    key.number.fill(number);
    key.seed.fill(number);
    return key;
}

// A signature by itself, as a .minisig that a person brings: whatever is read is written to what reads the same.
void read_alone(std::string_view text)
{
    auto const read = kiosk::crypto::read_signature(text);
    if (!read) return;
    if (read.value().comment.size() > kiosk::crypto::kLongestComment) std::abort();
    auto const again = kiosk::crypto::read_signature(kiosk::crypto::signature_text(read.value()));
    if (!again || again.value() != read.value()) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    read_alone(bytes);
    auto const header = read_header(bytes, "fuzz");
    if (!header) return 0;
    auto const length = header.value().bytes();
    if (header.value().text_bytes > kMostManifest || length != header_bytes(bytes) || length > bytes.size())
        std::abort();
    if (length > kHeaderBytes + kMostSignatureBytes || header_text(header.value()) != bytes.substr(0, length))
        std::abort();
    auto const text = bytes.substr(length);
    KeyList believed;
    for (auto const number : {std::uint8_t{1}, std::uint8_t{2}})
        believed.keys.push_back(kiosk::crypto::public_key_of(key_of(number)));
    auto const signers = verify(header.value(), text, believed, "fuzz");
    if (!signers) return 0;
    if (signers.value() != header.value().signatures.size()) std::abort();
    // Nobody but the keys' owners can sign: what holds is one of the corpus, to the byte.
    for (auto const& one : header.value().signatures)
        if (sign(text, key_of(one.number.front())).signatures.front() != one) std::abort();
    return 0;
}
