// Any bytes as a script: commands or Problems, never a crash.
#include "rehearsal/script.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    kiosk::Problems problems;
    kiosk::rehearsal::parse_script({reinterpret_cast<char const*>(data), size}, "fuzz.script", problems);
    return 0;
}
