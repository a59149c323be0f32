#include "system/say.h"
#include "base/plain.h"

namespace kiosk {

void say_text(Channel channel, std::string_view text)
{
    std::string said;
    said.reserve(text.size());
    while (!text.empty()) {
        auto const feed = text.find('\n');
        said += plain(text.substr(0, feed));
        if (feed == std::string_view::npos) break;
        said += '\n';
        text.remove_prefix(feed + 1);
    }
    auto* const stream = channel == Channel::output ? stdout : stderr;
    // A closed pipe is no reason to fail.
    if (std::fwrite(said.data(), 1, said.size(), stream) == said.size()) (void)std::fflush(stream);
}

std::string plain_for_saying(std::string_view text) { return plain(text); }

} // namespace kiosk
