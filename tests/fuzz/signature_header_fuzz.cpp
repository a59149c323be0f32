// Any bytes as a file from a stick: a header, a signature and a list of keys, or a Refusal; never a crash.
#include "staff/pack_limits.h"
#include "staff/pack_manifest.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace kiosk::staff;
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    SigningKey key{};
    key.fill(1);
    auto const header = read_header(bytes, "fuzz");
    if (!header) return 0;
    if (header.value().body_bytes > kMostManifest) std::abort();
    if (header_text(header.value()) != bytes.substr(0, kHeaderBytes)) std::abort();
    auto const body = bytes.substr(kHeaderBytes);
    KeyList const believed{1, {public_key_of(key)}};
    // Nobody but the key's owner can sign: what holds is one of the corpus, to the byte.
    if (verify(header.value(), body, believed, "fuzz") &&
        header_text(sign(header.value().kind, body, key)) != bytes.substr(0, kHeaderBytes))
        std::abort();
    return 0;
}
