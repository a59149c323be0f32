// Input: turns fingers and keys into taps on nodes of the scene. The first finger is the primary one; others are
// ignored until all are up, so that a palm or a child's second hand neither cancels nor misdirects it. A tap is a
// release inside the node that was pressed; sliding off cancels. At most one press or release is taken a frame, so that
// a quick second tap is tested against the screen that the first one led to. Owner: the stage. Pure: no SDL, no clock.
#pragma once
#include "base/clock.h"
#include "ui/scene/key_focus.h"
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

enum class Swipe { none, left, right };
// closed: presses are dropped, because the screen has just changed under the finger.
enum class InputGate { open, closed };

class Input {
public:
    // Sideways movement from which a contact is a swipe rather than a tap, [px].
    void set_swipe_distance(float pixels) { swipe_distance_ = pixels; }

    // Movement up or down from which a contact drags the page, [px]; 0: the page does not scroll.
    void set_drag_distance(float pixels) { drag_distance_ = pixels; }

    void push(FingerEvent const& event) { queue_.push_back(event); }
    void push(KeyPress press) { keys_.push_back(press); }
    bool pending() const { return !queue_.empty() || !keys_.empty(); }

    // Takes queued events up to the first press or release, or one key, and tests them against the scene last shown.
    // The results below hold until the next call. While closed, a key is dropped, and so is a press with all that
    // follows until the finger is lifted.
    void take(Scene const& shown, InputGate gate = InputGate::open);

    // Clears the results below, once they have been handled.
    void done();

    // As if a node had been tapped: to see what would follow.
    void imagine_tap(std::string id) { tapped_ = std::move(id); }

    bool touched() const { return touched_; }                   // a primary finger or a key came down
    std::string const& tapped() const { return tapped_; }       // node id; empty for none
    std::string const& pressed() const { return pressed_now_; } // under the finger now
    Swipe swipe() const { return swipe_; }
    float dragged() const { return dragged_; }      // [px] up, on a page that scrolls
    bool drag_ended() const { return drag_ended_; } // the finger that dragged the page was lifted
    bool leave_key() const { return leave_key_; }
    bool finger_is_down() const { return primary_.has_value(); }
    // Where the primary finger came down, if it has not moved since. The caller measures for how long.
    std::optional<Point> resting() const { return primary_ && rests_ ? std::optional(down_at_) : std::nullopt; }

    // The id of the node that has the keyboard's focus; empty while fingers are used.
    std::string const& focused() const { return focus_.node(); }
    // For each scene that is shown; whether the focus has moved with it.
    bool follow(Scene const& shown) { return focus_.follow(shown); }
    bool key_used() const { return key_used_; }
    // For the end of a visit: clears focus and press, so that a finger that is still down taps nothing when it is
    // lifted.
    void forget();
    // Ignores the finger that is down, if one is, until it is lifted: it was put on a screen that is gone.
    void ignore_current_finger();

private:
    void take_finger(FingerEvent const& event, Scene const& shown, InputGate gate);
    void follow(FingerEvent const& event, Scene const& shown);
    void take_key(KeyPress const& press, Scene const& shown);

    std::deque<FingerEvent> queue_;
    std::deque<KeyPress> keys_;
    std::optional<std::int64_t> primary_;
    int others_ = 0; // fingers down that are not the primary one
    Point down_at_;
    float last_y_ = 0;
    bool swiping_ = false, dragging_ = false, drag_ended_ = false, rests_ = false;
    bool ignores_finger_ = false; // the primary finger is ignored until it is lifted
    float dragged_ = 0, drag_distance_ = 0;
    std::string pressed_;     // where the finger came down
    std::string pressed_now_; // the same while it is still over it
    std::string tapped_;
    KeyFocus focus_;
    Swipe swipe_ = Swipe::none;
    bool touched_ = false, leave_key_ = false, key_used_ = false;
    float swipe_distance_ = 90;
};

} // namespace kiosk::ui
