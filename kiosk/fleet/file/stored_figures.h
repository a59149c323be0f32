// Reads the figures of a machine from the fleet's file, so that they are merged with its packages. Used in this room
// only.
#pragma once
#include "database/database.h"
#include "fleet/incoming/machine_figures.h"

namespace kiosk::fleet {

// From the columns former, number, kiosk … zone, first_day and last_day of a label, in the schema's order.
figures::Label label_at(database::Statement const& row, int former);

class StoredFigures {
public:
    // Adds all names of the file to `vocabulary`.
    static Result<StoredFigures> of(database::Database& database, Vocabulary& vocabulary);
    // Adds nothing where the machine is not in the file. Skips damaged rows, which refer to no day or no name.
    Result<> add_to(MachineFigures& figures);
    // The words of all machines together.
    Result<std::set<WordFact>> words();

private:
    using Places = std::map<std::int64_t, std::int32_t>; // by numbers of the file
    explicit StoredFigures(database::Database& database) : database_(&database) {}

    Result<> read_names(char const* sql, NameTable& names, Places& places);
    // Calls `take` for each row of a query with one parameter.
    Result<> each(std::string_view sql, std::int64_t number,
                  std::function<void(database::Statement const&)> const& take);
    Result<> add_labels(std::int64_t machine, MachineFigures& figures);
    Result<> add_days(std::int64_t machine, MachineFigures& figures);
    Result<> add_tallies(MachineFigures& figures);
    Result<> add_releases(std::int64_t machine, MachineFigures& figures);
    Result<> add_log(std::int64_t machine, MachineFigures& figures);

    database::Database* database_;
    Places versions_, languages_, items_; // numbers in the vocabulary
    Places labels_, days_;                // of one machine: places in its figures
};

} // namespace kiosk::fleet
