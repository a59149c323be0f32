// Hashes that distinguish two rows with the same number; the same on every machine. Pure.
#pragma once
#include "figures/figures.h"
#include "figures/machine_log.h"

#include <compare>

namespace kiosk::fleet {

// What an item is called. More than one wording for a version, language and item: the content was changed without a new
// number, and nobody can say which of them a count is about.
struct WordFact {
    std::int32_t version = 0, language = 0, item = 0;
    std::string words;
    int right = -1;
    auto operator<=>(WordFact const&) const = default;
};

// A hash of all that was released, of a row of the machine log, or of a wording: two of one number come from copies of
// a database, two wordings from a content that was changed.
std::int64_t variant(figures::Release const& release);
std::int64_t variant(figures::MachineRow const& row);
std::int64_t variant(WordFact const& word);

} // namespace kiosk::fleet
