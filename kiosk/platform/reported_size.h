// Whether the size that a screen reports is plausible. Televisions and converters report a ratio in place of
// millimetres (EDID 1.4, section 3.6.2, allows that), and some drivers invent figures. Pure.
#pragma once
#include <optional>

namespace kiosk::platform {

struct ReportedSize {
    float width_mm = 0, height_mm = 0;
    int width = 0, height = 0; // [px]
};

// The diagonal, [inches]; nothing where the size is not plausible.
std::optional<float> plausible_diagonal(ReportedSize const& claimed);

} // namespace kiosk::platform
