// Suppression: which counts of reporting and support may be published, so that nobody can work out a small one, not
// even who knows these rules and all that was ever exported. Pure.
//
// The table of one measure in one period has a row for each item that the content knows, and a column for each
// language.
//   1. A count below the threshold k is masked, zero included.
//   2. Along a row: the languages of an item are published when each of them is k or more, else none is; its total is
//      published when it is k or more.
//   3. Down the totals: that of all items is published only if what the masked items add up to, R, is such that each of
//      the m masked ones may still be anything from 0 to k - 1: k <= R <= (m - 1)(k - 1).
// Nothing else is a sum over a masked cell: no language has a total, and periods are never added up, so that no two
// published figures differ by a masked one.
//
// Why not the usual search for a few more cells to mask: what it masks tells, to who knows the search, what it had to
// protect. With these rules what is hidden says "below k" or "one of them is", and no more; the test goes through every
// table there is and finds each value from 0 to k - 1 behind every mask.
#pragma once
#include "figures/figures.h"
#include "figures/threshold.h"

namespace kiosk::figures {

struct ReportingTable {
    std::string measure;                                           // its id
    std::set<std::string, std::less<>> items, languages;           // all there could be, whether counted or not
    std::map<std::pair<std::string, std::string>, std::int64_t> n; // by item and language
};

// The published cells, sorted; kAll stands for all items or all languages. Of steps there is no sum over all: a visit
// is counted at each step that it came to.
std::vector<ReleasedCell> publishable(ReportingTable const& table, Threshold threshold);

// The same at any threshold, for unmasked internal figures and for tests. Its cells must not leave the kiosk's owner.
std::vector<ReleasedCell> cells_at(ReportingTable const& table, std::int64_t threshold);

} // namespace kiosk::figures
