// The staff's own screens: a PIN, then the figures, the kiosk's health, its content and its settings. They end by
// themselves, and nothing of them is counted or kept.
#include "visit/staff_rules.h"

#include <algorithm>

namespace kiosk::visit {

namespace {

using namespace std::chrono_literals;

// Untouched, staff mode ends after this, since nobody leaves it open at a fair; the pad, on which nothing was typed,
// after that, since a child that finds the corner must not learn what it is.
constexpr Duration kStaffIdle = 60s;
constexpr Duration kPadIdle = 15s;
// While a stick is written or read.
constexpr Duration kStaffIdleWorking = 10min;

bool is_working(Staff const& staff)
{
    return staff.exporting == ExportStage::working || staff.content == ContentStage::checking ||
           staff.content == ContentStage::switching || staff.packing == PackStage::working ||
           staff.packing == PackStage::off;
}

class StaffAnswer {
public:
    explicit StaffAnswer(Turn& turn) : turn_(turn), state_(turn.state), staff_(turn.state.staff) {}

    void operator()(Touched) const { state_.last_touch = turn_.moment.now; }
    void operator()(Tick) const
    {
        if (turn_.moment.now >= staff_deadline(state_)) end();
    }
    void operator()(ChooseLanguage const& action) const
    {
        auto const& languages = turn_.pack.languages;
        if (std::find(languages.begin(), languages.end(), action.language) != languages.end())
            state_.language = action.language;
    }
    void operator()(TypeDigit action) const { type_digit(turn_, action.digit); }
    void operator()(EraseDigit) const { erase_digit(turn_); }
    void operator()(SubmitPin) const { submit_pin(turn_); }
    void operator()(PinChecked const& action) const { hear_verdict(turn_, action); }
    void operator()(AskRecovery) const { ask_recovery(turn_); }
    void operator()(RecoveryLookedFor action) const { hear_recovery(turn_, action.found); }
    void operator()(ChangePin) const { change_pin(turn_); }
    void operator()(PinSaved action) const { hear_saved_pin(turn_, action.verdict); }
    void operator()(ShowStaff action) const
    {
        bool const inside = is_behind_pin(state_.screen) && is_behind_pin(action.screen);
        if (inside && action.screen != state_.screen && !is_working(staff_)) enter_staff(turn_, action.screen);
    }
    void operator()(ChooseSpan action) const
    {
        if (!sees_figures()) return;
        staff_.span = action.span;
        look_anew();
    }
    void operator()(ChooseSubject action) const
    {
        if (!sees_figures()) return;
        staff_.subject = action.subject;
        look_anew();
    }
    void operator()(TurnFigures action) const
    {
        if (sees_figures()) staff_.list_page = std::max(0, action.page);
    }
    void operator()(ExportFigures) const
    {
        if (!sees_figures() || staff_.exporting == ExportStage::working) return;
        staff_.exporting = ExportStage::working;
        staff_.export_words.clear();
        turn_.effects.staff = StaffRequest::export_figures;
    }
    void operator()(ExportEnded const& action) const
    {
        if (!sees_figures() || staff_.exporting != ExportStage::working) return;
        staff_.exporting = action.outcome == ExportOutcome::done ? ExportStage::done : ExportStage::failed;
        staff_.export_words = action.words;
        // Whoever waited is to have time to read what came of it.
        state_.last_touch = turn_.moment.now;
        turn_.effects.staff = StaffRequest::look;
    }
    void operator()(FindContent) const { find_content(turn_); }
    void operator()(ContentAnswered const& action) const { hear_content(turn_, action); }
    void operator()(UseContent) const { use_content(turn_); }
    void operator()(DropContent) const { drop_content(turn_); }
    void operator()(GoBack) const { go_back(turn_); }
    void operator()(SettingsRead const& action) const { read_settings(turn_, action.settings); }
    void operator()(SetBrightness action) const { set_brightness(turn_, action.percent); }
    void operator()(OfferFirst const& action) const { offer_first(turn_, action.language); }
    void operator()(SetHours action) const { set_hours(turn_, action.rule); }
    void operator()(MoveOpening action) const { move_opening(turn_, action.minutes); }
    void operator()(MoveClosing action) const { move_closing(turn_, action.minutes); }
    void operator()(SwitchDay action) const { switch_day(turn_, action.day); }
    void operator()(MoveClock action) const { move_clock(turn_, action.part, action.by); }
    void operator()(SaveSettings) const { save_settings(turn_); }
    void operator()(SetClock) const { set_clock(turn_); }
    void operator()(SettingsSaved const& action) const { hear_saved_settings(turn_, action); }
    void operator()(ChooseDay const& action) const { choose_day(turn_, action.day); }
    void operator()(SayOfDay const& action) const { say_of_day(turn_, action); }
    void operator()(RemarkKept const& action) const { hear_remark(turn_, action); }
    void operator()(TouchCorner action) const
    {
        if (state_.screen == Screen::staff_touch && action.corner >= 0 && action.corner < kTouchCorners)
            staff_.corners.insert(action.corner);
    }
    void operator()(PackAway) const { pack_away(turn_); }
    void operator()(ConfirmPack) const { confirm_pack(turn_); }
    void operator()(SwitchOff) const { switch_off(turn_); }
    void operator()(PackEnded const& action) const { hear_pack(turn_, action); }
    void operator()(Leave) const { end(); }
    void operator()(Slept) const { end(); }
    void operator()(Stop) const { end(); }
    template <typename Visitors>
    void operator()(Visitors const&) const
    {
    }

private:
    void end() const
    {
        state_ = fresh_state(turn_.pack, turn_.moment.now);
        turn_.effects.staff = StaffRequest::left;
    }
    bool sees_figures() const { return state_.screen == Screen::staff_figures; }
    void look_anew() const
    {
        staff_.list_page = 0;
        turn_.effects.staff = StaffRequest::look;
    }

    Turn& turn_;
    State& state_;
    Staff& staff_;
};

} // namespace

void open_staff(Turn& turn, PadOrder pad)
{
    if (turn.state.screen != Screen::attract) return;
    turn.state = fresh_state(turn.pack, turn.moment.now);
    begin_pin(turn, pad);
}

void answer_staff(Turn& turn, Action const& action) { answer(StaffAnswer(turn), action); }

void enter_staff(Turn& turn, Screen screen)
{
    auto& staff = turn.state.staff;
    auto const span = staff.span;
    auto const subject = staff.subject;
    staff = {};
    staff.span = span;
    staff.subject = subject;
    turn.enter(screen);
    turn.state.last_touch = turn.moment.now;
    turn.effects.staff = StaffRequest::look;
}

Instant staff_deadline(State const& state)
{
    auto const& staff = state.staff;
    if (is_working(staff)) return state.last_touch + kStaffIdleWorking;
    bool const untyped = state.screen == Screen::staff_pin && staff.pin == PinStage::typing && staff.digits.empty() &&
                         staff.attempts == 0;
    return state.last_touch + (untyped && staff.recovery == RecoveryStage::none ? kPadIdle : kStaffIdle);
}

} // namespace kiosk::visit
