// Plays a script on a ScreenRunner with a clock that only the script moves, so that the same script gives the same
// scenes to the byte. Touches are finger events, tested against the scene. Stops at the first expectation that fails.
#pragma once
#include "base/result.h"
#include "platform/render_target.h"
#include "rehearsal/script.h"
#include "show/screen_runner.h"

#include <filesystem>
#include <functional>
#include <map>

namespace kiosk::rehearsal {

struct PlayOptions {
    std::filesystem::path shots;                  // empty: pictures are not kept
    std::function<void(std::string_view)> trace;  // called with each scene that differs from the one before, as text
    std::function<void()> after_frame;            // for benches
    std::function<void()> exposed;                // called before the window is uncovered
    std::function<show::ScreenRunner&()> restart; // stops what is shown and starts it again; empty: "restart" fails
};

class ScriptPlayer {
public:
    ScriptPlayer(show::ScreenRunner& show, ManualClock& clock, platform::RenderTarget& display, PlayOptions options);

    // The error's `where` is FILE:LINE, its message what was there instead.
    Result<> play(std::vector<Command> const& commands);

    // The commands, for tests in C++. They wait until a new screen takes input; only a tap at a point and the events of
    // a finger come at once.
    Result<> tap(std::string const& node);
    void tap(Point point);
    void swipe(Point from, Point to);
    void hold(Point point, Duration duration); // down, still for so long, up
    void wait(Duration duration);
    void gap(Duration duration); // nothing runs meanwhile
    void finger(int which, std::string const& phase, Point point);
    void expose();
    Result<> restart();
    void key(std::string const& name);
    Result<> choose_language(std::string const& language);

private:
    Result<> perform(Command const& command);
    Result<> expect(Command const& command);
    Result<> shot(std::string const& name);
    void wait_until_input_accepted();
    Result<> bring_into_view(std::string const& node);
    void finish_movement();
    void step();
    void run_until_idle();

    show::ScreenRunner* show_;
    ManualClock& clock_;
    platform::RenderTarget& display_;
    PlayOptions options_;
    std::string last_scene_;
};

} // namespace kiosk::rehearsal
