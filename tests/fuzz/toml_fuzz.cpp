// Any bytes as a content file: Problems, never a crash.
#include "content/toml.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using namespace kiosk;
    Problems problems;
    auto const root = content::parse_toml({reinterpret_cast<char const*>(data), size}, "fuzz.toml", problems);
    if (!root) return 0;
    content::TableReader reader(*root, "fuzz", problems);
    reader.text("title");
    reader.texts("text");
    reader.tables("page");
    reader.remaining_tables();
    reader.finish();
    return 0;
}
