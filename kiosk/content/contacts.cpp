#include "content/contacts.h"
#include "content/edition_changes.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <tuple>

namespace kiosk::content {

namespace {

constexpr std::string_view kKindNames[] = {"address",    "telephone", "writing",     "called-from-abroad",
                                           "anonymous",  "free",      "hours",       "speaks",
                                           "works-from", "run-by",    "received-by", "emergency",
                                           "name",       "receives",  "tip",         "leads-to",
                                           "home",       "in-text",   "words",       "picture"};
static_assert(std::size(kKindNames) == static_cast<std::size_t>(ContactKind::picture) + 1);

using Key = std::tuple<ContactKind, std::string, Language>;
using ContactTable = std::map<Key, std::string>;

void put(ContactTable& sheet, ContactKind kind, std::string const& of, Language const& language,
         std::string const& text)
{
    if (!text.empty()) sheet[{kind, of, language}] = text;
}

std::string digits_of(std::string_view number)
{
    std::string digits;
    std::copy_if(number.begin(), number.end(), std::back_inserter(digits),
                 [](char letter) { return letter >= '0' && letter <= '9'; });
    return digits;
}

// Hosts, and numbers as digits, that a channel or a country has, so that a text may name them.
std::set<std::string> own_contacts(Reporting const& reporting)
{
    std::set<std::string> own;
    auto const add_host = [&](std::string host) {
        own.insert(host);
        own.insert(host.starts_with("www.") ? host.substr(4) : "www." + host);
    };
    for (auto const& channel : reporting.channels) {
        for (auto const& [language, address] : channel.url) add_host(address.host());
        own.insert(digits_of(channel.phone));
        for (auto const& contact : channel.text_contacts)
            own.insert(contact.kind == TextKind::whatsapp ? digits_of(contact.value) : contact.value);
    }
    for (auto const& number : reporting.emergency) own.insert(digits_of(number.number));
    return own;
}

// Collects what is named in the texts that visitors read, except the words of channels: those are compared as a whole.
class ContactScanner {
public:
    explicit ContactScanner(Content const& content) : content_(content) {}

    std::set<std::string> named()
    {
        for (auto const* series : content_.all_series()) add(*series);
        for (auto const& quiz : content_.quizzes) add_quiz(quiz);
        for (auto const& set : content_.scenes) add_scenes(set);
        add_reporting();
        for (auto const& slide : content_.display.slides)
            each(slide.words, [&](SlideWords const& words) { add_all({words.title, words.text}); });
        for (auto const& source : content_.sources) add_all({source.title, source.publisher});
        each(content_.interface, [&](auto const& table) {
            for (auto const& [key, text] : table) add(text);
        });
        return std::move(named_);
    }

private:
    template <typename T, typename Use>
    void each(PerLanguage<T> const& words, Use use)
    {
        for (auto const& language : content_.languages)
            if (auto const found = words.find(language); found != words.end()) use(found->second);
    }
    void add(std::string const& text) { named_.merge(mentioned_contacts(text)); }
    void add_all(std::vector<std::string> const& texts)
    {
        for (auto const& text : texts) add(text);
    }
    void add(Series const& series)
    {
        each(series.headings, [&](Heading const& heading) { add_all({heading.title, heading.subtitle}); });
        for (auto const& page : series.pages)
            each(page.words, [&](PageWords const& words) {
                add_all({words.title, words.alt});
                add_all(words.text);
                add_all(words.points);
            });
    }
    void add_quiz(Quiz const& quiz)
    {
        each(quiz.headings, [&](Heading const& heading) { add_all({heading.title, heading.subtitle}); });
        auto const add_question = [&](Question const& question) {
            each(question.words, [&](QuestionWords const& words) {
                add_all({words.question, words.again, words.reason, words.learned});
                for (auto const& [id, answer] : words.answers) add(answer);
            });
        };
        if (quiz.intent) add_question(*quiz.intent);
        for (auto const& question : quiz.questions) add_question(question);
    }
    void add_scenes(SceneSet const& set)
    {
        each(set.headings, [&](Heading const& heading) { add_all({heading.title, heading.subtitle}); });
        for (auto const& scene : set.scenes) {
            each(scene.words, [&](SceneWords const& words) {
                add_all({words.name, words.helps, words.note, words.alt});
            });
            for (auto const& moment : scene.moments)
                each(moment.words, [&](MomentWords const& words) {
                    add_all({words.situation, words.alt});
                    for (auto const* texts : {&words.choices, &words.consequences})
                        for (auto const& [id, text] : *texts) add(text);
                });
        }
    }
    void add_reporting()
    {
        for (auto const& place : content_.reporting.places)
            each(place.words, [&](PlaceWords const& words) { add(words.name); });
        for (auto const* list : {&content_.reporting.note, &content_.reporting.never, &content_.reporting.doubts})
            for (auto const& entry : *list)
                each(entry.words, [&](Advice const& advice) {
                    add(advice.label);
                    add_all(advice.text);
                });
    }

    Content const& content_;
    std::set<std::string> named_;
};

std::string writing_of(Channel const& channel)
{
    std::vector<std::string> ways;
    for (auto const& contact : channel.text_contacts)
        ways.push_back(fmt::format("{} {}", name(contact.kind), contact.value));
    return fmt::format("{}", fmt::join(ways, ", "));
}

// What a person relies on who writes or calls.
void put_terms(ContactTable& sheet, Channel const& channel)
{
    using enum ContactKind;
    auto const known = [](std::string_view text) { return std::string(text == "unknown" ? "" : text); };
    put(sheet, telephone, channel.id, "", channel.phone);
    put(sheet, writing, channel.id, "", writing_of(channel));
    put(sheet, from_abroad, channel.id, "", channel.from_abroad);
    put(sheet, anonymous, channel.id, "", known(content::name(channel.anonymous)));
    put(sheet, free, channel.id, "", known(channel.phone_free));
    put(sheet, hours, channel.id, "", channel.hours);
    put(sheet, speaks, channel.id, "", fmt::format("{}", fmt::join(channel.languages, " ")));
    put(sheet, works_from, channel.id, "", channel.works_from);
    put(sheet, run_by, channel.id, "", channel.runs_it);
    put(sheet, received_by, channel.id, "", channel.receives_it);
}

// The pages that lead to a report: their words, by key.
void put_words(ContactTable& sheet, Content const& content)
{
    for (auto const& language : content.languages) {
        auto const table = content.interface.find(language);
        for (auto const& [key, text] :
             table == content.interface.end() ? std::map<std::string, std::string>() : table->second)
            if (key.starts_with("report.") || key.starts_with("notice."))
                put(sheet, ContactKind::words, key, language, text);
        auto const& reporting = content.reporting;
        for (auto const* list : {&reporting.note, &reporting.never, &reporting.doubts})
            for (auto const& entry : *list)
                if (auto const found = entry.words.find(language); found != entry.words.end())
                    put(sheet, ContactKind::words, entry.id, language,
                        fmt::format("{}: {}", found->second.label, fmt::join(found->second.text, " ")));
        for (auto const& place : reporting.places)
            if (auto const found = place.words.find(language); found != place.words.end())
                put(sheet, ContactKind::words, place.id, language, found->second.name);
    }
}

// The channels of a place, those of whoever lives there named as such.
std::string ways_of(Place const& place)
{
    auto line = fmt::format("{}", fmt::join(place.channels, ", "));
    if (!place.residents.empty()) line += fmt::format(", residents:, {}", fmt::join(place.residents, ", "));
    if (!place.online.empty()) line += fmt::format(", online:, {}", fmt::join(place.online, ", "));
    return line;
}

// "101 police, 112 all": what is called in a country.
std::map<std::string, std::string> emergency_of(Reporting const& reporting)
{
    std::map<std::string, std::string> lines;
    for (auto const& number : reporting.emergency)
        for (auto const& country : number.countries) {
            auto& line = lines[country];
            line += fmt::format("{}{} {}", line.empty() ? "" : ", ", number.number, name(number.answers));
        }
    return lines;
}

// Of an address in a text its host, of a number its digits: whether a channel has it.
bool is_own(std::set<std::string> const& own, std::string_view named)
{
    if (own.contains(std::string(named))) return true;
    constexpr std::string_view kSecure = "https://";
    if (named.starts_with(kSecure)) named.remove_prefix(kSecure.size());
    return own.contains(std::string(named.substr(0, named.find('/'))));
}

ContactTable contact_table(Content const& content)
{
    using enum ContactKind;
    ContactTable sheet;
    auto const& reporting = content.reporting;
    for (auto const& channel : reporting.channels) {
        for (auto const& [language, one] : channel.url)
            put(sheet, ContactKind::address, channel.id, language, one.text());
        put_terms(sheet, channel);
        for (auto const& language : content.languages) {
            auto const words = channel.words.find(language);
            if (words == channel.words.end()) continue;
            put(sheet, ContactKind::name, channel.id, language, words->second.name);
            put(sheet, receives, channel.id, language, words->second.receives);
            put(sheet, tip, channel.id, language, words->second.tip);
        }
    }
    for (auto const& place : reporting.places) put(sheet, leads_to, place.id, "", ways_of(place));
    for (auto const& [country, line] : emergency_of(reporting)) put(sheet, emergency, country, "", line);
    for (auto const& page : content.support.pages)
        put(sheet, leads_to, page.id, "", fmt::format("{}", fmt::join(page.channels, ", ")));
    put(sheet, home, "", "", reporting.home);
    put_words(sheet, content);
    return sheet;
}

bool is_number(std::string_view named) { return named.find_first_not_of("0123456789") == std::string_view::npos; }

// What texts name that no text named before: addresses that no channel has, and any number, since a number that is
// right on its own page is wrong on another.
std::vector<ContactChange> newly_named(Content const& before, Content const& after)
{
    auto const own = own_contacts(after.reporting);
    auto const had = ContactScanner(before).named();
    std::vector<ContactChange> changes;
    for (auto const& named : ContactScanner(after).named())
        if ((is_number(named) || !is_own(own, named)) && !had.contains(named))
            changes.push_back({.kind = ContactKind::in_text,
                               .of = named,
                               .language = "",
                               .before = "",
                               .after = named,
                               .needs_two_signatures = true});
    return changes;
}

std::string value_in(ContactTable const& sheet, Key const& key)
{
    auto const found = sheet.find(key);
    return found == sheet.end() ? std::string() : found->second;
}

// Whether a changed address stays on a host of its channel, or moves to one that the configuration allows.
bool stays_on_its_hosts(Content const& before, ContactChange const& change, std::vector<std::string> const& hosts)
{
    auto const address = Address::read(change.after);
    auto const* channel = before.reporting.channel(change.of);
    if (change.kind != ContactKind::address || !address || !channel) return false;
    auto const& host = address.value().host();
    return std::find(hosts.begin(), hosts.end(), host) != hosts.end() ||
           std::any_of(channel->url.begin(), channel->url.end(),
                       [&](auto const& known) { return known.second.host() == host; });
}

} // namespace

std::string_view name(ContactKind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

std::string ContactChange::line() const
{
    auto const where = kind == ContactKind::home      ? std::string("home")
                       : kind == ContactKind::in_text ? std::string("in a text")
                                                      : fmt::format("'{}', {}", of, name(kind));
    if (kind == ContactKind::picture)
        return fmt::format("picture '{}' is {}: look at it, also for addresses and codes", of,
                           before.empty() ? "new" : "another one");
    auto const quoted = [](std::string const& text) { return text.empty() ? "nothing" : "'" + text + "'"; };
    return fmt::format("{}{}: {} becomes {}", where, language.empty() ? "" : " (" + language + ")", quoted(before),
                       quoted(after));
}

std::vector<ContactChange> contact_changes(Content const& before, Content const& after,
                                           std::vector<std::string> const& hosts)
{
    auto const old_sheet = contact_table(before);
    auto const new_sheet = contact_table(after);
    auto const& languages = after.languages;
    std::set<Key> keys;
    for (auto const* sheet : {&old_sheet, &new_sheet})
        for (auto const& [key, text] : *sheet) keys.insert(key);
    std::vector<ContactChange> changes;
    for (auto const& key : keys) {
        auto const& [kind, of, language] = key;
        ContactChange change{kind, of, language, value_in(old_sheet, key), value_in(new_sheet, key)};
        // A language that is no longer offered takes its words along.
        bool const words = kind == ContactKind::name || kind == ContactKind::receives || kind == ContactKind::tip ||
                           kind == ContactKind::words;
        bool const left_out = words && std::find(languages.begin(), languages.end(), language) == languages.end();
        if (change.before == change.after || left_out) continue;
        change.needs_two_signatures = !stays_on_its_hosts(before, change, hosts);
        changes.push_back(std::move(change));
    }
    auto const named = newly_named(before, after);
    changes.insert(changes.end(), named.begin(), named.end());
    return changes;
}

std::vector<ContactChange> picture_changes(std::filesystem::path const& before, std::filesystem::path const& after)
{
    constexpr std::string_view kFolder = "pictures/";
    std::vector<ContactChange> changes;
    for (auto const& change : edition_changes(before, after)) {
        if (!change.file.starts_with(kFolder) || change.kind == ChangeKind::removed) continue;
        auto const name = change.file.substr(kFolder.size());
        changes.push_back({.kind = ContactKind::picture,
                           .of = name,
                           .language = "",
                           .before = change.kind == ChangeKind::added ? "" : name,
                           .after = name,
                           .needs_two_signatures = true});
    }
    return changes;
}

bool any_needs_two_signatures(std::vector<ContactChange> const& changes)
{
    return std::any_of(changes.begin(), changes.end(),
                       [](ContactChange const& change) { return change.needs_two_signatures; });
}

} // namespace kiosk::content
