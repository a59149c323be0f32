#include "content/wording/rules.h"
#include "base/emphasis.h"
#include "base/utf8.h"
#include "content/contacts.h"
#include "content/keys/folded.h"
#include "content/keys/language.h"
#include "content/keys/placeholders.h"
#include "content/references.h"
#include "content/wording/counts.h"
#include "content/wording/slips.h"

#include <algorithm>
#include <bitset>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <regex>
#include <unicode/uchar.h>

namespace kiosk::content {

namespace {

using Faults = std::vector<WordFault>;

bool is_blank(std::u32string_view points)
{
    return std::all_of(points.begin(), points.end(), [](char32_t point) {
        return u_isUWhiteSpace(static_cast<UChar32>(point)) != 0 || point == U'*' || point == 0xFEFF || point == 0x200B;
    });
}

std::string named(char32_t point) { return fmt::format("U+{:04X}", static_cast<std::uint32_t>(point)); }

// Finds characters that are invisible, or control the visible ones, and are in a text by mistake. "" for other letters.
std::string fault_of_sign(char32_t point, bool joins_letters)
{
    bool const usual = (point >= 0x20 && point < 0x7F) || (point > 0xAD && point < 0x370);
    if (usual || point == U'\n') return {};
    if (point == U'\t') return "holds a tab";
    if (point < 0x20 || (point >= 0x7F && point < 0xA0)) return "holds a control character (" + named(point) + ")";
    if (point == 0xAD) return "holds a soft hyphen, which is not seen where the line breaks";
    if (point == kReplacementCharacter) return "holds a letter that was lost when it was saved (U+FFFD)";
    auto const kind = u_charType(static_cast<UChar32>(point));
    if (kind == U_PRIVATE_USE_CHAR)
        return "holds a sign of one program's own font (" + named(point) + "), as Word makes for bullets";
    if (kind == U_UNASSIGNED) return "holds a character that there is not (" + named(point) + ")";
    // Joiners and direction marks belong to Persian, Arabic and Hebrew; U+2011 and the like are visible.
    bool const joiner = point == 0x200C || point == 0x200D || point == 0x200E || point == 0x200F;
    if (kind == U_FORMAT_CHAR && !(joiner && joins_letters))
        return "holds a sign that nobody sees (" + named(point) + ")";
    return {};
}

void signs(std::u32string_view points, bool joins, Faults& faults)
{
    std::vector<std::string> said;
    for (auto const point : points)
        if (auto fault = fault_of_sign(point, joins);
            !fault.empty() && std::find(said.begin(), said.end(), fault) == said.end())
            said.push_back(std::move(fault));
    for (auto const& fault : said) faults.push_back({"this text " + fault, "take it out, or type the place anew"});
}

void stars(std::u32string_view points, Faults& faults)
{
    auto const roles = classify_stars(points);
    if (std::find(roles.begin(), roles.end(), Star::alone) != roles.end())
        faults.push_back({"this text has a star without its partner",
                          "put one before and one after what is to stand out, as in *these words*, without a blank "
                          "inside; or take it out"});
}

bool is_letter(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'); }

// Markup of other programs: "<b>", "</b>", "&nbsp;", "[word](address)", a backslash.
std::string markup_in(std::string_view text)
{
    for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1))
        if (at + 1 < text.size() && (is_letter(text[at + 1]) || text[at + 1] == '/'))
            return std::string(text.substr(at, std::min<std::size_t>(text.find('>', at) - at + 1, 20)));
    for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
        auto end = at + 1;
        while (end < text.size() &&
               (is_letter(text[end]) || text[end] == '#' || (text[end] >= '0' && text[end] <= '9')))
            ++end;
        if (end > at + 1 && end < text.size() && text[end] == ';') return std::string(text.substr(at, end - at + 1));
    }
    if (text.find("](") != std::string_view::npos) return "[…](…)";
    if (text.find('\\') != std::string_view::npos) return "\\";
    return {};
}

void markup(std::string_view text, Faults& faults)
{
    if (auto const found = markup_in(text); !found.empty())
        faults.push_back({fmt::format("this text has '{}', which would be shown as it stands", found),
                          "take it out; *stars* make words stand out, and nothing else does"});
}

// Notes of a writer to finish later. Capitals only, since "todo" is a word of Spanish.
void leftovers(std::string_view text, Faults& faults)
{
    for (std::string_view const mark : {"TODO", "TBD", "FIXME", "XXX", "xxx", "???"})
        for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
            bool const begins = at == 0 || !is_letter(text[at - 1]);
            bool const ends = at + mark.size() == text.size() || !is_letter(text[at + mark.size()]);
            if (!begins || !ends) continue;
            faults.push_back({fmt::format("this text is not finished: it has '{}'", mark), "finish it"});
            return;
        }
}

std::string in_braces(std::vector<std::string_view> const& names)
{
    std::vector<std::string> shown;
    for (auto const name : names) shown.push_back(fmt::format("{{{}}}", name));
    return fmt::format("{}", fmt::join(shown, ", "));
}

std::vector<std::string_view> words_of_list(std::string_view list)
{
    std::vector<std::string_view> words;
    while (!list.empty()) {
        auto const end = std::min(list.find(' '), list.size());
        if (end > 0) words.push_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return words;
}

bool contains(std::vector<std::string_view> const& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

// The text without its {placeholders}, whose dots and digits would look like addresses.
std::string without_placeholders(std::string_view text)
{
    std::string result(text);
    for (auto const name : placeholders_in(text).names) {
        auto const mark = fmt::format("{{{}}}", name);
        if (auto const at = result.find(mark); at != std::string::npos) result.replace(at, mark.size(), "…");
    }
    return result;
}

// Whether a reference is to a channel of another country: hardly the one that was meant.
bool is_of_elsewhere(Reporting const& reporting, std::string_view reference)
{
    constexpr std::string_view kChannel = "{channel.";
    if (!reference.starts_with(kChannel)) return false;
    auto const id = reference.substr(kChannel.size(), reference.find('.', kChannel.size()) - kChannel.size());
    auto const* channel = reporting.channel(id);
    return channel &&
           std::find(channel->countries.begin(), channel->countries.end(), reporting.home) == channel->countries.end();
}

// Which two bytes stand beside each other in a text: of hundreds of terms few begin with such two, and only these are
// searched.
class LetterPairs {
public:
    explicit LetterPairs(std::string_view text)
    {
        for (std::size_t i = 0; i + 1 < text.size(); ++i) found_.set(pair_at(text, i));
    }
    bool may_contain(std::string_view term) const { return term.size() < 2 || found_.test(pair_at(term, 0)); }

private:
    static std::size_t pair_at(std::string_view text, std::size_t at)
    {
        return static_cast<unsigned char>(text[at]) * 256U + static_cast<unsigned char>(text[at + 1]);
    }
    std::bitset<256UL * 256UL> found_;
};

// Without harmless words that end as some terms begin: folded text has no blanks to tell them apart. Few texts have
// any, and the expression would cost half the time of a check.
std::string without_other_words(std::string text)
{
    static std::regex const kOtherWords("\\b(essex|sussex|wessex|middlesex|unisex|same-sex)\\b", std::regex::icase);
    auto const is_lower_or_upper = [](char letter, char lower) { return (letter | 0x20) == lower; };
    constexpr std::string_view kInEach = "sex";
    if (std::search(text.begin(), text.end(), kInEach.begin(), kInEach.end(), is_lower_or_upper) == text.end())
        return text;
    return std::regex_replace(text, kOtherWords, "|");
}

} // namespace

WordRules::WordRules(Reporting const& reporting, std::vector<AvoidedTerm> const& avoided, HasLetter has_letter,
                     UnreadKeys unread, KnownFaults* known)
    : reporting_(reporting),
      has_letter_(std::move(has_letter)),
      unread_(std::move(unread)),
      known_(known)
{
    constexpr std::size_t kMostOfAShortNumber = 4;
    // Numbers of two digits, as France has, count days and years in texts more often than they are dialled.
    constexpr std::size_t kFewestToTell = 3;
    for (auto const& emergency : reporting.emergency)
        if (only_digits(emergency.number) && emergency.number.size() >= kFewestToTell)
            emergency_.insert(emergency.number);
    for (auto const& emergency : reporting.emergency)
        if (only_digits(emergency.number)) called_.insert(emergency.number);
    for (auto const& channel : reporting.channels)
        if (only_digits(channel.phone) && channel.phone.size() <= kMostOfAShortNumber) called_.insert(channel.phone);
    for (auto const& term : avoided)
        if (auto ways = folded_ways(term.term); !ways.front().empty())
            terms_.push_back({term.language, std::move(ways), &term});
}

std::vector<WordFault> WordRules::faults_of(TextToCheck const& text) const
{
    if (!known_) return judge(text);
    auto key = fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}", text.language, static_cast<int>(text.kind), text.of,
                           text.placeholders, text.references, text.may_be_blank, text.words);
    if (auto const found = known_->find(key); found != known_->end()) return found->second;
    return known_->emplace(std::move(key), judge(text)).first->second;
}

std::vector<WordFault> WordRules::judge(TextToCheck const& text) const
{
    Faults faults;
    auto const points = code_points(text.words);
    if (is_blank(points) && !text.may_be_blank) {
        faults.push_back({"this text is empty", "write it"});
        return faults;
    }
    bool const plain = std::all_of(points.begin(), points.end(), [](char32_t point) { return point < 0x370; });
    bool const joins = !plain && is_written_right_to_left(text.language);
    signs(points, joins, faults);
    if (text.words.find('*') != std::string_view::npos) stars(points, faults);
    markup(text.words, faults);
    leftovers(text.words, faults);
    if (text.kind != TextRole::source) placeholders(text, faults);
    // A text that lost a brace, or the blank after a full stop, looks as if it had an address.
    auto const joined = text.kind == TextRole::source ? std::string() : joined_sentences(text.words);
    if (!joined.empty())
        faults.push_back({fmt::format("this text has no blank behind a full stop: '{}'", joined), "put one there"});
    else if (faults.empty() || !placeholders_in(text.words).broken)
        contacts(text, faults);
    terms(text, faults);
    letters(points, joins, faults);
    auto const named = faults.size();
    for (auto& slip : find_slips(text, {emergency_, called_, [&](std::string const& number) {
                                            auto reference = reference_for(reporting_, number, text.of);
                                            return is_of_elsewhere(reporting_, reference) ? std::string() : reference;
                                        }}))
        if (named == 0 || slip.severity == Severity::warning) faults.push_back(std::move(slip));
    return faults;
}

void WordRules::letters(std::u32string_view points, bool joins, Faults& faults) const
{
    if (!has_letter_) return;
    std::vector<std::string> missing;
    for (auto const point : points) {
        if (point < 0x7F || has_letter_(point) || !fault_of_sign(point, joins).empty()) continue;
        std::string shown = "'";
        append_utf8(shown, point);
        shown += "' (" + named(point) + ")";
        if (std::find(missing.begin(), missing.end(), shown) == missing.end()) missing.push_back(std::move(shown));
    }
    if (!missing.empty())
        faults.push_back({fmt::format("this text has what no font of the kiosk can show: {}", fmt::join(missing, ", ")),
                          "write it without; a visitor would see an empty box"});
}

void WordRules::terms(TextToCheck const& text, Faults& faults) const
{
    auto searched = folded(without_other_words(std::string(text.words)));
    if (searched.find("loremipsum") != std::string::npos)
        faults.push_back({"this text is not finished: it has 'lorem ipsum'", "write what is to be read"});
    // The campaign's historic name is the one exception that the guidelines allow.
    static std::string const kProperName = folded("Stop Prostitution Enfantine");
    for (auto at = searched.find(kProperName); at != std::string::npos; at = searched.find(kProperName))
        searched.replace(at, kProperName.size(), "|");
    std::vector<std::pair<std::string_view, AvoidedTerm const*>> met;
    LetterPairs const pairs(searched);
    for (auto const& term : terms_) {
        if (!text.language.empty() && term.language != text.language && term.language != "*") continue;
        auto const way = std::find_if(term.folded.begin(), term.folded.end(), [&](std::string const& one) {
            return pairs.may_contain(one) && searched.find(one) != std::string::npos;
        });
        if (way != term.folded.end()) met.emplace_back(*way, term.avoided);
    }
    // "child porn" is part of "child pornography": only the longer term is reported.
    for (auto const& [way, avoided] : met)
        if (std::none_of(met.begin(), met.end(), [&, shorter = way](auto const& other) {
                return other.first.size() > shorter.size() && other.first.find(shorter) != std::string_view::npos;
            }))
            faults.push_back({fmt::format("this text uses the avoided term '{}'", avoided->term),
                              fmt::format("write '{}'", avoided->instead)});
}

void WordRules::contacts(TextToCheck const& text, Faults& faults) const
{
    auto const plain = without_placeholders(without_emphasis(text.words));
    auto found = mentioned_contacts(plain);
    if (std::any_of(found.begin(), found.end(), only_digits))
        found = mentioned_contacts(without_counts(plain, reporting_));
    auto const searched = small_letters(plain);
    bool historic_named = false;
    for (auto const& historic : reporting_.historic)
        if (searched.find(historic.host) != std::string::npos) {
            faults.push_back({fmt::format("this text prints the historic address '{}'", historic.host),
                              fmt::format("today it is '{}'", historic.now)});
            historic_named = true;
        }
    if (text.kind == TextRole::source || historic_named) return;
    // Emergency numbers, too short for mentioned_contacts(), and the channel's own number in its own words.
    for (auto const& number : emergency_)
        if (has_number(plain, number)) found.insert(number);
    auto const* channel = text.of.empty() ? nullptr : reporting_.channel(text.of);
    if (channel && only_digits(channel->phone) && has_number(plain, channel->phone)) found.insert(channel->phone);
    if (found.empty()) return;
    std::vector<std::string> named;
    std::vector<std::string> references;
    for (auto const& of : found) {
        named.push_back("'" + of + "'");
        if (auto reference = reference_for(reporting_, of, text.of); !reference.empty())
            references.push_back(std::move(reference));
    }
    faults.push_back(
        {fmt::format("this text names {} itself", fmt::join(named, " and ")),
         references.empty()
             ? std::string("take it out: addresses and numbers stand in reporting/channels.toml only")
             : fmt::format("write {} instead: it is filled in from reporting/channels.toml and places.toml",
                           fmt::join(references, " and "))});
}

// Whether the record of a reference is missing only because its file or its line could not be read.
bool WordRules::is_of_unread(std::string_view reference) const
{
    if (reference.starts_with("emergency.")) return unread_.contains("reporting/places.toml");
    constexpr std::string_view kChannel = "channel.";
    if (!reference.starts_with(kChannel)) return false;
    auto const id = reference.substr(kChannel.size(), reference.rfind('.') - kChannel.size());
    auto const* channel = reporting_.channel(id);
    if (!channel) return unread_.contains("reporting/channels.toml");
    return channel->unread.contains(reference.ends_with(".phone") ? "phone" : "url");
}

void WordRules::placeholders(TextToCheck const& text, Faults& faults) const
{
    auto const found = placeholders_in(text.words);
    auto wanted = words_of_list(text.placeholders);
    for (auto const reference : words_of_list(text.references)) wanted.push_back(reference);
    std::vector<std::string_view> lost;
    std::vector<std::string_view> unknown;
    for (auto const name : wanted)
        if (!contains(found.names, name)) lost.push_back(name);
    for (auto const name : found.names) {
        if (resolve_reference(reporting_, name, text.language)) continue;
        if (name.find('.') != std::string_view::npos) {
            auto fault = fault_of_reference(reporting_, name);
            faults.push_back({"this text " + fault.what, std::move(fault.advice), !is_of_unread(name)});
            lost.clear(); // what it stands in for
        } else if (!contains(wanted, name)) {
            unknown.push_back(name);
        }
    }
    auto const keep = wanted.empty() ? std::string("take it out")
                                     : fmt::format("keep {} as it stands there in every language; only the words "
                                                   "around it are translated",
                                                   in_braces(wanted));
    if (!lost.empty() && !unknown.empty())
        faults.push_back({fmt::format("this text has {} in place of {}, so that the value would be missing",
                                      in_braces(unknown), in_braces(lost)),
                          keep});
    else if (!lost.empty())
        faults.push_back({fmt::format("this text lacks {}: the value would not be said", in_braces(lost)), keep});
    else if (!unknown.empty())
        faults.push_back({fmt::format("this text has {}, which nothing fills", in_braces(unknown)), keep});
    if (found.broken && faults.empty())
        faults.push_back({"this text has a brace without its partner", "{…} stands for a value; mend or take it out"});
}

} // namespace kiosk::content
