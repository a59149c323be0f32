// The words of the safe page: what is shown when there is no content at all. The only visitors' words in code, because
// a file may be what is missing. Facts and addresses as in the research file: 112 [A] (vugd.gov.lv),
// dontlookaway.report [A], jedisstop.be, ikzegstop.be, isaystop.com [A] (isaystop.com); none has been tried by a person
// yet.
#pragma once
#include <array>
#include <string_view>

namespace kiosk::content {

// `untried` goes when a person has tried all of the addresses.
struct SafeWords {
    std::string_view language, title, danger, report, untried;
};

constexpr std::array<SafeWords, 4> kSafeWords{{
    {"en", "This screen is being serviced.", "Is a child in danger now? Call *112* in the European Union.",
     "You saw something on a journey? Report it to ECPAT Belgium: *isaystop.com*, or find your country’s address on "
     "*dontlookaway.report*.",
     "Nobody has tried these addresses yet."},
    {"fr", "Cet écran est en maintenance.",
     "Un enfant est en danger maintenant\u202f? Appelez le *112* dans l’Union européenne.",
     "Vous avez vu quelque chose en voyage\u202f? Signalez-le à ECPAT Belgique\u202f: *jedisstop.be*, ou trouvez "
     "l’adresse de votre pays sur *dontlookaway.report*.",
     "Personne n’a encore essayé ces adresses."},
    {"nl", "Aan dit scherm wordt gewerkt.", "Is een kind nu in gevaar? Bel *112* in de Europese Unie.",
     "Hebt u op reis iets gezien? Meld het aan ECPAT België: *ikzegstop.be*, of zoek het adres van uw land op "
     "*dontlookaway.report*.",
     "Niemand heeft deze adressen al geprobeerd."},
    {"de", "An diesem Bildschirm wird gearbeitet.",
     "Ist ein Kind jetzt in Gefahr? Rufen Sie in der Europäischen Union *112* an.",
     "Sie haben auf Reisen etwas gesehen? Melden Sie es ECPAT Belgien: *isaystop.com*, oder finden Sie die Adresse "
     "Ihres Landes auf *dontlookaway.report*.",
     "Diese Adressen hat noch niemand ausprobiert."},
}};

} // namespace kiosk::content
