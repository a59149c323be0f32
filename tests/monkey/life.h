// A life: one whole kiosk from its start, on a clock of its own, drawn nowhere, to which a monkey's commands happen;
// and the invariants, looked at in each frame that is presented and after each command. What is done comes in as
// commands of a script, so that the same commands are the same life, here and in the kiosk itself. Owns everything but
// the pack and the themes. One at a time: it takes the journal.
#pragma once
#include "monkey/books.h"
#include "monkey/commands.h"
#include "monkey/staff_service.h"
#include "rehearsal/script_player.h"
#include "settings/themes.h"
#include "system/log.h"

#include <memory>

namespace monkey {

// A fault that is put in on purpose, to see that it is found and shrunk: "large text is never chosen".
enum class Planted { nothing, large_text };

struct World {
    kiosk::content::Content const& content;
    kiosk::settings::ThemeSet const& themes;
    int width = 1920, height = 1080;
    float inches = 22;
    std::uint64_t seed = 1; // of the kiosk: which questions are drawn
    Planted planted = Planted::nothing;
    kiosk::ui::Drawing drawing = kiosk::ui::Drawing::nothing; // to the last vertex, or the scene alone
};

class NullDisplay;

class Life {
public:
    explicit Life(World const& world);
    ~Life();
    Life(Life const&) = delete;
    Life& operator=(Life const&) = delete;

    // The first invariant that is broken by it, if any.
    std::optional<Fault> const& play(Command const& command);
    // Stops the kiosk and closes the books. Call once, last.
    std::optional<Fault> const& stop();

    kiosk::ui::Scene const& scene() const { return app_->scene(); }
    kiosk::visit::Screen screen() const { return app_->state().screen; }
    kiosk::ManualClock& clock() { return clock_; }
    Books& books() { return books_; }
    long frames() const { return frames_; }

private:
    kiosk::show::ScreenRunner& start();
    void complain(char const* invariant, std::string words);
    void check_frame();
    void check_targets(kiosk::visit::State const& state);
    void check_fresh(kiosk::visit::State const& state);
    void check_rest();

    World world_;
    kiosk::ManualClock clock_;
    kiosk::LogSink journal_before_;
    std::optional<Fault> said_; // in the journal
    std::optional<Fault> fault_;
    Books books_;
    StaffService staff_;
    std::unique_ptr<NullDisplay> display_;
    std::unique_ptr<kiosk::show::KioskScreen> app_;
    std::unique_ptr<kiosk::rehearsal::ScriptPlayer> player_;
    std::vector<Command> one_; // what is played now
    float pixels_per_millimetre_;
    long frames_ = 0;
};

} // namespace monkey
