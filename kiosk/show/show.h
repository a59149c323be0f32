// Show: what runs on one screen: the kiosk that is touched (App), or the loop of the trade-fair screen (DisplayShow).
// Owns its stage and its pacing; the loop that runs it, and scripts, know no more of it than this. Drawing thread only.
#pragma once
#include "content/pack.h"
#include "platform/pacing.h"
#include "show/deadlines.h"
#include "show/panel.h"
#include "ui/stage.h"

namespace kiosk::show {

// The loop turns at least so often: SDL tells of no panel that is unplugged, and a watchdog wants to see it turn.
constexpr Duration kLongestSleep = std::chrono::seconds(10);

class Show {
public:
    Show(PanelParts const& panel, ui::Textures& textures, ui::StageOptions stage, Problems& problems)
        : stage_(textures, std::move(stage), problems),
          panel_(panel),
          clock_(panel.clock)
    {
        deadlines_.add("a frame", [this](Instant now) { return pacing_.frame_due(now); });
        deadlines_.add("a picture to be decoded", [this](Instant now) { return when(stage_.picture_asked(), now); });
        deadlines_.add("a touch or a key", [this](Instant now) { return when(stage_.input_pending(), now); });
        panel_.add_to(deadlines_);
    }
    Show(Show const&) = delete;
    Show& operator=(Show const&) = delete;
    virtual ~Show() = default;

    void push(ui::FingerEvent const& event) { panel_.push(event, stage_.input()); }
    void push(ui::Key key) { panel_.push(key, stage_.input()); }
    // The window was shown anew: draw, whatever has changed.
    void expose() { pacing_.changed("exposed"); }

    // The machine has slept, or stood still: whoever was there is gone.
    virtual void resume()
    {
        forget_touches();
        expose();
    }
    // A panel is gone: its contacts will never come up.
    void forget_touches() { panel_.forget_touches(stage_.input()); }
    // What the glass, the hours and the staff ask of the screen.
    Panel& panel() { return panel_; }
    Panel const& panel() const { return panel_; }

    // True if a frame was presented.
    virtual bool step() = 0;
    // What happens by itself, each at its time. Whatever a show waits for stands in it.
    Deadlines const& deadlines() const { return deadlines_; }
    // How long nothing will happen by itself; ten seconds at most, after which a loop turns to see to the machine.
    Duration sleep() const { return deadlines_.sleep(clock_.now(), kLongestSleep); }
    // Hands on every count. Call once, last.
    virtual void stop() = 0;
    // Whether the program may begin anew without taking a page from anybody.
    virtual bool nobody_is_there() const = 0;
    // What is shown, by name, and in which language.
    virtual std::string_view screen() const = 0;
    virtual content::Language const& language() const = 0;
    // How long no hand will be heard yet.
    virtual Duration deaf_for() const { return Duration(0); }

    ui::Scene const& scene() const { return stage_.scene(); }
    ui::Stage& stage() { return stage_; }
    platform::Pacing const& pacing() const { return pacing_; }

protected:
    // Before everything else in a step.
    void tend_panel(Presence presence)
    {
        if (panel_.tend(presence, stage_.input())) pacing_.changed("panel");
    }
    // Before each drawing: a visit stands in its place.
    void place_picture(Presence presence)
    {
        stage_.set_shift(presence == Presence::somebody ? Point{} : panel_.shift());
        stage_.set_brightness(panel_.brightness());
    }

    // For what is to be done now or has no time.
    static std::optional<Instant> when(bool now_due, Instant now)
    {
        return now_due ? std::optional(now) : std::nullopt;
    }

    ui::Stage stage_;
    Panel panel_;
    platform::Pacing pacing_;
    Deadlines deadlines_; // of this show; each is added where it is made

private:
    Clock const& clock_;
};

} // namespace kiosk::show
