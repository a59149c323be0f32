// Offers: to whom somebody is led who tells where it happened and where he lives, in which order, and why. The home
// counts for more: the police there can ask him, and try whoever comes from there. Then the services of the place, then
// what there is for everybody. One rule for the screens, the counts, the check and the table of the tool. Pure.
#pragma once
#include "content/pack.h"

#include <set>

namespace kiosk::content {

// Ids of places; of countries also those that have no record. `lives` may be "": not said.
struct Situation {
    std::string place, lives;
    bool operator==(Situation const&) const = default;
};

enum class Why { lives_there, happened_there, everywhere };
std::string_view name(Why why);

// Whether it can be used where the kiosk stands: an address always, a number if it works from here.
enum class Reach { from_here, from_there_only };

struct Offer {
    Channel const* channel = nullptr;
    Why why = Why::everywhere;
};

// More cannot be told apart at a glance.
constexpr std::size_t kMostOffers = 4;

// The most useful first. Empty only where an edition has no channel for it at all.
std::vector<Offer> offers(Reporting const& reporting, Situation const& situation);

Reach reach(Reporting const& reporting, Channel const& channel);

// It, or, where its number cannot be called from here, the one that can.
Channel const& usable_here(Reporting const& reporting, Channel const& channel);

// What kind of place an id is: that of its record, else "country" for a country's code, else "unknown".
std::string place_kind(Reporting const& reporting, std::string const& id);

// By channel, the places (of those that have a record) where it may be offered to somebody, wherever he lives.
std::map<std::string, std::set<std::string, std::less<>>, std::less<>> places_offering(Reporting const& reporting);

} // namespace kiosk::content
