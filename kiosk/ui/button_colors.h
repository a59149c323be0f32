// The colours of what is touched. Private to ui/.
#pragma once
#include "ui/widgets.h"

namespace kiosk::ui {

struct ButtonColors {
    Color fill, ink, border;
};

ButtonColors colors_of(Canvas const& canvas, ButtonStyle style, bool pressed);

} // namespace kiosk::ui
