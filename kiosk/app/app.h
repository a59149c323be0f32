// App: one screen of the kiosk, put together. A step takes what came in, lets the visit answer, and draws if something
// has changed. It owns the State, the stage and the counts not yet handed on; the pack, the display and the clock are
// borrowed. Drawing thread only; nothing in a step waits for a disk or a network.
#pragma once
#include "app/themes.h"
#include "base/random.h"
#include "platform/display.h"
#include "platform/pacing.h"
#include "screens/transition.h"
#include "ui/stage.h"
#include "visit/update.h"

#include <functional>

namespace kiosk::app {

// Where counts go: the engagement room's writer, or a test's list.
class CountSink {
public:
    virtual ~CountSink() = default;
    // Takes them at once and stores them in its own time.
    virtual void commit(std::vector<Count> counts) = 0;
};

struct AppParts {
    content::Pack const& pack;
    platform::Display& display;
    Clock const& clock;
    ThemeSet const& themes;
    CountSink& sink;
    std::uint64_t seed = 1;
    float panel_diagonal_inches = 22;
};

class App {
public:
    App(AppParts const& parts, ui::StageOptions stage, Problems& problems);

    void push(ui::FingerEvent const& event) { stage_.input().push(event); }
    void push(ui::Key key) { stage_.input().push(key); }
    // The window was shown anew: draw, whatever has changed.
    void expose() { pacing_.changed("exposed"); }

    // True if a frame was presented.
    bool step();
    // How long nothing will happen by itself.
    Duration sleep() const;
    // Ends the visit and hands on every count. Call once, last.
    void stop();

    visit::State const& state() const { return state_; }
    ui::Scene const& scene() const { return stage_.scene(); }
    ui::Stage& stage() { return stage_; }
    platform::Pacing const& pacing() const { return pacing_; }
    content::Pack const& pack() const { return parts_.pack; }

private:
    // Counts of a visit wait at most this long in memory: pulling the plug loses no more (DESIGN 6).
    static constexpr Duration kCommitEvery = std::chrono::seconds(30);

    void act(visit::Action const& action);
    void take_input();
    void scroll();
    void commit();
    std::optional<Instant> deadline() const;
    ImDrawData* draw(std::vector<visit::Action>& actions);
    void present();

    AppParts parts_;
    ui::Stage stage_;
    platform::Pacing pacing_;
    Random random_;
    visit::State state_;
    std::optional<screens::Change> change_; // of screens, while it is seen
    std::vector<Count> counts_;             // not yet handed on
    Instant counted_since_;
};

} // namespace kiosk::app
