#include "system/print.h"
#include "base/escape_controls.h"

namespace kiosk {

void print_text(Channel channel, std::string_view text)
{
    std::string said;
    said.reserve(text.size());
    while (!text.empty()) {
        auto const feed = text.find('\n');
        said += escape_controls(text.substr(0, feed));
        if (feed == std::string_view::npos) break;
        said += '\n';
        text.remove_prefix(feed + 1);
    }
    auto* const stream = channel == Channel::output ? stdout : stderr;
    // A closed pipe is no reason to fail.
    if (std::fwrite(said.data(), 1, said.size(), stream) == said.size()) (void)std::fflush(stream);
}

std::string printable_line(std::string_view text) { return escape_controls(text); }

} // namespace kiosk
