// Any bytes as what says who made a package: the signature that lies in it, or the office's list of kiosks. The first
// byte says which. Nothing but what was signed passes; a list that is read is written and read again as the same.
#include "fleet/incoming/key_list.h"
#include "store/signature.h"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace kiosk;

void check_list(std::string_view bytes)
{
    Problems problems;
    auto const list = fleet::parse_key_list(bytes, "kiosks.toml", problems);
    if (list.has_value() != problems.empty()) std::abort();
    for (auto const& problem : problems) (void)problem.line();
    if (!list) return;
    for (auto const& kiosk : list->kiosks) {
        if (kiosk.key.empty()) continue;
        if (!list->knows(kiosk.machine, kiosk.key)) std::abort();
        Problems found;
        auto const again = fleet::parse_key_list(fleet::entry_text(kiosk), "again.toml", found);
        if (!again || !again->knows(kiosk.machine, kiosk.key)) std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    if (size == 0) return 0;
    std::string_view const bytes(reinterpret_cast<char const*>(data) + 1, size - 1);
    if (data[0] % 2 == 0) {
        check_list(bytes);
        return 0;
    }
    // Whoever finds a signature that fits without a key has broken Ed25519.
    if (store::check_signature("{}", bytes).state == store::SignatureState::good) std::abort();
    (void)store::check_signature(bytes, bytes);
    return 0;
}
