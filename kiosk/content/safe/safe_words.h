// The words of the safe page, which is shown when there is no usable content. They are compiled in, since missing files
// may be the reason. The build generates them from [safe] of content/interface, in every language of kiosk.toml.
#pragma once
#include <span>
#include <string_view>

namespace kiosk::content {

// `untried` is "" when a person has tried all of the addresses.
struct SafeWords {
    std::string_view language, title, danger, report, untried;
};

// One entry a language, in the order of the content's languages; at least one. Static storage.
std::span<SafeWords const> safe_words();

} // namespace kiosk::content
