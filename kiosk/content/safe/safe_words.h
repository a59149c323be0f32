// The words of the safe page: what is shown when there is no content at all. They are in the program, because a file
// may be what is missing; the build takes them from [safe] of content/interface, in every language of kiosk.toml.
#pragma once
#include <span>
#include <string_view>

namespace kiosk::content {

// `untried` is "" when a person has tried all of the addresses.
struct SafeWords {
    std::string_view language, title, danger, report, untried;
};

// In the order in which the content offers them; one at least. They last as long as the program.
std::span<SafeWords const> safe_words();

} // namespace kiosk::content
