#include "content/wording/called_numbers.h"
#include "base/utf8.h"

#include <algorithm>

namespace kiosk::content {

namespace {

bool is_all_digits(std::string_view word) { return !word.empty() && word.find_first_not_of("0123456789") == word.npos; }

// Whether a word is in a list, whose words each have a blank before them. An entry that ends in '-' is a prefix.
bool is_in(std::string_view word, std::string_view list)
{
    for (auto at = list.find(word.substr(0, 1)); at != std::string_view::npos;
         at = list.find(word.substr(0, 1), at + 1)) {
        if (at == 0 || list[at - 1] != ' ') continue;
        auto entry = list.substr(at, list.find(' ', at) - at);
        bool const beginning = entry.ends_with('-');
        if (beginning) entry.remove_suffix(1);
        if (beginning ? word.starts_with(entry) : word == entry) return true;
    }
    return false;
}

// A word that says to dial what follows, in any of its forms.
constexpr std::string_view kDials =
    " call dial phone ring text faites formez sonnez bel belt ruf ruft rufen tel tél sms gsm notruf appele- compose- "
    "téléphon- telephon- telefo- bellen opbel- anruf- wähl- hotline helpline signale- meld- ";

// What may stand between the two: "Appelez-nous au 15", "Tél. : 15".
constexpr std::string_view kLeadsOn = " . le la au nous de du the us to on at naar het ons op die der den uns unter "
                                      "bei an vite now number numéro nummer ";

// A word before a number of three digits that somebody can call: "Le 119", "Ligne 116". Of two digits it is a day.
constexpr std::string_view kLeadsToANumber = " le au numéro numero nummer number ligne lijn line ";

// What follows a number that is called: "112 for help". Any other word is what the number counts: "15 hotels".
constexpr std::string_view kGoesOn =
    " . en et ou pour est si vous dans depuis avec la le les gratuit- immédiatement tout sans répond ne qui partout "
    "aussi "
    "maintenant and or for is if in from when now at the free to with answers of voor als vanuit nu gratis met bij ook "
    "direct und oder für ist wenn im aus jetzt kostenlos mit bei auch sofort an ";

// What a number counts that is an emergency number only by chance: "112 pages".
constexpr std::string_view kCounted =
    " an ans ann- mois jour- heure- minute- seconde- fois enfant- personne- pays euro- km kilom- langue- question- "
    "école- "
    "ville- page- hôtel- hotel- agence- membre- partenaire- collègue- organisation- projet- visit- voyage- année- "
    "participant- "
    "year- month- day- hour- second- time- child- people person- countr- percent language- school- city cities agenc- "
    "member- partner- colleague- project- letter- course- jaar- maand- dagen uur uren keer kinder- mensen landen "
    "procent "
    "talen vragen scholen pagina- leden partners reizen reizigers jahr- monat- tage- stunde- mal kind- menschen "
    "länder- "
    "prozent sprache- frage- schule- seite- mitglied- partner- reise- ";

// Words and numbers, and "." where a clause ends: "Call 117. What next?"
std::vector<std::string> clauses_of(std::string_view text)
{
    std::string spaced;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const nobreak = text.substr(i).starts_with("\u00A0") || text.substr(i).starts_with("\u202F");
        if (nobreak) {
            spaced += ' ';
            i += text.substr(i).starts_with("\u00A0") ? 1 : 2;
        } else if (std::string_view(".,:;!?()").find(text[i]) != std::string_view::npos) {
            spaced += " \x01 ";
        } else {
            spaced += text[i];
        }
    }
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin <= spaced.size();) {
        auto const stop = std::min(spaced.find('\x01', begin), spaced.size());
        for (auto& word : spoken_words(std::string_view(spaced).substr(begin, stop - begin)))
            words.push_back(std::move(word));
        if (stop < spaced.size()) words.emplace_back(".");
        begin = stop + 1;
    }
    return words;
}

// Digits that stand alone, one beside the other: "1-1-2".
std::string spelt_at(std::vector<std::string> const& words, std::size_t at)
{
    constexpr std::size_t kMost = 3;
    std::string spelt;
    for (auto k = at; k < words.size() && k < at + kMost && words[k].size() == 1 && is_all_digits(words[k]); ++k)
        spelt += words[k];
    return spelt;
}

bool is_dialled(std::vector<std::string> const& words, std::size_t number)
{
    constexpr std::size_t kNear = 4; // words
    for (std::size_t back = 1; back <= std::min(number, kNear); ++back) {
        if (is_in(words[number - back], kDials)) return true;
        if (!is_in(words[number - back], kLeadsOn)) return false;
    }
    return false;
}

// "112 pages", "112e".
bool is_counted(std::string_view rest)
{
    if (!rest.empty() && ((rest.front() >= 'a' && rest.front() <= 'z') || (rest.front() >= 'A' && rest.front() <= 'Z')))
        return true;
    constexpr std::size_t kLongEnough = 60; // bytes, for the next word
    auto const words = clauses_of(rest.substr(0, kLongEnough));
    return !words.empty() && is_in(words.front(), kCounted);
}

} // namespace

std::vector<std::string> spoken_words(std::string_view text)
{
    std::vector<std::string> words;
    bool inside = false;
    for (char const byte : text) {
        bool const letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                            (byte >= '0' && byte <= '9') || (static_cast<unsigned char>(byte) >= 0x80);
        if (letter && !inside) words.emplace_back();
        if (letter) words.back() += small_letter(byte);
        inside = letter;
    }
    return words;
}

std::string called_number(std::string_view text, ShortNumbers const& numbers)
{
    if (text.find_first_of("0123456789") == std::string_view::npos)
        return {}; // as most texts, which need not be taken apart
    auto const words = clauses_of(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const& number = words[i];
        if (!is_all_digits(number)) continue;
        if (auto spelt = spelt_at(words, i); numbers.emergency.contains(spelt)) return spelt;
        bool const is_short = number.size() >= 2 && number.size() <= 4;
        bool const is_year = number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
        // A day, "17/03", goes on with a number; what it counts goes on with a word of its own.
        bool const counts = i + 1 < words.size() && !is_in(words[i + 1], kGoesOn);
        if (!is_short || is_year || counts) continue;
        if (is_dialled(words, i)) return number;
        if (i > 0 && number.size() > 2 && numbers.called.contains(number) && is_in(words[i - 1], kLeadsToANumber))
            return number;
    }
    return {};
}

bool has_number(std::string_view text, std::string_view number)
{
    auto const is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    for (auto at = text.find(number); at != std::string_view::npos; at = text.find(number, at + 1)) {
        auto const rest = text.substr(at + number.size());
        bool const begins = at == 0 || !is_digit(text[at - 1]);
        bool const ends = rest.empty() || !is_digit(rest.front());
        if (begins && ends && !is_counted(rest)) return true;
    }
    return false;
}

} // namespace kiosk::content
