// The scene: what is on the screen, as a list. Every widget appends one node as it draws. Speech reads it, a keypad
// moves through it, tests tap it, the audit measures it, goldens record it. A widget that is not in the scene does not
// exist. Owner: the stage, which makes a new one each drawn frame and keeps the last for the next touch.
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

std::string_view name(Role role);

struct Node {
    Role role = Role::text;
    std::string id;
    std::string label;    // what it says, as speech would read it
    std::string state;    // "chosen", "right", "3 of 6"; empty if it has none
    std::string language; // of the label
    Rect rect;            // panel pixels
    Tap tap = Tap::none;
    bool clipped = false; // its text did not fit
    Rect view{};          // where it can be seen, on a page that scrolls; empty: everywhere

    bool can_be_touched_at(Point point) const
    {
        return rect.contains(point) && (view.width <= 0 || view.contains(point));
    }
};

// Words as they were drawn, in a node or by themselves: what an audit measures.
struct Lettering {
    std::string text;
    Rect rect; // of the lines, panel pixels
    Rect view; // as a node's
    Color ink;
    float font_size = 0; // [px]
    int lines = 0;
    int longest = 0; // characters of the longest line
    bool word_broken = false;
    std::size_t order = 0; // how many nodes were there before it
};

class Scene {
public:
    void clear()
    {
        nodes_.clear();
        letterings_.clear();
    }
    void add(Node node) { nodes_.push_back(std::move(node)); }
    void add(Lettering lettering) { letterings_.push_back(std::move(lettering)); }
    // The whole picture was drawn so far from where it was laid out.
    void shift(Point by, Size panel);
    std::vector<Node> const& nodes() const { return nodes_; }
    std::vector<Lettering> const& letterings() const { return letterings_; }

    Node const* find(std::string_view id) const;
    // The topmost tappable node under a point.
    Node const* hit(Point point) const;
    // The tappable nodes in reading order; only those of the topmost veil when one covers the rest.
    std::vector<Node const*> targets() const;
    // Whether a text stands anywhere in it.
    bool says(std::string_view text) const;

    // One line a node: `button home.quiz "The quiz" (chosen) fr 120,300 400x180 tap`.
    std::string dump() const;

private:
    std::vector<Node> nodes_;
    std::vector<Lettering> letterings_;
};

// What speech reads of a node: label, role and state in words.
std::string spoken(Node const& node);

} // namespace kiosk::ui
