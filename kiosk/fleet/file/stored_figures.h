// The figures of a machine, as the fleet's file has them: what packages tell is added to, and the file written anew.
// Private to fleet/; lives while the file is only read.
#pragma once
#include "database/database.h"
#include "fleet/incoming/machine_figures.h"

namespace kiosk::fleet {

class StoredFigures {
public:
    // All names of the file are put into `vocabulary`.
    static Result<StoredFigures> of(database::Database& database, Vocabulary& vocabulary);
    // Nothing, where the file does not know the machine. A row of no day or no name, which is damage, stays behind.
    Result<> add_to(MachineFigures& figures);
    // Of all machines: nobody can say who told them.
    Result<std::set<WordFact>> words();

private:
    using Places = std::map<std::int64_t, std::int32_t>; // by numbers of the file
    explicit StoredFigures(database::Database& database) : database_(&database) {}

    Result<> read_names(char const* sql, Names& names, Places& places);
    // Calls `take` for each row about one number.
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
