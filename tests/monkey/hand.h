// The hand of the monkey: chooses the next command at random, with regard to the scene: touches of every kind, keys,
// waits, jumps of the clock, a machine that sleeps, an uncovered window, a restart. Deterministic for a seed and the
// same scenes. Owns its random numbers and the fingers that are down.
#pragma once
#include "base/random.h"
#include "monkey/commands.h"
#include "ui/scene/scene.h"

#include <deque>
#include <map>

namespace monkey {

class Hand {
public:
    Hand(std::uint64_t seed, kiosk::Size panel) : random_(seed), panel_(panel) {}

    Command next(kiosk::ui::Scene const& scene, kiosk::WallTime wall);

private:
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(random_.below(bound)); }
    kiosk::Duration between(kiosk::Duration least, kiosk::Duration most);
    kiosk::Point anywhere();
    kiosk::Point within(kiosk::Rect const& rect);
    Command tap_something(kiosk::ui::Scene const& scene);
    Command swipe();
    Command key();
    Command jump(kiosk::WallTime wall);
    // Put into plan_, and done one by one before anything else.
    void plan_fingers();
    void plan_palm();
    void plan_staff();
    Command lift_one();
    Command rare(kiosk::WallTime wall);

    kiosk::Random random_;
    kiosk::Size panel_;
    std::deque<Command> plan_; // a command of kind tap_node is looked up in the scene when its turn comes
    std::map<int, kiosk::Point> down_;
    int until_lifted_ = 0; // commands until what was never lifted is
};

} // namespace monkey
