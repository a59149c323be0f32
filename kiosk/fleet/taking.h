// Taking the figures of machines into the fleet's file: words become numbers, counts their highest. Private to fleet/;
// lives within one transaction of its caller.
#pragma once
#include "engagement/database.h"
#include "fleet/machine_figures.h"
#include "fleet/provenance.h"
#include "fleet/row_insert.h"

namespace kiosk::fleet {

class Taking {
public:
    static Result<Taking> begin(engagement::Database& database);
    Vocabulary& vocabulary() { return vocabulary_; }
    // Each machine once, with all that is told of it, so that what packages repeat is stored once.
    Result<> take(MachineFigures const& figures);
    // Everything is stored when it returns.
    Result<> finish();
    // The keys that sign for machines which are stored.
    Result<> remember(KeysByMachine const& keys);
    std::int64_t rows() const { return rows_; }

private:
    explicit Taking(engagement::Database& database) : database_(&database) {}

    Result<> read_names(std::string const& sql, Names& names);
    Result<std::int64_t> take_machine(MachineFigures const& figures);
    Result<std::vector<std::int64_t>> take_labels(std::int64_t machine, MachineFigures const& figures);
    Result<std::vector<std::int64_t>> take_days(std::int64_t machine, MachineFigures const& figures);
    Result<std::map<LabelRecord::Key, std::pair<std::int64_t, LabelRecord>>> known_labels(std::int64_t machine);
    Result<> store_label(std::int64_t id, std::int64_t machine, LabelRecord const& record);
    Result<> take_tallies(MachineFigures const& figures, std::vector<std::int64_t> const& labels,
                          std::vector<std::int64_t> const& days);
    Result<> take_releases(std::int64_t machine, MachineFigures const& figures,
                           std::vector<std::int64_t> const& labels);
    Result<> take_log(std::int64_t machine, MachineFigures const& figures);
    Result<> store_names(std::string const& table, Names& names);

    engagement::Database* database_;
    Vocabulary vocabulary_;
    std::set<WordFact> words_;
    std::vector<RowInsert> tables_; // in the order of kTables
    std::int64_t rows_ = 0;
};

} // namespace kiosk::fleet
