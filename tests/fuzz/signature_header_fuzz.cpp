// Any bytes as a file from a stick: a header, a signature and a list of keys, or a Refusal; never a crash.
#include "updates/limits.h"
#include "updates/manifest.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace kiosk::updates;
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    SigningKey key{};
    key.fill(1);
    SigningKey other{};
    other.fill(2);
    auto const header = read_header(bytes, "fuzz");
    if (!header) return 0;
    auto const length = header.value().bytes();
    // A form that is for two and holds one is told apart from one for one by its length alone.
    if (header.value().body_bytes > kMostManifest || length != header_bytes(bytes) || length > bytes.size())
        std::abort();
    if (header_text(header.value()) != bytes.substr(0, length)) std::abort();
    auto const body = bytes.substr(length);
    KeyList const believed{1, {public_key_of(key), public_key_of(other)}};
    auto const signers = verify(header.value(), body, believed, "fuzz");
    if (!signers) return 0;
    if (signers.value() != header.value().signatures.size()) std::abort();
    // Nobody but the keys' owners can sign: what holds is one of the corpus, to the byte.
    auto const& first = header.value().signatures.front();
    auto again = sign(header.value().kind, body, first.hint == hint_of(believed.keys[0]) ? key : other);
    if (signers.value() == 2)
        again = sign_too(again, body, first.hint == hint_of(believed.keys[0]) ? other : key).take();
    if (header_text(again) != bytes.substr(0, length)) std::abort();
    return 0;
}
