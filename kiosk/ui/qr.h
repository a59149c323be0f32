// A QR code as a square of modules, by qrcodegen. Any text is accepted: the check of the content decides which
// addresses a screen may draw. Caches up to 64 codes for each thread.
#pragma once
#include "base/result.h"

#include <string>
#include <vector>

namespace kiosk::ui {

struct QrCode {
    int side = 0;           // modules
    std::vector<bool> dark; // row by row

    bool at(int x, int y) const { return dark[static_cast<std::size_t>(y * side + x)]; }
};

// Free modules around the code (ISO/IEC 18004).
constexpr int kQuietZone = 4;

// With error correction Q: a quarter of the code may be hidden by glare or a fingerprint. An Error for a text that is
// too long.
Result<QrCode> make_qr_code(std::string const& text);

} // namespace kiosk::ui
