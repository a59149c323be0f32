#include "ui/scene/touch_filter.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kiosk::ui {

namespace {

// More contacts than any panel tells apart: a driver that has lost count.
constexpr std::size_t kMostContacts = 32;
constexpr auto kMostPresses =
    static_cast<std::size_t>(TouchFilter::kMaxContactsPerSecond *
                                 std::chrono::duration_cast<std::chrono::seconds>(TouchFilter::kFloodWithin).count() +
                             1);

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
    if (contact.state == ContactState::passed)
        passed_.push_back({FingerPhase::cancel, contact.finger, contact.position});
    contact.state = ContactState::ignored;
}

void TouchFilter::ignore_all()
{
    for (auto& contact : contacts_) ignore(contact);
}

void TouchFilter::push(FingerEvent const& event, Instant now)
{
    tick(now);
    if (event.phase == FingerPhase::down) {
        down(event, now);
        return;
    }
    auto* contact = find(event.finger);
    if (!contact) return; // more contacts than kMostContacts, or one that was given up
    contact->last_event = now;
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
    auto const state = judge(event, now);
    bool const flood = is_flood(now);
    if (contacts_.size() >= kMostContacts) return;
    contacts_.push_back({event.finger, state, now, now, event.position});
    if (flood || palm_ || is_palm(now)) {
        palm_ = true;
        // Input has not seen it yet, so that it needs no cancel.
        if (state == ContactState::passed) contacts_.back().state = ContactState::ignored;
        ignore_all();
        return;
    }
    if (state == ContactState::passed) passed_.push_back(event);
}

// The contact by itself, without regard to others.
TouchFilter::ContactState TouchFilter::judge(FingerEvent const& event, Instant now)
{
    // A duplicate is not recorded: a quick second touch must not be taken for a duplicate of it.
    if (is_duplicate(event, now)) return ContactState::ignored;
    presses_.push_back({event.finger, now, event.position});
    while (presses_.size() > kMostPresses) presses_.pop_front();
    if (is_ghost_touch(event.position, now)) return ContactState::ignored;
    return at_edge(event.position) ? ContactState::waits_at_edge : ContactState::passed;
}

bool TouchFilter::is_duplicate(FingerEvent const& event, Instant now) const
{
    bool const mouse = event.finger == kMouseFinger;
    return std::any_of(presses_.begin(), presses_.end(),
                       [&](Press const& press) {
                           return (press.finger == kMouseFinger) != mouse && now - press.at <= kDuplicateWithin &&
                                  near(press.position, event.position, kDuplicateMillimetres);
                       }) ||
           std::any_of(contacts_.begin(), contacts_.end(), [&](Contact const& contact) {
               return (contact.finger == kMouseFinger) != mouse && contact.state != ContactState::ignored &&
                      now - contact.last_event <= kDuplicateWithin &&
                      near(contact.position, event.position, kDuplicateMillimetres);
           });
}

bool TouchFilter::is_flood(Instant now)
{
    if (ignore_until_) { // a flood lasts until there is a pause
        ignore_until_ = now + kFloodPause;
        return true;
    }
    if (presses_.size() < kMostPresses || now - presses_.front().at > kFloodWithin) return false;
    ignore_until_ = now + kFloodPause;
    ++faults_.flood;
    return true;
}

bool TouchFilter::is_palm(Instant now) const
{
    // A contact that has rested for long (a stuck one, or a hand that leans) does not make the next finger a palm.
    auto const together = std::count_if(contacts_.begin(), contacts_.end(),
                                        [&](Contact const& contact) { return now - contact.since <= kPalmWithin; });
    return static_cast<std::size_t>(together) >= kPalmContacts;
}

// Whether this press is a ghost touch.
bool TouchFilter::is_ghost_touch(Point position, Instant now)
{
    if (ghost_ && now - ghost_->at > kGhostForgottenAfter) ghost_.reset();
    if (ghost_ && near(ghost_->position, position, 2 * kSpotMillimetres)) {
        ghost_->at = now;
        return true;
    }
    if (!rhythm_.empty() && !near(rhythm_.front().position, position, kSpotMillimetres)) rhythm_.clear();
    rhythm_.push_back({0, now, position});
    if (rhythm_.size() <= kGhostTouches) return false;
    rhythm_.pop_front();
    auto least = Duration::max();
    auto most = Duration(0);
    for (std::size_t i = 1; i < rhythm_.size(); ++i) {
        auto const gap = rhythm_[i].at - rhythm_[i - 1].at;
        least = std::min(least, gap);
        most = std::max(most, gap);
    }
    if (most - least > kGhostJitter) return false;
    ghost_ = Press{0, now, position};
    rhythm_.clear();
    ++faults_.ghost;
    return true;
}

void TouchFilter::move(Contact& contact, FingerEvent const& event)
{
    contact.position = event.position;
    if (contact.state == ContactState::passed) passed_.push_back(event);
    if (contact.state != ContactState::waits_at_edge || at_edge(event.position)) return;
    // Once it has left the edge it is a contact like any other, which comes down here.
    contact.state = ContactState::passed;
    passed_.push_back({FingerPhase::down, event.finger, event.position});
}

void TouchFilter::up(FingerEvent const& event)
{
    auto* contact = find(event.finger);
    if (contact->state == ContactState::passed) passed_.push_back(event);
    contacts_.erase(contacts_.begin() + (contact - contacts_.data()));
}

// A stuck contact is no part of a palm: it would keep the palm, and so all touches ignored, for ever.
void TouchFilter::end_palm(Instant now)
{
    bool const rests = std::any_of(contacts_.begin(), contacts_.end(),
                                   [now](Contact const& contact) { return now - contact.since < kLongest; });
    if (!rests && !ignore_until_) palm_ = false;
}

void TouchFilter::tick(Instant now)
{
    if (ignore_until_ && now >= *ignore_until_) {
        ignore_until_.reset();
        presses_.clear();
    }
    for (auto& contact : contacts_) {
        if (now - contact.since < kLongest || contact.state == ContactState::ignored) continue;
        ignore(contact);
        ++faults_.stuck;
    }
    std::erase_if(contacts_, [&](Contact const& contact) {
        return contact.state == ContactState::ignored && now - contact.last_event >= kLostAfter;
    });
    end_palm(now);
}

std::optional<Instant> TouchFilter::deadline() const
{
    std::optional<Instant> next;
    for (auto const& contact : contacts_) {
        if (contact.state == ContactState::ignored) continue;
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
