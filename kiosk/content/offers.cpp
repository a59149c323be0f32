#include "content/offers.h"
#include "content/countries.h"

#include <algorithm>
#include <array>

namespace kiosk::content {

namespace {

bool holds(std::vector<std::string> const& list, std::string_view wanted)
{
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

// A line that children call for themselves: adults who saw something are better served by all others.
bool is_for_children_only(Channel const& channel)
{
    return holds(channel.scope, "child-helpline") && !holds(channel.scope, "at-home");
}

bool is_for_everybody(Channel const& channel) { return holds(channel.countries, "*"); }

class OfferCollector {
public:
    explicit OfferCollector(Reporting const& reporting) : reporting_(reporting) {}

    void add(std::vector<std::string> const& ids, OfferReason why)
    {
        for (auto const& id : ids)
            if (auto const* channel = reporting_.channel(id)) put(usable_here(reporting_, *channel), why);
    }
    bool has_one_from_here() const
    {
        return std::any_of(offers_.begin(), offers_.end(), [&](Offer const& offer) { return is_from_here(offer); });
    }
    // What cannot be used from here gives way to all that can, and is the first to find no room.
    std::vector<Offer> take()
    {
        std::stable_partition(offers_.begin(), offers_.end(), [&](Offer const& offer) { return is_from_here(offer); });
        if (offers_.size() > kMostOffers) offers_.resize(kMostOffers);
        return std::move(offers_);
    }

private:
    bool is_from_here(Offer const& offer) const { return reach(reporting_, *offer.channel) == Reach::from_here; }
    void put(Channel const& channel, OfferReason why)
    {
        bool const there =
            std::any_of(offers_.begin(), offers_.end(), [&](Offer const& known) { return known.channel == &channel; });
        if (!there) offers_.push_back({&channel, is_for_everybody(channel) ? OfferReason::everywhere : why});
    }

    Reporting const& reporting_;
    std::vector<Offer> offers_;
};

using Ids = std::vector<std::string>;

Ids const kNone;

Ids const& channels_of(Place const* place) { return place ? place->channels : kNone; }

// For what happened somewhere that has no service of its own: what the editor named for "elsewhere".
Ids const& for_everybody(Reporting const& reporting)
{
    for (auto const& place : reporting.places)
        if (place.kind == "elsewhere") return place.channels;
    return kNone;
}

// What a place offers, by what it is for.
struct OfPlace {
    Ids reports, for_children;
};

OfPlace of_place(Reporting const& reporting, Place const* place)
{
    OfPlace of;
    for (auto const& id : channels_of(place)) {
        auto const* channel = reporting.channel(id);
        (channel && is_for_children_only(*channel) ? of.for_children : of.reports).push_back(id);
    }
    return of;
}

// What a home offers to those who live there. Channels that its editor listed after one for everybody are less certain
// to help than that one.
struct OfHome {
    Ids sure, unsure;
};

OfHome of_home(Reporting const& reporting, Place const* home)
{
    OfHome of;
    if (!home) return of;
    auto const first_for_everybody =
        std::find_if(home->residents.begin(), home->residents.end(), [&](std::string const& id) {
            auto const* channel = reporting.channel(id);
            return channel && is_for_everybody(*channel);
        });
    of.sure.assign(home->residents.begin(), first_for_everybody);
    of.unsure.assign(first_for_everybody, home->residents.end());
    return of;
}

// Visitors who do not say where they live may well live here, and the law here applies to some who do not.
Ids first_of_here(Reporting const& reporting)
{
    auto const* here = reporting.place(reporting.home);
    return here && !here->residents.empty() ? Ids{here->residents.front()} : kNone;
}

} // namespace

std::string_view name(OfferReason why)
{
    static constexpr std::array<std::string_view, 4> kNames{"lives there", "happened there", "everywhere", "is here"};
    return kNames[static_cast<std::size_t>(why)];
}

std::string place_kind(Reporting const& reporting, std::string const& id)
{
    if (auto const* place = reporting.place(id)) return place->kind;
    return is_country(id) ? "country" : "unknown";
}

Reach number_reach(Reporting const& reporting, Channel const& channel)
{
    bool const here = channel.works_from != "country" || holds(channel.countries, reporting.home);
    return here ? Reach::from_here : Reach::from_there_only;
}

Reach reach(Reporting const& reporting, Channel const& channel)
{
    return channel.url.empty() ? number_reach(reporting, channel) : Reach::from_here;
}

Channel const& usable_here(Reporting const& reporting, Channel const& channel)
{
    if (channel.from_abroad.empty() || reach(reporting, channel) == Reach::from_here) return channel;
    auto const* instead = reporting.channel(channel.from_abroad);
    return instead ? *instead : channel;
}

std::vector<Offer> offers(Reporting const& reporting, Situation const& situation)
{
    auto const* place = reporting.place(situation.place);
    auto const* lives = reporting.place(situation.lives);
    auto const kind = place_kind(reporting, situation.place);
    OfferCollector collecting(reporting);
    if (kind == "online") {
        collecting.add(lives ? lives->online : kNone, OfferReason::lives_there);
        collecting.add(channels_of(place), OfferReason::everywhere);
        return collecting.take();
    }
    bool const country = kind == "country";
    bool const at_home = country && situation.place == situation.lives;
    auto const home = at_home ? OfHome{} : of_home(reporting, lives);
    collecting.add(home.sure, OfferReason::lives_there);
    auto const there = country ? of_place(reporting, place) : OfPlace{};
    collecting.add(there.reports, at_home ? OfferReason::lives_there : OfferReason::happened_there);
    if (!country && place)
        collecting.add(place->channels, OfferReason::everywhere);
    else if (!at_home || !collecting.has_one_from_here())
        collecting.add(for_everybody(reporting), OfferReason::everywhere);
    collecting.add(home.unsure, OfferReason::lives_there);
    if (situation.lives.empty()) collecting.add(first_of_here(reporting), OfferReason::is_here);
    collecting.add(there.for_children, at_home ? OfferReason::lives_there : OfferReason::happened_there);
    return collecting.take();
}

std::vector<EmergencyNumber const*> numbers_in_danger(Reporting const& reporting, std::string const& place)
{
    auto const kind = place_kind(reporting, place);
    if (kind == "online") return reporting.emergency_in(reporting.home);
    return kind == "country" ? reporting.emergency_in(place) : std::vector<EmergencyNumber const*>{};
}

std::map<std::string, std::set<std::string, std::less<>>, std::less<>> places_offering(Reporting const& reporting)
{
    std::map<std::string, std::set<std::string, std::less<>>, std::less<>> offering;
    // "" stands for every home without a record: they are all offered the same.
    std::vector<std::string> homes{""};
    for (auto const& place : reporting.places)
        if (place.kind == "country") homes.push_back(place.id);
    for (auto const& place : reporting.places)
        for (auto const& home : homes)
            for (auto const& offer : offers(reporting, {place.id, home})) offering[offer.channel->id].insert(place.id);
    return offering;
}

} // namespace kiosk::content
