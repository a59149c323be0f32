// Offers: which channels a visitor is offered, in which order and why, given where it happened and where the visitor
// lives. First come channels of the home country, whose police can question the witness and prosecute its residents
// abroad; then those of the place; then those for everybody. Within that order, channels that can be used from where
// the kiosk stands come before all others. Screens, counts, the check and `kiosk-content offers` share this rule. Pure.
#pragma once
#include "content/content.h"

#include <set>

namespace kiosk::content {

// Ids of places, or codes of countries that have no record. `lives` is "" where the visitor has not said.
struct Situation {
    std::string place, lives;
    bool operator==(Situation const&) const = default;
};

// is_here: the visitor has not said where they live, but stands at this kiosk.
enum class OfferReason { lives_there, happened_there, everywhere, is_here };
std::string_view name(OfferReason why);

enum class Reach { from_here, from_there_only };

struct Offer {
    Channel const* channel = nullptr;
    OfferReason why = OfferReason::everywhere;
};

// The number of channels that can be told apart at a glance.
constexpr std::size_t kMostOffers = 4;

// At most kMostOffers, the most useful first; channels that cannot be used from here come last. Empty only where the
// edition has no channel for the situation.
std::vector<Offer> offers(Reporting const& reporting, Situation const& situation);

// Whether a channel can be used from where the kiosk stands: by its address always, by its number if it can be called
// from here. Text contacts do not count, since no page shows them first.
Reach reach(Reporting const& reporting, Channel const& channel);

// Whether its number can be called from where the kiosk stands, whether or not it has an address.
Reach number_reach(Reporting const& reporting, Channel const& channel);

// The channel itself, or its `from_abroad` channel where it cannot be used from here.
Channel const& usable_here(Reporting const& reporting, Channel const& channel);

// The kind of a place: that of its record, else "country" for a country's code, else "unknown".
std::string place_kind(Reporting const& reporting, std::string const& id);

// The emergency numbers for a child in danger there. Online has no emergency service of its own: the numbers are those
// of where the kiosk stands. None for other places that are no country (at sea, in the air).
std::vector<EmergencyNumber const*> numbers_in_danger(Reporting const& reporting, std::string const& place);

// By channel id, the places with a record where it is offered to at least one home.
std::map<std::string, std::set<std::string, std::less<>>, std::less<>> places_offering(Reporting const& reporting);

} // namespace kiosk::content
