// The parts of a staff session, by subject. Private to visit/staff. Each does nothing where its action does not belong
// to the screen that is shown.
#pragma once
#include "visit/staff/session.h"

namespace kiosk::visit {

// One call of update_session(): what it may read and write.
struct SessionContext {
    SessionContext(State& state, Moment const& when, staff::Commands& asked)
        : session(state.staff),
          screen(state.screen),
          entered(state.entered),
          last_touch(state.last_touch),
          moment(when),
          commands(asked)
    {
    }

    StaffSession& session;
    Screen& screen;
    Instant& entered; // the screen
    Instant& last_touch;
    Moment const& moment;
    staff::Commands& commands;

    void enter(Screen next);
    // A reply has arrived: gives staff time to read it before the session ends.
    void restart_idle_timer() { last_touch = moment.now; }
};

// through_the_lock: staff have just come in.
enum class EnteredFrom { through_the_lock, from_another_screen };
// Enters a screen behind the PIN: resets the session but for span and subject, and asks for the view.
void enter_staff(SessionContext& context, Screen screen, EnteredFrom how);

void begin_pin(SessionContext& context, KeypadOrder pad);
void type_digit(SessionContext& context, char digit);
void erase_digit(SessionContext& context);
void submit_pin(SessionContext& context);
void use_recovery_stick(SessionContext& context);
void change_pin(SessionContext& context);
void handle_reply(SessionContext& context, staff::LockRead const& reply);
void handle_reply(SessionContext& context, staff::PinChecked const& reply);
void handle_reply(SessionContext& context, staff::RecoveryChecked const& reply);
void handle_reply(SessionContext& context, staff::PinSet const& reply);

void choose_span(SessionContext& context, Span span);
void choose_subject(SessionContext& context, Subject subject);
void show_figures_page(SessionContext& context, int page);
void export_figures(SessionContext& context);
void handle_reply(SessionContext& context, staff::FiguresExported const& reply);
void handle_reply(SessionContext& context, staff::FiguresRead const& reply);

void set_brightness(SessionContext& context, int percent);
void offer_language_first(SessionContext& context, content::Language const& language);
void set_hours(SessionContext& context, staff::HoursRule rule);
void adjust_opening_time(SessionContext& context, int minutes);
void adjust_closing_time(SessionContext& context, int minutes);
void toggle_day(SessionContext& context, int day);
void adjust_clock(SessionContext& context, ClockPart part, int by);
void save_settings(SessionContext& context);
void set_clock(SessionContext& context);
void handle_reply(SessionContext& context, staff::MachineRead const& reply);
void handle_reply(SessionContext& context, staff::SettingsSaved const& reply);
void handle_reply(SessionContext& context, staff::ClockSet const& reply);

void choose_day(SessionContext& context, std::string const& day);
void remark_on_day(SessionContext& context, RemarkOnDay const& action);
void handle_reply(SessionContext& context, staff::RemarkKept const& reply);

void find_content(SessionContext& context);
void use_content(SessionContext& context);
void drop_content(SessionContext& context);
void go_back(SessionContext& context);
void handle_reply(SessionContext& context, staff::ContentReplied const& reply);

void close_down(SessionContext& context);
void confirm_close_down(SessionContext& context);
void switch_off(SessionContext& context);
void handle_reply(SessionContext& context, staff::ClosedDown const& reply);

} // namespace kiosk::visit
