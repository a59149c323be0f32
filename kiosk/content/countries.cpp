#include "content/countries.h"
#include "content/index_letters.h"

#include <algorithm>
#include <array>
#include <unicode/ucol.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

namespace kiosk::content {

namespace {

// Kosovo: ICU's list of ISO 3166-1 lacks this user-assigned code, which everybody uses.
constexpr std::string_view kKosovo = "XK";

std::vector<std::string> const& codes()
{
    static std::vector<std::string> const all = [] {
        std::vector<std::string> list;
        for (auto const* code = uloc_getISOCountries(); *code; ++code) list.emplace_back(*code);
        if (std::find(list.begin(), list.end(), kKosovo) == list.end()) list.emplace_back(kKosovo);
        return list;
    }();
    return all;
}

std::string name_of(std::string const& code, std::string const& language)
{
    std::array<UChar, 128> wide{};
    std::array<char, 512> name{};
    auto status = U_ZERO_ERROR;
    uloc_getDisplayCountry(("und_" + code).c_str(), language.c_str(), wide.data(), static_cast<int32_t>(wide.size()),
                           &status);
    if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING) return {};
    int32_t length = 0;
    u_strToUTF8(name.data(), static_cast<int32_t>(name.size()), &length, wide.data(), -1, &status);
    return U_FAILURE(status) ? std::string() : std::string(name.data(), static_cast<std::size_t>(length));
}

} // namespace

bool is_country(std::string_view code) { return std::find(codes().begin(), codes().end(), code) != codes().end(); }

std::vector<Country> countries_in(std::string const& language)
{
    std::vector<Country> countries;
    IndexLetters const filing(language);
    for (auto const& code : codes()) {
        auto name = name_of(code, language);
        if (name.empty() || name == code) name = name_of(code, "en");
        auto letter = filing.letter(name);
        countries.push_back({code, std::move(name), std::move(letter)});
    }
    Collation const alphabet(language);
    std::sort(countries.begin(), countries.end(),
              [&](Country const& first, Country const& second) { return alphabet.before(first.name, second.name); });
    return countries;
}

Collation::Collation(std::string const& language)
{
    auto status = U_ZERO_ERROR;
    collator_ = ucol_open(language.c_str(), &status);
    if (U_FAILURE(status)) collator_ = nullptr;
}

Collation::~Collation()
{
    if (collator_) ucol_close(static_cast<UCollator*>(collator_));
}

bool Collation::before(std::string_view first, std::string_view second) const
{
    if (!collator_) return first < second;
    auto status = U_ZERO_ERROR;
    auto const order =
        ucol_strcollUTF8(static_cast<UCollator*>(collator_), first.data(), static_cast<int32_t>(first.size()),
                         second.data(), static_cast<int32_t>(second.size()), &status);
    return U_SUCCESS(status) ? order == UCOL_LESS : first < second;
}

} // namespace kiosk::content
