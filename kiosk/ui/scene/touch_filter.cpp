#include "ui/scene/touch_filter.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kiosk::ui {

namespace {

// More contacts than any panel tells apart: a driver that has lost count.
constexpr std::size_t kMostContacts = 32;
constexpr auto kMostPresses = static_cast<std::size_t>(
    TouchFilter::kMostASecond * std::chrono::duration_cast<std::chrono::seconds>(TouchFilter::kSpamWithin).count() + 1);

} // namespace

TouchFilter::Contact* TouchFilter::find(std::int64_t finger)
{
    auto const found =
        std::find_if(contacts_.begin(), contacts_.end(), [finger](auto const& one) { return one.finger == finger; });
    return found == contacts_.end() ? nullptr : &*found;
}

bool TouchFilter::near(Point a, Point b, float millimetres) const
{
    return std::hypot(a.x - b.x, a.y - b.y) * panel_.millimetres_per_pixel <= millimetres;
}

bool TouchFilter::at_edge(Point position) const
{
    if (panel_.size.width <= 0 || panel_.no_edge.contains(position)) return false;
    auto const inwards =
        std::min({position.x, position.y, panel_.size.width - position.x - 1, panel_.size.height - position.y - 1});
    return inwards * panel_.millimetres_per_pixel < kEdgeMillimetres;
}

void TouchFilter::ignore(Contact& contact)
{
    if (contact.standing == Standing::passed)
        passed_.push_back({FingerPhase::cancel, contact.finger, contact.position});
    contact.standing = Standing::ignored;
}

void TouchFilter::ignore_all()
{
    for (auto& contact : contacts_) ignore(contact);
}

void TouchFilter::push(FingerEvent const& event, Instant now)
{
    tend(now);
    if (event.phase == FingerPhase::down) {
        down(event, now);
        return;
    }
    auto* contact = find(event.finger);
    if (!contact) return; // more contacts than kMostContacts, or one that was given up
    contact->heard = now;
    if (event.phase == FingerPhase::move)
        move(*contact, event);
    else
        up(event);
    end_palm(now);
}

void TouchFilter::down(FingerEvent const& event, Instant now)
{
    // The same finger comes down once more: its up event was lost.
    if (auto* before = find(event.finger)) {
        ignore(*before);
        contacts_.erase(contacts_.begin() + (before - contacts_.data()));
    }
    auto const standing = judge(event, now);
    bool const spam = is_spam(now);
    if (contacts_.size() >= kMostContacts) return;
    contacts_.push_back({event.finger, standing, now, now, event.position});
    if (spam || palm_ || is_palm(now)) {
        palm_ = true;
        // Input has not seen it yet, so that it needs no cancel.
        if (standing == Standing::passed) contacts_.back().standing = Standing::ignored;
        ignore_all();
        return;
    }
    if (standing == Standing::passed) passed_.push_back(event);
}

// The contact by itself, without regard to others.
TouchFilter::Standing TouchFilter::judge(FingerEvent const& event, Instant now)
{
    // A duplicate is not recorded: a quick second touch must not be taken for a duplicate of it.
    if (is_told_twice(event, now)) return Standing::ignored;
    presses_.push_back({event.finger, now, event.position});
    while (presses_.size() > kMostPresses) presses_.pop_front();
    if (repeats(event.position, now)) return Standing::ignored;
    return at_edge(event.position) ? Standing::waits_at_edge : Standing::passed;
}

bool TouchFilter::is_told_twice(FingerEvent const& event, Instant now) const
{
    bool const mouse = event.finger == kMouseFinger;
    return std::any_of(presses_.begin(), presses_.end(),
                       [&](Press const& press) {
                           return (press.finger == kMouseFinger) != mouse && now - press.at <= kTwice &&
                                  near(press.position, event.position, kTwiceMillimetres);
                       }) ||
           std::any_of(contacts_.begin(), contacts_.end(), [&](Contact const& contact) {
               return (contact.finger == kMouseFinger) != mouse && contact.standing != Standing::ignored &&
                      now - contact.heard <= kTwice && near(contact.position, event.position, kTwiceMillimetres);
           });
}

bool TouchFilter::is_spam(Instant now)
{
    if (deaf_until_) { // a flood lasts until there is a pause
        deaf_until_ = now + kSpamPause;
        return true;
    }
    if (presses_.size() < kMostPresses || now - presses_.front().at > kSpamWithin) return false;
    deaf_until_ = now + kSpamPause;
    ++faults_.spam;
    return true;
}

bool TouchFilter::is_palm(Instant now) const
{
    // A contact that has rested for long (a stuck one, or a hand that leans) does not make the next finger a palm.
    auto const together = std::count_if(contacts_.begin(), contacts_.end(),
                                        [&](Contact const& contact) { return now - contact.since <= kPalmTime; });
    return static_cast<std::size_t>(together) >= kPalm;
}

// Whether this press is a ghost touch.
bool TouchFilter::repeats(Point position, Instant now)
{
    if (ghost_ && now - ghost_->at > kSpotRests) ghost_.reset();
    if (ghost_ && near(ghost_->position, position, 2 * kSpotMillimetres)) {
        ghost_->at = now;
        return true;
    }
    if (!rhythm_.empty() && !near(rhythm_.front().position, position, kSpotMillimetres)) rhythm_.clear();
    rhythm_.push_back({0, now, position});
    if (rhythm_.size() <= kRepeats) return false;
    rhythm_.pop_front();
    auto least = Duration::max();
    auto most = Duration(0);
    for (std::size_t i = 1; i < rhythm_.size(); ++i) {
        auto const gap = rhythm_[i].at - rhythm_[i - 1].at;
        least = std::min(least, gap);
        most = std::max(most, gap);
    }
    if (most - least > kRhythm) return false;
    ghost_ = Press{0, now, position};
    rhythm_.clear();
    ++faults_.repeated;
    return true;
}

void TouchFilter::move(Contact& contact, FingerEvent const& event)
{
    contact.position = event.position;
    if (contact.standing == Standing::passed) passed_.push_back(event);
    if (contact.standing != Standing::waits_at_edge || at_edge(event.position)) return;
    // Once it has left the edge it is a contact like any other, which comes down here.
    contact.standing = Standing::passed;
    passed_.push_back({FingerPhase::down, event.finger, event.position});
}

void TouchFilter::up(FingerEvent const& event)
{
    auto* contact = find(event.finger);
    if (contact->standing == Standing::passed) passed_.push_back(event);
    contacts_.erase(contacts_.begin() + (contact - contacts_.data()));
}

// A stuck contact is no part of a palm: it would keep the palm, and so all touches ignored, for ever.
void TouchFilter::end_palm(Instant now)
{
    bool const rests = std::any_of(contacts_.begin(), contacts_.end(),
                                   [now](Contact const& contact) { return now - contact.since < kLongest; });
    if (!rests && !deaf_until_) palm_ = false;
}

void TouchFilter::tend(Instant now)
{
    if (deaf_until_ && now >= *deaf_until_) {
        deaf_until_.reset();
        presses_.clear();
    }
    for (auto& contact : contacts_) {
        if (now - contact.since < kLongest || contact.standing == Standing::ignored) continue;
        ignore(contact);
        ++faults_.held;
    }
    std::erase_if(contacts_, [&](Contact const& contact) {
        return contact.standing == Standing::ignored && now - contact.heard >= kForgotten;
    });
    end_palm(now);
}

std::optional<Instant> TouchFilter::deadline() const
{
    std::optional<Instant> next;
    for (auto const& contact : contacts_) {
        if (contact.standing == Standing::ignored) continue;
        auto const at = contact.since + kLongest;
        next = next ? std::min(*next, at) : at;
    }
    return next;
}

void TouchFilter::forget_all()
{
    ignore_all();
    contacts_.clear();
    palm_ = false;
}

std::vector<FingerEvent> TouchFilter::take() { return std::exchange(passed_, {}); }

} // namespace kiosk::ui
