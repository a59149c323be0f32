// Action: everything a touch, a key or the clock can ask for. Screens emit them, `update` answers them.
#pragma once
#include "visit/state.h"

#include <memory>
#include <type_traits>
#include <utility>

namespace kiosk::visit {

struct Touched {}; // a finger came down anywhere, a key was pressed
struct Tick {};    // time has passed
struct Begin {};   // from the attract loop
struct ChooseLanguage {
    content::Language language;
};
struct Show {
    Screen screen;
}; // home, language, reading, notice, report_…
// Reporting, from the attract loop: in the language that was read there.
struct OpenReport {
    content::Language language;
};
struct OpenSeries {
    std::string series;
    std::string page; // id; "": the first
};
struct TurnPage {
    int by = 1;
}; // +1 or -1; past the last page: home
struct ShowSources {
    bool open = true;
};
struct StartQuiz {};
struct ChooseAnswer {
    std::string answer;
};
struct ConfirmAnswer {};
struct NextQuestion {};
struct AnswerDanger {}; // a child is in danger now
struct ReportAsWell {}; // back from the emergency number to the code
struct FilterPlaces {
    char32_t letter = 0;
};
struct TurnList {
    int page = 0;
};
struct ChoosePlace {
    std::string place;
};
struct AskPlace {
    Asking asking = Asking::where_it_happened;
};
struct ChooseChannel {
    std::string channel;
};
struct SetTextSize {
    TextSize text_size;
};
struct SetTheme {
    ThemeChoice theme;
};
struct SetMovement {
    Movement movement;
};
struct UsedKeyboard {};
struct Leave {};
// Of the staff. Those that bring an answer (PinChecked, ExportEnded) come from the app, the others from the screens.
enum class PadOrder { usual, shuffled };
struct OpenStaff {
    PadOrder pad = PadOrder::usual;
}; // from the attract loop only
struct TypeDigit {
    char digit = '0';
};
struct EraseDigit {};
struct SubmitPin {};
// What the lock says, to a PIN that was tried or when it is only looked at (open).
enum class PinVerdict { open, right, wrong, waiting, shut, shut_for_good, unset, unknown };
struct PinChecked {
    PinVerdict verdict = PinVerdict::wrong;
    Duration wait{0}; // of waiting and shut; zero: not known
    int attempts = 0; // left until the lock shuts; 0: not worth a word
};
struct AskRecovery {}; // "PIN forgotten"
struct RecoveryLookedFor {
    RecoveryStage found = RecoveryStage::none; // none: a good one
};
struct ChangePin {};
enum class NewPinVerdict { saved, too_simple, failed };
struct PinSaved {
    NewPinVerdict verdict = NewPinVerdict::failed;
};
struct ShowStaff {
    Screen screen = Screen::staff_figures;
};
struct ChooseSpan {
    Span span = Span::today;
};
struct ChooseSubject {
    Subject subject = Subject::visits;
};
struct TurnFigures {
    int page = 0;
}; // of a list that is longer than the panel
struct ExportFigures {};
enum class ExportOutcome { done, failed };
struct ExportEnded {
    ExportOutcome outcome = ExportOutcome::failed;
    std::string words; // the folder that was written, or the kind of the fault; "": there is no stick
};
struct FindContent {};
struct ContentAnswered {
    ContentStage stage = ContentStage::none;
    std::string words; // refused: the reason's name; failed: what is wrong
};
struct UseContent {};  // what is ready
struct DropContent {}; // leave it
struct GoBack {};      // to the version before
struct SettingsRead {
    StaffSettings settings;
};
struct SetBrightness {
    int percent = 100;
};
struct OfferFirst {
    content::Language language;
};
struct SetHours {
    HoursRule rule = HoursRule::always;
};
struct MoveOpening {
    int minutes = 0;
};
struct MoveClosing {
    int minutes = 0;
};
struct SwitchDay {
    int day = 0; // 0: Monday
};
enum class ClockPart { year, month, day, hour, minute };
struct MoveClock {
    ClockPart part = ClockPart::minute;
    int by = 1;
};
struct SaveSettings {};
struct SetClock {};
enum class SaveOutcome { saved, failed };
enum class Saved { settings, clock };
struct SettingsSaved {
    Saved what = Saved::settings;
    SaveOutcome outcome = SaveOutcome::failed;
    std::string words; // what is wrong and what to do
};
struct ChooseDay {
    std::string day; // to speak of, "2026-11-21"
};
struct SayOfDay {
    DayRemark remark; // with a key of figures/day_remarks.h
    RemarkChange change = RemarkChange::note;
};
struct RemarkKept {
    SaveOutcome outcome = SaveOutcome::failed;
    std::string words; // what is wrong and what to do
};
struct TouchCorner {
    int corner = 0;
};
struct PackAway {};    // asks first
struct ConfirmPack {}; // exports, then switches off
struct SwitchOff {};   // without an export
struct PackEnded {
    PackStage stage = PackStage::failed;
    std::string words;
};
struct Slept {}; // the machine has slept: whoever was there is gone
struct Stop {};  // the kiosk is stopping: the visit ends with it

// One of these. Copies share what they carry, which nobody can change. Not a std::variant: with sixty kinds every file
// that hands one on takes a second longer to compile, and only `update` ever asks which it is.
class Action {
public:
    template <typename... Kinds>
    struct ListOf {
        template <typename T>
        static constexpr bool kHas = (std::is_same_v<T, Kinds> || ...);
        template <typename T>
        static consteval int index()
        {
            int index = 0;
            (void)((std::is_same_v<T, Kinds> || (++index, false)) || ...);
            return index;
        }
        template <typename Visitor>
        static void visit(Visitor const& visitor, Action const& action)
        {
            (void)((action.is<Kinds>() && (visitor(*action.as<Kinds>()), true)) || ...);
        }
    };
    using List =
        ListOf<Touched, Tick, Begin, ChooseLanguage, Show, OpenReport, OpenSeries, TurnPage, ShowSources, StartQuiz,
               ChooseAnswer, ConfirmAnswer, NextQuestion, AnswerDanger, ReportAsWell, FilterPlaces, TurnList,
               ChoosePlace, AskPlace, ChooseChannel, SetTextSize, SetTheme, SetMovement, UsedKeyboard, Leave, OpenStaff,
               TypeDigit, EraseDigit, SubmitPin, PinChecked, ChooseSpan, ChooseSubject, TurnFigures, ExportFigures,
               ExportEnded, AskRecovery, RecoveryLookedFor, ChangePin, PinSaved, ShowStaff, FindContent,
               ContentAnswered, UseContent, DropContent, GoBack, SettingsRead, SetBrightness, OfferFirst, SetHours,
               MoveOpening, MoveClosing, SwitchDay, MoveClock, SaveSettings, SetClock, SettingsSaved, ChooseDay,
               SayOfDay, RemarkKept, TouchCorner, PackAway, ConfirmPack, SwitchOff, PackEnded, Slept, Stop>;

    template <typename T>
    requires List::kHas<T> Action(T action)
        : kind_(List::index<T>()),
          what_(std::make_shared<T const>(std::move(action)))
    {
    }

    template <typename T>
    bool is() const
    {
        return kind_ == List::index<T>();
    }
    // Null if it is another.
    template <typename T>
    T const* as() const
    {
        return is<T>() ? static_cast<T const*>(what_.get()) : nullptr;
    }

private:
    int kind_; // in the list
    std::shared_ptr<void const> what_;
};

// `visitor` has an overload for every kind.
template <typename Visitor>
void answer(Visitor const& visitor, Action const& action)
{
    Action::List::visit(visitor, action);
}

} // namespace kiosk::visit
