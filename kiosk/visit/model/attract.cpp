#include "visit/model/attract.h"

#include <algorithm>
#include <numeric>

namespace kiosk::visit {

int attract_turns(content::Content const& content)
{
    return static_cast<int>(content.attract.size() * std::max<std::size_t>(1, content.languages.size()));
}

AttractTurn attract_turn(content::Content const& content, int turn)
{
    auto const statements = content.attract.size();
    auto const languages = std::max<std::size_t>(1, content.languages.size());
    auto const number = static_cast<std::size_t>(std::max(0, turn));
    // Where both lists come to their beginning together, one language is passed over, so that other pairs follow.
    auto const language = (number + number / std::lcm(statements, languages)) % languages;
    return {number % statements, content.languages.empty() ? content::Language("en") : content.languages.at(language)};
}

} // namespace kiosk::visit
