// Numbers that a text says to call, in whatever words; signs that other programs leave; avoided terms in all their
// forms. A text that only counts is let be.
#include "content/wording/rules.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>

using namespace kiosk::content;

namespace {

struct CheckedContent {
    int faults = 0;
    std::string words;
};

CheckedContent judged(std::string const& words, std::string const& language)
{
    auto const& content = test::shipped_content();
    WordRules const rules(content.reporting, content.avoided, {});
    TextToCheck text;
    text.words = words;
    text.language = language;
    CheckedContent said;
    for (auto const& fault : rules.faults_of(text)) {
        ++said.faults;
        said.words += fault.message + " (" + fault.suggestion + ")\n";
    }
    return said;
}

using Texts = std::vector<std::pair<char const*, char const*>>; // language and words

} // namespace

TEST_CASE("a number that a text says to call is told once, in whatever words it says so")
{
    for (auto const& [language, written] : Texts{{"fr", "Téléphonez au 15."},
                                                 {"fr", "Téléphonez au 119"},
                                                 {"fr", "Sonnez le 15"},
                                                 {"fr", "tél. 15"},
                                                 {"fr", "Signalez au 17"},
                                                 {"fr", "Le 119 vous écoute"},
                                                 {"fr", "Formez le 114"},
                                                 {"fr", "Ligne 116 gratuite"},
                                                 {"fr", "Appelez le 17 pour la police"},
                                                 {"en", "Ring 15"},
                                                 {"en", "Call 117. What then?"},
                                                 {"en", "112 OK"},
                                                 {"de", "Jahr 112 neben Jahr"},
                                                 {"fr", "Téléphone\u00A0: 17"},
                                                 {"de", "Telefon: 15"},
                                                 {"nl", "Telefoneer naar 15"},
                                                 {"nl", "Lijn 119"}}) {
        std::string const words = written;
        CAPTURE(words);
        auto const said = judged(words, language);
        CAPTURE(said.words);
        CHECK(said.faults == 1);
    }
    CHECK(judged("Appelez le 17 en France", "fr").words.find("{emergency.FR.17}") != std::string::npos);
    // Of another country it is hardly the one that was meant.
    CHECK(judged("Ligne 116", "fr").words.find("{channel.ke-116") == std::string::npos);
}

TEST_CASE("a number that counts is no number to call")
{
    for (auto const& [language, written] : Texts{{"fr", "Appelez : 15 ans de campagne"},
                                                 {"fr", "appelez 15 minutes plus tard"},
                                                 {"fr", "Le 17 mars, le numéro change"},
                                                 {"fr", "Le 17/03/2025, à Paris."},
                                                 {"fr", "Le 17 et le 18 mars."},
                                                 {"fr", "Le 17 au soir."},
                                                 {"fr", "Le jeudi 17."},
                                                 {"fr", "Téléphonez avant 17 h."},
                                                 {"fr", "Appelez plus de 20 partenaires."},
                                                 {"fr", "Appelez vos 15 collègues."},
                                                 {"fr", "Téléphone : voir page 12."},
                                                 {"fr", "101 écoles participent"},
                                                 {"fr", "Les 112 pages, le 112e jour"},
                                                 {"fr", "de 2019-2025, la directive 2011/93/UE et la loi 2019/1937"},
                                                 {"en", "We called 112 hotels."},
                                                 {"en", "112 people came."},
                                                 {"fr", "Composez une équipe de 15 personnes"},
                                                 {"en", "Call for 15 partners."},
                                                 {"en", "Calls rose by 15 in 2024."},
                                                 {"en", "Phone calls: 15 a day."},
                                                 {"en", "Text of 160 letters."},
                                                 {"de", "Die 112 Hotels."},
                                                 {"nl", "Bel 15 hotels."},
                                                 {"fr", "Ligne du temps : 15 pays"},
                                                 {"en", "Call 15 children by their names"},
                                                 {"en", "Question 15 of 18"},
                                                 {"de", "Rufen Sie 15 Minuten später an"},
                                                 {"nl", "Na 15 jaar"}}) {
        std::string const words = written;
        CAPTURE(words);
        auto const said = judged(words, language);
        CAPTURE(said.words);
        CHECK(said.faults == 0);
    }
}

TEST_CASE("what another program or a colleague left in a text is told")
{
    for (auto const* words : {"Choisissez [supprimé: la] langue", "?tranger", "des _mots_ ici", "• un point",
                              "1. un point", "- un point", "xxx"}) {
        CAPTURE(words);
        CHECK(judged(words, "fr").faults == 1);
    }
    for (auto const* words : {"Pourquoi ? Parce que", "10. Mai", "2-3 mots", "a - b", "“Que faire ?”", "«Que faire ?»",
                              "“Que faire?” dit-elle.", "Qui ?Quoi ?", "Vraiment ?…"}) {
        CAPTURE(words);
        CHECK(judged(words, "fr").faults == (std::string(words) == "10. Mai" ? 1 : 0));
    }
}

TEST_CASE("a blank that is missing behind a full stop is told as such")
{
    auto const said = judged("Lisez ECPAT.Puis agissez.", "fr");
    CHECK(said.faults == 1);
    CHECK(said.words.find("no blank behind a full stop: 'ECPAT.Puis'") != std::string::npos);
}

TEST_CASE("an avoided term is found in all its forms, and told once")
{
    for (auto const& [language, written] : Texts{{"en", "sexual tourism"},
                                                 {"en", "sex tours"},
                                                 {"en", "sex tourists"},
                                                 {"en", "child porn"},
                                                 {"en", "child-pornography"},
                                                 {"en", "kiddie porn"},
                                                 {"en", "paedophilia"},
                                                 {"en", "teen prostitutes"},
                                                 {"en", "the prostitution of children"},
                                                 {"fr", "les tourismes sexuels"},
                                                 {"fr", "touristes sexuelles"},
                                                 {"fr", "prostitution d’enfants"},
                                                 {"fr", "la prostitution d'enfants"},
                                                 {"fr", "la pédophilie"},
                                                 {"fr", "des enfants prostitués"},
                                                 {"nl", "pedofilie"},
                                                 {"nl", "seksreizen"},
                                                 {"nl", "een sekstoertje"},
                                                 {"nl", "kindersekstoerisme"},
                                                 {"de", "Kinderpornos"},
                                                 {"de", "Sextour"},
                                                 {"de", "Kindersextourismus"},
                                                 {"de", "Pädosexuelle"},
                                                 {"de", "Sex mit Kindern"}}) {
        std::string const words = written;
        CAPTURE(words);
        auto const said = judged(words, language);
        CAPTURE(said.words);
        CHECK(said.faults == 1);
    }
    CHECK(judged("child sexual abuse", "en").faults == 0);
    CHECK(judged("sexual exploitation of children in travel and tourism", "en").faults == 0);
}
