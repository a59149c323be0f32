// To whom somebody is led: where he lives counts for more than where it happened.
#include "base/files.h"
#include "content/check.h"
#include "content/offers.h"
#include "content/read.h"
#include "support/kiosk.h"
#include "support/temporary_folder.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::content;
using test::shipped_pack;

namespace {

std::vector<std::string> ids(std::string const& place, std::string const& lives)
{
    std::vector<std::string> ids;
    for (auto const& offer : offers(shipped_pack().reporting, {place, lives})) ids.push_back(offer.channel->id);
    return ids;
}

using Ids = std::vector<std::string>;

std::string errors_after(std::function<void(Reporting&)> const& change)
{
    auto pack = shipped_pack();
    change(pack.reporting);
    std::string lines;
    for (auto const& problem : check_pack(pack, {}))
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
    CHECK(ids("SN", "PL") == Ids{"pl-form", "dont-look-away"});
    auto const found = offers(shipped_pack().reporting, {"SN", "PL"});
    CHECK(found.front().why == Why::lives_there);
    CHECK(found.back().why == Why::everywhere);
}

TEST_CASE(
    "whoever lives where the kiosk stands meets its form, wherever it happened, and the service of the place after it")
{
    CHECK(ids("BE", "BE") == Ids{"be-form", "be-116000"});
    CHECK(ids("KE", "BE") == Ids{"be-form", "be-116000", "ke-116", "dont-look-away"});
    CHECK(ids("DE", "BE") == Ids{"be-form", "be-116000", "de-portal", "de-hilfetelefon"});
    for (auto const* nowhere : {"at-sea", "in-the-air", "unknown", "elsewhere", "JP", "no such place"})
        CHECK(ids(nowhere, "BE") == Ids{"be-form", "be-116000", "dont-look-away"});
}

TEST_CASE("who lives where there is no service, or would rather not say, is led to what there is for everybody")
{
    CHECK(ids("SN", "JP") == Ids{"dont-look-away"});
    CHECK(ids("SN", "") == Ids{"dont-look-away"});
    CHECK(ids("JP", "JP") == Ids{"dont-look-away"});
    CHECK(ids("BE", "JP") == Ids{"be-form", "be-116000", "dont-look-away"});
    // A line that children call for themselves comes after what adults report by.
    CHECK(ids("ES", "ES") == Ids{"dont-look-away", "es-116111"});
}

TEST_CASE("of what is online the channel for images is offered, and no form for what was seen")
{
    CHECK(ids("online", "BE") == Ids{"be-images", "be-116000"});
    CHECK(ids("online", "FR") == Ids{"fr-pharos", "be-images"});
    CHECK(ids("online", "PL") == Ids{"be-images"});
}

TEST_CASE("a number that cannot be called from here gives way to the one that can")
{
    CHECK(ids("FR", "BE")[2] == "fr-119-abroad");
    auto const& reporting = shipped_pack().reporting;
    CHECK(reach(reporting, *reporting.channel("fr-119")) == Reach::from_there_only);
    CHECK(reach(reporting, *reporting.channel("ke-116")) == Reach::from_there_only);
    CHECK(reach(reporting, *reporting.channel("be-116000")) == Reach::from_here);
    CHECK(reach(reporting, *reporting.channel("fr-119-abroad")) == Reach::from_here);
    CHECK(reach(reporting, *reporting.channel("be-form")) == Reach::from_here);
    auto there = reporting;
    there.home = "FR";
    CHECK(usable_here(there, *there.channel("fr-119")).id == "fr-119");
}

TEST_CASE("nobody anywhere is left without an offer, and nobody is offered more than four, or one twice")
{
    auto const& reporting = shipped_pack().reporting;
    std::vector<std::string> all{""};
    for (auto const& country : reporting.countries.at("en")) all.push_back(country.code);
    for (auto const& one : reporting.places) all.push_back(one.id);
    CHECK(all.size() > 250);
    for (auto const& where : all)
        for (auto const& lives : all) {
            auto const found = ids(where, lives);
            if (found.empty() || found.size() > kMostOffers) FAIL(where << " from " << lives);
            if (std::set<std::string>(found.begin(), found.end()).size() != found.size()) FAIL(where << " " << lives);
        }
}

TEST_CASE("a channel that is offered where its scope or its country does not fit is an error of the content")
{
    auto const says = [](std::string const& errors, char const* part) {
        CAPTURE(errors);
        CHECK(errors.find(part) != std::string::npos);
    };
    says(errors_after([](Reporting& reporting) { place(reporting, "FR").channels = {"fr-pharos"}; }),
         "place 'FR' offers 'fr-pharos' in channels, which is not for that");
    says(errors_after([](Reporting& reporting) { place(reporting, "AT").channels = {"at-portal"}; }),
         "place 'AT' offers 'at-portal' in channels, which is not for that");
    says(errors_after([](Reporting& reporting) { place(reporting, "KE").residents = {"be-seos"}; }),
         "place 'KE' offers 'be-seos' in residents, which is not for that");
    says(errors_after([](Reporting& reporting) { place(reporting, "PL").residents = {"de-portal"}; }),
         "place 'PL' offers 'de-portal', which is not of that country");
    says(errors_after([](Reporting& reporting) { place(reporting, "online").channels = {"be-form"}; }),
         "place 'online' offers 'be-form' in channels, which is not for that");
    says(errors_after([](Reporting& reporting) { place(reporting, "at-sea").residents = {"be-form"}; }),
         "nobody lives in the place 'at-sea'");
    says(errors_after([](Reporting& reporting) { reporting.emergency[0].confidence = "C"; }),
         "has no source that was read");
    says(errors_after([](Reporting& reporting) {
             std::find_if(reporting.channels.begin(), reporting.channels.end(), [](auto& one) {
                 return one.id == "fr-119";
             })->from_abroad = "ke-116";
         }),
         "'ke-116' cannot stand in for channel 'fr-119' from abroad");
}

TEST_CASE("countries are named and sorted by each language's own rules")
{
    auto const first_of = [](char const* language, std::string const& code) {
        auto const& countries = shipped_pack().reporting.countries.at(language);
        return std::find_if(countries.begin(), countries.end(), [&](auto const& one) { return one.code == code; });
    };
    CHECK(first_of("en", "DE")->name == "Germany");
    CHECK(first_of("fr", "DE")->name == "Allemagne");
    CHECK(first_of("nl", "DE")->name == "Duitsland");
    CHECK(first_of("de", "DE")->name == "Deutschland");
    CHECK(first_of("de", "XK")->name == "Kosovo");
    CHECK(first_of("de", "AT")->letter == U'O'); // Österreich
    // Ä beside A, É beside E: not behind Z.
    CHECK(first_of("de", "EG") < first_of("de", "ZA"));
    CHECK(first_of("fr", "EG") < first_of("fr", "ES")); // Égypte, Espagne
    for (auto const* language : {"en", "fr", "nl", "de"})
        CHECK(shipped_pack().reporting.countries.at(language).size() > 240);
    CHECK(shipped_pack().place_name("fr", "SN") == "Sénégal");
    CHECK(shipped_pack().place_name("nl", "at-sea") == shipped_pack().reporting.place("at-sea")->words.at("nl").name);
    CHECK(shipped_pack().place_name("nl", "nowhere") == "nowhere");
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
             {"chat = \"seos.be\"", "chat = \"https://seos.be\"", "has a host with a character that no host has"},
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
        for (auto const& problem : read_pack(folder.path()).problems) lines += problem.line() + "\n";
        CAPTURE(lines);
        CHECK(lines.find(said) != std::string::npos);
        CHECK(lines.find("reporting/") != std::string::npos);
    }
}
