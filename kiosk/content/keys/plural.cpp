#include "content/keys/plural.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <unicode/upluralrules.h>

namespace kiosk::content {

namespace {

constexpr std::array<std::string_view, 6> kForms{"zero", "one", "two", "few", "many", "other"};
constexpr std::int64_t kCountsTried = 1000;

struct Close {
    void operator()(UPluralRules* rules) const { uplrules_close(rules); }
};
using Rules = std::unique_ptr<UPluralRules, Close>;

UPluralRules* rules_of(std::string_view language)
{
    static thread_local std::map<std::string, Rules, std::less<>> opened;
    if (auto const found = opened.find(language); found != opened.end()) return found->second.get();
    UErrorCode fault = U_ZERO_ERROR;
    Rules rules(uplrules_open(std::string(language).c_str(), &fault));
    if (U_FAILURE(fault) != 0) rules.reset();
    return opened.emplace(language, std::move(rules)).first->second.get();
}

} // namespace

bool is_plural_form(std::string_view word) { return std::find(kForms.begin(), kForms.end(), word) != kForms.end(); }

std::string plural_form(std::string_view language, std::int64_t count)
{
    auto* rules = rules_of(language);
    std::array<UChar, 16> form{};
    UErrorCode fault = U_ZERO_ERROR;
    auto const length = rules ? uplrules_select(rules, static_cast<double>(count), form.data(),
                                                static_cast<std::int32_t>(form.size()), &fault)
                              : 0;
    if (length <= 0 || U_FAILURE(fault) != 0) return "other";
    std::string name; // the names of forms are ASCII
    for (std::int32_t i = 0; i < length; ++i) name.push_back(static_cast<char>(form[static_cast<std::size_t>(i)]));
    return name;
}

std::vector<std::string> plural_forms(std::string_view language)
{
    static thread_local std::map<std::string, std::vector<std::string>, std::less<>> known;
    if (auto const found = known.find(language); found != known.end()) return found->second;
    std::vector<std::string> met;
    for (std::int64_t count = 0; count < kCountsTried; ++count)
        if (auto form = plural_form(language, count); std::find(met.begin(), met.end(), form) == met.end())
            met.push_back(std::move(form));
    std::sort(met.begin(), met.end(), [](std::string const& a, std::string const& b) {
        return std::find(kForms.begin(), kForms.end(), a) < std::find(kForms.begin(), kForms.end(), b);
    });
    return known.emplace(language, std::move(met)).first->second;
}

} // namespace kiosk::content
