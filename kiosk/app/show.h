// Show: what runs on one screen: the kiosk that is touched (App), or the loop of the trade-fair screen (DisplayShow).
// Owns its stage and its pacing; the loop that runs it, and scripts, know no more of it than this. Drawing thread only.
#pragma once
#include "app/panel.h"
#include "content/pack.h"
#include "platform/pacing.h"
#include "ui/stage.h"

namespace kiosk::app {

class Show {
public:
    Show(PanelParts const& panel, ui::Textures& textures, ui::StageOptions stage, Problems& problems)
        : stage_(textures, std::move(stage), problems),
          panel_(panel)
    {
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
    // How long nothing will happen by itself.
    virtual Duration sleep() const = 0;
    // Hands on every count. Call once, last.
    virtual void stop() = 0;
    // What is shown, by name, and in which language.
    virtual std::string_view screen() const = 0;
    virtual content::Language const& language() const = 0;

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

    ui::Stage stage_;
    Panel panel_;
    platform::Pacing pacing_;
};

} // namespace kiosk::app
