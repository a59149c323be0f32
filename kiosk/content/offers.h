// Offers: to whom somebody is led who tells where it happened and where he lives, in which order, and why. The home
// counts for more: the police there can ask him, and try whoever comes from there. Then the services of the place, then
// what there is for everybody; and before all of it, in the same order, what can be used from where the kiosk stands.
// One rule for the screens, the counts, the check and the table of the tool. Pure.
#pragma once
#include "content/pack.h"

#include <set>

namespace kiosk::content {

// Ids of places; of countries also those that have no record. `lives` may be "": not said.
struct Situation {
    std::string place, lives;
    bool operator==(Situation const&) const = default;
};

// is_here: he has not said where he lives, and stands before this kiosk.
enum class Why { lives_there, happened_there, everywhere, is_here };
std::string_view name(Why why);

enum class Reach { from_here, from_there_only };

struct Offer {
    Channel const* channel = nullptr;
    Why why = Why::everywhere;
};

// More cannot be told apart at a glance.
constexpr std::size_t kMostOffers = 4;

// The most useful first: what cannot be used from here comes last, and where nothing else can, what there is for
// everybody comes first. Empty only where an edition has no channel for it at all.
std::vector<Offer> offers(Reporting const& reporting, Situation const& situation);

// Whether it can be used where the kiosk stands: an address always, a number if it can be called from here. A way to
// write to it stands beside its number and does not count: no page opens with it.
Reach reach(Reporting const& reporting, Channel const& channel);

// Whether its number, if it has one, can be called from where the kiosk stands, whatever its address does.
Reach number_reach(Reporting const& reporting, Channel const& channel);

// It, or, where its number cannot be called from here, the one that can.
Channel const& usable_here(Reporting const& reporting, Channel const& channel);

// What kind of place an id is: that of its record, else "country" for a country's code, else "unknown".
std::string place_kind(Reporting const& reporting, std::string const& id);

// What answers when a child is in danger there: the numbers of a country; of where the kiosk stands for what is online,
// as there is no other place to call. None where none was read, and at sea and the like.
std::vector<EmergencyNumber const*> numbers_in_danger(Reporting const& reporting, std::string const& place);

// By channel, the places (of those that have a record) where it may be offered to somebody, wherever he lives.
std::map<std::string, std::set<std::string, std::less<>>, std::less<>> places_offering(Reporting const& reporting);

} // namespace kiosk::content
