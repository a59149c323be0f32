#include "content/keys/mark.h"

#include <fmt/format.h>

namespace kiosk::content {

namespace {
constexpr std::uint64_t kPrime = 1099511628211U; // of FNV-1a, 64 bit
}

void Mark::add(std::string_view part)
{
    auto const take = [&](unsigned char byte) { hash_ = (hash_ ^ byte) * kPrime; };
    for (char const letter : part) take(static_cast<unsigned char>(letter));
    take(0);
}

std::string Mark::text() const { return fmt::format("{:08x}", static_cast<std::uint32_t>(hash_ ^ (hash_ >> 32U))); }

} // namespace kiosk::content
