// KioskScreen: the kiosk that visitors touch, on one screen. A step takes input, passes it to visit::update as Actions,
// and draws if something has changed. Owns the State, the stage and the counts not yet committed; borrows everything in
// its parts. Drawing thread only; a step never waits for a disk or a network.
#pragma once
#include "base/random.h"
#include "platform/render_target.h"
#include "screens/transition.h"
#include "settings/dayparts.h"
#include "settings/themes.h"
#include "show/count_sink.h"
#include "show/screen_runner.h"
#include "show/staff_service.h"
#include "visit/update.h"

#include <functional>

namespace kiosk::show {

struct KioskScreenDependencies {
    content::Content const& content;
    platform::RenderTarget& display;
    Clock const& clock;
    settings::ThemeSet const& themes;
    CountSink& sink;
    std::uint64_t seed = 1;
    float panel_diagonal_inches = 22;
    settings::Dayparts const* dayparts = nullptr; // none: one theme all day
    StaffService* staff = nullptr;                // none: no staff mode
    visit::KeypadOrder pad = visit::KeypadOrder::usual;
    settings::OpeningHours const* hours = nullptr; // none: always open
    // Drawing::nothing fills the scene only, for tests of millions of frames.
    ui::Drawing drawing = ui::Drawing::everything;
};

PanelDependencies panel_dependencies(KioskScreenDependencies const& parts);

// Index of the current daypart; 0 without any.
std::size_t current_daypart(KioskScreenDependencies const& parts);

class KioskScreen final : public ScreenRunner {
public:
    KioskScreen(KioskScreenDependencies const& parts, ui::StageOptions stage, Problems& problems);

    bool step() override;
    // Ends the visit, and commits its counts.
    void stop() override;
    void resume() override;
    bool is_unattended() const override { return state_.screen == visit::Screen::attract; }
    std::string_view screen() const override { return visit::name(state_.screen); }
    content::Language const& language() const override { return state_.language; }
    Duration input_closed_for() const override;

    visit::State const& state() const { return state_; }
    content::Content const& content() const override { return parts_.content; }

private:
    // Open counts of a visit are committed after this time at the latest, by the clock of its open part, so that
    // pulling the plug loses no more. Counts of reporting and support are committed along with them and never cause a
    // commit, whose time would otherwise reveal them.
    static constexpr Duration kCommitEvery = std::chrono::seconds(30);
    // A finger that rests this long in the top right corner of the attract loop opens staff mode. The corner is no node
    // of the scene, so that visitors do not find it.
    static constexpr Duration kStaffHold = std::chrono::seconds(3);

    void dispatch(visit::Action const& action);
    void handle_input();
    void scroll();
    void show_brightness(visit::State const& before);
    void keep(visit::Effects const& effects);
    void commit();
    std::optional<Instant> commit_due() const;
    void update_daypart();
    void watch_corner();
    void run_commands(staff::Commands commands);
    void take_replies();
    Presence presence() const;
    ui::Layout layout() const;
    void add_deadlines();
    ui::Theme const& theme() const;
    // What is one touch away is prepared while there is nothing else to do: each thing that can be touched is touched
    // in a copy of the State, and the screen that would follow asks for its pictures.
    void plan_ahead();
    bool is_ahead_due() const;
    void look_ahead();
    ImDrawData* draw(std::vector<visit::Action>& actions);
    void present();

    KioskScreenDependencies parts_;
    Random random_;
    std::size_t daypart_;
    visit::State state_;
    std::optional<screens::Transition> transition_; // the transition, while it is seen
    bool ahead_is_stale_ = true;                    // the screen has changed since it was planned
    std::vector<std::string> ahead_; // nodes that nobody has touched yet; "" is the next slide of the attract loop
    std::vector<Count> counts_;      // not yet committed
    std::optional<Duration> counted_since_; // since when some of them are open, by the clock of the visit's open part
    WallTime claimed_;                      // start of this visit by the machine's clock, which may be wrong
    std::optional<Instant> corner_held_since_; // a finger rests in the staff's corner
    Ticket ticket_ = kNoTicket;                // of the last command
    staff::View staff_view_;                   // empty outside of staff mode
    int saved_brightness_ = 100;               // [percent]
};

} // namespace kiosk::show
