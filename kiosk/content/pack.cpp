#include "content/pack.h"

#include <algorithm>
#include <array>

namespace kiosk::content {

namespace {

template <typename T>
T const* find_by_id(std::vector<T> const& entries, std::string_view id)
{
    auto const found = std::find_if(entries.begin(), entries.end(), [&](T const& entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

std::string const& words_of(PerLanguage<std::map<std::string, std::string>> const& tables, Pack const& pack,
                            Language const& language, std::string const& key)
{
    for (auto const& tried : {language, pack.languages.empty() ? Language() : pack.languages.front()}) {
        auto const table = tables.find(tried);
        if (table == tables.end()) continue;
        if (auto const found = table->second.find(key); found != table->second.end()) return found->second;
    }
    return key;
}

} // namespace

std::string_view name(TextKind kind)
{
    static constexpr std::array<std::string_view, 3> kNames{"chat", "email", "whatsapp"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name(Answers answers) { return answers == Answers::police ? "police" : "all"; }

Question const* Quiz::find(std::string_view question) const { return find_by_id(questions, question); }

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

std::string Pack::place_name(Language const& language, std::string const& id) const
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

Series const* Pack::series(std::string_view id) const
{
    if (professionals.id == id) return &professionals;
    if (support.id == id) return &support;
    return find_by_id(campaigns, id);
}

Source const* Pack::source(std::string_view id) const { return find_by_id(sources, id); }

std::string const& Pack::words(Language const& language, std::string const& key) const
{
    return words_of(interface, *this, language, key);
}

std::string const& Pack::staff_words(Language const& language, std::string const& key) const
{
    return words_of(staff, *this, language, key);
}

bool Pack::usable() const
{
    if (languages.empty() || interface.empty()) return false;
    bool const has_pages =
        std::any_of(campaigns.begin(), campaigns.end(), [](Series const& series) { return !series.pages.empty(); });
    return has_pages || !reporting.channels.empty();
}

std::string fill(std::string text, std::vector<std::pair<std::string, std::string>> const& values)
{
    for (auto const& [name, value] : values) {
        auto const mark = "{" + name + "}";
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
            text.replace(at, mark.size(), value);
    }
    return text;
}

} // namespace kiosk::content
