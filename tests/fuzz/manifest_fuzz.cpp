// Any bytes as the text behind a signature that held: what is read is written again to the same bytes, and every path
// is one that stays in its folder.
#include "updates/limits.h"
#include "updates/manifest.h"
#include "updates/shelf_state.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace kiosk::updates;
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    if (auto const manifest = read_manifest(text, "fuzz")) {
        if (manifest_text(manifest.value()) != text || manifest.value().bytes() > kMostArchiveBytes) std::abort();
        for (auto const& file : manifest.value().files)
            if (!is_safe_path(file.path) || file.path.find("..") == 0 || file.path.front() == '/') std::abort();
    }
    if (auto const keys = read_key_list(text, "fuzz"))
        if (key_list_text(keys.value()) != text) std::abort();
    if (auto const state = read_state(text, "fuzz"))
        if (state_text(state.value()) != text) std::abort();
    return 0;
}
