// What a session has asked for, by kind.
#pragma once
#include "staff/reply.h"

#include <algorithm>

namespace test {

// The last of its kind; null for none.
template <typename Kind>
Kind const* asked(kiosk::staff::Commands const& commands)
{
    for (auto command = commands.rbegin(); command != commands.rend(); ++command)
        if (auto const* found = std::get_if<Kind>(&*command)) return found;
    return nullptr;
}

inline kiosk::staff::PinChecked right() { return {kiosk::staff::Attempt::right, {kiosk::staff::LockState::open}}; }
// So many are left before the lock shuts.
inline kiosk::staff::PinChecked wrong(int attempts = 0)
{
    return {kiosk::staff::Attempt::wrong, {kiosk::staff::LockState::open, kiosk::Duration(0), attempts}};
}

} // namespace test
