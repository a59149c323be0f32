#include "ui/scene/input.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

namespace {

// Of the way that makes a swipe: a finger that rests trembles this much.
constexpr float kTremble = 0.35F;

} // namespace

void Input::done()
{
    tapped_.clear();
    swipe_ = Swipe::none;
    touched_ = leave_key_ = key_used_ = drag_ended_ = false;
    dragged_ = 0;
}

void Input::take(Scene const& shown, InputGate gate)
{
    done();
    while (!queue_.empty()) {
        auto const event = queue_.front();
        queue_.pop_front();
        take_finger(event, shown, gate);
        if (event.phase != FingerPhase::move) return;
    }
    if (!keys_.empty()) {
        auto const key = keys_.front();
        keys_.pop_front();
        if (gate == InputGate::open) take_key(key, shown);
    }
}

void Input::take_finger(FingerEvent const& event, Scene const& shown, InputGate gate)
{
    bool const is_primary = primary_ == event.finger;
    if (event.phase == FingerPhase::down && !is_primary) {
        if (primary_ || others_ > 0) {
            ++others_;
            return;
        }
        primary_ = event.finger;
        if (gate == InputGate::closed) {
            ignore_current_finger();
            return;
        }
        ignores_finger_ = false;
        down_at_ = event.position;
        swiping_ = dragging_ = false;
        rests_ = true;
        last_y_ = event.position.y;
        touched_ = true;
        focus_.clear();
        auto const* node = shown.hit(event.position);
        pressed_ = pressed_now_ = node ? node->id : std::string();
        return;
    }
    if (!is_primary) {
        if (event.phase != FingerPhase::move) others_ = std::max(0, others_ - 1);
        return;
    }
    if (!ignores_finger_)
        follow(event, shown);
    else if (event.phase != FingerPhase::move)
        primary_.reset();
}

// The primary finger has moved or is gone.
void Input::follow(FingerEvent const& event, Scene const& shown)
{
    auto const across = event.position.x - down_at_.x;
    auto const along = event.position.y - down_at_.y;
    if (std::hypot(across, along) > swipe_distance_ * kTremble) rests_ = false;
    if (drag_distance_ > 0 && !swiping_ && std::abs(along) > drag_distance_ && std::abs(along) > std::abs(across))
        dragging_ = true;
    if (dragging_) {
        dragged_ += last_y_ - event.position.y;
        last_y_ = event.position.y;
    }
    if (!dragging_ && std::abs(across) > swipe_distance_ && std::abs(across) > 2 * std::abs(along)) swiping_ = true;
    auto const* node = pressed_.empty() ? nullptr : shown.find(pressed_);
    bool const inside = node && node->can_be_touched_at(event.position) && !swiping_ && !dragging_;
    pressed_now_ = inside ? pressed_ : std::string();
    if (event.phase == FingerPhase::move) return;
    if (event.phase == FingerPhase::up) {
        if (swiping_) swipe_ = across < 0 ? Swipe::left : Swipe::right;
        // What lies on top now must still be what was pressed: a veil may have come between.
        auto const* now = shown.hit(event.position);
        if (inside && now && now->id == pressed_) tapped_ = pressed_;
    }
    drag_ended_ = dragging_;
    primary_.reset();
    pressed_.clear();
    pressed_now_.clear();
}

void Input::take_key(KeyPress const& press, Scene const& shown)
{
    touched_ = key_used_ = true;
    auto const targets = shown.targets();
    // Keys of one button each act on it wherever the focus is.
    auto const tap = [&](std::string const& id) {
        bool const there =
            std::any_of(targets.begin(), targets.end(), [&](Node const* node) { return node->id == id; });
        if (!there) return;
        tapped_ = id;
        focus_.acted();
    };
    switch (press.key) {
    case Key::leave: leave_key_ = true; return;
    case Key::activate: return tap(focused());
    case Key::home: return tap("bar.home");
    case Key::erase: return tap("pin.erase");
    case Key::digit: return tap("pin." + std::to_string(press.digit));
    default: focus_.move(press.key, shown);
    }
}

void Input::ignore_current_finger()
{
    if (!primary_) return;
    ignores_finger_ = true;
    drag_ended_ = dragging_;
    pressed_.clear();
    pressed_now_.clear();
    swiping_ = dragging_ = rests_ = false;
}

void Input::forget()
{
    focus_.clear();
    pressed_.clear();
    pressed_now_.clear();
    rests_ = false;
}

} // namespace kiosk::ui
