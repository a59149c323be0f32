// Show: what runs on one screen: the kiosk that is touched (App), or the loop of the trade-fair screen (DisplayShow).
// Owns its stage and its pacing; the loop that runs it, and scripts, know no more of it than this. Drawing thread only.
#pragma once
#include "content/pack.h"
#include "platform/pacing.h"
#include "ui/stage.h"

namespace kiosk::app {

class Show {
public:
    Show(ui::Textures& textures, ui::StageOptions stage, Problems& problems)
        : stage_(textures, std::move(stage), problems)
    {
    }
    Show(Show const&) = delete;
    Show& operator=(Show const&) = delete;
    virtual ~Show() = default;

    void push(ui::FingerEvent const& event) { stage_.input().push(event); }
    void push(ui::Key key) { stage_.input().push(key); }
    // The window was shown anew: draw, whatever has changed.
    void expose() { pacing_.changed("exposed"); }

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
    ui::Stage stage_;
    platform::Pacing pacing_;
};

} // namespace kiosk::app
