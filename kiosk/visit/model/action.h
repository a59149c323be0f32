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
struct Navigate {
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
struct StartQuiz {
    std::string quiz = {}; // id; "": the first
};
struct ChooseAnswer {
    std::string answer;
};
struct ConfirmAnswer {};
struct NextQuestion {};
struct StartScene {
    std::string set; // one of it that was not seen in this visit yet, by chance
};
struct ChooseInScene {
    std::string choice;
};
struct ContinueScene {};    // to the next moment, or to the end
struct ShowEmergency {};    // a child is in danger now: to the emergency number
struct ContinueToReport {}; // from the emergency number back to the QR code
struct FilterPlaces {
    std::string letter; // "": all
};
struct ShowListPage {
    int page = 0;
};
struct ChoosePlace {
    std::string place;
};
struct AskPlace {
    PlaceQuestion asking = PlaceQuestion::where_it_happened;
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
enum class KeypadOrder { usual, shuffled };
struct OpenStaff {
    KeypadOrder pad = KeypadOrder::usual;
}; // from the attract loop only
struct TypeDigit {
    char digit = '0';
};
struct EraseDigit {};
struct SubmitPin {};
struct UseRecoveryStick {}; // "PIN forgotten"
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
struct ShowFiguresPage {
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
struct OfferLanguageFirst {
    content::Language language;
};
struct SetHours {
    staff::HoursRule rule = staff::HoursRule::always;
};
struct AdjustOpeningTime {
    int minutes = 0;
};
struct AdjustClosingTime {
    int minutes = 0;
};
struct ToggleDay {
    int day = 0; // 0: Monday
};
enum class ClockPart { year, month, day, hour, minute };
struct AdjustClock {
    ClockPart part = ClockPart::minute;
    int by = 1;
};
struct SaveSettings {};
struct SetClock {};
struct ChooseDay {
    std::string day; // that a remark is for, "2026-11-21"
};
struct RemarkOnDay {
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
struct ResumedFromSleep {}; // the machine was suspended: the visitor has gone
struct Stop {};             // the program stops: the visit ends

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
        ListOf<Touched, Tick, Begin, ChooseLanguage, Navigate, OpenReport, OpenSeries, TurnPage, ShowSources, StartQuiz,
               ChooseAnswer, ConfirmAnswer, NextQuestion, StartScene, ChooseInScene, ContinueScene, ShowEmergency,
               ContinueToReport, FilterPlaces, ShowListPage, ChoosePlace, AskPlace, ChooseChannel, SetTextSize,
               SetTheme, SetMovement, UsedKeyboard, Leave, OpenStaff, TypeDigit, EraseDigit, SubmitPin, ChooseSpan,
               ChooseSubject, ShowFiguresPage, ExportFigures, UseRecoveryStick, ChangePin, ShowStaff, FindContent,
               UseContent, DropContent, GoBack, SetBrightness, OfferLanguageFirst, SetHours, AdjustOpeningTime,
               AdjustClosingTime, ToggleDay, AdjustClock, SaveSettings, SetClock, ChooseDay, RemarkOnDay, TouchCorner,
               CloseDown, ConfirmCloseDown, SwitchOff, Replied, ResumedFromSleep, Stop>;

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
