// Wakes: who wants the next frame, when, and why. A screen that moves asks as it draws; if nobody asks, nothing is
// drawn. Emptied before each frame. The reason can be shown, so that what keeps a machine awake has a name.
#pragma once
#include "base/clock.h"

#include <optional>
#include <string_view>

namespace kiosk::ui {

class Wakes {
public:
    void clear() { at_.reset(); }

    // `reason` must outlive the frame: a literal.
    void ask(Instant at, std::string_view reason)
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
