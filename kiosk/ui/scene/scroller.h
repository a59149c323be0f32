// The scroll position of a page that is longer than the panel. After a drag the page coasts and slows down by exact
// exponential decay, so that the frame rate does not matter; a button makes it glide. Offsets are [px] from the top.
// Pure: time is a parameter. Owner: the stage.
#pragma once
#include "base/clock.h"

#include <vector>

namespace kiosk::ui {

enum class Pace { gently, at_once };

class Scroller {
public:
    // Back to the top; nothing moves.
    void reset();
    // The largest offset, and the height that is seen at once, both [px].
    void set_extent(float farthest, float page);

    void drag(float by, Instant now); // the finger moved up by this, [px]
    void release(Instant now);        // coasts from the finger's speed
    void stop(Instant now);           // a finger came down: stops at once
    void glide_by(float by, Instant now, Pace pace = Pace::gently);
    // Glides by as little as shows the part from `top` to `bottom`, [px] relative to the current offset.
    void reveal(float top, float bottom, Instant now);

    float offset(Instant now) const;
    float farthest() const { return farthest_; }
    float page() const { return page_; }
    bool moving(Instant now) const;
    bool scrollable() const { return farthest_ > 0; }

private:
    enum class Motion { none, coasting, gliding };
    struct Sample {
        Instant at;
        float by;
    };

    float clamped(float offset) const;
    void hold_position(Instant now);

    float farthest_ = 0, page_ = 0;
    float from_ = 0;  // where it stood when the motion began
    float to_ = 0;    // where a glide ends
    float speed_ = 0; // [px/s] at the beginning of coasting
    Motion motion_ = Motion::none;
    Instant began_;
    std::vector<Sample> samples_; // of the drag now going on
};

} // namespace kiosk::ui
