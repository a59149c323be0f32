// Telephone numbers: of the right country, and complete; and emergency numbers with a country and a source.
#include "content/check/checking.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::content {

namespace {

// Country calling codes (ITU-T E.164) of likely countries; numbers of others are not checked.
constexpr std::pair<std::string_view, std::string_view> kCodes[] = {
    {"BE", "32"},  {"FR", "33"},  {"NL", "31"},  {"DE", "49"},  {"LU", "352"}, {"AT", "43"},  {"CH", "41"},
    {"GB", "44"},  {"IE", "353"}, {"IT", "39"},  {"ES", "34"},  {"PT", "351"}, {"PL", "48"},  {"CZ", "420"},
    {"SK", "421"}, {"HU", "36"},  {"RO", "40"},  {"BG", "359"}, {"GR", "30"},  {"CY", "357"}, {"MT", "356"},
    {"SE", "46"},  {"DK", "45"},  {"NO", "47"},  {"FI", "358"}, {"EE", "372"}, {"LV", "371"}, {"LT", "370"},
    {"HR", "385"}, {"SI", "386"}, {"UA", "380"}, {"TR", "90"},  {"MA", "212"}, {"TN", "216"}, {"SN", "221"},
    {"GM", "220"}, {"KE", "254"}, {"MG", "261"}, {"ZA", "27"},  {"BR", "55"},  {"TH", "66"},  {"KH", "855"},
    {"VN", "84"},  {"PH", "63"},  {"ID", "62"},  {"IN", "91"},  {"NP", "977"}, {"LK", "94"},  {"MX", "52"},
    {"CO", "57"},  {"PE", "51"},  {"US", "1"},   {"CA", "1"},   {"AU", "61"},  {"NZ", "64"}};

// An international number must be of a country of the channel, complete, and without the 0 that is dialled at home.
void check_number(CheckContext& checking, Channel const& channel)
{
    auto const& number = channel.phone;
    std::string digits;
    std::copy_if(number.begin(), number.end(), std::back_inserter(digits),
                 [](char letter) { return letter >= '0' && letter <= '9'; });
    std::string_view own; // the code that it begins with
    bool known = !channel.countries.empty();
    std::string codes;
    for (auto const& country : channel.countries) {
        auto const* const found = std::find_if(std::begin(kCodes), std::end(kCodes),
                                               [&](auto const& entry) { return entry.first == country; });
        if (found == std::end(kCodes)) {
            known = false;
            continue;
        }
        codes += fmt::format("{}+{}", codes.empty() ? "" : " or ", found->second);
        if (digits.starts_with(found->second)) own = found->second;
    }
    auto const what = fmt::format("channel '{}': '{}'", channel.id, number);
    constexpr std::size_t kFewest = 7; // digits, with those of the country
    if (!number.starts_with('+')) {
        // North America dials its 1 at home as well.
        if (!own.empty() && own != "1" && digits.size() > kFewest)
            checking.error(location_of(channel, "phone"),
                           fmt::format("{} begins with {}, as numbers of its country do from abroad", what, own),
                           "put a '+' before it, or write it as it is dialled at home");
        return;
    }
    if (digits.size() < kFewest)
        checking.error(location_of(channel, "phone"), what + " is too short for a number with its country",
                       "look it up once more");
    else if (own.empty() && known)
        checking.error(location_of(channel, "phone"),
                       fmt::format("{} is not of its country, which has {}", what, codes),
                       "look it up once more, or say in countries of which it is");
    else if (!own.empty() && own != "39" && digits.substr(own.size()).starts_with('0'))
        checking.error(location_of(channel, "phone"),
                       fmt::format("{} has a 0 behind +{}, which is dialled at home only", what, own),
                       "take the 0 out");
}

// Where a number in the country begins with 0, the prefix of its national numbers, unless it is short.
constexpr std::string_view kTrunkZero[] = {"AT", "BE", "CH", "DE", "FI", "FR", "GB", "IE", "NL", "SE"};

// Spreadsheets drop the leading 0 of a number.
void check_lost_zero(CheckContext& checking, Channel const& channel)
{
    constexpr std::ptrdiff_t kFewestOfALongNumber = 7; // digits; 116 000 has six
    auto const& phone = channel.phone;
    auto const digits = std::count_if(phone.begin(), phone.end(), [](char one) { return one >= '0' && one <= '9'; });
    if (digits < kFewestOfALongNumber || phone.front() == '0' || phone.front() == '+') return;
    bool const all = std::all_of(channel.countries.begin(), channel.countries.end(), [](std::string const& country) {
        return std::find(std::begin(kTrunkZero), std::end(kTrunkZero), country) != std::end(kTrunkZero);
    });
    if (all && !channel.countries.empty())
        checking.error(location_of(channel, "phone"),
                       fmt::format("channel '{}': phone = \"{}\" begins with neither 0 nor +", channel.id, phone),
                       fmt::format("if its 0 was lost, as in a table of Excel, write phone = \"0{}\"", phone));
}

} // namespace

void check_phone(CheckContext& checking, Channel const& channel)
{
    auto const before = checking.problems.size();
    check_number(checking, channel);
    if (checking.problems.size() == before) check_lost_zero(checking, channel);
}

void check_emergency(CheckContext& checking, EmergencyNumber const& number)
{
    if (number.countries.empty() && number.place.line > 0)
        checking.error(location_of(number, "countries"),
                       fmt::format("the emergency number {} is of no country", number.number),
                       "fill countries, or take it out");
    if (number.source.empty() || number.confidence.empty() || number.confidence.starts_with("C"))
        checking.error(location_of(number, number.source.empty() ? "source" : "confidence"),
                       fmt::format("the emergency number {} has no source that was read", number.number),
                       "fill source and confidence, or take it out");
}

} // namespace kiosk::content
