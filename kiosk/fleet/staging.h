// From rows in memory to facts in the database: COPY into temporary tables, which have no index and are written to no
// journal, then one INSERT … ON CONFLICT for each of them. The server merges one lot while the next one is read. Within
// the caller's transaction. Owner: one load.
#pragma once
#include "fleet/source_figures.h"

namespace kiosk::fleet {

// Rows merged at once: enough that a lot costs no more than its rows, few enough that each statement is done in
// seconds.
constexpr std::int64_t kLot = 200'000;

class Staging {
public:
    Staging(Postgres& postgres, Vocabulary& vocabulary) : postgres_(postgres), vocabulary_(vocabulary) {}

    // The temporary tables; and which months have a place already.
    Result<> begin();
    // Each source once, all of its rows at a time; what does not fit into the lot is sent on.
    Result<> add(std::int32_t kiosk, std::int32_t source, SourceFigures const& figures);
    // Everything is in its place when it returns.
    Result<> finish();

    std::int64_t rows() const { return rows_; }
    std::int64_t rows_changed() const { return rows_changed_; } // new, or raised
    std::int64_t releases() const { return releases_; }         // new
    std::int64_t machine_rows() const { return machine_rows_; } // new

private:
    void add_tally(std::int32_t kiosk, std::int32_t source, TallyFact const& fact);
    void add_release(std::int32_t kiosk, std::int32_t source, engagement::Release const& release);
    void add_machine(std::int32_t kiosk, std::int32_t source, engagement::MachineRow const& row);
    Result<> send_lot();
    Result<> wait_for_lot();
    Result<> make_months();
    Result<std::int64_t> merge_set(char const* table, CopyRows& rows);

    Postgres& postgres_;
    Vocabulary& vocabulary_;
    CopyRows tallies_, releases_rows_, released_rows_, machine_rows_rows_;
    std::set<std::int32_t> months_, months_needed_; // months since 2000-01
    bool merging_ = false;
    std::int64_t rows_ = 0, rows_changed_ = 0, releases_ = 0, machine_rows_ = 0;
};

} // namespace kiosk::fleet
