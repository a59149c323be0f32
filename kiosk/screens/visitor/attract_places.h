// The words of the attract loop, and where the eye above them and the controls below them stand. Letters are of normal
// size there: only a visit has large ones. Private to screens/visitor/. Places are [px].
#pragma once
#include "screens/parts/frame.h"

#include <optional>
#include <vector>

namespace kiosk::screens {

struct Slide {
    content::AttractSlide const* words;
    content::Language language;
};

// The `index`-th since the loop began. The content has at least one.
Slide slide_at(content::Content const& content, int index);

struct AttractWords {
    ui::TextBlock about; // whose screen it is, and what for
    ui::TextBlock statement, sub;
};
AttractWords attract_words(Frame const& frame, Slide const& slide, ui::Ink ink);
float attract_words_gap(Frame const& frame);

// "Touch to begin" and the names of the languages: side by side where there is room, else one below the other.
struct AttractFoot {
    Rect touch, languages, report;
    int columns; // of languages
};
AttractFoot attract_foot(Frame const& frame);

// Where the words may stand: over the whole width, and, where the button for reporting leaves room at its left, what
// follows a statement there and further down.
struct WordsRoom {
    float left, right, foot;
    struct Beside {
        float right, foot;
    };
    std::optional<Beside> beside;
};
WordsRoom words_room(Frame const& frame, AttractFoot const& foot);

// The whole eye, as wide as the panel. It is as high as the longest statement allows: of one size for all statements
// in all languages, so that it does not jump from one to the next.
Rect eye_place(Frame& frame, WordsRoom const& room);
// Below the eye, over the whole width.
Rect words_place(Frame const& frame, Rect const& eye, WordsRoom const& room);

} // namespace kiosk::screens
