// Reads the tallies of one package into the figures of its machine. Private to fleet/.
#pragma once
#include "fleet/incoming/likely.h"
#include "fleet/incoming/machine_figures.h"

#include <unordered_map>

namespace kiosk::fleet {

// Most rows have the label, day, version and language of the row before. Errors have no place: who reads the rows knows
// it.
class TallyReader {
public:
    TallyReader(MachineFigures& figures, package::Package const& package, Vocabulary& vocabulary)
        : figures_(figures),
          vocabulary_(vocabulary),
          likely_(package.info(), figures.today_)
    {
    }

    Result<> take(figures::TallyView const& row);

private:
    Result<> take_day(figures::TallyView const& row);
    Result<> take_version(std::string_view version);
    Result<> take_language(std::string_view language);
    // A kiosk never writes what belongs to reporting among the open measures.
    Result<> take_item(figures::TallyView const& row);

    MachineFigures& figures_;
    Vocabulary& vocabulary_;
    // What one day can hold, whatever it is cut into: by hour, language and version.
    Result<> add_to_day(figures::TallyView const& row);

    Likely likely_;
    std::unordered_map<std::int64_t, std::int64_t> of_days_; // sums, by day and item
    TallyFact fact_;
    bool begun_ = false; // whether there is a row before
    std::int64_t label_ = -1;
    std::string day_, version_, language_, measure_;
};

} // namespace kiosk::fleet
