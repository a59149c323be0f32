// The figures of one database of one kiosk, out of all packages of it that are at hand, in any order and however often:
// of a count the highest holds, releases and the machine log are sets. Pure but for the files that are read.
#pragma once
#include "engagement/package.h"
#include "fleet/names.h"

#include <set>
#include <tuple>

namespace kiosk::fleet {

constexpr std::int16_t kWholeDay = -1; // in place of an hour

// A row of kiosk.tally, but for kiosk and source.
struct TallyFact {
    DayNumber day; // kUnknownDay where the clock was wrong
    std::int16_t hour = kWholeDay;
    std::int32_t version = 0;
    std::int16_t language = 0;
    std::int32_t item = 0;
    std::int64_t n = 0;

    auto key() const { return std::tie(day, hour, version, language, item); }
};

struct SourceFigures {
    std::vector<TallyFact> tallies; // in the order of their keys, each once
    std::set<engagement::MachineRow> machine_log;
    std::set<engagement::Release> releases;
};

// Errors name the file of the package.
Result<SourceFigures> read_source(std::vector<engagement::Package const*> const& packages, Vocabulary& vocabulary);

// Nothing for what is no day from 2000 to 2199.
std::optional<DayNumber> day_number(std::string_view day);

} // namespace kiosk::fleet
