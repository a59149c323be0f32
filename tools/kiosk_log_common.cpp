#include "tools/kiosk_log_common.h"
#include "base/say.h"
#include "content/read.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::tools {

int fail(Error const& error)
{
    say(Channel::errors, "kiosk-log: {}\n", error.line());
    return kFault;
}

void warn(std::string const& line) { say(Channel::errors, "kiosk-log: warning: {}\n", line); }

Result<Speaker> speaker(WordsChoice const& choice)
{
    Speaker speaker{content::read_pack(choice.content).pack, choice.language};
    auto const& languages = speaker.pack.languages;
    if (speaker.pack.staff.empty())
        return Error{choice.content, "has no words for figures", "give --content a folder of content"};
    if (speaker.language.empty()) speaker.language = languages.front();
    if (std::find(languages.begin(), languages.end(), speaker.language) == languages.end())
        return Error{choice.content, fmt::format("has no words in '{}'", speaker.language),
                     "give --language one that the content has"};
    return speaker;
}

} // namespace kiosk::tools
