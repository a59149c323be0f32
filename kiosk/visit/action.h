// Action: everything a touch, a key or the clock can ask for. Screens emit them, `update` answers them.
#pragma once
#include "visit/state.h"

#include <variant>

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
struct OpenSeries {
    std::string series;
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
enum class DangerAnswer { now, not_now };
struct AnswerDanger {
    DangerAnswer answer;
};
struct FilterPlaces {
    char32_t letter = 0;
};
struct TurnList {
    int page = 0;
};
struct ChoosePlace {
    std::string place;
};
struct FindEmergency {}; // "it is happening in another country"
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
struct OpenStaff {}; // from the attract loop only
struct TypeDigit {
    char digit = '0';
};
struct EraseDigit {};
struct SubmitPin {};
enum class PinVerdict { right, wrong };
struct PinChecked {
    PinVerdict verdict = PinVerdict::wrong;
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
    std::string words; // the folder that was written, or what is wrong and what to do
};
struct Slept {}; // the machine has slept: whoever was there is gone
struct Stop {};  // the kiosk is stopping: the visit ends with it

using Action = std::variant<Touched, Tick, Begin, ChooseLanguage, Show, OpenSeries, TurnPage, ShowSources, StartQuiz,
                            ChooseAnswer, ConfirmAnswer, NextQuestion, AnswerDanger, FilterPlaces, TurnList,
                            ChoosePlace, FindEmergency, ChooseChannel, SetTextSize, SetTheme, SetMovement, UsedKeyboard,
                            Leave, OpenStaff, TypeDigit, EraseDigit, SubmitPin, PinChecked, ChooseSpan, ChooseSubject,
                            TurnFigures, ExportFigures, ExportEnded, Slept, Stop>;

} // namespace kiosk::visit
