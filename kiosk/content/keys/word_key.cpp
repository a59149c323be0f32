#include "content/keys/word_key.h"
#include "content/keys/interface_keys.h"
#include "content/keys/plural.h"
#include "content/keys/staff_keys.h"

#include <algorithm>
#include <unordered_map>

namespace kiosk::content {

WordKey const* word_key(std::string_view key)
{
    static auto const kKnown = [] {
        std::unordered_map<std::string_view, WordKey const*> known;
        for (auto const& entry : kInterfaceKeys) known.emplace(entry.key, &entry);
        for (auto const& entry : kStaffKeys) known.emplace(entry.key, &entry);
        return known;
    }();
    auto const found = kKnown.find(key);
    return found == kKnown.end() ? nullptr : found->second;
}

KeyAndForm split_form(std::string_view key)
{
    auto const dot = key.rfind('.');
    if (dot == std::string_view::npos || !is_plural_form(key.substr(dot + 1))) return {key, {}};
    auto const* whole = word_key(key.substr(0, dot));
    if (!whole || whole->counted.empty()) return {key, {}};
    return {key.substr(0, dot), key.substr(dot + 1)};
}

} // namespace kiosk::content
