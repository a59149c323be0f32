// The rehearsal: runs new content on a virtual clock before anybody sees it. Each slide of the attract loop is waited
// for; then, in each language, random targets are touched and the kiosk is left alone until the attract loop is back;
// at the end the trade-fair display is run. That every screen can be drawn is not enough: content could also make a
// screen that never goes on, or one that is redrawn without end. Deterministic; nothing is counted or stored. Used by
// the probe.
#pragma once
#include "base/clock.h"
#include "base/result.h"
#include "content/content.h"
#include "settings/themes.h"
#include "ui/stage.h"

namespace kiosk::rehearsal {

struct RehearsalOptions {
    int width = 640, height = 360;           // [px]
    float inches = 22;                       // of the panel, its diagonal
    std::function<ui::StageOptions()> stage; // makes the options of each stage
    std::uint64_t seed = 1;
};

struct RehearsalResult {
    long turns = 0;   // of the loop
    long frames = 0;  // presented
    Duration time{0}; // by the clock of the rehearsal
};

// An Error says what has gone wrong, on which screen and after how many seconds.
Result<RehearsalResult> rehearse(content::Content const& content, settings::ThemeSet const& themes,
                                 RehearsalOptions const& options);

} // namespace kiosk::rehearsal
