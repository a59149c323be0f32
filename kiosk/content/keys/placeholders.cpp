#include "content/keys/placeholders.h"

namespace kiosk::content {

Placeholders placeholders_in(std::string_view text)
{
    Placeholders found;
    for (auto at = text.find_first_of("{}"); at != std::string_view::npos; at = text.find_first_of("{}", at + 1)) {
        auto const end = text[at] == '{' ? text.find_first_of("{}", at + 1) : std::string_view::npos;
        if (end == std::string_view::npos || text[end] == '{' || end == at + 1) {
            found.broken = true;
            continue;
        }
        found.names.push_back(text.substr(at + 1, end - at - 1));
        at = end;
    }
    return found;
}

std::string without_names(std::string_view text)
{
    std::string plain;
    std::size_t taken = 0;
    for (auto const name : placeholders_in(text).names) {
        auto const begin = static_cast<std::size_t>(name.data() - text.data());
        plain.append(text.substr(taken, begin - taken)).append(" ");
        taken = begin + name.size();
    }
    return plain.append(text.substr(taken));
}

} // namespace kiosk::content
