#include "visit/staff/session_context.h"

#include <utility>

namespace kiosk::visit {

namespace {

using namespace std::chrono_literals;

// Without a touch, staff mode ends after kStaffIdle, since it must not stay open at a fair; a keypad on which nothing
// was typed after kPadIdle, so that a child that finds the corner learns little of it.
constexpr Duration kStaffIdle = 60s;
constexpr Duration kPadIdle = 15s;
// While a stick is written or read.
constexpr Duration kStaffIdleWorking = 10min;

bool is_working(StaffSession const& session)
{
    return session.exporting == Progress::working || session.content == staff::ContentStage::checking ||
           session.content == staff::ContentStage::switching || session.closing_down == CloseDownStage::working ||
           session.closing_down == CloseDownStage::off;
}

struct StaffActions {
    State const& state; // for its deadline
    SessionContext& context;
    SessionEnd& end;

    void operator()(Touched) const { context.last_touch = context.moment.now; }
    void operator()(Tick) const
    {
        if (context.moment.now >= session_deadline(state)) end = SessionEnd::over;
    }
    void operator()(Leave) const { end = SessionEnd::over; }
    void operator()(ResumedFromSleep) const { end = SessionEnd::over; }
    void operator()(Stop) const { end = SessionEnd::over; }
    void operator()(Replied const& action) const
    {
        std::visit([this](auto const& reply) { handle_reply(context, reply); }, action.reply);
    }
    void operator()(ShowStaff action) const
    {
        bool const inside = is_behind_pin(context.screen) && is_behind_pin(action.screen);
        if (inside && action.screen != context.screen && !is_working(context.session))
            enter_staff(context, action.screen, EnteredFrom::from_another_screen);
    }
    void operator()(TypeDigit action) const { type_digit(context, action.digit); }
    void operator()(EraseDigit) const { erase_digit(context); }
    void operator()(SubmitPin) const { submit_pin(context); }
    void operator()(UseRecoveryStick) const { use_recovery_stick(context); }
    void operator()(ChangePin) const { change_pin(context); }
    void operator()(ChooseSpan action) const { choose_span(context, action.span); }
    void operator()(ChooseSubject action) const { choose_subject(context, action.subject); }
    void operator()(ShowFiguresPage action) const { show_figures_page(context, action.page); }
    void operator()(ExportFigures) const { export_figures(context); }
    void operator()(FindContent) const { find_content(context); }
    void operator()(UseContent) const { use_content(context); }
    void operator()(DropContent) const { drop_content(context); }
    void operator()(GoBack) const { go_back(context); }
    void operator()(SetBrightness action) const { set_brightness(context, action.percent); }
    void operator()(OfferLanguageFirst const& action) const { offer_language_first(context, action.language); }
    void operator()(SetHours action) const { set_hours(context, action.rule); }
    void operator()(AdjustOpeningTime action) const { adjust_opening_time(context, action.minutes); }
    void operator()(AdjustClosingTime action) const { adjust_closing_time(context, action.minutes); }
    void operator()(ToggleDay action) const { toggle_day(context, action.day); }
    void operator()(AdjustClock action) const { adjust_clock(context, action.part, action.by); }
    void operator()(SaveSettings) const { save_settings(context); }
    void operator()(SetClock) const { set_clock(context); }
    void operator()(ChooseDay const& action) const { choose_day(context, action.day); }
    void operator()(RemarkOnDay const& action) const { remark_on_day(context, action); }
    void operator()(TouchCorner action) const
    {
        if (context.screen == Screen::staff_touch && action.corner >= 0 && action.corner < kTouchCorners)
            context.session.corners.insert(action.corner);
    }
    void operator()(CloseDown) const { close_down(context); }
    void operator()(ConfirmCloseDown) const { confirm_close_down(context); }
    void operator()(SwitchOff) const { switch_off(context); }
    template <typename Visitors>
    void operator()(Visitors const&) const
    {
    }
};

} // namespace

void SessionContext::enter(Screen next)
{
    screen = next;
    entered = moment.now;
}

void enter_staff(SessionContext& context, Screen screen, EnteredFrom how)
{
    auto& session = context.session;
    auto const span = session.span;
    auto const subject = session.subject;
    session = {};
    session.span = span;
    session.subject = subject;
    context.enter(screen);
    context.last_touch = context.moment.now;
    if (how == EnteredFrom::through_the_lock) context.commands.emplace_back(staff::OpenSticks{});
    context.commands.emplace_back(staff::ReadView{});
}

void begin_session(State& state, KeypadOrder pad, Moment const& moment, staff::Commands& commands)
{
    SessionContext context(state, moment, commands);
    begin_pin(context, pad);
}

SessionEnd update_session(State& state, Action const& action, Moment const& moment, staff::Commands& commands)
{
    SessionContext context(state, moment, commands);
    auto end = SessionEnd::goes_on;
    apply(StaffActions{state, context, end}, action);
    if (end == SessionEnd::over) commands.emplace_back(staff::CloseSticks{});
    return end;
}

Instant session_deadline(State const& state)
{
    auto const& session = state.staff;
    if (is_working(session)) return state.last_touch + kStaffIdleWorking;
    bool const untyped = state.screen == Screen::staff_pin && session.pin == PinStage::typing &&
                         session.digits.empty() && session.lock.attempts == 0;
    return state.last_touch + (untyped && session.recovery == RecoveryStage::none ? kPadIdle : kStaffIdle);
}

} // namespace kiosk::visit
