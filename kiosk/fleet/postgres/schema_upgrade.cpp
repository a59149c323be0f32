// Bringing a database of version 1 up to this one, within a load's transaction.
#include "base/bounds.h"
#include "fleet/postgres/schema.h"
#include "fleet/postgres/staging.h"

#include <array>
#include <fmt/format.h>
#include <optional>

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

// Months since 2000-01, of "old_tally_2026_11".
std::optional<std::int32_t> month_of_part(std::string_view part)
{
    constexpr std::string_view kLead = "old_tally_";
    if (part.size() != kLead.size() + 7 || !part.starts_with(kLead) || part[kLead.size() + 4] != '_') return {};
    auto const year = whole_number(part.substr(kLead.size(), 4), {2000, 2199});
    auto const month = whole_number(part.substr(kLead.size() + 5), {1, 12});
    if (!year || !month) return std::nullopt;
    return static_cast<std::int32_t>((*year - 2000) * 12 + *month - 1);
}

// A month a statement, so that none of them takes longer than the server's patience.
Result<> take_tallies(Postgres& postgres)
{
    auto const parts =
        postgres.query("SELECT relname FROM pg_inherits JOIN pg_class ON oid = inhrelid WHERE inhparent = "
                       "'kiosk.old_tally'::regclass ORDER BY 1");
    if (!parts) return parts.error();
    for (int row = 0; row < parts.value().rows(); ++row) {
        auto const part = parts.value().text(row, 0); // old_tally_2026_11, or old_tally_unknown
        if (part != "old_tally_unknown") {
            auto const month = month_of_part(part);
            if (!month)
                return Error{postgres.where(), fmt::format("has a part of its figures that is no month: {}", part),
                             "have an administrator look at the schema 'kiosk'"};
            KIOSK_TRY(postgres.run(month_sql(*month)));
        }
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
    KIOSK_TRY(make_tables(postgres));
    KIOSK_TRY(postgres.run(after));
    KIOSK_TRY(take_tallies(postgres));
    return postgres.run(last);
}

} // namespace kiosk::fleet
