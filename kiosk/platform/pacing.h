// Pacing: when the next frame is due, and why. moving: an animation, a frame each refresh. settling: a change is not
// yet presented. resting: nothing until the next deadline. A change is presented once, since SDL's renderers keep the
// last frame on the panel. Pure.
#pragma once
#include "base/clock.h"

#include <optional>
#include <string_view>

namespace kiosk::platform {

enum class Pace { moving, settling, resting };

class Pacing {
public:
    // Something has changed that must be drawn: a touch, a tick, a picture that is now ready.
    void changed(std::string_view reason)
    {
        settled_ = false;
        reason_ = reason;
    }
    // A frame was presented; the screen asked to be drawn again at `next`, or not at all.
    void presented(std::optional<Instant> next, std::string_view reason);

    bool due(Instant now) const { return !settled_ || (next_ && *next_ <= now); }
    Pace pace(Instant now) const;
    std::string_view reason() const { return reason_; }
    // When a frame is wanted next: now, where something has changed.
    std::optional<Instant> frame_due(Instant now) const;

private:
    // A frame requested within this time belongs to an animation.
    static constexpr Duration kMoving = std::chrono::milliseconds(100);

    bool settled_ = false;
    std::optional<Instant> next_;
    std::string_view reason_ = "first frame";
};

} // namespace kiosk::platform
