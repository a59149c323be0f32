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

class Collecting {
public:
    explicit Collecting(Reporting const& reporting) : reporting_(reporting) {}

    void add(std::vector<std::string> const& ids, Why why)
    {
        for (auto const& id : ids)
            if (auto const* channel = reporting_.channel(id)) put({&usable_here(reporting_, *channel), why});
    }
    std::vector<Offer> take() { return std::move(offers_); }

private:
    void put(Offer const& offer)
    {
        bool const there = std::any_of(offers_.begin(), offers_.end(),
                                       [&](Offer const& known) { return known.channel == offer.channel; });
        if (!there && offers_.size() < kMostOffers) offers_.push_back(offer);
    }

    Reporting const& reporting_;
    std::vector<Offer> offers_;
};

std::vector<std::string> const kNone;

std::vector<std::string> const& channels_of(Place const* place) { return place ? place->channels : kNone; }

// For what happened somewhere that has no service of its own: what the editor named for "elsewhere".
std::vector<std::string> const& for_everybody(Reporting const& reporting)
{
    for (auto const& place : reporting.places)
        if (place.kind == "elsewhere") return place.channels;
    return kNone;
}

void split(Reporting const& reporting, std::vector<std::string> const& ids, std::vector<std::string>& reports,
           std::vector<std::string>& for_children)
{
    for (auto const& id : ids) {
        auto const* channel = reporting.channel(id);
        (channel && is_for_children_only(*channel) ? for_children : reports).push_back(id);
    }
}

} // namespace

std::string_view name(Why why)
{
    static constexpr std::array<std::string_view, 3> kNames{"lives there", "happened there", "everywhere"};
    return kNames[static_cast<std::size_t>(why)];
}

std::string place_kind(Reporting const& reporting, std::string const& id)
{
    if (auto const* place = reporting.place(id)) return place->kind;
    return is_country(id) ? "country" : "unknown";
}

Reach reach(Reporting const& reporting, Channel const& channel)
{
    bool const here = channel.works_from != "country" || !channel.url.empty() || channel.phone.empty() ||
                      holds(channel.countries, reporting.home);
    return here ? Reach::from_here : Reach::from_there_only;
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
    Collecting collecting(reporting);
    if (kind == "online") {
        collecting.add(lives ? lives->online : kNone, Why::lives_there);
        collecting.add(channels_of(place), Why::everywhere);
        return collecting.take();
    }
    bool const at_home = kind == "country" && situation.place == situation.lives;
    if (!at_home) collecting.add(lives ? lives->residents : kNone, Why::lives_there);
    if (kind == "country") {
        std::vector<std::string> reports;
        std::vector<std::string> for_children;
        split(reporting, channels_of(place), reports, for_children);
        collecting.add(reports, at_home ? Why::lives_there : Why::happened_there);
        if (!at_home || reports.empty()) collecting.add(for_everybody(reporting), Why::everywhere);
        collecting.add(for_children, at_home ? Why::lives_there : Why::happened_there);
    } else {
        collecting.add(place ? place->channels : for_everybody(reporting), Why::everywhere);
    }
    return collecting.take();
}

std::map<std::string, std::set<std::string, std::less<>>, std::less<>> places_offering(Reporting const& reporting)
{
    std::map<std::string, std::set<std::string, std::less<>>, std::less<>> offering;
    // Of homes, those that have a record and one that has none: all there is to tell apart.
    std::vector<std::string> homes{""};
    for (auto const& place : reporting.places)
        if (place.kind == "country") homes.push_back(place.id);
    for (auto const& place : reporting.places)
        for (auto const& home : homes)
            for (auto const& offer : offers(reporting, {place.id, home})) offering[offer.channel->id].insert(place.id);
    return offering;
}

} // namespace kiosk::content
