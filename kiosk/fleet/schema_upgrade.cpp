// Bringing a database of version 1 up to this one, within a load's transaction.
#include "fleet/schema.h"
#include "fleet/staging.h"

#include <array>
#include <fmt/format.h>

namespace kiosk::fleet {

namespace {

constexpr std::string_view kBetween = "------------------------------------------------------------------------\n";

std::array<std::string, 3> parts_of(std::string_view sql)
{
    std::array<std::string, 3> parts;
    for (auto& part : parts) {
        auto const end = sql.find(kBetween);
        part = sql.substr(0, end);
        sql.remove_prefix(end == std::string_view::npos ? sql.size() : end + kBetween.size());
    }
    return parts;
}

// A month a statement, so that none of them takes longer than the server's patience.
Result<> take_tallies(Postgres& postgres)
{
    auto const parts = postgres.ask("SELECT relname FROM pg_inherits JOIN pg_class ON oid = inhrelid WHERE inhparent = "
                                    "'kiosk.old_tally'::regclass ORDER BY 1");
    if (!parts) return parts.error();
    for (int row = 0; row < parts.value().rows(); ++row) {
        auto const part = parts.value().text(row, 0); // old_tally_2026_11, or old_tally_unknown
        if (part != "old_tally_unknown")
            KIOSK_TRY(postgres.run(month_sql(static_cast<std::int32_t>((std::atoi(part.c_str() + 10) - 2000) * 12 +
                                                                       std::atoi(part.c_str() + 15) - 1))));
        KIOSK_TRY(
            postgres.run(fmt::format("INSERT INTO kiosk.tally SELECT p.machine, t.day, t.version, t.item, p.label, "
                                     "0, t.language, t.hour, t.n FROM kiosk.{} t JOIN kiosk.old_place p USING "
                                     "(kiosk, source)",
                                     part)));
    }
    return success();
}

} // namespace

Result<> upgrade_schema_from_1(Postgres& postgres)
{
    auto const [before, after, last] = parts_of(kUpgradeFrom1Sql);
    KIOSK_TRY(postgres.run(before));
    KIOSK_TRY(postgres.run(std::string(kSchemaSql)));
    KIOSK_TRY(postgres.run(after));
    KIOSK_TRY(take_tallies(postgres));
    return postgres.run(last);
}

} // namespace kiosk::fleet
