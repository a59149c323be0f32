// Which channels a visitor is offered: the home counts for more than the place.
#include "content/check/check.h"
#include "content/offers.h"
#include "content/read/read.h"
#include "files/files.h"
#include "support/kiosk.h"
#include "support/temporary_folder.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <functional>
#include <set>

using namespace kiosk;
using namespace kiosk::content;
using test::shipped_content;

namespace {

std::vector<std::string> ids(std::string const& place, std::string const& lives)
{
    std::vector<std::string> ids;
    for (auto const& offer : offers(shipped_content().reporting, {place, lives})) ids.push_back(offer.channel->id);
    return ids;
}

using Ids = std::vector<std::string>;

bool is_for_everybody(Channel const& channel) { return channel.countries == Ids{"*"}; }

// Every place and every home that can be chosen, and "", which is no place.
Ids const& everywhere()
{
    static Ids const all = [] {
        auto const& reporting = shipped_content().reporting;
        std::set<std::string> ids{""};
        for (auto const& country : reporting.countries.at("en")) ids.insert(country.code);
        for (auto const& one : reporting.places) ids.insert(one.id);
        return Ids(ids.begin(), ids.end());
    }();
    return all;
}

using Rule = std::function<bool(Reporting const&, Situation const&, std::vector<Offer> const&)>;

// Whether a rule holds for every place by every home; the first for which it does not is named.
void for_all(Rule const& holds, std::string const& home = "BE")
{
    auto reporting = shipped_content().reporting;
    reporting.home = home;
    for (auto const& place : everywhere())
        for (auto const& lives : everywhere())
            if (!place.empty() && !holds(reporting, {place, lives}, offers(reporting, {place, lives})))
                FAIL(place << " from " << (lives.empty() ? "not said" : lives) << ", kiosk in " << home);
}

std::string errors_of_reporting(std::function<void(Reporting&)> const& change)
{
    auto content = shipped_content();
    change(content.reporting);
    std::string lines;
    for (auto const& problem : check_content(content, {}))
        if (problem.severity == Severity::error) lines += problem.line() + "\n";
    return lines;
}

Place& place(Reporting& reporting, std::string const& id)
{
    return *std::find_if(reporting.places.begin(), reporting.places.end(), [&](auto& one) { return one.id == id; });
}

} // namespace

TEST_CASE("a Pole who saw something in Senegal meets the Polish form")
{
    CHECK(ids("SN", "PL") == Ids{"pl-form", "dont-look-away", "sn-116"});
    auto const found = offers(shipped_content().reporting, {"SN", "PL"});
    CHECK(found[0].why == OfferReason::lives_there);
    CHECK(found[1].why == OfferReason::everywhere);
    CHECK(found[2].why == OfferReason::happened_there);
}

TEST_CASE(
    "whoever lives where the kiosk stands meets its form, wherever it happened, and the service of the place after it")
{
    CHECK(ids("BE", "BE") == Ids{"be-form", "be-116000"});
    CHECK(ids("KE", "BE") == Ids{"be-form", "be-116000", "dont-look-away", "ke-116"});
    CHECK(ids("DE", "BE") == Ids{"be-form", "be-116000", "de-portal", "dont-look-away"});
    for (auto const* nowhere : {"at-sea", "in-the-air", "unknown", "elsewhere", "JP", "no such place"})
        CHECK(ids(nowhere, "BE") == Ids{"be-form", "be-116000", "dont-look-away"});
}

TEST_CASE("who lives where there is no service is led to what there is for everybody, and then to that of the place")
{
    CHECK(ids("SN", "JP") == Ids{"dont-look-away", "sn-116"});
    CHECK(ids("JP", "JP") == Ids{"dont-look-away"});
    CHECK(ids("BE", "JP") == Ids{"be-form", "be-116000", "dont-look-away"});
    CHECK(ids("AT", "JP") == Ids{"at-portal", "dont-look-away"});
    CHECK(ids("GB", "JP") == Ids{"gb-crimestoppers", "dont-look-away", "gb-nspcc"});
    // A line that children call for themselves comes after what adults report by.
    CHECK(ids("ES", "ES") == Ids{"dont-look-away", "es-116111"});
}

TEST_CASE("who would rather not say where he lives is offered the form of here as well, after what is for everybody")
{
    CHECK(ids("SN", "") == Ids{"dont-look-away", "be-form", "sn-116"});
    CHECK(ids("DE", "") == Ids{"de-portal", "dont-look-away", "be-form", "de-hilfetelefon"});
    CHECK(offers(shipped_content().reporting, {"SN", ""})[1].why == OfferReason::is_here);
    for (auto const* nowhere : {"at-sea", "in-the-air", "unknown", "elsewhere", "JP"})
        CHECK(ids(nowhere, "") == Ids{"dont-look-away", "be-form"});
    CHECK(ids("BE", "") == Ids{"be-form", "be-116000", "dont-look-away"});
}

TEST_CASE("what no source calls sure for what happened elsewhere is offered after what there is for everybody")
{
    CHECK(ids("KE", "GB") == Ids{"dont-look-away", "gb-crimestoppers", "ke-116"});
    CHECK(ids("BE", "GB") == Ids{"be-form", "be-116000", "dont-look-away", "gb-crimestoppers"});
    CHECK(ids("GB", "GB") == Ids{"gb-crimestoppers", "dont-look-away", "gb-nspcc"});
    auto const found = offers(shipped_content().reporting, {"KE", "GB"});
    CHECK(found[0].why == OfferReason::everywhere); // though its editor named it for those who live there
    CHECK(found[1].why == OfferReason::lives_there);
}

TEST_CASE("of what is online the channel for images is offered, and no form for what was seen")
{
    CHECK(ids("online", "BE") == Ids{"be-images", "be-116000"});
    CHECK(ids("online", "FR") == Ids{"fr-pharos", "be-images", "be-116000"});
    CHECK(ids("online", "AT") == Ids{"at-portal", "be-images", "be-116000"});
    CHECK(ids("online", "NO") == Ids{"no-kripos", "be-images", "be-116000"});
    CHECK(ids("online", "CA") == Ids{"ca-cybertip", "be-images", "be-116000"});
    for (auto const* home : {"PL", "JP", ""}) CHECK(ids("online", home) == Ids{"be-images", "be-116000"});
}

TEST_CASE("a number that cannot be called from here gives way to the one that can")
{
    CHECK(ids("FR", "BE")[2] == "fr-119-abroad");
    auto const& reporting = shipped_content().reporting;
    CHECK(reach(reporting, *reporting.channel("fr-119")) == Reach::from_there_only);
    CHECK(reach(reporting, *reporting.channel("ke-116")) == Reach::from_there_only);
    CHECK(reach(reporting, *reporting.channel("be-116000")) == Reach::from_here);
    CHECK(reach(reporting, *reporting.channel("fr-119-abroad")) == Reach::from_here);
    CHECK(reach(reporting, *reporting.channel("be-form")) == Reach::from_here);
    auto there = reporting;
    there.home = "FR";
    CHECK(usable_here(there, *there.channel("fr-119")).id == "fr-119");
}

TEST_CASE("an address can be used from here where the number beside it cannot be called")
{
    auto const& reporting = shipped_content().reporting;
    auto const& crimestoppers = *reporting.channel("gb-crimestoppers");
    CHECK(reach(reporting, crimestoppers) == Reach::from_here);
    CHECK(number_reach(reporting, crimestoppers) == Reach::from_there_only);
    CHECK(number_reach(reporting, *reporting.channel("be-seos")) == Reach::from_here);
    // A way to write stands beside a number, and is not what a page opens with.
    CHECK(reach(reporting, *reporting.channel("br-100")) == Reach::from_there_only);
    CHECK_FALSE(reporting.channel("br-100")->text_contacts.empty());
}

TEST_CASE("nobody anywhere is left without an offer, and nobody is offered more than four, or one twice")
{
    CHECK(everywhere().size() > 250);
    for_all([](Reporting const&, Situation const&, std::vector<Offer> const& found) {
        std::set<Channel const*> different;
        for (auto const& offer : found) different.insert(offer.channel);
        return !found.empty() && found.size() <= kMostOffers && different.size() == found.size();
    });
}

TEST_CASE("whoever is offered nothing else that can be used from here is offered first what there is for everybody")
{
    for_all([](Reporting const& reporting, Situation const& at, std::vector<Offer> const& found) {
        if (place_kind(reporting, at.place) == "online") return true;
        bool const other = std::any_of(found.begin(), found.end(), [&](Offer const& offer) {
            return !is_for_everybody(*offer.channel) && offer.why != OfferReason::is_here &&
                   reach(reporting, *offer.channel) == Reach::from_here;
        });
        return other || is_for_everybody(*found.front().channel);
    });
}

TEST_CASE("what cannot be used from here is offered after all that can, wherever the kiosk stands")
{
    auto const sorted = [](Reporting const& reporting, Situation const&, std::vector<Offer> const& found) {
        return std::is_sorted(found.begin(), found.end(), [&](Offer const& one, Offer const& other) {
            return reach(reporting, *one.channel) < reach(reporting, *other.channel);
        });
    };
    for (auto const* home : {"BE", "DE", "FR", "KE"}) for_all(sorted, home);
}

TEST_CASE("where it happened elsewhere, the channel of one's own country comes first, and that for everybody is there")
{
    for_all([](Reporting const& reporting, Situation const& at, std::vector<Offer> const& found) {
        auto const* home = reporting.place(at.lives);
        if (place_kind(reporting, at.place) == "online" || at.place == at.lives) return true;
        bool const everybody = std::any_of(found.begin(), found.end(),
                                           [](Offer const& offer) { return is_for_everybody(*offer.channel); });
        bool const own = !home || home->residents.empty() || home->residents.front() == "dont-look-away" ||
                         found.front().channel->id == home->residents.front();
        return everybody && own;
    });
}

TEST_CASE("a line that children call for themselves is never offered before what adults report by")
{
    for_all([](Reporting const&, Situation const&, std::vector<Offer> const& found) {
        auto const for_children = [](Offer const& offer) {
            auto const& scope = offer.channel->scope;
            return scope == std::vector<std::string>{"child-helpline"};
        };
        return std::is_sorted(found.begin(), found.end(), [&](Offer const& one, Offer const& other) {
            return for_children(one) < for_children(other);
        });
    });
}

TEST_CASE("online everybody is offered a channel for it that can be used from here, and a number to call from here")
{
    auto const& reporting = shipped_content().reporting;
    for (auto const& home : everywhere()) {
        auto const found = offers(reporting, {"online", home});
        CAPTURE(home);
        CHECK(std::all_of(found.begin(), found.end(), [&](Offer const& offer) {
            auto const& scope = offer.channel->scope;
            return std::find(scope.begin(), scope.end(), "online") != scope.end() &&
                   reach(reporting, *offer.channel) == Reach::from_here;
        }));
        CHECK(std::any_of(found.begin(), found.end(), [&](Offer const& offer) {
            return !offer.channel->phone.empty() && number_reach(reporting, *offer.channel) == Reach::from_here;
        }));
    }
}

TEST_CASE("a channel that was added is of its country, and says what its source says")
{
    struct Row {
        char const *id, *country, *address, *phone;
        Anonymity anonymous;
        char const *hours, *confidence;
    };
    auto const& reporting = shipped_content().reporting;
    for (auto const& row :
         std::vector<Row>{{"gb-crimestoppers", "GB", "https://crimestoppers-uk.org/", "0800\u00a0555\u00a0111",
                           Anonymity::yes, "", "A"},
                          {"no-kripos", "NO", "https://tips.kripos.no/", "", Anonymity::yes, "24/7", "A"},
                          {"au-afp", "AU", "https://www.accce.gov.au/report", "", Anonymity::unknown, "", "A"},
                          {"us-hsi", "US", "https://dhs.gov/hsi/tipline", "", Anonymity::yes, "", "A"},
                          {"ca-cybertip", "CA", "https://cybertip.ca/", "1\u00a0866\u00a0658\u00a09022",
                           Anonymity::unknown, "", "A"},
                          {"it-114", "IT", "", "114", Anonymity::unknown, "24/7", "A"},
                          {"sn-116", "SN", "", "116", Anonymity::unknown, "", "B"},
                          {"ua-0800", "UA", "", "0\u00a0800\u00a0500\u00a0225", Anonymity::unknown, "", "B"},
                          {"at-portal", "AT", "https://www.nicht-wegsehen.at/", "", Anonymity::yes, "", "A"},
                          {"se-resekurage", "SE", "https://resekurage.se/", "", Anonymity::unknown, "", "A"}}) {
        CAPTURE(row.id);
        auto const* channel = reporting.channel(row.id);
        REQUIRE(channel);
        CHECK(channel->countries == Ids{row.country});
        CHECK(channel->address("en") == row.address);
        CHECK(channel->phone == row.phone);
        CHECK(channel->anonymous == row.anonymous);
        CHECK(channel->hours == row.hours);
        CHECK(channel->confidence == row.confidence);
        CHECK(channel->verified_by.empty()); // nobody has tried it
    }
    // The Internet address may become part of the report: whoever reports is told before.
    for (auto const* language : {"en", "fr", "nl", "de"}) {
        auto const& tip = reporting.channel("us-hsi")->words.at(language).tip;
        CHECK(tip.find("IP") != std::string::npos);
    }
    CHECK(reporting.channel("it-114")->interprets);
    CHECK(reporting.channel("de-hilfetelefon")->interprets);
    for (auto const* unsaid : {"be-116000", "be-stop-it-now", "ch-online", "sn-116"})
        CHECK(reporting.channel(unsaid)->languages.empty());
}

TEST_CASE("in danger the numbers of the place are called; of what is online those of here; at sea none")
{
    auto const& reporting = shipped_content().reporting;
    auto const numbers = [&](char const* place) {
        Ids called;
        for (auto const* number : numbers_in_danger(reporting, place)) called.push_back(number->number);
        return called;
    };
    CHECK(numbers("BE") == Ids{"112", "101"});
    CHECK(numbers("online") == Ids{"112", "101"});
    CHECK(numbers("FR") == Ids{"112", "17"});
    CHECK(numbers("IT") == Ids{"112", "113"});
    CHECK(numbers("CZ") == Ids{"112", "158"});
    CHECK(numbers("DK") == Ids{"112"}); // which has no record of its own
    for (auto const* none : {"at-sea", "in-the-air", "elsewhere", "unknown", "JP", "GB"}) CHECK(numbers(none).empty());
}

TEST_CASE("a channel that is offered where its scope or its country does not fit is an error of the content")
{
    auto const says = [](std::string const& errors, char const* part) {
        CAPTURE(errors);
        CHECK(errors.find(part) != std::string::npos);
    };
    says(errors_of_reporting([](Reporting& reporting) { place(reporting, "FR").channels = {"fr-pharos"}; }),
         "place 'FR' offers 'fr-pharos' in channels, which is not for that");
    says(errors_of_reporting([](Reporting& reporting) { place(reporting, "CH").channels = {"ch-portal"}; }),
         "place 'CH' offers 'ch-portal' in channels, which is not for that");
    says(errors_of_reporting([](Reporting& reporting) { place(reporting, "KE").residents = {"be-seos"}; }),
         "place 'KE' offers 'be-seos' in residents, which is not for that");
    says(errors_of_reporting([](Reporting& reporting) { place(reporting, "PL").residents = {"de-portal"}; }),
         "place 'PL' offers 'de-portal', which is not of that country");
    says(errors_of_reporting([](Reporting& reporting) { place(reporting, "online").channels = {"be-form"}; }),
         "place 'online' offers 'be-form' in channels, which is not for that");
    says(errors_of_reporting([](Reporting& reporting) { place(reporting, "at-sea").residents = {"be-form"}; }),
         "nobody lives in the place 'at-sea'");
    says(errors_of_reporting([](Reporting& reporting) { reporting.emergency[0].confidence = "C"; }),
         "has no source that was read");
    says(errors_of_reporting([](Reporting& reporting) {
             std::find_if(reporting.channels.begin(), reporting.channels.end(), [](auto& one) {
                 return one.id == "fr-119";
             })->from_abroad = "ke-116";
         }),
         "'ke-116' cannot stand in for channel 'fr-119' from abroad");
}

TEST_CASE("countries are named and sorted by each language's own rules")
{
    auto const first_of = [](char const* language, std::string const& code) {
        auto const& countries = shipped_content().reporting.countries.at(language);
        return std::find_if(countries.begin(), countries.end(), [&](auto const& one) { return one.code == code; });
    };
    CHECK(first_of("en", "DE")->name == "Germany");
    CHECK(first_of("fr", "DE")->name == "Allemagne");
    CHECK(first_of("nl", "DE")->name == "Duitsland");
    CHECK(first_of("de", "DE")->name == "Deutschland");
    CHECK(first_of("de", "XK")->name == "Kosovo");
    CHECK(first_of("de", "AT")->letter == "O"); // Österreich
    // Ä beside A, É beside E: not behind Z.
    CHECK(first_of("de", "EG") < first_of("de", "ZA"));
    CHECK(first_of("fr", "EG") < first_of("fr", "ES")); // Égypte, Espagne
    for (auto const* language : {"en", "fr", "nl", "de"})
        CHECK(shipped_content().reporting.countries.at(language).size() > 240);
    CHECK(shipped_content().place_name("fr", "SN") == "Sénégal");
    CHECK(shipped_content().place_name("nl", "at-sea") ==
          shipped_content().reporting.place("at-sea")->words.at("nl").name);
    CHECK(shipped_content().place_name("nl", "nowhere") == "nowhere");
    CHECK(is_country("BE"));
    CHECK_FALSE(is_country("UK"));
    CHECK_FALSE(is_country("at-sea"));
}

TEST_CASE("a way to write to somebody that is none is said with its line, and is not there")
{
    struct Row {
        char const *before, *after, *said;
    };
    for (auto const& [before, after, said] : std::vector<Row>{
             {"contact@seos.be", "contact at seos.be", "is no address of mail"},
             {"chat = \"seos.be\"", "chat = \"https://seos.be\"", "begins with a scheme: leave it away"},
             {"+55 61 99611 0100", "55 61 99611 0100", "is no telephone number"},
             {"whatsapp = ", "telegraph = ", "is no way to write to it"},
             {"id = \"KE\"", "id = \"Kenya\"", "'Kenya' is no code of a country"},
             {"countries = [\"BR\"]", "countries = [\"UK\"]", "'UK' is no code of a country"},
             {"answers = \"police\"", "answers = \"the police\"", "the police"},
         }) {
        test::TemporaryFolder folder;
        std::filesystem::copy(test::sources() / "content", folder.path(), std::filesystem::copy_options::recursive);
        for (auto const* name : {"channels.toml", "places.toml"}) {
            auto const file = folder.path() / "reporting" / name;
            auto text = read_file(file).value();
            if (auto const at = text.find(before); at != std::string::npos)
                text.replace(at, std::string(before).size(), after);
            REQUIRE(write_file_atomically(file, text).ok());
        }
        std::string lines;
        for (auto const& problem : read_content(folder.path()).problems) lines += problem.line() + "\n";
        CAPTURE(lines);
        CHECK(lines.find(said) != std::string::npos);
        CHECK(lines.find("reporting/") != std::string::npos);
    }
}
