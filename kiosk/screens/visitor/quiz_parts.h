// What a question of the quiz is drawn from, wherever its parts stand: the answers, and above the question where one
// is. Private to screens/visitor/. Widths and heights are [px].
#pragma once
#include "content/content.h"
#include "screens/parts/frame.h"
#include "screens/parts/parts.h"
#include "visit/model/state.h"

#include <vector>

namespace kiosk::screens {

std::vector<ui::Choice> choices_of(Frame const& frame, content::Question const& question, visit::QuizRun const& run);
// Of all answers, as high as they are where there is room.
float choices_height(Frame& frame, float width, std::vector<ui::Choice> const& choices);
// Takes what the answers need from the area.
void draw_answers(Frame& frame, Rect& area, content::Question const& question, visit::QuizRun const& run);

// What is said before the question: what the quiz is about, or thanks for an answer that is asked for again.
std::string note_words(Frame const& frame, visit::QuizRun const& run);
ui::TextBlock note_block(Frame const& frame, visit::QuizRun const& run);

enum class NotePlace { below_position, elsewhere };
// Where one is: the eye that opens with each answer and a line of words, and the note below. Takes its height from the
// area.
void draw_position(Frame& frame, Rect& area, visit::State const& state, NotePlace note_place);

} // namespace kiosk::screens
