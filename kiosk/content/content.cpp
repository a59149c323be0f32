#include "content/content.h"
#include "content/keys/language.h"
#include "content/keys/mark.h"
#include "content/keys/plural.h"
#include "content/keys/word_key.h"

#include <algorithm>
#include <array>
#include <set>

namespace kiosk::content {

namespace {

template <typename T>
T const* find_by_id(std::vector<T> const& entries, std::string_view id)
{
    auto const found = std::find_if(entries.begin(), entries.end(), [&](T const& entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

using Tables = PerLanguage<std::map<std::string, std::string>>;

std::string const* find_words(Tables const& tables, Language const& language, std::string const& key)
{
    auto const table = tables.find(language);
    if (table == tables.end()) return nullptr;
    auto const found = table->second.find(key);
    return found == table->second.end() ? nullptr : &found->second;
}

// What `find` gives for this language, else for the first other language that has it. `find` is told the language,
// since plural forms follow its rules.
template <typename Find>
auto first_that_has(Content const& content, Language const& language, Find find) -> decltype(find(language))
{
    if (auto const* found = find(language)) return found;
    for (auto const& other : content.languages)
        if (auto const* found = find(other)) return found;
    return nullptr;
}

std::string const& words_of(Tables const& tables, Content const& content, Language const& language,
                            std::string const& key)
{
    auto const* found =
        first_that_has(content, language, [&](Language const& tried) { return find_words(tables, tried, key); });
    return found ? *found : key;
}

// The count in a value, for its plural form: the digits of "1 234" as 1234.
std::int64_t count_in(std::string_view value)
{
    std::int64_t count = 0;
    for (char const letter : value)
        if (letter >= '0' && letter <= '9' && count < 1'000'000'000) count = count * 10 + (letter - '0');
    return count;
}

std::string sentence_of(Tables const& tables, Content const& content, Language const& language, std::string const& key,
                        Values const& values)
{
    auto const* known = word_key(key);
    auto const* text = first_that_has(content, language, [&](Language const& tried) -> std::string const* {
        if (known && !known->counted.empty())
            for (auto const& [name, value] : values)
                if (name == known->counted) {
                    auto const form = key + "." + plural_form(tried, count_in(value));
                    if (auto const* found = find_words(tables, tried, form)) return found;
                    if (auto const* found = find_words(tables, tried, key + ".other")) return found;
                }
        return find_words(tables, tried, key);
    });
    if (!text) return key;
    if (!is_written_right_to_left(language)) return fill_placeholders(*text, values);
    auto kept = values;
    // U+2068, FIRST STRONG ISOLATE, to U+2069, POP DIRECTIONAL ISOLATE: a name or a number keeps its own direction.
    for (auto& [name, value] : kept) value = "\u2068" + value + "\u2069";
    return fill_placeholders(*text, kept);
}

} // namespace

std::string_view name(Anonymity anonymity)
{
    constexpr std::string_view kNames[] = {"yes", "no", "unknown", "confidential", "depends"};
    return kNames[static_cast<std::size_t>(anonymity)];
}

std::string_view name(TextKind kind)
{
    static constexpr std::array<std::string_view, 3> kNames{"chat", "email", "whatsapp"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name(EmergencyServices answers) { return answers == EmergencyServices::police ? "police" : "all"; }

bool has_usable_answers(Question const& question)
{
    constexpr std::size_t kFewest = 2, kMost = 4;
    if (question.kind == QuestionKind::true_false) return question.answers == std::vector<std::string>{"true", "false"};
    std::set<std::string> const once(question.answers.begin(), question.answers.end());
    return once.size() == question.answers.size() && once.size() >= kFewest && once.size() <= kMost;
}

Question const* Quiz::find(std::string_view question) const { return find_by_id(questions, question); }

Question const* Quiz::find_asked(std::string_view question) const
{
    return intent && intent->id == question ? &*intent : find(question);
}

Language Channel::address_language(Language const& language) const
{
    if (url.contains(language)) return language;
    if (url.contains("en")) return "en";
    return url.empty() ? Language() : url.begin()->first;
}

Address const* Channel::find(Language const& language) const
{
    auto const found = url.find(address_language(language));
    return found == url.end() ? nullptr : &found->second;
}

std::string Channel::mark() const
{
    Mark mark;
    for (auto const& [language, address] : url) {
        mark.add(language);
        mark.add(address.text());
    }
    mark.add(phone);
    mark.add(hours);
    for (auto const& contact : text_contacts) {
        mark.add(name(contact.kind));
        mark.add(contact.value);
    }
    return mark.text();
}

std::string Channel::address(Language const& language) const
{
    auto const* found = find(language);
    return found ? found->text() : std::string();
}

std::string Channel::host(Language const& language) const
{
    auto const* found = find(language);
    return found ? found->host() : std::string();
}

Channel const* Reporting::channel(std::string_view id) const { return find_by_id(channels, id); }
Place const* Reporting::place(std::string_view id) const { return find_by_id(places, id); }

std::vector<EmergencyNumber const*> Reporting::emergency_in(std::string_view country) const
{
    std::vector<EmergencyNumber const*> numbers;
    for (auto const& number : emergency)
        if (std::find(number.countries.begin(), number.countries.end(), country) != number.countries.end())
            numbers.push_back(&number);
    return numbers;
}

std::string Content::place_name(Language const& language, std::string const& id) const
{
    auto const& countries = in_language(reporting.countries, language, *this);
    auto const country =
        std::find_if(countries.begin(), countries.end(), [&](Country const& known) { return known.code == id; });
    if (country != countries.end()) return country->name;
    auto const* place = reporting.place(id);
    if (!place) return id;
    auto const& name = in_language(place->words, language, *this).name;
    return name.empty() ? id : name;
}

Series const* Content::series(std::string_view id) const
{
    if (professionals.id == id) return &professionals;
    if (support.id == id) return &support;
    if (auto const* guide = find_by_id(guides, id)) return guide;
    return find_by_id(campaigns, id);
}

std::vector<Series const*> Content::all_series() const
{
    std::vector<Series const*> all;
    for (auto const& campaign : campaigns) all.push_back(&campaign);
    for (auto const* guide : {&professionals, &support}) all.push_back(guide);
    for (auto const& guide : guides) all.push_back(&guide);
    return all;
}

Quiz const* Content::quiz(std::string_view id) const
{
    if (id.empty()) return quizzes.empty() ? nullptr : &quizzes.front();
    auto const found = std::find_if(quizzes.begin(), quizzes.end(), [&](Quiz const& one) { return one.id == id; });
    return found == quizzes.end() ? nullptr : &*found;
}

SceneSet const* Content::scene_set(std::string_view id) const
{
    auto const found = std::find_if(scenes.begin(), scenes.end(), [&](SceneSet const& one) { return one.id == id; });
    return found == scenes.end() ? nullptr : &*found;
}

Source const* Content::source(std::string_view id) const { return find_by_id(sources, id); }

std::string const& Content::words(Language const& language, std::string const& key) const
{
    return words_of(interface, *this, language, key);
}

std::string const& Content::staff_words(Language const& language, std::string const& key) const
{
    return words_of(staff, *this, language, key);
}

std::string Content::sentence(Language const& language, std::string const& key, Values const& values) const
{
    return sentence_of(interface, *this, language, key, values);
}

std::string Content::staff_sentence(Language const& language, std::string const& key, Values const& values) const
{
    return sentence_of(staff, *this, language, key, values);
}

bool Content::usable() const
{
    if (languages.empty() || interface.empty()) return false;
    bool const has_pages =
        std::any_of(campaigns.begin(), campaigns.end(), [](Series const& series) { return !series.pages.empty(); });
    return has_pages || !reporting.channels.empty();
}

std::string fill_placeholders(std::string text, Values const& values)
{
    for (auto const& [name, value] : values) {
        auto const mark = "{" + name + "}";
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
            text.replace(at, mark.size(), value);
    }
    return text;
}

} // namespace kiosk::content
