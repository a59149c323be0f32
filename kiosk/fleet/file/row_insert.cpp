#include "fleet/file/row_insert.h"

#include <fmt/format.h>
#include <utility>

namespace kiosk::fleet {

using database::Database;
using database::Statement;

namespace {

std::string insert(std::string_view table, int columns, int rows)
{
    std::string row = "(?";
    for (int i = 1; i < columns; ++i) row += ", ?";
    row += ")";
    std::string values = row;
    for (int i = 1; i < rows; ++i) values += ", " + row;
    return fmt::format("INSERT INTO {} VALUES {}", table, values);
}

} // namespace

Result<RowInsert> RowInsert::into(Database& database, std::string_view table, int columns)
{
    auto one = database.prepare(insert(table, columns, 1));
    if (!one) return one.error();
    auto many = database.prepare(insert(table, columns, kAtOnce));
    if (!many) return many.error();
    RowInsert rows(one.take(), many.take(), columns);
    rows.values_.resize(static_cast<std::size_t>(columns) * kAtOnce);
    return rows;
}

RowInsert& RowInsert::add(std::int64_t value)
{
    auto& place = values_[filled_++];
    place.number = value;
    place.is_text = false;
    return *this;
}

RowInsert& RowInsert::add(std::string_view value)
{
    auto& place = values_[filled_++];
    place.text = value;
    place.is_text = true;
    return *this;
}

Result<> RowInsert::put(Statement& statement, std::size_t first, int rows)
{
    for (int i = 0; i < rows * columns_; ++i) {
        auto const& value = values_[first + static_cast<std::size_t>(i)];
        if (value.is_text)
            statement.bind(i + 1, std::string_view(value.text));
        else
            statement.bind(i + 1, value.number);
    }
    return statement.finish();
}

Result<> RowInsert::end_row()
{
    if (filled_ < values_.size()) return success();
    filled_ = 0;
    return put(many_, 0, kAtOnce);
}

Result<> RowInsert::finish()
{
    auto const filled = std::exchange(filled_, 0);
    for (std::size_t first = 0; first < filled; first += static_cast<std::size_t>(columns_))
        KIOSK_TRY(put(one_, first, 1));
    return success();
}

} // namespace kiosk::fleet
