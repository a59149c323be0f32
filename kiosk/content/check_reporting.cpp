#include "base/calendar.h"
#include "base/nearest.h"
#include "content/checking.h"
#include "content/offers.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kiosk::content {

namespace {

void check_address(Checking& checking, Channel const& channel, Address const& address)
{
    if (is_historic(checking.pack.reporting, address.host()))
        checking.error(channel.place,
                       fmt::format("channel '{}': '{}' is a historic address", channel.id, address.host()),
                       "the deny-list in historic.toml says what it is today");
    if (auto const letters = address.text().size(); letters > kMostForAFarCode)
        checking.warning(channel.place,
                         fmt::format("channel '{}': '{}' has {} letters: too many to type, and its code is too fine to "
                                     "be read from afar",
                                     channel.id, address.text(), letters),
                         fmt::format("ask whoever runs it for a short address of at most {}", kMostForAFarCode));
}

// A year as text is a year as text: the same day a year before compares below as YYYY-MM-DD.
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

void check_verification(Checking& checking, Channel const& channel)
{
    bool const release = checking.pack.edition == Edition::release;
    auto const complain = [&](std::string message, std::string suggestion) {
        if (release)
            checking.error(channel.verified_place, std::move(message), std::move(suggestion));
        else
            checking.warning(channel.verified_place, std::move(message), std::move(suggestion));
    };
    auto const how =
        fmt::format("try it, then run: kiosk-content tried {} {} --by NAME", folder_of(channel), channel.id);
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
    checking.past_day(channel.verified_on, channel.verified_place, "verified_on");
    if (channel.changed_since_tried())
        complain(fmt::format("channel '{}' was changed after {} had tried it on {}", channel.id, channel.verified_by,
                             channel.verified_on),
                 how);
    else if (!channel.verified())
        complain(fmt::format("channel '{}' does not say what was tried on {}", channel.id, channel.verified_on), how);
    else if (is_stale(channel.verified_on, checking.options.today))
        complain(fmt::format("channel '{}' was last tried on {}", channel.id, channel.verified_on),
                 "try it again: more than a year has passed");
}

// The ones that nobody has ever tried, in one line: on a demonstration they are as they should be, and hide nothing
// else.
void check_tried(Checking& checking)
{
    if (checking.pack.edition == Edition::release) return;
    std::vector<std::string> ids;
    auto const& channels = checking.pack.reporting.channels;
    for (auto const& channel : channels)
        if (channel.verified_on.empty() && channel.verified_by.empty()) ids.push_back(channel.id);
    if (ids.empty()) return;
    checking.warning(
        {channels.front().verified_place.file},
        fmt::format("{} of {} channels have not been tried by a person: {}", ids.size(), channels.size(),
                    fmt::join(ids, ", ")),
        fmt::format("try one, then run: kiosk-content tried {} ID --by NAME", folder_of(channels.front())));
}

// What stands in for a number that cannot be called from abroad can.
void check_from_abroad(Checking& checking, Channel const& channel)
{
    if (channel.from_abroad.empty()) return;
    auto const* instead = checking.pack.reporting.channel(channel.from_abroad);
    if (!instead || instead->works_from == "country")
        checking.error(
            channel.place,
            fmt::format("'{}' cannot stand in for channel '{}' from abroad", channel.from_abroad, channel.id),
            instead ? "it works in its country only, too" : "there is no such channel");
}

void check_channel(Checking& checking, Channel const& channel)
{
    for (auto const& [language, address] : channel.url) check_address(checking, channel, address);
    if (channel.url.empty() && channel.phone.empty())
        checking.error(channel.place, fmt::format("channel '{}' has neither an address nor a telephone", channel.id),
                       "a visitor could not use it");
    if (channel.source.empty())
        checking.error(channel.place, fmt::format("channel '{}' has no source", channel.id), "say where it was read");
    if (channel.confidence.empty() || channel.confidence.starts_with("C"))
        checking.error(channel.place, fmt::format("channel '{}' is of confidence '{}'", channel.id, channel.confidence),
                       "nothing of confidence C ships");
    check_verification(checking, channel);
    check_from_abroad(checking, channel);
    for (auto const& language : checking.pack.languages)
        if (!channel.words.contains(language))
            checking.error(checking.words_of(channel.place, language),
                           fmt::format("channel '{}' has no words in '{}'", channel.id, language),
                           fmt::format("add [channel.{}] to reporting/{}.toml", channel.id, language));
}

bool has_word(std::vector<std::string> const& list, std::string_view wanted)
{
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

// What a list of a place is for, and which scopes do for it.
struct Purpose {
    std::string_view list; // its key
    std::vector<std::string> scopes;
};

// Every channel that is offered there is one for what is asked, and for that country or for all.
void check_offered(Checking& checking, Place const& place, std::vector<std::string> const& ids, Purpose const& purpose)
{
    auto const& reporting = checking.pack.reporting;
    if (ids.size() > kMostOffers)
        checking.error(place.place, fmt::format("place '{}' has {} channels in {}", place.id, ids.size(), purpose.list),
                       "name four at most, the most useful first");
    for (auto const& id : ids) {
        auto const* channel = reporting.channel(id);
        if (!channel) {
            std::vector<std::string> known;
            for (auto const& one : reporting.channels) known.push_back(one.id);
            checking.error(place.place,
                           fmt::format("place '{}' names a channel '{}' that does not exist", place.id, id),
                           suggest_word(id, known));
            continue;
        }
        bool const fits = std::any_of(purpose.scopes.begin(), purpose.scopes.end(),
                                      [&](std::string const& scope) { return has_word(channel->scope, scope); });
        if (!fits)
            checking.error(
                place.place,
                fmt::format("place '{}' offers '{}' in {}, which is not for that", place.id, id, purpose.list),
                fmt::format("its scope has none of: {}", fmt::join(purpose.scopes, ", ")));
        bool const of_all = place.kind != "country" || has_word(channel->countries, "*");
        if (!of_all && !has_word(channel->countries, place.id))
            checking.error(place.place,
                           fmt::format("place '{}' offers '{}', which is not of that country", place.id, id),
                           fmt::format("its countries are: {}", fmt::join(channel->countries, ", ")));
    }
}

void check_place(Checking& checking, Place const& place)
{
    bool const country = place.kind == "country";
    if (!country && place.channels.empty())
        checking.error(place.place, fmt::format("place '{}' has 0 channels", place.id),
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
        checking.error(place.place, fmt::format("nobody lives in the place '{}'", place.id),
                       "take residents and online out: they are of countries");
    if (country) return;
    for (auto const& language : checking.pack.languages)
        if (!place.words.contains(language))
            checking.error(checking.words_of(place.place, language),
                           fmt::format("place '{}' has no words in '{}'", place.id, language),
                           fmt::format("add [place.{}] to reporting/{}.toml", place.id, language));
}

void check_emergency(Checking& checking, EmergencyNumber const& number)
{
    if (number.source.empty() || number.confidence.empty() || number.confidence.starts_with("C"))
        checking.error(number.place, fmt::format("the emergency number {} has no source that was read", number.number),
                       "fill source and confidence, or take it out");
}

void check_advice(Checking& checking, std::vector<AdviceEntry> const& entries, std::string const& what)
{
    for (auto const& entry : entries)
        for (auto const& language : checking.pack.languages)
            if (!entry.words.contains(language))
                checking.error(checking.words_of(entry.place, language),
                               fmt::format("{} '{}' has no words", what, entry.id),
                               fmt::format("add [{}.{}] to reporting/{}.toml", what, entry.id, language));
}

} // namespace

void check_reporting(Checking& checking)
{
    auto const& reporting = checking.pack.reporting;
    checking.unique_ids(reporting.channels, "channel");
    checking.unique_ids(reporting.places, "place");
    for (auto const& channel : reporting.channels) check_channel(checking, channel);
    check_tried(checking);
    for (auto const& place : reporting.places) check_place(checking, place);
    for (auto const& number : reporting.emergency) check_emergency(checking, number);
    check_advice(checking, reporting.note, "note");
    check_advice(checking, reporting.never, "never");
    check_advice(checking, reporting.doubts, "doubt");
    if (!reporting.place(reporting.home))
        checking.error(reporting.home_place, fmt::format("home = '{}' is not a place", reporting.home),
                       "name a place of places.toml");
}

} // namespace kiosk::content
