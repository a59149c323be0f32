// The trade-fair display on one screen: a loop of slides without touch and without visits. It counts the QR codes that
// it showed. Borrows everything in its parts. Drawing thread only; a step never waits for a disk.
#pragma once
#include "screens/display/display.h"
#include "show/kiosk_screen.h"
#include "visit/display_loop.h"

namespace kiosk::show {

struct DisplayScreenDependencies {
    KioskScreenDependencies common; // panel_diagonal_inches of this panel
    std::string stand;
    float viewing_distance = 0; // [mm]; 0: readable_distance() of the panel
    // The figures of the stand that may be shown; called at each new slide. Empty: none are shown.
    std::function<visit::LiveFigures()> figures;
};

// The viewing distance without a setting: that at which the QR code takes this share of the panel's short side.
constexpr float kReadableCodeShare = 0.45F;
float readable_distance(Size const& panel, float diagonal_inches); // [mm]

// A Problem if the panel is too small for the distance, [mm]. The loop runs all the same.
std::optional<Problem> distance_problem(Size const& panel, float diagonal_inches, float viewing_distance);

class DisplayScreen final : public ScreenRunner {
public:
    // The part of a sum that may be shown: 0 up to the threshold of exports, else the next lower ten (11 to 20 are 10),
    // so that nobody sees a single visitor being counted.
    static std::int64_t publishable(std::int64_t sum, std::int64_t threshold);

    DisplayScreen(DisplayScreenDependencies parts, ui::StageOptions stage, Problems& problems);

    bool step() override;
    void stop() override {}
    bool is_unattended() const override { return true; } // nobody touches it
    std::string_view screen() const override { return "display"; }
    content::Language const& language() const override { return state_.now.language; }
    content::Content const& content() const override { return parts_.common.content; }
    visit::DisplayState const& state() const { return state_; }

private:
    static constexpr Duration kAsleepFrame = std::chrono::seconds(10);

    visit::DisplayContext context();
    ui::Theme const& theme() const;

    DisplayScreenDependencies parts_;
    Random random_;
    Instant asleep_shown_{Duration(0)};
    std::size_t daypart_ = 0;
    screens::DisplayData look_;
    visit::DisplayState state_;
};

} // namespace kiosk::show
