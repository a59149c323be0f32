// The direction of text: levels of the Unicode bidirectional algorithm by FriBidi, and which languages are written from
// right to left. Pure. Private to ui/, but for `is_right_to_left`.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace kiosk::ui {

// By its code: Arabic, Persian, Hebrew, Urdu and their neighbours.
bool is_right_to_left(std::string_view language);

// The embedding level of each character of one paragraph; odd levels run from right to left. Groups of digits with
// spaces between them ("116 000") keep their order whatever stands around them: a telephone number must not turn.
struct BidiLevels {
    std::vector<std::uint8_t> of;
    bool right_to_left = false; // the paragraph as a whole
};
BidiLevels bidi_levels(std::u32string_view paragraph, std::string_view language);

} // namespace kiosk::ui
