#include "base/calendar.h"
#include "base/nearest.h"
#include "content/check/checking.h"
#include "content/historic.h"
#include "content/offers.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kiosk::content {

namespace {

void check_address(CheckContext& checking, Channel const& channel, Address const& address)
{
    if (is_historic(checking.content.reporting, address.host()))
        checking.error(location_of(channel, "url"),
                       fmt::format("channel '{}': '{}' is a historic address", channel.id, address.host()),
                       instead_of_historic(checking.content.reporting, address.host()));
    if (auto const letters = address.text().size(); letters > kMostForAFarCode)
        checking.warning(location_of(channel, "url"),
                         fmt::format("channel '{}': '{}' has {} letters: too many to type, and its code is too fine to "
                                     "be read from afar",
                                     channel.id, address.text(), letters),
                         fmt::format("ask whoever runs it for a short address of at most {}", kMostForAFarCode));
}

// Whether it was verified more than a year ago. Days as YYYY-MM-DD compare as text.
bool is_stale(std::string const& verified_on, std::string const& today)
{
    auto const day = calendar_day(today);
    if (!day || verified_on.size() != today.size()) return false;
    auto year_before = today;
    year_before.replace(0, 4, fmt::format("{:04}", parts_of(*day).year - 1));
    return verified_on < year_before;
}

// "content", of "content/reporting/channels.toml".
std::string folder_of(Channel const& channel)
{
    auto const& file = channel.verified_place.file;
    return file.substr(0, file.find('/'));
}

void check_verification(CheckContext& checking, Channel const& channel)
{
    bool const release = checking.content.edition == Edition::release;
    auto const complain = [&](std::string message, std::string suggestion) {
        if (release)
            checking.error(channel.verified_place, std::move(message), std::move(suggestion));
        else
            checking.warning(channel.verified_place, std::move(message), std::move(suggestion));
    };
    auto const how =
        fmt::format("try it, then run: kiosk-content tried {} {} --by NAME", folder_of(channel), channel.id);
    auto const& unread = channel.unread;
    if (unread.contains("verified_on") || unread.contains("verified_by") || unread.contains("verified_mark")) return;
    bool const is_day =
        channel.verified_on.empty() || checking.past_day(channel.verified_on, channel.verified_place, "verified_on");
    if (!is_day) return;
    if (channel.verified_on.empty() != channel.verified_by.empty()) {
        checking.error(channel.verified_place, fmt::format("channel '{}' is half verified", channel.id),
                       "fill both verified_on and verified_by, or neither");
        return;
    }
    if (channel.verified_on.empty()) {
        // On a demonstration they are told together: see check_tried.
        if (release)
            checking.error(channel.verified_place,
                           fmt::format("channel '{}' has not been tried by a person", channel.id), how);
        return;
    }
    // What was tried could not be read, which is reported; it is no change.
    if (unread.contains("url") || unread.contains("phone") || unread.contains("hours")) return;
    if (channel.changed_since_tried())
        complain(fmt::format("channel '{}' was changed after {} had tried it on {}", channel.id, channel.verified_by,
                             channel.verified_on),
                 how);
    else if (!channel.verified())
        complain(fmt::format("channel '{}' is marked as tried by hand on {}", channel.id, channel.verified_on), how);
    else if (is_stale(channel.verified_on, checking.options.today))
        complain(fmt::format("channel '{}' was last tried on {}", channel.id, channel.verified_on),
                 "try it again: more than a year has passed");
}

// On a demonstration, one warning for all channels that nobody has tried: they are expected, and must not bury others.
void check_tried(CheckContext& checking)
{
    if (checking.content.edition == Edition::release) return;
    std::vector<std::string> ids;
    auto const& channels = checking.content.reporting.channels;
    for (auto const& channel : channels)
        if (channel.verified_on.empty() && channel.verified_by.empty()) ids.push_back(channel.id);
    if (ids.empty()) return;
    constexpr std::size_t kNamed = 3;
    checking.warning(
        {channels.front().verified_place.file},
        fmt::format(
            "{} of {} channels have not been tried by a person: {}{}", ids.size(), channels.size(),
            fmt::join(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), kNamed)), ", "),
            ids.size() > kNamed ? " and others" : ""),
        fmt::format("try one, then run: kiosk-content tried {} ID --by NAME", folder_of(channels.front())));
}

// The channel that replaces another from abroad must itself be usable from abroad.
void check_from_abroad(CheckContext& checking, Channel const& channel)
{
    if (channel.from_abroad.empty()) return;
    auto const* instead = checking.content.reporting.channel(channel.from_abroad);
    if (!instead && checking.content.unread.contains("reporting/channels.toml")) return;
    if (!instead || (instead->works_from == "country" && !instead->unread.contains("works_from")))
        checking.error(
            location_of(channel, "from_abroad"),
            fmt::format("'{}' cannot stand in for channel '{}' from abroad", channel.from_abroad, channel.id),
            instead ? "it works in its country only, too" : "there is no such channel");
}

void check_channel(CheckContext& checking, Channel const& channel)
{
    auto const& unread = channel.unread;
    for (auto const& [key, list] : {std::pair("countries", &channel.countries), std::pair("scope", &channel.scope)})
        if (list->empty() && !unread.contains(key))
            checking.error(location_of(channel, key), fmt::format("channel '{}' has nothing in {}", channel.id, key),
                           "say what it is for: else it is offered to nobody");
    for (auto const& [language, address] : channel.url) check_address(checking, channel, address);
    if (channel.url.empty() && channel.phone.empty() && !unread.contains("url") && !unread.contains("phone"))
        checking.error(location_of(channel, "url"),
                       fmt::format("channel '{}' has neither an address nor a telephone", channel.id),
                       "a visitor could not use it");
    if (channel.source.empty() && !unread.contains("source"))
        checking.error(location_of(channel, "source"), fmt::format("channel '{}' has no source", channel.id),
                       "say where it was read");
    if (!unread.contains("confidence") && (channel.confidence.empty() || channel.confidence.starts_with("C")))
        checking.error(location_of(channel, "confidence"),
                       fmt::format("channel '{}' is of confidence '{}'", channel.id, channel.confidence),
                       "nothing of confidence C ships");
    for (auto const& [language, words] : channel.words) {
        checking.length(words.name, kLongestName, words.place, fmt::format("the name of channel '{}'", channel.id));
        checking.length(words.tip, kLongestTip, words.place, fmt::format("the tip of channel '{}'", channel.id));
    }
    check_phone(checking, channel);
    check_verification(checking, channel);
    check_from_abroad(checking, channel);
}

bool has_word(std::vector<std::string> const& list, std::string_view wanted)
{
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

// A list of channels of a place, and the scopes of which a channel in it must have one.
struct Purpose {
    std::string_view list; // its key
    std::vector<std::string> scopes;
};

// Every channel in a list of a place must have the right scope, and be for that country or for all.
void check_offered(CheckContext& checking, Place const& place, std::vector<std::string> const& ids,
                   Purpose const& purpose)
{
    auto const& here = location_of(place, purpose.list);
    if (ids.size() > kMostOffers)
        checking.error(here, fmt::format("place '{}' has {} channels in {}", place.id, ids.size(), purpose.list),
                       "name four at most, the most useful first");
    std::set<std::string> met;
    for (auto const& id : ids) {
        auto const* channel = checking.channel(id, here, fmt::format("place '{}'", place.id));
        if (!channel) continue;
        if (!met.insert(id).second) {
            checking.error(here, fmt::format("place '{}' has '{}' twice in {}", place.id, id, purpose.list),
                           "take one out, or write the channel that was meant");
            continue;
        }
        bool const fits = std::any_of(purpose.scopes.begin(), purpose.scopes.end(),
                                      [&](std::string const& scope) { return has_word(channel->scope, scope); });
        if (!fits && !channel->scope.empty() && !channel->unread.contains("scope"))
            checking.error(
                here, fmt::format("place '{}' offers '{}' in {}, which is not for that", place.id, id, purpose.list),
                fmt::format("its scope has none of: {}", fmt::join(purpose.scopes, ", ")));
        bool const of_all = place.kind != "country" || has_word(channel->countries, "*");
        if (!of_all && !has_word(channel->countries, place.id) && !channel->countries.empty() &&
            !channel->unread.contains("countries"))
            checking.error(here, fmt::format("place '{}' offers '{}', which is not of that country", place.id, id),
                           fmt::format("its countries are: {}", fmt::join(channel->countries, ", ")));
    }
}

void check_place(CheckContext& checking, Place const& place)
{
    auto const& unread = place.unread;
    if (unread.contains("kind") || unread.contains("id")) return; // what it must have is not known
    bool const country = place.kind == "country";
    if (!country && place.channels.empty() && !unread.contains("channels"))
        checking.error(location_of(place, "channels"), fmt::format("place '{}' has 0 channels", place.id),
                       "name one to four, the most useful first");
    if (place.kind == "online")
        check_offered(checking, place, place.channels, {"channels", {"online"}});
    else if (country)
        check_offered(checking, place, place.channels, {"channels", {"at-home", "child-helpline"}});
    else
        check_offered(checking, place, place.channels, {"channels", {"seen-abroad"}});
    check_offered(checking, place, place.residents, {"residents", {"seen-abroad"}});
    check_offered(checking, place, place.online, {"online", {"online"}});
    if (!country && (!place.residents.empty() || !place.online.empty()))
        checking.error(location_of(place, place.residents.empty() ? "online" : "residents"),
                       fmt::format("nobody lives in the place '{}'", place.id),
                       "take residents and online out: they are of countries");
}

// A channel that nothing leads to was forgotten, or its place was lost.
void check_reached(CheckContext& checking)
{
    auto const& content = checking.content;
    auto const& unread = content.unread;
    // A file that could not be read may lead there.
    for (auto const& file : unread)
        if (file.ends_with("kiosk.toml") || file.starts_with("reporting/") || file.starts_with("guides/")) return;
    auto const offered = places_offering(content.reporting);
    std::set<std::string> reached;
    for (auto const& place : content.reporting.places) {
        if (!place.unread.empty()) return;
        for (auto const* list : {&place.channels, &place.residents, &place.online})
            reached.insert(list->begin(), list->end());
    }
    for (auto const& page : content.support.pages) reached.insert(page.channels.begin(), page.channels.end());
    for (auto const& channel : content.reporting.channels) reached.insert(channel.from_abroad);
    for (auto const& channel : content.reporting.channels)
        if (!reached.contains(channel.id) && !offered.contains(channel.id))
            checking.error(channel.place, fmt::format("channel '{}' is offered nowhere", channel.id),
                           "name it in a place of places.toml or on a page of support, or take it out");
}

// Countries are named by ICU.
std::vector<Place> worded_places(Reporting const& reporting)
{
    std::vector<Place> places;
    for (auto const& place : reporting.places)
        if (place.kind != "country" && !place.unread.contains("kind")) places.push_back(place);
    return places;
}

void check_words(CheckContext& checking, std::string const& folder)
{
    auto const& reporting = checking.content.reporting;
    auto const file = [&](char const* name) { return folder + "/reporting/" + name; };
    checking.words(reporting.channels, "channel", file("channels.toml"));
    checking.words(worded_places(reporting), "place", file("places.toml"));
    checking.words(reporting.note, "note", file("reporting.toml"));
    checking.words(reporting.never, "never", file("reporting.toml"));
    checking.words(reporting.doubts, "doubt", file("reporting.toml"));
}

} // namespace

void check_reporting(CheckContext& checking)
{
    auto const& reporting = checking.content.reporting;
    checking.unique_ids(reporting.channels, "channel");
    checking.unique_ids(reporting.places, "place");
    for (auto const& channel : reporting.channels) check_channel(checking, channel);
    check_tried(checking);
    for (auto const& place : reporting.places) check_place(checking, place);
    for (auto const& number : reporting.emergency) check_emergency(checking, number);
    auto const& file = checking.content.version_place.file;
    check_words(checking, file.substr(0, file.rfind('/')));
    bool const doubted = checking.content.unread.contains("reporting/places.toml") ||
                         checking.content.unread.contains("reporting/reporting.toml");
    auto const* home = reporting.place(reporting.home);
    if (!doubted && !home)
        checking.error(reporting.home_place, fmt::format("home = '{}' is not a place", reporting.home),
                       "name a place of places.toml");
    if (home && home->kind == "country" && home->channels.empty() && !home->unread.contains("channels"))
        checking.error(location_of(*home, "channels"),
                       fmt::format("place '{}' is where this kiosk stands, and has 0 channels", home->id),
                       "name one to four, the most useful first");
    check_reached(checking);
}

} // namespace kiosk::content
