// Input: fingers and keys into taps on nodes of the scene. One primary finger; others are ignored until all are up, so
// that a palm or a child's second hand neither cancels nor misdirects the first. A tap is a release inside the node
// that was pressed; sliding off cancels. At most one press or release is taken a frame, so that a quick second tap
// meets the screen that the first one brought, never the one it left. Owner: the stage. Pure: no SDL, no clock.
#pragma once
#include "base/clock.h"
#include "ui/scene/scene.h"

#include <cstdint>
#include <deque>

namespace kiosk::ui {

enum class FingerPhase { down, move, up, cancel };

struct FingerEvent {
    FingerPhase phase = FingerPhase::down;
    std::int64_t finger = 0;
    Point position; // panel pixels
};

enum class Key { next, previous, activate, leave };
enum class Swipe { none, left, right };
// Deaf: whoever presses now does not mean what is there.
enum class Hearing { open, deaf };

class Input {
public:
    // Sideways movement, in pixels, from which a contact is a swipe rather than a tap.
    void set_swipe_distance(float pixels) { swipe_distance_ = pixels; }

    // Movement up or down from which a contact moves the page; 0 where the page does not scroll.
    void set_drag_distance(float pixels) { drag_distance_ = pixels; }

    void push(FingerEvent const& event) { queue_.push_back(event); }
    void push(Key key) { keys_.push_back(key); }
    bool pending() const { return !queue_.empty() || !keys_.empty(); }

    // Takes events up to the first press or release, or one key, against what was last shown.
    // What it leads to is asked for below and lasts until the next call. A press while it is deaf is none, nor what
    // comes of it until the finger is lifted; a key is dropped.
    void take(Scene const& shown, Hearing hearing = Hearing::open);

    // What was asked for below has been answered: it does not happen twice.
    void done();

    bool touched() const { return touched_; }                   // a primary finger came down, or a key
    std::string const& tapped() const { return tapped_; }       // node id; empty for none
    std::string const& pressed() const { return pressed_now_; } // under the finger now
    Swipe swipe() const { return swipe_; }
    float dragged() const { return dragged_; } // [px] up, on a page that scrolls
    bool let_go() const { return let_go_; }    // of a page that was dragged
    bool leave_key() const { return leave_key_; }
    bool finger_is_down() const { return primary_.has_value(); }
    // Where the primary finger came down, while it has rested there ever since; how long is for the caller to measure.
    std::optional<Point> resting() const { return primary_ && rests_ ? std::optional(down_at_) : std::nullopt; }

    // The node a keypad stands on; empty while fingers are used.
    std::string const& focused() const { return focused_; }
    bool key_used() const { return key_used_; }
    // At the end of a visit nothing of it remains; a finger that is down taps nothing when it is let go.
    void forget();
    // The finger that is down, if one is, means nothing any more until it is lifted: it was put on what is gone.
    void spend();

private:
    void take_finger(FingerEvent const& event, Scene const& shown, Hearing hearing);
    void follow(FingerEvent const& event, Scene const& shown);
    void take_key(Key key, Scene const& shown);

    std::deque<FingerEvent> queue_;
    std::deque<Key> keys_;
    std::optional<std::int64_t> primary_;
    int others_ = 0; // fingers down that are not the primary one
    Point down_at_;
    float last_y_ = 0;
    bool swiping_ = false, dragging_ = false, let_go_ = false, rests_ = false;
    bool spent_ = false; // the primary finger means nothing
    float dragged_ = 0, drag_distance_ = 0;
    std::string pressed_;     // where the finger came down
    std::string pressed_now_; // the same while it is still over it
    std::string tapped_, focused_;
    Swipe swipe_ = Swipe::none;
    bool touched_ = false, leave_key_ = false, key_used_ = false;
    float swipe_distance_ = 90;
};

} // namespace kiosk::ui
