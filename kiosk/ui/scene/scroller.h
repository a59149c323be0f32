// Where a page that is longer than the panel stands. Dragged by a finger, it goes on by itself when let go and comes to
// rest by exact exponential decay, so that the frame rate changes nothing; or it glides to where a button asks. Pure:
// time is a parameter. Owner: the stage.
#pragma once
#include "base/clock.h"

#include <vector>

namespace kiosk::ui {

enum class Pace { gently, at_once };

class Scroller {
public:
    // Back to the top; nothing moves.
    void reset();
    // How far it may go, [px], and how much of it is seen at once.
    void set_extent(float farthest, float page);

    void drag(float by, Instant now); // the finger moved up by so much
    void release(Instant now);        // goes on at the finger's pace
    void stop(Instant now);           // a finger came down: it stands
    void glide_by(float by, Instant now, Pace pace = Pace::gently);
    // The least movement that shows what lies from `top` to `bottom`, measured from where the page now stands.
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
    void settle(Instant now);

    float farthest_ = 0, page_ = 0;
    float from_ = 0;  // where it stood when the motion began
    float to_ = 0;    // where a glide ends
    float speed_ = 0; // [px/s] at the beginning of coasting
    Motion motion_ = Motion::none;
    Instant began_;
    std::vector<Sample> samples_; // of the drag now going on
};

} // namespace kiosk::ui
