// What a visit can count of reporting and support with this content: every item there could be, so that an export knows
// of those that nobody met. Pure.
#pragma once
#include "content/pack.h"
#include "figures/measures.h"

#include <set>

namespace kiosk::visit {

std::map<Measure, std::set<std::string, std::less<>>> countable(content::Pack const& pack);

// By channel with a code, the places where it may be offered to somebody; without the one that every visitor to
// reporting sees.
std::map<std::string, std::set<std::string, std::less<>>, std::less<>> places_of_channels(content::Pack const& pack);

} // namespace kiosk::visit
