#include "content/read/contact_fields.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "content/countries.h"
#include "content/historic.h"
#include "content/keys/language.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::content {

namespace {

std::vector<std::string> const kScopes{"seen-abroad",   "at-home",        "online",
                                       "missing-child", "child-helpline", "own-thoughts"};
// How sure a source is, best first. C is not confirmed, and the check refuses it.
std::vector<std::string> const kConfidences{"A", "A-old", "B+", "B", "B-old", "C"};

constexpr char const* kTelephoneAdvice = "digits, with one space between groups of them, and a '+' before where it has "
                                         "one";

// Advice for a wrong code of a country: the right one, where people often confuse it.
std::string country_advice(std::string const& code, std::string const& otherwise)
{
    auto capitals = capital_letters(code);
    constexpr std::pair<std::string_view, std::string_view> kSlips[] = {{"UK", "GB"}, {"EN", "GB"}, {"EL", "GR"}};
    for (auto const& [slip, right] : kSlips)
        if (capitals == slip) capitals = right;
    if (capitals != code && is_country(capitals)) return fmt::format("write {}", capitals);
    return "write the two capitals of ISO 3166 (BE, GB, UA)" + otherwise;
}

bool is_mail(std::string_view text)
{
    auto const at = text.find('@');
    if (at == 0 || at == std::string_view::npos) return false;
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '.' || letter == '-' ||
               letter == '_';
    });
}

// What is wrong with a text contact, as the rest of a sentence; "" if nothing. Its host must not be on the deny-list.
std::string fault_of_contact(TextKind kind, std::string_view text, Reporting const& reporting)
{
    if (kind == TextKind::whatsapp)
        return text.starts_with('+') && is_telephone(text) ? "" : "is no telephone number with '+' and its country";
    if (kind == TextKind::email && !is_mail(text)) return "is no address of mail";
    auto const host = kind == TextKind::email ? text.substr(text.find('@') + 1) : text;
    if (auto fault = fault_of_host(host); !fault.empty()) return fault;
    if (is_historic(reporting, host)) return "is at a historic host";
    return is_shortener(host) ? "is a short link, which may lead elsewhere tomorrow" : "";
}

// What is wrong with the address of a source; "" if nothing. No visitor opens it, so that parameters are allowed.
std::string fault_of_source(std::string_view text)
{
    for (std::string_view const scheme : {"https://", "http://"}) {
        if (!text.starts_with(scheme)) continue;
        if (text.find_first_of(" \t\n") != std::string_view::npos) return "has a blank in it";
        if (is_detour(text)) return "is a detour of a program of mail or a network";
        auto const rest = text.substr(scheme.size());
        return fault_of_host(rest.substr(0, rest.find_first_of("/?#")));
    }
    return "is no address";
}

} // namespace

void ContactFields::complain(std::string_view key, SourceLocation const& place, std::string const& fault,
                             std::string advice)
{
    reader_.refuse(key);
    reader_.complain(place, what_ + ": " + fault, std::move(advice));
}

template <typename Is, typename Advice>
std::vector<std::string> ContactFields::codes(std::string_view key, Is is, std::string const& what, Advice advice)
{
    std::vector<std::string> good;
    auto const read = reader_.texts(key);
    for (auto const& code : read) {
        if (!is(code))
            complain(key, reader_.place_of(key), fmt::format("'{}' is {}", code, what), advice(code));
        else if (std::find(good.begin(), good.end(), code) != good.end())
            complain(key, reader_.place_of(key), fmt::format("'{}' is there twice in {}", code, key), "take one out");
        else
            good.push_back(code);
    }
    return good;
}

std::vector<std::string> ContactFields::countries(std::string_view key)
{
    return codes(
        key, [](std::string const& code) { return code == "*" || is_country(code); }, "no code of a country",
        [](std::string const& code) { return country_advice(code, ", or \"*\" for every country"); });
}

void ContactFields::country(std::string const& code, std::string_view key)
{
    if (!is_country(code))
        complain(key, reader_.place_of(key), fmt::format("'{}' is no code of a country", code),
                 country_advice(code, ""));
}

std::vector<std::string> ContactFields::languages(std::string_view key)
{
    return codes(
        key, [](std::string const& code) { return is_language(code); }, "no code of a language",
        [](std::string const&) {
            return "write the two small letters of ISO 639-1: fr, nl, de, tr, uk for Ukrainian";
        });
}

std::vector<std::string> ContactFields::scopes(std::string_view key)
{
    std::vector<std::string> scopes;
    for (auto& scope : reader_.texts(key))
        if (std::find(kScopes.begin(), kScopes.end(), scope) == kScopes.end())
            complain(key, reader_.place_of(key), fmt::format("'{}' is no scope that the kiosk knows", scope),
                     suggest_word(scope, kScopes));
        else
            scopes.push_back(std::move(scope));
    return scopes;
}

PerLanguage<Address> ContactFields::addresses(std::string_view key, Reporting const& reporting)
{
    PerLanguage<Address> addresses;
    auto const* given = reader_.value(key);
    bool const text = given && given->kind == toml::Value::Kind::text && !given->text.empty();
    auto const* table = reader_.table(key, toml::Presence::required,
                                      fmt::format("write {} = {{ fr = \"{}\" }}, with the language before the address",
                                                  key, text ? given->text : "https://…"));
    if (!table) return addresses;
    for (auto const& [language, value] : table->members) {
        if (!is_language(language)) {
            complain(key, value.place,
                     fmt::format("an address is said to be in '{}', which is no code of a language", language),
                     "write the two small letters of ISO 639-1 before the address: fr = \"https://…\"");
            continue;
        }
        if (value.kind != toml::Value::Kind::text) {
            complain(key, value.place, "an address must be a text", "put it in double quotes");
            continue;
        }
        auto const address = Address::read(value.text);
        if (!address) {
            complain(key, value.place, address.error().message, address.error().advice);
        } else if (is_historic(reporting, address.value().host())) {
            complain(key, value.place, fmt::format("'{}' is a historic address", address.value().host()),
                     instead_of_historic(reporting, address.value().host()));
        } else {
            addresses.emplace(language, address.value());
        }
    }
    return addresses;
}

std::string ContactFields::telephone(std::string_view key, DialledFrom from)
{
    auto number = reader_.text(key);
    if (number.empty()) return number;
    if (!is_telephone(number)) {
        complain(key, reader_.place_of(key), fmt::format("'{}' is no telephone number", number),
                 fmt::format("{}{}", kTelephoneAdvice,
                             key == "phone" ? "; everything else belongs into tip" : ", and nothing else"));
        return {};
    }
    if (number.starts_with("00")) {
        complain(key, reader_.place_of(key),
                 fmt::format("'{}' begins with 00, which is not dialled everywhere", number),
                 "write + in its place, and works_from = \"anywhere\"");
        return {};
    }
    bool const with_country = number.starts_with('+');
    if (from == DialledFrom::country && with_country)
        complain(key, reader_.place_of(key),
                 fmt::format("'{}' begins with its country, so that it can be dialled from anywhere", number),
                 "write works_from = \"anywhere\", or the number as it is dialled at home");
    if (from == DialledFrom::country || with_country) return number;
    complain(key, reader_.place_of(key),
             fmt::format("'{}' is said to work from anywhere, and does not begin with '+' and the country", number),
             "write it as in +32 2 123 45 67, or works_from = \"country\"");
    return {};
}

std::vector<TextContact> ContactFields::text_contacts(std::string_view key, Reporting const& reporting)
{
    std::vector<TextContact> contacts;
    auto const* table = reader_.table(key, toml::Presence::optional,
                                      fmt::format("write {} = {{ email = \"…\" }}, or chat, or whatsapp", key));
    if (!table) return contacts;
    constexpr TextKind kKinds[] = {TextKind::chat, TextKind::email, TextKind::whatsapp};
    for (auto const& [kind, value] : table->members) {
        auto const* const known = std::find_if(std::begin(kKinds), std::end(kKinds),
                                               [&wanted = kind](TextKind one) { return content::name(one) == wanted; });
        if (known == std::end(kKinds))
            complain(key, value.place, fmt::format("'{}' is no way to write to it", kind),
                     suggest_word(kind, {"chat", "email", "whatsapp"}));
        else if (auto const fault = fault_of_contact(*known, value.text, reporting); !fault.empty())
            complain(key, value.place, fmt::format("'{}' {}", value.text, fault),
                     *known == TextKind::whatsapp ? kTelephoneAdvice : "write it as one would type it");
        else
            contacts.push_back({*known, value.text});
    }
    return contacts;
}

std::string ContactFields::hours(std::string_view key)
{
    auto hours = reader_.text(key);
    if (hours.empty() || hours == "24/7") return hours;
    complain(key, reader_.place_of(key), fmt::format("hours = \"{}\" would not be shown", hours),
             "write \"24/7\" for day and night; leave it empty otherwise, and say the hours in tip in each language");
    return {};
}

std::string ContactFields::name(std::string_view key)
{
    auto name = reader_.text(key);
    if (reader_.has(key) && name.find_first_not_of(' ') == std::string::npos)
        complain(key, reader_.place_of(key), fmt::format("{} is empty", key), "say who it is");
    return name;
}

std::string ContactFields::source(std::string_view key)
{
    auto source = reader_.text(key);
    auto fault = source.empty() ? std::string() : fault_of_source(source);
    if (fault.empty()) return source;
    complain(key, reader_.place_of(key), fmt::format("{} = \"{}\" {}", key, source, fault),
             "write where it was read, beginning with https://, as the browser shows it");
    return {};
}

std::string ContactFields::confidence(std::string_view key)
{
    auto confidence = reader_.text(key);
    if (!confidence.empty() && std::find(kConfidences.begin(), kConfidences.end(), confidence) == kConfidences.end())
        complain(key, reader_.place_of(key), fmt::format("'{}' is no confidence", confidence),
                 "write A or B, as in the research file");
    return confidence;
}

} // namespace kiosk::content
