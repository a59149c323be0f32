// Every item of reporting and support that a visit can count with this content, so that an export also lists items with
// no count. Pure.
#pragma once
#include "content/content.h"
#include "figures/measures.h"

#include <set>

namespace kiosk::visit {

std::map<Measure, std::set<std::string, std::less<>>> countable(content::Content const& content);

// By id of a channel with an address, the places where it can be offered. Without the channel on the first page of
// reporting, which every visitor there sees, so that it tells nothing of a place.
std::map<std::string, std::set<std::string, std::less<>>, std::less<>>
places_of_channels(content::Content const& content);

} // namespace kiosk::visit
