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
struct Stop {}; // the kiosk is stopping: the visit ends with it

using Action =
    std::variant<Touched, Tick, Begin, ChooseLanguage, Show, OpenSeries, TurnPage, ShowSources, StartQuiz, ChooseAnswer,
                 ConfirmAnswer, NextQuestion, AnswerDanger, FilterPlaces, TurnList, ChoosePlace, FindEmergency,
                 ChooseChannel, SetTextSize, SetTheme, SetMovement, UsedKeyboard, Leave, Stop>;

} // namespace kiosk::visit
