// Widgets: functions that draw, add a node to the scene, and return whether it was tapped, or how high it is [px]. They
// keep no state; colours come from the theme and sizes from the layout.
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
    float scale = 1;       // of the step's size
    float least_scale = 1; // of the step's least size
};

// Text from the top left of `rect`, in the largest size down to the step's least that fits. Its node is `clipped` if
// none does. Returns the height used.
float text_block(Canvas& canvas, Rect const& rect, TextBlock const& block);
// The height of the same at full size, without drawing it.
float text_height(Canvas& canvas, float width, TextBlock const& block);

// As text_block, centred vertically.
float text_centred(Canvas& canvas, Rect const& rect, TextBlock const& block);

// Blocks one below the other, `gap` [px] between them, all reduced by the same scale until they fit. Returns their
// height.
float text_column(Canvas& canvas, Rect area, std::vector<TextBlock> blocks, float gap);

// The scale that text_column would use. For columns side by side, which are to have letters of one size.
float column_scale(Canvas& canvas, Size room, std::vector<TextBlock> blocks, float gap);

// A headline: semibold, balanced lines. Returns its height.
float heading(Canvas& canvas, Rect const& rect, std::string const& id, std::string const& text,
              TextStep step = TextStep::headline);

// action: the main thing to do. onward: leads on; the shape of an action in calm colours. chosen: the current one of
// several; marked by a ring in themes whose fills are all alike. alarm: whom to call when a child is in danger.
enum class ButtonStyle { action, onward, chosen, calm, quiet, alarm };

struct Button {
    std::string id;
    std::string label;
    std::string subtitle = {}; // a second, quieter line
    std::string icon = {};     // a picture "icon-NAME" before the label
    std::string end_icon = {}; // at the far end
    ButtonStyle style = ButtonStyle::calm;
    TextStep step = TextStep::reading;
    std::string state = {}; // for the scene: "chosen"
    float least = 0;        // smallest font size, [px]; 0: the layout's for labels
    float most = 0;         // largest font size, [px]; 0: the step's
};

bool button(Canvas& canvas, Rect const& rect, Button const& spec);
// The height that its words need at this width, and at least that of a target.
float button_height(Canvas& canvas, float width, Button const& spec);
// Whether there is room for its icons beside the label. Buttons in a row show either all of their icons or none.
bool button_keeps_icons(Canvas& canvas, Size room, Button const& spec);
// The font size of its label, [px]. Buttons in rows have the least of theirs.
float button_label_size(Canvas& canvas, Size room, Button const& spec);
// Whether the whole label fits, at its least size or above.
bool button_fits(Canvas& canvas, Size room, Button const& spec);

enum class ChoiceState { open, chosen, right, reconsider };

struct Choice {
    std::string id;
    std::string label;
    std::string state_word; // for the scene, in the visitor's language
    ChoiceState state = ChoiceState::open;
    Tap tap = Tap::tap;
    TextStep step = TextStep::reading;
    std::string verdict = {}; // "Your choice", on the upper edge; where it may come, room for it is kept before
    bool awaits_verdict = false;
};

// One answer of a question.
bool choice(Canvas& canvas, Rect const& rect, Choice const& spec);
float choice_height(Canvas& canvas, float width, Choice const& spec);

// usual: one of several. first: what most are to touch, in larger words.
enum class CardRank { usual, first };

// A card with a picture in an aperture above its words, or words alone.
struct Card {
    std::string id, title, subtitle, picture;
    CardRank rank = CardRank::usual;
};
bool card(Canvas& canvas, Rect const& rect, Card const& spec);

// A title and what stands below it as one reads them aloud: with a full stop between them, unless the title has an end.
std::string as_sentences(std::string const& title, std::string const& below);

// A picture seen through the aperture, with its text alternative.
void picture(Canvas& canvas, Rect const& rect, std::string const& id, std::string const& name, std::string const& alt);

// A QR code on a light plate that includes the quiet zone; each module has the same whole number of pixels. As large as
// `rect` allows. Nothing is drawn for an address that is too long for a code.
void code(Canvas& canvas, Rect const& rect, std::string const& id, std::string const& address);
// The smallest side of such a plate that is `least` or more, [px].
float code_side(std::string const& address, float least);

// Progress as an eye that opens on a picture: `done` of `all`. `openness`, 0..1: how far it is open by now.
void progress_eye(Canvas& canvas, Rect const& rect, std::string const& picture, int done, int all, float openness);

// Dots for pages, the current one filled.
void dots(Canvas& canvas, Rect const& rect, int current, int all);

// A plain surface for what belongs together.
void plate(Canvas& canvas, Rect const& rect, Ink ink = Ink::raised);

// For all that can be touched: where it is too small, the page grows.
void check_target(Canvas& canvas, Rect const& rect);

} // namespace kiosk::ui
