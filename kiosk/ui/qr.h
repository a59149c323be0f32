// A QR code as a square of modules, by qrcodegen. The text is drawn as it is; whether it may be drawn is for the check
// of the content and for the screen, which takes addresses from channels only.
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

// Error correction Q: a quarter of the code may be hidden by glare or a fingerprint.
Result<QrCode> make_qr_code(std::string const& text);

} // namespace kiosk::ui
