#include "monkey/hand.h"

#include <algorithm>
#include <array>

namespace monkey {

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

// Of a thousand commands, how many are of which kind: mostly touches that hit something, since a hand that mostly
// misses sees little of a kiosk.
constexpr std::size_t kTapSomething = 470;
constexpr std::size_t kTapAnywhere = kTapSomething + 60;
constexpr std::size_t kSwipe = kTapAnywhere + 60;
constexpr std::size_t kKey = kSwipe + 150;
constexpr std::size_t kFingers = kKey + 40;
constexpr std::size_t kPalmContacts = kFingers + 10;
constexpr std::size_t kWait = kPalmContacts + 140;
constexpr std::size_t kIdle = kWait + 20; // the rest is rare
constexpr std::size_t kAll = 1000;

constexpr int kMostFingers = 10;

std::array<std::int64_t, 9> constexpr kTimes{
    0,          // 1970-01-01: a dead battery
    946684800,  // 2000-01-01: another one
    2147483647, // 2038-01-19: the last second of 32 bits
    2147483648, // and the next
    1795424400, // 2026-11-23: a day of the fair
    1806195590, // 2027-03-28, ten seconds before summer time
    1824944390, // 2027-10-31, ten seconds before its end
    1835395190, // 2028-02-28, ten seconds before a leap day
    4102444800, // 2100: later than anybody believes
};

} // namespace

Duration Hand::between(Duration least, Duration most)
{
    auto const span = std::chrono::duration_cast<Milliseconds>(most - least).count() + 1;
    return least + Milliseconds(static_cast<long>(random_.below(static_cast<std::uint64_t>(span))));
}

Point Hand::anywhere() { return within({0, 0, panel_.width, panel_.height}); }

Point Hand::within(Rect const& rect)
{
    auto const along = [&](float begin, float length) {
        return begin + static_cast<float>(below(static_cast<std::size_t>(std::max(1.F, length))));
    };
    return {along(rect.x, rect.width), along(rect.y, rect.height)};
}

Command Hand::tap_something(ui::Scene const& scene)
{
    auto const targets = scene.targets();
    if (targets.empty()) return tap_at(anywhere());
    auto const* node = targets[below(targets.size())];
    // What ends or turns back a visit less often than what leads on.
    if (node->id.starts_with("bar.") && below(3) != 0) node = targets[below(targets.size())];
    return tap_at(below(4) == 0 ? within(node->rect) : node->rect.centre());
}

Command Hand::swipe()
{
    auto const from = anywhere();
    switch (below(4)) {
    case 0: return swipe_from(from, {panel_.width - from.x, from.y});
    case 1: return swipe_from(from, {from.x, panel_.height - from.y});
    default: return swipe_from(from, anywhere());
    }
}

Command Hand::key()
{
    static constexpr std::array<char const*, 16> kKeys{"tab",   "tab",   "tab",    "tab",      "tab",   "enter",
                                                       "enter", "enter", "enter",  "right",    "right", "left",
                                                       "tab",   "tab",   "escape", "shift-tab"};
    return monkey::key(kKeys[below(kKeys.size())]);
}

Command Hand::jump(WallTime wall)
{
    switch (below(4)) {
    case 0: return clock_at({std::max<std::int64_t>(0, wall.unix_seconds - 3600)});
    case 1: return clock_at({std::min<std::int64_t>(4102444800, wall.unix_seconds + 3600 * 24)});
    default: return clock_at({kTimes[below(kTimes.size())]});
    }
}

void Hand::plan_fingers()
{
    auto const first = anywhere();
    auto const count = 1 + static_cast<int>(below(4));
    for (int i = 0; i < count; ++i) {
        auto const at = i == 0 ? first : anywhere();
        plan_.push_back(finger(i, "down", at));
        down_[i] = at;
    }
    for (auto moves = below(6); moves > 0; --moves)
        plan_.push_back(finger(static_cast<int>(below(static_cast<std::size_t>(count))), "move", anywhere()));
    if (below(4) == 0) plan_.push_back(lasting(CommandKind::wait, between(20ms, 4s)));
    // Some are never lifted, for now.
    if (below(5) == 0) {
        until_lifted_ = 5 + static_cast<int>(below(60));
        return;
    }
    while (!down_.empty()) plan_.push_back(lift_one());
}

void Hand::plan_palm()
{
    auto const middle = anywhere();
    auto const count = 3 + static_cast<int>(below(kMostFingers - 3));
    for (int i = 0; i < count; ++i) {
        auto const spread = panel_.height / 8;
        Point const at{
            std::clamp(middle.x + static_cast<float>(below(200)) / 100 * spread - spread, 0.F, panel_.width - 1),
            std::clamp(middle.y + static_cast<float>(below(200)) / 100 * spread - spread, 0.F, panel_.height - 1)};
        plan_.push_back(finger(i, "down", at));
        down_[i] = at;
    }
    while (!down_.empty()) plan_.push_back(lift_one());
}

Command Hand::lift_one()
{
    auto const at = std::next(down_.begin(), static_cast<std::ptrdiff_t>(below(down_.size())));
    auto const command = finger(at->first, below(8) == 0 ? "cancel" : "up", at->second);
    down_.erase(at);
    return command;
}

// The way of the staff: a finger in the top right corner, a PIN, and on from there by chance. On other screens than
// the attract loop it is a long touch like any other.
void Hand::plan_staff()
{
    plan_.push_back(hold_at({panel_.width - 20, 20}, between(2800ms, 3500ms)));
    auto const press = [&](std::string const& id) {
        auto command = plain(CommandKind::tap_node);
        command.name = id;
        plan_.push_back(command);
    };
    for (auto digits = 5 + below(6); digits > 0; --digits) press("pin." + std::to_string(below(10)));
    press("pin.submit");
    if (below(2) == 0) plan_.push_back(lasting(CommandKind::wait, between(100ms, 8s)));
}

Command Hand::rare(WallTime wall)
{
    switch (below(12)) {
    case 0: return lasting(CommandKind::gap, between(1min, 72h));
    case 1: return lasting(CommandKind::gap, between(24h, 31 * 24h));
    case 2:
    case 3: return hold_at(anywhere(), between(200ms, 30s));
    case 4:
    case 5:
    case 6: return jump(wall);
    case 7:
    case 8: return plain(CommandKind::expose);
    case 9: return lasting(CommandKind::wait, between(10s, 100s));
    case 10:
        if (below(20) == 0) {
            down_.clear(); // of the machine that was
            return plain(CommandKind::restart);
        }
        return plain(CommandKind::expose);
    default: plan_staff(); return lasting(CommandKind::gap, between(100s, 500s));
    }
}

Command Hand::next(ui::Scene const& scene, WallTime wall)
{
    while (!plan_.empty()) {
        auto command = plan_.front();
        plan_.pop_front();
        if (command.kind != CommandKind::tap_node) return command;
        auto const* node = scene.find(command.name);
        if (node && node->tap == ui::Tap::tap) return tap_at(node->rect.centre());
    }
    if (!down_.empty() && --until_lifted_ <= 0) return lift_one();
    auto const what = below(kAll);
    if (what < kTapSomething) {
        auto const tap = tap_something(scene);
        if (below(2) == 0) return tap;
        // As somebody does who has seen the screen: it hears him.
        plan_.push_back(tap);
        return lasting(CommandKind::wait, 500ms);
    }
    if (what < kTapAnywhere) return tap_at(anywhere());
    if (what < kSwipe) return swipe();
    if (what < kKey) return key();
    if (what < kFingers || what < kPalmContacts) {
        if (!down_.empty()) return lift_one();
        if (what < kFingers)
            plan_fingers();
        else
            plan_palm();
        auto const first = plan_.front();
        plan_.pop_front();
        return first;
    }
    if (what < kWait) return lasting(CommandKind::wait, between(1ms, 200ms));
    if (what < kIdle) return lasting(CommandKind::gap, between(5s, 130s));
    return rare(wall);
}

} // namespace monkey
