// The staff's own screens: a PIN, then the figures. They end by themselves, and nothing of them is counted or kept.
#include "visit/rules.h"

#include <algorithm>

namespace kiosk::visit {

namespace {

using namespace std::chrono_literals;

// Untouched, staff mode ends after this; while a stick is written, after that.
constexpr Duration kStaffIdle = 60s;
constexpr Duration kStaffIdleWriting = 10min;
// A second tap on "leave" within this time must not begin a visit (EN 301 549 5.8: up to 0.5 s).
constexpr Duration kDoubleTap = 500ms;

class StaffAnswer {
public:
    explicit StaffAnswer(Turn& turn) : turn_(turn), state_(turn.state), staff_(turn.state.staff) {}

    void operator()(Touched) const { state_.last_touch = turn_.moment.now; }
    void operator()(Tick) const
    {
        if (turn_.moment.now >= staff_deadline(state_)) state_ = fresh_state(turn_.pack, turn_.moment.now);
    }
    void operator()(ChooseLanguage const& action) const
    {
        auto const& languages = turn_.pack.languages;
        if (std::find(languages.begin(), languages.end(), action.language) != languages.end())
            state_.language = action.language;
    }
    void operator()(TypeDigit action) const
    {
        if (!types() || action.digit < '0' || action.digit > '9') return;
        staff_.pin = PinStage::typing;
        staff_.digits.push(action.digit);
    }
    void operator()(EraseDigit) const
    {
        if (types()) staff_.digits.pop();
    }
    void operator()(SubmitPin) const
    {
        if (!types() || staff_.digits.size() < kFewestPinDigits) return;
        turn_.effects.staff = StaffRequest::check_pin;
        turn_.effects.pin = staff_.digits;
        staff_.digits.wipe();
        staff_.pin = PinStage::asked;
    }
    void operator()(PinChecked action) const
    {
        if (state_.screen != Screen::staff_pin || staff_.pin != PinStage::asked) return;
        if (action.verdict == PinVerdict::wrong) {
            staff_.pin = PinStage::wrong;
            ++staff_.wrong;
            return;
        }
        staff_ = {};
        turn_.enter(Screen::staff_figures);
        state_.last_touch = turn_.moment.now;
        turn_.effects.staff = StaffRequest::look;
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
    void operator()(Leave) const
    {
        state_ = fresh_state(turn_.pack, turn_.moment.now);
        state_.deaf_until = turn_.moment.now + kDoubleTap;
    }
    void operator()(Slept) const { state_ = fresh_state(turn_.pack, turn_.moment.now); }
    void operator()(Stop) const { state_ = fresh_state(turn_.pack, turn_.moment.now); }
    template <typename Visitors>
    void operator()(Visitors const&) const
    {
    }

private:
    bool types() const { return state_.screen == Screen::staff_pin && staff_.pin != PinStage::asked; }
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

void open_staff(Turn& turn)
{
    if (turn.state.screen != Screen::attract) return;
    turn.state = fresh_state(turn.pack, turn.moment.now);
    turn.state.screen = Screen::staff_pin;
}

void answer_staff(Turn& turn, Action const& action) { std::visit(StaffAnswer(turn), action); }

Instant staff_deadline(State const& state)
{
    bool const writing = state.staff.exporting == ExportStage::working;
    return state.last_touch + (writing ? kStaffIdleWriting : kStaffIdle);
}

} // namespace kiosk::visit
