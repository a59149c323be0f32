// Whether what a screen says of its size can be. Televisions and converters put a ratio where millimetres belong (EDID
// 1.4, section 3.6.2, allows that), and drivers make figures up. Pure.
#pragma once
#include <optional>

namespace kiosk::platform {

struct ClaimedSize {
    float width_mm = 0, height_mm = 0;
    int width = 0, height = 0; // [px]
};

// The diagonal, [inches]; nothing where it is better not believed.
std::optional<float> believed_diagonal(ClaimedSize const& claimed);

} // namespace kiosk::platform
