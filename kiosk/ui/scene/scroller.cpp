#include "ui/scene/scroller.h"
#include "base/geometry.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

namespace {

using namespace std::chrono_literals;
// The pace falls to a third in this time; as the scroll views of telephones do.
constexpr float kDecay = 0.325F; // [s]
constexpr Duration kGlide = 280ms;
constexpr Duration kRemembered = 100ms; // of a drag, for its pace
constexpr float kSlowest = 20;          // [px/s], below it stands

float seconds(Duration duration) { return std::chrono::duration<float>(duration).count(); }

} // namespace

void Scroller::reset() { *this = Scroller(); }

void Scroller::set_extent(float farthest, float page)
{
    farthest_ = std::max(0.F, farthest);
    page_ = page;
    if (motion_ == Motion::none) from_ = clamped(from_);
}

float Scroller::clamped(float offset) const { return std::clamp(offset, 0.F, farthest_); }

void Scroller::hold_position(Instant now)
{
    from_ = offset(now);
    motion_ = Motion::none;
}

void Scroller::stop(Instant now)
{
    hold_position(now);
    samples_.clear();
}

void Scroller::drag(float by, Instant now)
{
    hold_position(now);
    from_ = clamped(from_ + by);
    samples_.push_back({now, by});
}

void Scroller::release(Instant now)
{
    std::erase_if(samples_, [now](Sample const& sample) { return now - sample.at > kRemembered; });
    float way = 0;
    // The way to the first sample was made before it.
    for (std::size_t i = samples_.size() > 1 ? 1 : 0; i < samples_.size(); ++i) way += samples_[i].by;
    auto const time = samples_.empty() ? 0.F : std::max(0.016F, seconds(now - samples_.front().at));
    samples_.clear();
    hold_position(now);
    if (time == 0 || std::abs(way / time) < kSlowest) return;
    speed_ = way / time;
    motion_ = Motion::coasting;
    began_ = now;
}

void Scroller::glide_by(float by, Instant now, Pace pace)
{
    hold_position(now);
    to_ = clamped(from_ + by);
    if (pace == Pace::at_once) from_ = to_;
    motion_ = from_ == to_ ? Motion::none : Motion::gliding;
    began_ = now;
}

void Scroller::reveal(float top, float bottom, Instant now)
{
    if (top < 0)
        glide_by(top, now);
    else if (bottom > page_)
        glide_by(std::min(top, bottom - page_), now);
}

float Scroller::offset(Instant now) const
{
    auto const time = std::max(0.F, seconds(now - began_));
    switch (motion_) {
    case Motion::none: break;
    case Motion::coasting: return clamped(from_ + speed_ * kDecay * (1 - std::exp(-time / kDecay)));
    case Motion::gliding: return from_ + (to_ - from_) * eased(std::min(1.F, time / seconds(kGlide)));
    }
    return clamped(from_);
}

bool Scroller::moving(Instant now) const
{
    auto const time = std::max(0.F, seconds(now - began_));
    if (motion_ == Motion::gliding) return time < seconds(kGlide);
    if (motion_ == Motion::none) return false;
    auto const at = offset(now);
    bool const at_end = (speed_ > 0 && at >= farthest_) || (speed_ < 0 && at <= 0);
    return !at_end && std::abs(speed_) * std::exp(-time / kDecay) > kSlowest;
}

} // namespace kiosk::ui
