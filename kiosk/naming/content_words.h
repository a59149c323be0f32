// The words of a version of the content, as its figures carry them: what questions, answers, pages, places and channels
// are called in each of its languages, so that no count ever stands beside the words of another version. Pure.
#pragma once
#include "content/pack.h"
#include "figures/measures.h"
#include "figures/rows.h"

#include <map>
#include <set>
#include <vector>

namespace kiosk::naming {

// `countable`: what the content can count of reporting and support.
std::vector<figures::WordRow> content_words(content::Pack const& pack,
                                            std::map<Measure, std::set<std::string, std::less<>>> const& countable);

} // namespace kiosk::naming
