// The scene: everything on the screen, as a list of nodes that widgets append as they draw. Touches are tested against
// it, the keypad moves through it, scripts and tests tap it, the audit measures it, goldens record it. Owner: the
// stage, which fills it anew in each frame and tests the next touch against the last one.
#pragma once
#include "base/geometry.h"
#include "ui/scene/theme.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::ui {

enum class Role { heading, text, button, choice, picture, code, progress, veil, figure };
enum class Tap { none, tap };
// Parts of the panel that are read one after the other, in this order: what stands still above the page, the page, its
// way on where that stands still below it, its buttons to scroll, the bar, and what covers all of it.
enum class Region { head, page, foot, rail, bar, veil };
// The side where lines begin.
enum class ReadingStart { left, right };

std::string_view name(Role role);

struct Node {
    Role role = Role::text;
    std::string id;
    std::string label;    // its text, as a screen reader would read it
    std::string state;    // "chosen", "right", "3 of 6"; empty if it has none
    std::string language; // of the label
    Rect rect;            // panel pixels
    Tap tap = Tap::none;
    bool clipped = false; // its text did not fit
    Rect view{};          // on a page that scrolls, the part of the panel in which it is seen; empty: all of it
    bool primary = false; // drawn in the colour of the main action, of which a screen has one
    Region region = Region::page;
    int group = 0; // what belongs together has one number, and is read whole; 0: it stands alone

    bool can_be_touched_at(Point point) const
    {
        return rect.contains(point) && (view.width <= 0 || view.contains(point));
    }
};

// A text as it was drawn, for the audit: what is cut, too small or too faint.
struct DrawnText {
    std::string text;
    Rect rect; // of the lines, panel pixels
    Rect view; // as a node's
    Color ink;
    float font_size = 0; // [px]
    int lines = 0;
    int longest = 0; // characters of the longest line
    bool word_broken = false;
    bool held_by_word = false; // smaller than its least size: a word of it is as wide as there is room
    std::size_t order = 0;     // number of nodes in the scene when it was drawn
};

// A picture or an icon as it was asked for, for the audit: which is shown twice, and which is not there.
struct DrawnPicture {
    std::string name;      // with its layer: "pier.life"
    bool there = true;     // in this frame
    std::size_t order = 0; // as a text's
};

class Scene {
public:
    void clear()
    {
        groups_ = 0;
        nodes_.clear();
        drawn_texts_.clear();
        drawn_pictures_.clear();
    }
    void add(Node node) { nodes_.push_back(std::move(node)); }
    void add(DrawnText drawn_text) { drawn_texts_.push_back(std::move(drawn_text)); }
    void add(DrawnPicture drawn_picture) { drawn_pictures_.push_back(std::move(drawn_picture)); }
    // Moves all nodes but those that cover the panel, as the whole picture was.
    void shift(Point by, Size panel);
    std::vector<Node> const& nodes() const { return nodes_; }
    std::vector<DrawnText> const& drawn_texts() const { return drawn_texts_; }
    std::vector<DrawnPicture> const& drawn_pictures() const { return drawn_pictures_; }

    Node const* find(std::string_view id) const;
    // The topmost tappable node under a point.
    Node const* hit(Point point) const;
    // All nodes in the order in which they are read (reading_order.h); only the topmost veil and what stands on it
    // where one covers the rest.
    std::vector<Node const*> in_reading_order() const;
    // Of those the ones that can be tapped.
    std::vector<Node const*> targets() const;
    // Those that can be read, for a voice and a keypad: all but what only scrolls, and the words on a node that can be
    // touched, which has them as its label.
    std::vector<Node const*> readable() const;
    int new_group() { return ++groups_; }
    void set_reading_start(ReadingStart start) { reading_start_ = start; }
    ReadingStart reading_start() const { return reading_start_; }
    // Whether the label or state of a node contains the text.
    bool says(std::string_view text) const;

    // One line a node, in reading order: `button home.quiz "The quiz" (chosen) fr 120,300 400x180 tap`.
    std::string dump() const;

private:
    int groups_ = 0;
    ReadingStart reading_start_ = ReadingStart::left;
    std::vector<Node> nodes_;
    std::vector<DrawnText> drawn_texts_;
    std::vector<DrawnPicture> drawn_pictures_;
};

} // namespace kiosk::ui
