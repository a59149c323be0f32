// Whether kiosk-picture can put up its fence here. Only qemu's emulation of a processor has none, and the preset arm64
// says so: everywhere else a fence that fails, fails the test.
#pragma once
#include <cstdlib>

namespace test {

inline bool without_fence() { return std::getenv("KIOSK_WITHOUT_FENCE") != nullptr; }

} // namespace test
