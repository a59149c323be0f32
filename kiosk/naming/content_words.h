// The words that figures carry with them: what questions, answers, pages, places and channels are called in each
// language of the version of the content that was shown, so that no count is ever read with the words of another
// version. Pure.
#pragma once
#include "content/content.h"
#include "figures/measures.h"
#include "figures/rows.h"

#include <map>
#include <set>
#include <vector>

namespace kiosk::naming {

// `countable`: the items of reporting and support that this content can count (visit/countable.h).
std::vector<figures::WordRow> content_words(content::Content const& content,
                                            std::map<Measure, std::set<std::string, std::less<>>> const& countable);

} // namespace kiosk::naming
