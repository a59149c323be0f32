// The loop of the trade-fair screen, put together: no touch, no visit; what it counts is the codes it showed. Borrows
// the pack, the display, the clock, the themes and the sink. Drawing thread only; nothing in a step waits for a disk.
#pragma once
#include "screens/display/display.h"
#include "show/app.h"
#include "visit/display_loop.h"

namespace kiosk::show {

struct DisplayParts {
    AppParts common; // panel_diagonal_inches of this panel
    std::string stand;
    float viewing_distance = 0; // [mm]; 0: as far as the panel carries
    // What may be told of the stand; asked at each change of sight. None: nothing is told.
    std::function<visit::LiveFigures()> figures;
};

// How far away a panel is read when nobody says: where its code takes this much of the short side.
constexpr float kCarryingShare = 0.45F;
float carrying_distance(Size const& panel, float diagonal_inches); // [mm]

// What a display would need and has not: said at start, the loop runs all the same.
std::optional<Problem> distance_problem(Size const& panel, float diagonal_inches, float viewing_distance);

class DisplayShow final : public Show {
public:
    // Of a tally, what may be told: nothing up to the threshold of exports, else rounded down to tens, so that no
    // single visitor is seen to be counted.
    static std::int64_t told(std::int64_t sum, std::int64_t threshold);

    DisplayShow(DisplayParts parts, ui::StageOptions stage, Problems& problems);

    bool step() override;
    void stop() override {}
    bool nobody_is_there() const override { return true; } // nobody touches it
    std::string_view screen() const override { return "display"; }
    content::Language const& language() const override { return state_.now.language; }
    visit::DisplayState const& state() const { return state_; }

private:
    static constexpr Duration kAsleepFrame = std::chrono::seconds(10);

    visit::DisplayContext context();
    ui::Theme const& theme() const;

    DisplayParts parts_;
    Random random_;
    Instant asleep_shown_{Duration(0)};
    std::size_t daypart_ = 0;
    screens::DisplayLook look_;
    visit::DisplayState state_;
};

} // namespace kiosk::show
