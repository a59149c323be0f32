#include "content/keys/language.h"

#include <algorithm>
#include <map>
#include <string>
#include <unicode/uloc.h>

namespace kiosk::content {

namespace {

bool only(std::string_view text, char first, char last)
{
    return std::all_of(text.begin(), text.end(), [&](char letter) { return letter >= first && letter <= last; });
}

bool is_listed(char const* const* list, std::string_view code)
{
    for (; *list; ++list)
        if (code == *list) return true;
    return false;
}

} // namespace

bool is_language(std::string_view code)
{
    return code.size() == 2 && only(code, 'a', 'z') && is_listed(uloc_getISOLanguages(), code);
}

bool is_written_right_to_left(std::string_view language)
{
    // Known from then on: ICU walks through its list of all languages, which takes longer than filling in a text.
    thread_local std::map<std::string, bool, std::less<>> known;
    auto found = known.find(language);
    if (found == known.end())
        found = known.emplace(language, uloc_isRightToLeft(std::string(language).c_str()) != 0).first;
    return found->second;
}

} // namespace kiosk::content
