// Action: everything that a touch, a key or the clock can ask for. Screens emit actions; update() applies them.
#pragma once
#include "visit/model/state.h"

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
}; // to home, language, reading, notice, or a reporting screen
// To reporting, from the attract loop, in the language that is shown there.
struct OpenReport {
    content::Language language;
};
struct OpenSeries {
    std::string series;
    std::string page; // id; "": the first
};
struct TurnPage {
    int by = 1;
}; // +1 or -1; after the last page: home
struct ShowSources {
    bool open = true;
};
struct StartQuiz {};
struct ChooseAnswer {
    std::string answer;
};
struct ConfirmAnswer {};
struct NextQuestion {};
struct AnswerDanger {}; // a child is in danger now: to the emergency number
struct ReportAsWell {}; // from the emergency number back to the QR code
struct FilterPlaces {
    std::string letter; // "": all
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
// Of the staff.
enum class PadOrder { usual, shuffled };
struct OpenStaff {
    PadOrder pad = PadOrder::usual;
}; // from the attract loop only
struct TypeDigit {
    char digit = '0';
};
struct EraseDigit {};
struct SubmitPin {};
struct AskRecovery {}; // "PIN forgotten"
struct ChangePin {};
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
struct FindContent {};
struct UseContent {};  // that is ready
struct DropContent {}; // not to be used
struct GoBack {};      // to the version before
struct SetBrightness {
    int percent = 100;
};
struct OfferFirst {
    content::Language language;
};
struct SetHours {
    staff::HoursRule rule = staff::HoursRule::always;
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
struct ChooseDay {
    std::string day; // that a remark is for, "2026-11-21"
};
struct SayOfDay {
    DayRemark remark; // with a key of figures/day_remarks.h
    RemarkChange change = RemarkChange::note;
};
struct TouchCorner {
    int corner = 0;
};
struct CloseDown {};        // asks first
struct ConfirmCloseDown {}; // exports, then switches off
struct SwitchOff {};        // without an export
// The reply to a staff::Command.
struct Replied {
    staff::Reply reply;
};
struct Slept {}; // the machine was suspended: the visitor has gone
struct Stop {};  // the program stops: the visit ends

// One of the above. Copies share the immutable value. It is no std::variant: with sixty kinds, each file that passes an
// Action on would take a second longer to compile, and only update() asks which kind it is.
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
               TypeDigit, EraseDigit, SubmitPin, ChooseSpan, ChooseSubject, TurnFigures, ExportFigures, AskRecovery,
               ChangePin, ShowStaff, FindContent, UseContent, DropContent, GoBack, SetBrightness, OfferFirst, SetHours,
               MoveOpening, MoveClosing, SwitchDay, MoveClock, SaveSettings, SetClock, ChooseDay, SayOfDay, TouchCorner,
               CloseDown, ConfirmCloseDown, SwitchOff, Replied, Slept, Stop>;

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
    // Null if it is of another kind.
    template <typename T>
    T const* as() const
    {
        return is<T>() ? static_cast<T const*>(what_.get()) : nullptr;
    }

private:
    int kind_; // index in List
    std::shared_ptr<void const> what_;
};

// Calls `visitor` with the value; it must have an overload for every kind.
template <typename Visitor>
void apply(Visitor const& visitor, Action const& action)
{
    Action::List::visit(visitor, action);
}

} // namespace kiosk::visit
