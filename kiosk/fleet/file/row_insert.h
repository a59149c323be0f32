// Inserts rows into a table of SQLite, many per statement. Used in this room only; within one transaction of its
// caller.
#pragma once
#include "database/database.h"

#include <vector>

namespace kiosk::fleet {

// 64 rows per statement, since beginning and ending a statement takes half the time of a row.
class RowInsert {
public:
    static Result<RowInsert> into(database::Database& database, std::string_view table, int columns);
    // Adds the next value of the row; end_row() after its last one.
    RowInsert& add(std::int64_t value);
    RowInsert& add(int value) { return add(std::int64_t{value}); }
    RowInsert& add(std::string_view value);
    Result<> end_row();
    Result<> finish();

private:
    static constexpr int kAtOnce = 64;
    RowInsert(database::Statement one, database::Statement many, int columns)
        : one_(std::move(one)),
          many_(std::move(many)),
          columns_(columns)
    {
    }
    struct Value {
        std::int64_t number = 0;
        std::string text;
        bool is_text = false;
    };
    Result<> put(database::Statement& statement, std::size_t first, int rows);

    database::Statement one_, many_;
    int columns_;
    std::vector<Value> values_; // of rows that wait; reused
    std::size_t filled_ = 0;
};

} // namespace kiosk::fleet
