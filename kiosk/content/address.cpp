#include "content/address.h"

#include <algorithm>
#include <array>
#include <unicode/uidna.h>

namespace kiosk::content {

namespace {

constexpr std::string_view kScheme = "https://";
constexpr std::string_view kSmallLetters = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kHostLetters = "abcdefghijklmnopqrstuvwxyz0123456789-";
constexpr std::string_view kCapitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
// What a path is made of (RFC 3986, "unreserved"): no percent-encoding.
constexpr std::string_view kPathLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

bool only(std::string_view text, std::string_view letters)
{
    return text.find_first_not_of(letters) == std::string_view::npos;
}

bool any_of(std::string_view text, std::string_view letters)
{
    return text.find_first_of(letters) != std::string_view::npos;
}

// A blank, a control or a letter beyond ASCII: what is no printable ASCII.
bool has_blank_or_control(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char letter) {
        auto const byte = static_cast<unsigned char>(letter);
        return byte <= 0x20 || byte == 0x7F;
    });
}

bool has_foreign(std::string_view text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char letter) { return static_cast<unsigned char>(letter) >= 0x80; });
}

Error fault(std::string_view text, std::string const& what, std::string advice)
{
    return {"", "'" + std::string(text) + "' " + what, std::move(advice)};
}

std::string fault_of_label(std::string_view label)
{
    if (label.empty() || label.size() > kLongestLabel) return "has a host with an empty or too long part";
    if (label.front() == '-' || label.back() == '-') return "has a host with a hyphen at the edge of a part";
    // Letters of another alphabet, written in ASCII: what a browser would show may look like another host.
    if (label.size() > 3 && label.substr(2, 2) == "--") return "has a host that is written in code ('xn--')";
    return {};
}

// Names the ASCII host that a browser makes of it by UTS 46, since that is where a visitor's phone would go.
std::string fault_of_foreign(std::string_view host)
{
    UErrorCode fault = U_ZERO_ERROR;
    auto* rules = uidna_openUTS46(
        UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_USE_STD3_RULES, &fault);
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    std::array<char, kLongestHost + 2> name{};
    auto const length = rules && host.size() <= kLongestHost
                            ? uidna_nameToASCII_UTF8(rules, host.data(), static_cast<std::int32_t>(host.size()),
                                                     name.data(), static_cast<std::int32_t>(name.size()), &info, &fault)
                            : 0;
    uidna_close(rules);
    std::string problem = "has a host with letters that can pass for others";
    if (U_FAILURE(fault) != 0 || info.errors != 0 || length <= 0 || length >= static_cast<std::int32_t>(name.size()))
        return problem;
    return problem + ": a browser goes to '" + std::string(name.data(), static_cast<std::size_t>(length)) + "'";
}

// The bytes of a blank that the text begins with: a usual one, or one at which no line breaks, also a narrow one. 0
// where it begins otherwise.
std::size_t blank_at(std::string_view text)
{
    for (std::string_view const blank : {" ", "\u00A0", "\u202F"})
        if (text.starts_with(blank)) return blank.size();
    return 0;
}

// Whether a host is one of a list, or below one.
template <std::size_t count>
bool is_at(std::string_view host, std::string_view const (&list)[count])
{
    return std::any_of(std::begin(list), std::end(list), [&](std::string_view known) {
        return host == known ||
               (host.size() > known.size() && host.ends_with(known) && host[host.size() - known.size() - 1] == '.');
    });
}

} // namespace

bool is_detour(std::string_view address)
{
    static constexpr std::string_view kDetours[] = {"safelinks.protection.outlook.com",
                                                    "urldefense.com",
                                                    "urldefense.proofpoint.com",
                                                    "l.facebook.com",
                                                    "lm.facebook.com",
                                                    "l.instagram.com",
                                                    "out.reddit.com",
                                                    "away.vk.com",
                                                    "list-manage.com",
                                                    "mailchi.mp",
                                                    "eepurl.com",
                                                    "sendgrid.net",
                                                    "sendibm1.com",
                                                    "hubspotlinks.com",
                                                    "translate.goog",
                                                    "webcache.googleusercontent.com"};
    auto const scheme = address.find("://");
    auto const rest = scheme == std::string_view::npos ? address : address.substr(scheme + 3);
    bool const leads_on = rest.find("google.") < rest.find("/url") && rest.find("/url") != std::string_view::npos;
    return leads_on || rest.find("facebook.com/l.php") != std::string_view::npos ||
           is_at(rest.substr(0, rest.find_first_of("/?#")), kDetours);
}

bool is_shortener(std::string_view host)
{
    // Those that people meet most; the rule is the operator's own domain, and this list only catches slips.
    static constexpr std::string_view kShorteners[] = {
        "bit.ly",  "bitly.com", "buff.ly",     "cutt.ly", "fb.me",     "goo.gl",        "is.gd", "j.mp",
        "lnkd.in", "ow.ly",     "page.link",   "qr1.be",  "qrco.de",   "qr-code.click", "rb.gy", "rebrand.ly",
        "s.id",    "short.io",  "shorturl.at", "snip.ly", "soo.gd",    "surl.li",       "t.co",  "t.ly",
        "t1p.de",  "tiny.cc",   "tinyurl.com", "tr.ee",   "linktr.ee", "urlz.fr",       "v.gd",  "youtu.be"};
    return is_at(host, kShorteners);
}

std::string fault_of_host(std::string_view host)
{
    if (host.empty() || host.size() > kLongestHost) return "has no host, or one that is too long";
    if (has_foreign(host)) return fault_of_foreign(host);
    if (any_of(host, kCapitals)) return "has a host with capitals, which can pass for other letters";
    if (host.find("://") != std::string_view::npos) return "begins with a scheme: leave it away";
    auto const hosts = std::string(kHostLetters) + ".";
    if (auto const at = host.find_first_not_of(hosts); at != std::string_view::npos)
        return "has a host with a character that no host has: '" + std::string(host.substr(at, 1)) + "'";
    auto rest = host;
    std::size_t labels = 1;
    for (auto dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.'), ++labels) {
        if (auto problem = fault_of_label(rest.substr(0, dot)); !problem.empty()) return problem;
        rest.remove_prefix(dot + 1);
    }
    if (auto problem = fault_of_label(rest); !problem.empty()) return problem;
    // A number of a machine, or a name that only one network knows.
    if (labels < 2 || rest.size() < 2 || !only(rest, kSmallLetters))
        return "has a host that is no name in the internet";
    return {};
}

Result<Address> Address::read(std::string_view text)
{
    if (has_blank_or_control(text))
        return fault(text, "holds a blank or a control character", "take it out of the address");
    if (!text.empty() && (any_of(text.substr(0, 1), "<(\"'") || any_of(text.substr(text.size() - 1), ".,;:!>)\"'")))
        return fault(text, "begins with a bracket, or ends with a full stop or another sign of its sentence",
                     "take out what is not of the address");
    if (text.find('@') != std::string_view::npos && text.find('/') == std::string_view::npos)
        return fault(text, "is an address of mail",
                     "write it into text_contact = { email = \"…\" }; here stands an address that a browser opens");
    if (!text.starts_with(kScheme))
        return fault(text, "is not an https address", "write https:// and the operator's own domain");
    if (text.size() > kLongestAddress)
        return fault(text, "is longer than " + std::to_string(kLongestAddress) + " characters",
                     "ask the operator for a shorter address: a code of it could not be read from afar");
    auto const rest = text.substr(kScheme.size());
    if (is_detour(text))
        return fault(text, "is a detour of a program of mail or a network, and may lead elsewhere tomorrow",
                     "open it, and copy the address that the browser then shows");
    // A parameter could tell visitors apart, and the code must be the same for everybody.
    if (any_of(rest, "?#")) return fault(text, "carries a parameter", "cut it at the '?' or '#'");
    if (auto const at = rest.rfind('@'); at != std::string_view::npos)
        return fault(text, "leads to '" + std::string(rest.substr(at + 1)) + "': what stands before the '@' is no host",
                     "write https:// and the operator's own domain");
    if (rest.find("://") != std::string_view::npos)
        return fault(text, "holds two addresses, one in the other", "write https:// once, and one address");
    auto const slash = rest.find('/');
    auto const host = rest.substr(0, slash);
    auto const path = slash == std::string_view::npos ? std::string_view() : rest.substr(slash);
    if (any_of(host, ":")) return fault(text, "names a port", "cut it out: an address for visitors has none");
    if (auto const problem = fault_of_host(host); !problem.empty())
        return fault(text, problem, "write the operator's own domain as it is registered, in small letters a to z");
    if (is_shortener(host))
        return fault(text, "is a short link, which may lead elsewhere tomorrow",
                     "write the address that it leads to, on the operator's own domain");
    if (!only(path, kPathLetters))
        return fault(text, "has a path with a character that is not allowed there",
                     "letters a to z, digits, '-', '.', '_', '~' and '/'; ask the operator for such an address");
    if (path.ends_with('.') || path.ends_with("..") || path.find("//") != std::string_view::npos)
        return fault(text, "ends with a full stop, or has two '/' in a row",
                     "take out what is not of the address: a browser would find nothing there");
    return Address(host, path);
}

bool is_telephone(std::string_view text)
{
    if (text.starts_with('+')) text.remove_prefix(1);
    std::size_t digits = 0;
    bool after_digit = false;
    while (!text.empty()) {
        if (auto const blank = blank_at(text); blank > 0) {
            // One, between two groups.
            if (!after_digit || text.size() == blank) return false;
            text.remove_prefix(blank);
            after_digit = false;
            continue;
        }
        if (text.front() < '0' || text.front() > '9') return false;
        text.remove_prefix(1);
        after_digit = true;
        ++digits;
    }
    return digits >= kFewestTelephoneDigits && digits <= kMostTelephoneDigits;
}

} // namespace kiosk::content
