#include "show/kiosk_screen.h"
#include "screens/screens.h"
#include "screens/visitor/visitor.h"
#include "visit/model/input_lockout.h"

#include <algorithm>
#include <utility>

namespace kiosk::show {

namespace {

// A screen may emit an action as soon as it is drawn (none does today); more rounds than this would be a loop.
constexpr int kMostRounds = 4;

} // namespace

std::size_t current_daypart(KioskScreenDependencies const& parts)
{
    if (!parts.dayparts || parts.dayparts->empty()) return 0;
    return parts.dayparts->at(parts.clock.wall());
}

PanelDependencies panel_dependencies(KioskScreenDependencies const& parts)
{
    return {parts.clock, parts.display, parts.sink, parts.panel_diagonal_inches, parts.hours};
}

KioskScreen::KioskScreen(KioskScreenDependencies const& parts, ui::StageOptions stage, Problems& problems)
    : ScreenRunner(panel_dependencies(parts), parts.display.textures(), std::move(stage), problems),
      parts_(parts),
      random_(parts.seed),
      daypart_(current_daypart(parts)),
      state_(visit::fresh_state(parts.content, parts.clock.now()))
{
    add_deadlines();
}

void KioskScreen::dispatch(visit::Action const& action)
{
    auto const now = parts_.clock.now();
    auto before = state_;
    auto effects = visit::update(state_, parts_.content, action, {now, random_.next()});
    // A finger that is still down was put on the previous screen.
    if (visit::targets_changed(before, state_)) {
        stage_.input().ignore_current_finger();
        ahead_is_stale_ = true;
    }
    if (before.attract_slide != state_.attract_slide) ahead_.assign(1, "");
    if (!visit::same_page(before, state_)) {
        transition_ = screens::transition_between(before, state_, stage_.scroller(), now);
        stage_.scroller().reset();
    }
    keep(effects);
    run_commands(std::move(effects.commands));
    if (visit::is_staff(before.screen) != visit::is_staff(state_.screen)) {
        // A finger that is still down taps nothing there.
        stage_.input().forget();
        staff_view_ = {};
    }
    show_brightness(before);
    if (effects.visit != visit::VisitChange::ended) return;
    stage_.input().forget();
    commit();
}

// A brightness that staff are setting is shown at once, and undone if they do not save it.
void KioskScreen::show_brightness(visit::State const& before)
{
    auto const setting = [](visit::State const& state) { return state.staff.settings_known; };
    auto const share = [](int percent) { return static_cast<float>(percent) / 100; };
    if (setting(state_)) {
        if (!setting(before)) saved_brightness_ = state_.staff.settings.brightness;
        panel_.set_brightness(share(state_.staff.settings.brightness));
    } else if (setting(before)) {
        auto const saved = before.staff.saving == visit::Progress::done;
        panel_.set_brightness(share(saved ? before.staff.settings.brightness : saved_brightness_));
    }
}

void KioskScreen::keep(visit::Effects const& effects)
{
    if (effects.visit == visit::VisitChange::began) claimed_ = parts_.clock.wall();
    counts_.insert(counts_.end(), effects.counts.begin(), effects.counts.end());
    auto const is_open = [](Count const& count) { return entry(count.measure).guard == Guard::open; };
    if (!counted_since_ && std::any_of(effects.counts.begin(), effects.counts.end(), is_open))
        counted_since_ = state_.open.clock(parts_.clock.now());
}

void KioskScreen::commit()
{
    counted_since_.reset();
    if (!counts_.empty()) parts_.sink.commit(std::exchange(counts_, {}), claimed_);
}

// Nothing while the clock of the open part is stopped.
std::optional<Instant> KioskScreen::commit_due() const
{
    return counted_since_ ? state_.open.when(*counted_since_ + kCommitEvery) : std::nullopt;
}

void KioskScreen::run_commands(staff::Commands commands)
{
    if (!parts_.staff) return;
    for (auto& command : commands) {
        // These three do not invalidate an earlier command's ticket: a view is used whenever it comes, and opening and
        // closing sticks has no reply.
        bool const awaited = !std::holds_alternative<staff::ReadView>(command) &&
                             !std::holds_alternative<staff::OpenSticks>(command) &&
                             !std::holds_alternative<staff::CloseSticks>(command);
        parts_.staff->run(std::move(command), awaited ? ++ticket_ : kNoTicket);
    }
}

void KioskScreen::take_replies()
{
    if (!parts_.staff || !parts_.staff->has_replies()) return;
    for (auto& [ticket, reply] : parts_.staff->take_replies()) {
        bool const heard = ticket == kNoTicket ? visit::is_behind_pin(state_.screen) : ticket == ticket_;
        if (!heard) continue;
        if (auto const* read = std::get_if<staff::FiguresRead>(&reply))
            static_cast<staff::FiguresView&>(staff_view_) = read->view;
        if (auto const* read = std::get_if<staff::MachineRead>(&reply))
            static_cast<staff::MachineView&>(staff_view_) = read->view;
        dispatch(visit::Replied{std::move(reply)});
    }
    pacing_.changed("reply to staff");
}

// Measures how long a finger rests in the corner: from when it comes down until it moves or is lifted.
void KioskScreen::watch_corner()
{
    auto const resting = stage_.input().resting();
    auto const side = layout().millimetres(Panel::kStaffCornerMillimetres);
    bool const holds = parts_.staff && state_.screen == visit::Screen::attract && resting &&
                       resting->x >= parts_.display.size().width - side && resting->y < side;
    if (!holds)
        corner_held_since_.reset();
    else if (!corner_held_since_)
        corner_held_since_ = parts_.clock.now();
}

void KioskScreen::handle_input()
{
    auto& input = stage_.input();
    auto const short_side = std::min(parts_.display.size().width, parts_.display.size().height);
    input.set_swipe_distance(short_side / 12);
    input.set_drag_distance(stage_.scroller().scrollable() ? short_side / 40 : 0);
    input.take(stage_.scene(), input_closed_for() > Duration(0) ? ui::InputGate::closed : ui::InputGate::open);
    scroll();
    if (input.touched()) dispatch(visit::Touched{});
    if (input.key_used()) dispatch(visit::UsedKeyboard{});
    if (input.leave_key()) dispatch(visit::Leave{});
    watch_corner();
    pacing_.changed("touch");
}

void KioskScreen::scroll()
{
    auto const& input = stage_.input();
    auto& scroller = stage_.scroller();
    auto const now = parts_.clock.now();
    if (input.touched()) scroller.stop(now);
    if (input.dragged() != 0) scroller.drag(input.dragged(), now);
    if (input.drag_ended()) scroller.release(now);
    // The focused node is scrolled into view.
    if (!input.key_used() || !scroller.scrollable()) return;
    auto const* node = stage_.scene().find(input.focused());
    if (node && node->view.width > 0)
        scroller.reveal(node->rect.y - node->view.y, node->rect.bottom() - node->view.y, now);
}

// The colours change with the daypart, but never under a visitor's eyes.
void KioskScreen::update_daypart()
{
    auto const daypart = current_daypart(parts_);
    if (daypart == daypart_ || visit::is_visiting(state_.screen)) return;
    daypart_ = daypart;
    pacing_.changed("daypart");
}

Duration KioskScreen::input_closed_for() const
{
    return std::max(Duration(0), state_.input_blocked_until - parts_.clock.now());
}

Presence KioskScreen::presence() const
{
    return visit::is_visiting(state_.screen) || visit::is_staff(state_.screen) ? Presence::somebody : Presence::nobody;
}

bool KioskScreen::step()
{
    tick_panel(presence());
    update_daypart();
    auto const now = parts_.clock.now();
    if (stage_.tick()) pacing_.changed("picture");
    if (stage_.input().pending()) handle_input();
    take_replies();
    if (corner_held_since_ && now - *corner_held_since_ >= kStaffHold) {
        corner_held_since_.reset();
        dispatch(visit::OpenStaff{parts_.pad});
        pacing_.changed("staff");
    }
    if (auto const next = visit::next_deadline(state_, parts_.content); next && *next <= now) {
        dispatch(visit::Tick{});
        pacing_.changed("clock of the visit");
    }
    if (auto const due = commit_due(); due && *due <= now) commit();
    bool const due = pacing_.due(now);
    if (due) present();
    // Between frames, too: while something moves slowly, there is always one due.
    if (is_ahead_due()) look_ahead();
    return due;
}

void KioskScreen::present()
{
    std::vector<visit::Action> actions;
    auto* data = draw(actions);
    // What a tap changes is drawn before anything is presented: the next frame shows the response to a touch.
    for (int round = 0; !actions.empty() && round < kMostRounds; ++round) {
        stage_.input().done();
        for (auto const& action : std::exchange(actions, {})) dispatch(action);
        data = draw(actions);
    }
    stage_.input().done();
    if (stage_.input().follow(stage_.scene())) pacing_.changed("focus");
    if (transition_ && parts_.clock.now() >= transition_->since + screens::kTransitionTime) {
        transition_.reset();
        if (!stage_.input().focused().empty()) pacing_.changed("focus");
    }
    parts_.display.present(*data);
    plan_ahead();
    pacing_.presented(stage_.frame_requests().at(), stage_.frame_requests().reason());
}

ui::Layout KioskScreen::layout() const
{
    auto const letters =
        state_.comfort.text_size == visit::TextSize::large ? ui::LetterSize::large : ui::LetterSize::normal;
    return ui::Layout({parts_.display.size(), parts_.panel_diagonal_inches, letters});
}

ui::Theme const& KioskScreen::theme() const
{
    return state_.comfort.theme == visit::ThemeChoice::contrast ? parts_.themes.contrast : parts_.themes.at(daypart_);
}

void KioskScreen::plan_ahead()
{
    if (!std::exchange(ahead_is_stale_, false)) return;
    ahead_.clear();
    // What staff type is copied nowhere.
    if (visit::is_staff(state_.screen)) return;
    if (state_.screen == visit::Screen::attract) ahead_.emplace_back();
    for (auto const& node : stage_.scene().nodes())
        if (node.tap != ui::Tap::none) ahead_.push_back(node.id);
}

bool KioskScreen::is_ahead_due() const { return !ahead_.empty() && !transition_ && stage_.can_prepare(); }

void KioskScreen::look_ahead()
{
    auto const id = ahead_.back();
    ahead_.pop_back();
    auto const now = parts_.clock.now();
    auto next = state_;
    next.input_blocked_until = now; // a hand comes later than this
    if (id.empty()) ++next.attract_slide;
    std::vector<visit::Action> actions;
    auto const draw_state = [&](ui::Canvas& canvas, visit::State const& state) {
        screens::Frame frame(canvas, parts_.content, state.language, actions);
        screens::draw(frame, state);
    };
    if (!id.empty())
        stage_.prepare(layout(), theme(), now, id, ui::Drawing::nothing,
                       [&](ui::Canvas& canvas) { draw_state(canvas, state_); });
    auto chance = random_;
    // As a finger would: what is drawn by chance then is drawn now.
    if (!id.empty()) visit::update(next, parts_.content, visit::Touched{}, {now, chance.next()});
    for (auto const& action : std::exchange(actions, {}))
        visit::update(next, parts_.content, action, {now, chance.next()});
    if (visit::is_staff(next.screen)) return;
    stage_.prepare(layout(), theme(), now, "", ui::Drawing::pictures_ahead,
                   [&](ui::Canvas& canvas) { draw_state(canvas, next); });
}

ImDrawData* KioskScreen::draw(std::vector<visit::Action>& actions)
{
    apply_screen_saver(presence());
    return stage_.frame(layout(), theme(), parts_.clock.now(), parts_.drawing, [&](ui::Canvas& canvas) {
        screens::Frame frame(canvas, parts_.content, state_.language, actions);
        frame.set_staff(&staff_view_);
        frame.set_touch(panel_.touch() == TouchPresence::present ? screens::Touch::works : screens::Touch::rests);
        if (panel_.phase() == ScreenSaverPhase::dim)
            screens::draw_asleep(frame, panel_.minutes_asleep());
        else if (panel_.asleep())
            screens::draw_dark(frame);
        else
            screens::draw_with_transition(frame, state_, transition_);
        // While the old screen goes, a ring would stand around what is not there yet.
        if (!transition_ && !panel_.asleep()) canvas.focus_ring();
    });
}

void KioskScreen::add_deadlines()
{
    deadlines_.add("the visit", [this](Instant) { return visit::next_deadline(state_, parts_.content); });
    deadlines_.add("a panel that is to hear who has come or gone",
                   [this](Instant now) { return when(panel_.presence() != presence(), now); });
    deadlines_.add("pictures of what may come next", [this](Instant now) { return when(is_ahead_due(), now); });
    deadlines_.add("counts to be handed on", [this](Instant) { return commit_due(); });
    deadlines_.add("a finger in the staff's corner", [this](Instant) {
        return corner_held_since_ ? std::optional(*corner_held_since_ + kStaffHold) : std::nullopt;
    });
    deadlines_.add("a reply to staff",
                   [this](Instant now) { return when(parts_.staff && parts_.staff->has_replies(), now); });
    deadlines_.add("the daypart", [this](Instant) {
        bool const some = parts_.dayparts && !parts_.dayparts->empty();
        return some ? std::optional(next_minute(parts_.clock)) : std::nullopt;
    });
}

void KioskScreen::resume()
{
    ScreenRunner::resume();
    corner_held_since_.reset();
    transition_.reset();
    dispatch(visit::ResumedFromSleep{});
}

void KioskScreen::stop()
{
    dispatch(visit::Stop{});
    commit();
}

} // namespace kiosk::show
