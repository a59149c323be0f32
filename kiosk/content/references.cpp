#include "content/references.h"
#include "base/nearest.h"
#include "content/keys/language.h"
#include "content/keys/placeholders.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::content {

namespace {

constexpr std::string_view kSecure = "https://";

// "channel", "be-form", "phone" of "channel.be-form.phone".
struct Parts {
    std::string_view kind, id, what;
};

Parts parts_of(std::string_view reference)
{
    auto const first = reference.find('.');
    auto const last = reference.rfind('.');
    if (first == std::string_view::npos || first == last) return {reference, {}, {}};
    return {reference.substr(0, first), reference.substr(first + 1, last - first - 1), reference.substr(last + 1)};
}

std::string digits_in(std::string_view text)
{
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
                 [](char letter) { return letter >= '0' && letter <= '9'; });
    return digits;
}

std::string bare_host(std::string_view host) { return std::string(host.starts_with("www.") ? host.substr(4) : host); }

// As one types it: without the scheme, and without a path that is only a slash.
std::string typed(Address const& address) { return address.host() + (address.path() == "/" ? "" : address.path()); }

// With no-break spaces, so that no line ends within a number.
std::string unbroken(std::string_view number)
{
    std::string whole;
    for (char const letter : number) letter == ' ' ? whole += "\u00A0" : whole += letter;
    return whole;
}

std::optional<std::string> of_channel(Channel const& channel, std::string_view what, Language const& language)
{
    if (what == "phone" && !channel.phone.empty()) return unbroken(channel.phone);
    if (channel.url.empty()) return std::nullopt;
    auto const& address = channel.url.at(channel.address_language(language));
    if (what == "host") return bare_host(address.host());
    if (what == "address") return typed(address);
    return std::nullopt;
}

// What an editor meant: "phone" for "telefoon" or a misspelling; "" for a word like none of them.
std::string meant_what(std::string_view what)
{
    constexpr std::pair<std::string_view, std::string_view> kNames[] = {
        {"adresse", "address"}, {"adres", "address"},  {"url", "address"},   {"telephone", "phone"},
        {"téléphone", "phone"}, {"telefoon", "phone"}, {"telefon", "phone"}, {"tel", "phone"},
        {"numero", "phone"},    {"numéro", "phone"},   {"nummer", "phone"},  {"number", "phone"},
        {"site", "host"},       {"website", "host"},   {"hôte", "host"},     {"email", "address"}};
    std::vector<std::string> names{"phone", "address", "host"};
    for (auto const& [name, meant] : kNames) names.emplace_back(name);
    auto const near = nearest_word(what, names);
    if (!near) return {};
    for (auto const& [name, meant] : kNames)
        if (*near == name) return std::string(meant);
    return *near;
}

// The intended reference, where the kind is misspelt but the id is that of a channel or of a country's number.
std::string meant_by(Reporting const& reporting, Parts const& parts)
{
    if (reporting.channel(parts.id)) {
        auto const what = meant_what(parts.what);
        return fmt::format("channel.{}.{}", parts.id, what.empty() ? "address" : what);
    }
    for (auto const* number : reporting.emergency_in(parts.id))
        if (number->number == parts.what) return fmt::format("emergency.{}.{}", parts.id, parts.what);
    return {};
}

} // namespace

std::optional<std::string> resolve_reference(Reporting const& reporting, std::string_view reference,
                                             Language const& language)
{
    auto const [kind, id, what] = parts_of(reference);
    if (kind == "channel") {
        auto const* channel = reporting.channel(id);
        return channel ? of_channel(*channel, what, language) : std::nullopt;
    }
    if (kind != "emergency") return std::nullopt;
    for (auto const* number : reporting.emergency_in(id))
        if (number->number == what) return number->number;
    return std::nullopt;
}

ReferenceFault fault_of_reference(Reporting const& reporting, std::string_view reference)
{
    auto const [kind, id, what] = parts_of(reference);
    if (kind == "channel" && !id.empty()) {
        std::vector<std::string> known;
        for (auto const& channel : reporting.channels) known.push_back(channel.id);
        if (!reporting.channel(id))
            return {fmt::format("refers to the channel '{}', which reporting/channels.toml does not have", id),
                    suggest_word(std::string(id), known)};
        if (what != "phone" && what != "address" && what != "host")
            if (auto const meant = meant_what(what); !meant.empty())
                return {fmt::format("asks the channel '{}' for its '{}'", id, what),
                        fmt::format("write {{channel.{}.{}}}: what stands between braces is the same in every language",
                                    id, meant)};
        if (what != "phone" && what != "address" && what != "host")
            return {fmt::format("asks the channel '{}' for its '{}'", id, what),
                    fmt::format("write {{channel.{0}.phone}}, {{channel.{0}.address}} or {{channel.{0}.host}}", id)};
        return {fmt::format("refers to the {} of the channel '{}', which has none", what, id),
                "take the reference out, or fill it in reporting/channels.toml"};
    }
    if (kind == "emergency" && !id.empty()) {
        return {fmt::format("refers to the emergency number {} of '{}', which is not among its numbers", what, id),
                "write a number and one of its countries, as reporting/places.toml has them: {emergency.BE.112}"};
    }
    auto const meant = meant_by(reporting, parts_of(reference));
    return {fmt::format("has {{{}}}, which nothing fills", reference),
            meant.empty()
                ? "write {channel.be-form.address} or {emergency.BE.112}, as they stand in every language"
                : fmt::format("write {{{}}}: what stands between braces is the same in every language", meant)};
}

std::string reference_for(Reporting const& reporting, std::string_view named, std::string_view own)
{
    auto const digits = digits_in(named);
    bool const number = digits.size() == named.size();
    // For the kiosk's own country, where it has this number.
    for (auto const& emergency : reporting.emergency) {
        if (!number || emergency.number != named || emergency.countries.empty()) continue;
        auto const& countries = emergency.countries;
        bool const here = std::find(countries.begin(), countries.end(), reporting.home) != countries.end();
        return fmt::format("{{emergency.{}.{}}}", here ? reporting.home : countries.front(), named);
    }
    if (named.starts_with(kSecure)) named.remove_prefix(kSecure.size());
    auto const host = bare_host(named.substr(0, named.find('/')));
    auto const of = [&](Channel const& channel) -> std::string {
        if (number && digits_in(channel.phone) == digits) return fmt::format("{{channel.{}.phone}}", channel.id);
        for (auto const& [language, address] : channel.url)
            if (!number && bare_host(address.host()) == host) return fmt::format("{{channel.{}.address}}", channel.id);
        return {};
    };
    if (auto const* channel = reporting.channel(own))
        if (auto reference = of(*channel); !reference.empty()) return reference;
    for (auto const& channel : reporting.channels)
        if (auto reference = of(channel); !reference.empty()) return reference;
    return {};
}

std::string isolate_direction(std::string value, Language const& language)
{
    // U+2066, LEFT-TO-RIGHT ISOLATE, to U+2069, POP DIRECTIONAL ISOLATE.
    return is_written_right_to_left(language) ? "\u2066" + std::move(value) + "\u2069" : value;
}

std::string fill_references(std::string_view text, Reporting const& reporting, Language const& language)
{
    std::string result(text);
    for (auto const name : placeholders_in(text).names)
        if (auto value = resolve_reference(reporting, name, language)) {
            auto const mark = fmt::format("{{{}}}", name);
            if (auto const at = result.find(mark); at != std::string::npos)
                result.replace(at, mark.size(), isolate_direction(*value, language));
        }
    return result;
}

} // namespace kiosk::content
