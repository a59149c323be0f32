// Reads the tallies of one package into the figures of its machine. Used in this room only.
#pragma once
#include "fleet/incoming/machine_figures.h"
#include "fleet/incoming/plausibility_check.h"

#include <unordered_map>

namespace kiosk::fleet {

// Caches label, day, version and language, which most rows share with the row before. Errors have no `where`: the
// caller knows the row.
class TallyReader {
public:
    TallyReader(MachineFigures& figures, package::Package const& package, Vocabulary& vocabulary)
        : figures_(figures),
          vocabulary_(vocabulary),
          plausibility_(package.info(), figures.today_)
    {
    }

    Result<> take(figures::TallyView const& row);

private:
    Result<> take_day(figures::TallyView const& row);
    Result<> take_version(std::string_view version);
    Result<> take_language(std::string_view language);
    // An Error for a measure of reporting, which a kiosk never writes into the tallies.
    Result<> take_item(figures::TallyView const& row);

    MachineFigures& figures_;
    Vocabulary& vocabulary_;
    // Checks the sum of an item on a day, over hours, languages and versions.
    Result<> add_to_day(figures::TallyView const& row);

    PlausibilityCheck plausibility_;
    std::unordered_map<std::int64_t, std::int64_t> of_days_; // sums, by day and item
    TallyFact fact_;
    bool begun_ = false; // whether there is a row before
    std::int64_t label_ = -1;
    std::string day_, version_, language_, measure_;
};

} // namespace kiosk::fleet
