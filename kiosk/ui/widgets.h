// Widgets: each draws itself, adds its node to the scene, and says whether it was tapped. None keeps any state, none
// knows a colour or a number of its own; what they look like comes from the theme, how large they are from the layout.
#pragma once
#include "ui/canvas.h"

namespace kiosk::ui {

struct TextBlock {
    std::string id;
    std::string text;
    TextStep step = TextStep::reading;
    Face face = Face::regular;
    Ink ink = Ink::text;
    Role role = Role::text;
    float line_height = 1.5F;
    Wrap wrap = Wrap::natural;
    float scale = 1; // of the step's size
};

// Text from the top left of `rect`; steps down in size where it must to fit, and says in its node if even that did not
// do. Returns the height it took.
float text_block(Canvas& canvas, Rect const& rect, TextBlock const& block);
// The same, measured only.
float text_height(Canvas& canvas, float width, TextBlock const& block);

// The same in the middle of the height.
float text_centred(Canvas& canvas, Rect const& rect, TextBlock const& block);

// Blocks one under the other, `gap` between them, all taken down in size together until they fit. Returns their height.
float text_column(Canvas& canvas, Rect area, std::vector<TextBlock> blocks, float gap);

// How far they are taken down; for columns beside each other, of which none should look like more than the others.
float column_scale(Canvas& canvas, Size room, std::vector<TextBlock> blocks, float gap);

// A headline: semibold, balanced lines. Returns its height.
float heading(Canvas& canvas, Rect const& rect, std::string const& id, std::string const& text,
              TextStep step = TextStep::headline);

// onward: a calm one that leads on, in the shape of an action; alarm: whom to call when a child is in danger.
// chosen: of several, the one that holds; a theme whose fills are all alike tells it by a ring.
enum class ButtonStyle { action, onward, chosen, calm, quiet, alarm };

struct Button {
    std::string id;
    std::string label;
    std::string sub;      // a second, quieter line
    std::string icon;     // before the label
    std::string end_icon; // at the far end
    ButtonStyle style = ButtonStyle::calm;
    TextStep step = TextStep::reading;
    std::string state; // for the scene: "chosen"
    float least = 0;   // smallest font size, [px]; 0: the layout's for labels
};

bool button(Canvas& canvas, Rect const& rect, Button const& spec);
// The height it wants at a width: never below a target's.
float button_height(Canvas& canvas, float width, Button const& spec);
// Whether there is room for its icons beside the label: neighbours show theirs all or not at all.
bool button_keeps_icons(Canvas& canvas, Size room, Button const& spec);
// Whether the label stands whole, at no less than its least size.
bool button_fits(Canvas& canvas, Size room, Button const& spec);

enum class ChoiceState { open, chosen, right, reconsider };

struct Choice {
    std::string id;
    std::string label;
    std::string state_word; // for the scene, in the visitor's language
    ChoiceState state = ChoiceState::open;
    Tap tap = Tap::tap;
    TextStep step = TextStep::reading;
};

// One answer of a question.
bool choice(Canvas& canvas, Rect const& rect, Choice const& spec);
float choice_height(Canvas& canvas, float width, Choice const& spec);

// A card with a picture in an aperture above its words.
struct Card {
    std::string id, title, sub, picture;
};
bool card(Canvas& canvas, Rect const& rect, Card const& spec);

// A picture seen through the aperture, with its text alternative.
void picture(Canvas& canvas, Rect const& rect, std::string const& id, std::string const& name, std::string const& alt);

// A code on its light plate, quiet zone inside, whole pixels a module, as large as the square allows.
void code(Canvas& canvas, Rect const& rect, std::string const& id, std::string const& address);
// The shortest side, [px], of a plate for this address that is at least so long: modules are whole pixels.
float code_side(std::string const& address, float least);

// The iris: progress as a ring that fills, `done` of `all`.
void iris(Canvas& canvas, Rect const& rect, int done, int all);

// Dots for pages, the current one filled.
void dots(Canvas& canvas, Rect const& rect, int current, int all);

// A plain surface for what belongs together.
void plate(Canvas& canvas, Rect const& rect, Ink ink = Ink::raised);

// A ring around what a keypad stands on.
void focus_ring(Canvas& canvas, Rect const& rect, std::string_view id);

} // namespace kiosk::ui
