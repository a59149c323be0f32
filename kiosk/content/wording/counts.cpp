#include "content/wording/counts.h"
#include "content/references.h"
#include "content/wording/called_numbers.h"

#include <algorithm>
#include <regex>

namespace kiosk::content {

bool only_digits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

namespace {

// Whether a text ends with a digit, or a digit and a separator, so that digits after it belong to the same number.
bool ends_in_number(std::string_view text)
{
    for (auto const between : kBetweenGroups)
        if (text.ends_with(between)) {
            text.remove_suffix(between.size());
            break;
        }
    return !text.empty() && (text.back() == '+' || only_digits(text.substr(text.size() - 1)));
}

bool begins_with_number(std::string_view text)
{
    for (auto const between : kBetweenGroups)
        if (text.starts_with(between)) {
            text.remove_prefix(between.size());
            break;
        }
    return only_digits(text.substr(0, 1));
}

} // namespace

std::string without_counts(std::string text, Reporting const& reporting)
{
    static std::regex const kDay("\\b\\d{1,2}[./-] ?\\d{1,2}[./-] ?\\d{4}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b|"
                                 "\\b(19|20)\\d{2}[/-]\\d{2,4}\\b");
    static std::regex const kThousands("[1-9]\\d{0,2}((?: |\u00A0|\u202F|\u2009|[.,])\\d{3})+");
    text = std::regex_replace(text, kDay, "…");
    std::string result;
    auto rest = text.cbegin();
    for (std::sregex_iterator at(text.begin(), text.end(), kThousands), end; at != end; ++at) {
        auto const begin = text.cbegin() + at->position();
        auto const after = begin + at->length();
        std::string digits;
        std::copy_if(begin, after, std::back_inserter(digits), [](char byte) { return byte >= '0' && byte <= '9'; });
        bool const part = ends_in_number({text.cbegin(), begin}) || begins_with_number({after, text.cend()});
        bool const counts = !part && reference_for(reporting, digits).empty();
        result.append(rest, counts ? begin : after);
        if (counts) result += "…";
        rest = after;
    }
    return result.append(rest, text.cend());
}

} // namespace kiosk::content
