#include "tools/kiosk_log_common.h"
#include "content/read/read.h"
#include "figures/bucket.h"
#include "files/files.h"
#include "system/print.h"
#include "system/version.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::tools {

int fail(Error const& error)
{
    print(Channel::errors, "kiosk-log: {}\n", error.line());
    return kFault;
}

void warn(std::string const& line) { print(Channel::errors, "kiosk-log: warning: {}\n", line); }

Result<WordSource> load_words(WordsChoice const& choice)
{
    WordSource source{content::read_content(choice.content).content, choice.language};
    auto const& languages = source.content.languages;
    if (source.content.staff.empty())
        return Error{choice.content, "has no words for figures", "give --content a folder of content"};
    if (source.language.empty()) source.language = languages.front();
    if (std::find(languages.begin(), languages.end(), source.language) == languages.end())
        return Error{choice.content, fmt::format("has no words in '{}'", source.language),
                     "give --language one that the content has"};
    return source;
}

Result<fleet::AcceptOptions> take_options(std::string const& list)
{
    fleet::AcceptOptions options;
    auto const now = SystemClock().wall();
    // A machine whose clock stands before this program was made knows no day.
    if (figures::clock_trust(now, {kReleaseTime, {}}) == figures::TimeTrust::trusted)
        options.today = figures::date_text(now);
    if (list.empty()) return options;
    auto const bytes = read_file(list, fleet::kLargestKeyList);
    if (!bytes) return bytes.error();
    Problems problems;
    options.list = fleet::parse_key_list(bytes.value(), list, problems);
    for (auto const& problem : problems) print(Channel::errors, "kiosk-log: {}\n", problem.line());
    if (!options.list) return Error{list, "is no list of kiosks; nothing was taken", "correct it"};
    return options;
}

int print_provenance(std::vector<Error> const& left_out, std::vector<std::string> const& remarks,
                     std::vector<fleet::NewKiosk> const& unchecked, std::size_t bad)
{
    if (bad > 0) warn(fmt::format("{} bad packages were left out; they are named above", bad));
    for (auto const& remark : remarks) warn(remark);
    for (auto const& error : left_out) fail(error);
    if (auto const text = fleet::text_of(unchecked); !text.empty()) warn(text);
    return left_out.empty() && bad == 0 ? kDone : kLeftOut;
}

} // namespace kiosk::tools
