#include "fleet/postgres/postgres_names.h"
#include "fleet/postgres/copy_rows.h"

#include <fmt/format.h>

namespace kiosk::fleet {

namespace {

Result<> read(Postgres& postgres, std::string_view table, std::string_view columns, NameTable& names)
{
    auto const answer = postgres.query(fmt::format("SELECT id, {} FROM kiosk.{}", columns, table));
    if (!answer) return answer.error();
    auto const& rows = answer.value();
    for (int row = 0; row < rows.rows(); ++row)
        names.add_known(static_cast<std::int32_t>(rows.number(row, 0)), rows.text(row, 1), rows.text(row, 2));
    return success();
}

enum class Width { small, whole }; // of the numbers of a table

Result<> store(Postgres& postgres, std::string_view table, std::string_view columns, Width width, NameTable& names)
{
    if (names.fresh().empty()) return success();
    bool const two = columns.find(',') != std::string_view::npos;
    CopyRows rows;
    for (auto const& name : names.fresh()) {
        rows.begin_row(two ? 3 : 2);
        if (width == Width::small)
            rows.add(static_cast<std::int16_t>(name.number));
        else
            rows.add(name.number);
        rows.add(std::string_view(name.first));
        if (two) rows.add(std::string_view(name.second));
    }
    names.stored();
    return postgres.copy(fmt::format("COPY kiosk.{} (id, {}) FROM STDIN (FORMAT binary)", table, columns),
                         rows.finished());
}

} // namespace

Result<> read_vocabulary(Postgres& postgres, Vocabulary& vocabulary)
{
    KIOSK_TRY(read(postgres, "version", "name, ''", vocabulary.versions));
    KIOSK_TRY(read(postgres, "language", "name, ''", vocabulary.languages));
    return read(postgres, "item", "measure, item", vocabulary.items);
}

Result<> store_vocabulary(Postgres& postgres, Vocabulary& vocabulary)
{
    KIOSK_TRY(store(postgres, "version", "name", Width::whole, vocabulary.versions));
    KIOSK_TRY(store(postgres, "language", "name", Width::small, vocabulary.languages));
    return store(postgres, "item", "measure, item", Width::whole, vocabulary.items);
}

} // namespace kiosk::fleet
