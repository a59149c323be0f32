// FrameRequests: the earliest time at which another frame is wanted, and why. A screen that moves asks for one as it
// draws; without a request nothing is drawn. Cleared before each frame. The reason tells a developer what keeps a
// machine awake.
#pragma once
#include "base/clock.h"

#include <optional>
#include <string_view>

namespace kiosk::ui {

class FrameRequests {
public:
    void clear() { at_.reset(); }

    // `reason` must outlive the frame: a literal.
    void add(Instant at, std::string_view reason)
    {
        if (at_ && *at_ <= at) return;
        at_ = at;
        reason_ = reason;
    }

    std::optional<Instant> at() const { return at_; }
    std::string_view reason() const { return at_ ? reason_ : std::string_view(); }

private:
    std::optional<Instant> at_;
    std::string_view reason_;
};

} // namespace kiosk::ui
