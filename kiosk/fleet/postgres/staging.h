// Stores the facts of machines. Those of a machine that is new in PostgreSQL go straight into their tables, by COPY;
// all others by COPY into temporary tables, which have no index and no journal, and then by one INSERT … ON CONFLICT
// for each table. The server merges one batch, on a thread of its own, while the next one is read. Within the caller's
// transaction. Owner: one load.
#pragma once
#include "fleet/postgres/copy_rows.h"
#include "fleet/postgres/machines.h"
#include "fleet/postgres/postgres_names.h"

#include <future>

namespace kiosk::fleet {

// Rows per batch: enough that its fixed cost does not matter, few enough that each statement takes seconds.
constexpr std::int64_t kBatchRows = 200'000;

// The statements that make a month's partition of the tally. `month`: since 2000-01.
std::string month_sql(std::int32_t month);

class Staging {
public:
    Staging(Postgres& postgres, Vocabulary& vocabulary) : postgres_(postgres), vocabulary_(vocabulary) {}
    Staging(Staging const&) = delete;
    Staging& operator=(Staging const&) = delete;

    // Makes the temporary tables, and reads which months have a partition.
    Result<> begin();
    // Each machine once, with all of its rows. Sends full batches.
    Result<> add(MachineIds const& ids, MachineFigures const& figures);
    // Sends the rest, and waits until everything is stored.
    Result<> finish();

    std::int64_t rows() const { return rows_; }
    std::int64_t rows_changed() const { return rows_changed_; } // new, or raised
    std::int64_t releases() const { return releases_; }         // new
    std::int64_t machine_rows() const { return machine_rows_; } // new

private:
    // Tallies that are sent together: of new machines, and of known ones.
    struct Batch {
        CopyRows fresh, known;
        std::set<std::int32_t> months; // that need a partition
        std::int64_t rows() const { return fresh.rows() + known.rows(); }
    };

    void add_release(MachineIds const& ids, std::int64_t which, ReleaseRecord const& record);
    void add_log_row(std::int32_t machine, figures::MachineRow const& row);
    Result<std::int64_t> store_words();
    Result<> send_batch();
    Result<> wait_for_batch();
    // Runs on the other thread, which owns the connection and `sent_` meanwhile. Returns how many rows changed.
    Result<std::int64_t> merge_batch();
    Result<std::int64_t> merge_set(char const* table, CopyRows& rows);

    Postgres& postgres_;
    Vocabulary& vocabulary_;
    CopyRows releases_rows_, released_rows_, machine_rows_rows_;
    std::set<WordFact> words_;
    std::set<std::int32_t> months_; // that have a partition; since 2000-01
    Batch batch_, sent_;
    std::int64_t rows_ = 0, rows_changed_ = 0, releases_ = 0, machine_rows_ = 0;
    std::future<Result<std::int64_t>> merging_; // last: it uses what stands above
};

} // namespace kiosk::fleet
