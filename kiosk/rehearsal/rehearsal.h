// The rehearsal: new content is run before anybody sees it, by the loop itself on a clock of its own: hands that touch
// whatever there is, then nobody for as long as it takes until the attract loop is back and has shown each of its
// slides; the trade-fair screen beside it. Screens that can be drawn are not enough: what never comes to rest, waits
// for a time that has passed, or never goes on stands still in front of visitors, or keeps the processor busy for good.
// Deterministic; nothing is counted and nothing stored. Owner: the probe; drawing thread only.
#pragma once
#include "base/clock.h"
#include "base/result.h"
#include "content/pack.h"
#include "settings/themes.h"
#include "ui/stage.h"

namespace kiosk::rehearsal {

struct RehearsalOptions {
    int width = 640, height = 360;           // [px]
    float inches = 22;                       // of the panel, its diagonal
    std::function<ui::StageOptions()> stage; // for each show
    std::uint64_t seed = 1;
};

struct Rehearsed {
    long turns = 0;   // of the loop
    long frames = 0;  // presented
    Duration time{0}; // by the clock of the rehearsal
};

// An Error says what the loop does instead, and when.
Result<Rehearsed> rehearse(content::Pack const& pack, settings::ThemeSet const& themes,
                           RehearsalOptions const& options);

} // namespace kiosk::rehearsal
