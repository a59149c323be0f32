#include "content/keys/language.h"

#include <algorithm>
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
    return uloc_isRightToLeft(std::string(language).c_str()) != 0;
}

} // namespace kiosk::content
