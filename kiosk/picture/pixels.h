// What kiosk-picture writes and the kiosk reads: a mark, the two sides, then width * height * 4 bytes of RGBA, rows
// from the top. Same machine, same byte order. Nothing but constants: both sides include it.
#pragma once
#include <cstddef>
#include <cstdint>

namespace kiosk::picture {

struct PixelsHeader {
    std::uint32_t mark = 0, width = 0, height = 0;
};

constexpr std::uint32_t kMark = 0x4B504958;  // "KPIX"
constexpr std::uint32_t kLongestSide = 8192; // [px], as ui/image_decode
// A picture and its decoder's own memory must fit in the program's 256 MiB: 4096 x 4096 does, at 16 bits a channel not.
constexpr std::size_t kMostMemory = 256U << 20U;
constexpr std::size_t kMostPixelBytes = 128U << 20U;
constexpr std::size_t kMostInput = 16U << 20U; // the largest picture of content
constexpr unsigned kMostSeconds = 5;           // of the processor

// Exit codes.
constexpr int kRefused = 2; // no PNG that can be shown
constexpr int kUnsafe = 3;  // no sandbox: nothing was read

} // namespace kiosk::picture
