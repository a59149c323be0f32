// ScreenRunner: the base of what runs on one screen: the kiosk that is touched (KioskScreen), or the trade-fair display
// (DisplayScreen). The loop and scripts use this interface only. Owns its stage, panel, pacing and deadlines. Drawing
// thread only.
#pragma once
#include "content/content.h"
#include "platform/pacing.h"
#include "show/deadlines.h"
#include "show/panel.h"
#include "ui/stage.h"

namespace kiosk::show {

// The loop turns at least this often: SDL sends no event for an unplugged panel, and the watchdog needs pings.
constexpr Duration kLongestSleep = std::chrono::seconds(10);

class ScreenRunner {
public:
    ScreenRunner(PanelDependencies const& panel, ui::Textures& textures, ui::StageOptions stage, Problems& problems)
        : stage_(textures, std::move(stage), problems),
          panel_(panel),
          clock_(panel.clock)
    {
        deadlines_.add("a frame", [this](Instant now) { return pacing_.frame_due(now); });
        deadlines_.add("a picture to be decoded",
                       [this](Instant now) { return when(stage_.has_picture_requests(), now); });
        deadlines_.add("a touch or a key", [this](Instant now) { return when(stage_.input_pending(), now); });
        panel_.add_to(deadlines_);
    }
    ScreenRunner(ScreenRunner const&) = delete;
    ScreenRunner& operator=(ScreenRunner const&) = delete;
    virtual ~ScreenRunner() = default;

    void push(ui::FingerEvent const& event) { panel_.push(event, stage_.input()); }
    void push(ui::KeyPress press) { panel_.push(press, stage_.input()); }
    // The window was uncovered: draw in any case.
    void expose() { pacing_.changed("exposed"); }

    // The machine has slept or stood still: whoever was there is gone.
    virtual void resume()
    {
        forget_touches();
        expose();
    }
    // A touch panel is gone: its contacts will never end.
    void forget_touches() { panel_.forget_touches(stage_.input()); }
    Panel& panel() { return panel_; }
    Panel const& panel() const { return panel_; }

    // True if a frame was presented.
    virtual bool step() = 0;
    // Everything that this show waits for.
    Deadlines const& deadlines() const { return deadlines_; }
    // Time until something is due; at most kLongestSleep.
    Duration time_until_due() const { return deadlines_.time_until_due(clock_.now(), kLongestSleep); }
    // Commits all counts. To be called once, last.
    virtual void stop() = 0;
    // Whether the program may restart without taking a page from a visitor.
    virtual bool is_unattended() const = 0;
    // Name and language of the current screen.
    virtual std::string_view screen() const = 0;
    virtual content::Language const& language() const = 0;
    virtual content::Content const& content() const = 0;
    // For how long input is still ignored, since the screen is new.
    virtual Duration input_closed_for() const { return Duration(0); }

    ui::Scene const& scene() const { return stage_.scene(); }
    ui::Stage& stage() { return stage_; }
    platform::Pacing const& pacing() const { return pacing_; }

protected:
    // To be called first in each step.
    void tick_panel(Presence presence)
    {
        if (panel_.tick(presence, stage_.input())) pacing_.changed("panel");
    }
    // To be called before each drawing. During a visit the picture is not shifted.
    void apply_screen_saver(Presence presence)
    {
        stage_.set_shift(presence == Presence::somebody ? Point{} : panel_.shift());
        stage_.set_brightness(panel_.brightness());
    }

    // A deadline of now, or none.
    static std::optional<Instant> when(bool now_due, Instant now)
    {
        return now_due ? std::optional(now) : std::nullopt;
    }

    ui::Stage stage_;
    Panel panel_;
    platform::Pacing pacing_;
    Deadlines deadlines_;

private:
    Clock const& clock_;
};

} // namespace kiosk::show
