#include "fleet/postgres/schema.h"
#include "figures/measures.h"

#include <fmt/format.h>
#include <optional>

namespace kiosk::fleet {

namespace {

// "kiosk" in ASCII: what loads agree to wait for each other by.
constexpr char const* kWaitForOthers = "SELECT pg_advisory_xact_lock(461330412395)";

struct Roles {
    std::string user;
    bool may_create = false, loader = false, reader = false, member = false; // of kiosk_loader
};

Result<Roles> read_roles(Postgres& postgres)
{
    auto const answer = postgres.query(
        "SELECT quote_ident(rolname), rolsuper OR rolcreaterole, to_regrole('kiosk_loader') IS NOT NULL, "
        "to_regrole('kiosk_reader') IS NOT NULL, "
        "coalesce(pg_has_role(to_regrole('kiosk_loader'), 'MEMBER'), false) "
        "FROM pg_roles WHERE rolname = current_user");
    if (!answer) return answer.error();
    auto const& row = answer.value();
    return Roles{row.text(0, 0), row.boolean(0, 1), row.boolean(0, 2), row.boolean(0, 3), row.boolean(0, 4)};
}

// What is missing, as an administrator has to write it.
std::string missing(Roles const& roles)
{
    std::string sql;
    if (!roles.loader) sql += "CREATE ROLE kiosk_loader; ";
    if (!roles.reader) sql += "CREATE ROLE kiosk_reader; ";
    if (!roles.member) sql += fmt::format("GRANT kiosk_loader TO {}; ", roles.user);
    return sql;
}

Result<Roles> make_roles(Postgres& postgres)
{
    auto roles = read_roles(postgres);
    if (!roles || !roles.value().may_create) return roles;
    auto const sql = missing(roles.value());
    if (sql.empty()) return roles;
    KIOSK_TRY(postgres.run(sql));
    return read_roles(postgres);
}

struct Found {
    std::string owner;
    bool member = false; // of the owner
    bool ours = false;
};

Result<std::optional<Found>> find_schema(Postgres& postgres)
{
    auto const answer = postgres.query("SELECT nspowner::regrole, pg_has_role(nspowner, 'MEMBER'), EXISTS (SELECT FROM "
                                       "pg_class WHERE relnamespace = n.oid AND "
                                       "relname = 'schema_version') FROM pg_namespace n WHERE nspname = 'kiosk'");
    if (!answer) return answer.error();
    auto const& row = answer.value();
    if (row.rows() == 0) return std::optional<Found>();
    return std::optional(Found{row.text(0, 0), row.boolean(0, 1), row.boolean(0, 2)});
}

Result<> act_as(Postgres& postgres, std::string const& role) { return postgres.run("SET LOCAL ROLE " + role); }

Result<> make_schema(Postgres& postgres, Roles const& roles)
{
    auto const owner = roles.member ? "kiosk_loader" : roles.user;
    KIOSK_TRY(postgres.run("CREATE SCHEMA kiosk AUTHORIZATION " + owner));
    KIOSK_TRY(act_as(postgres, owner));
    return make_tables(postgres);
}

Result<> check_schema(Postgres& postgres, Found const& found, Roles const& roles)
{
    if (!found.ours)
        return Error{postgres.where(), "has a schema 'kiosk' that is none of ours",
                     "give a database of its own to the figures"};
    if (!found.member)
        return Error{postgres.where(),
                     fmt::format("the figures belong to {}, which {} is not a member of", found.owner, roles.user),
                     fmt::format("have an administrator run: GRANT {} TO {};", found.owner, roles.user)};
    KIOSK_TRY(act_as(postgres, found.owner));
    auto const version = postgres.query("SELECT max(version) FROM kiosk.schema_version");
    if (!version) return version.error();
    auto const number = version.value().number(0, 0);
    if (number == 1) return upgrade_schema_from_1(postgres);
    if (number == 2) KIOSK_TRY(postgres.run(std::string(kUpgradeFrom2Sql)));
    if (number == 2 || number == 3) return postgres.run(std::string(kViewsOfVersion4Sql));
    if (number != kFleetSchema)
        return Error{
            postgres.where(),
            fmt::format("holds figures in a later form ({}) than this program knows ({})", number, kFleetSchema),
            "use a newer kiosk-log"};
    return success();
}

// Only where they are not given yet: what a grant writes is not free.
Result<> give_rights(Postgres& postgres, Roles const& roles)
{
    if (!roles.loader || !roles.reader) return success();
    auto const answer = postgres.query(
        "SELECT has_schema_privilege('kiosk_reader', oid, 'USAGE') AND has_table_privilege('kiosk_reader', "
        "'kiosk.scene_choices', 'SELECT'), nspowner = 'kiosk_loader'::regrole FROM pg_namespace WHERE "
        "nspname = 'kiosk'");
    if (!answer) return answer.error();
    bool const given = answer.value().boolean(0, 0);
    bool const owned = answer.value().boolean(0, 1);
    if (given && (owned || !roles.member)) return success();
    KIOSK_TRY(postgres.run(std::string(kRightsSql)));
    return roles.member ? act_as(postgres, "kiosk_loader") : success();
}

Result<> tell_measures(Postgres& postgres)
{
    for (auto const& measure : kMeasures) {
        auto const told =
            postgres.query("INSERT INTO kiosk.measure VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
                           {std::string(measure.id), std::string(measure.counts), std::string(measure.items),
                            std::string(measure.why), measure.guard == Guard::guarded ? "t" : "f"});
        if (!told) return told.error();
    }
    return success();
}

} // namespace

Result<> make_tables(Postgres& postgres)
{
    KIOSK_TRY(postgres.run(std::string(kSchemaSql)));
    return postgres.run(std::string(kViewsOfVersion4Sql));
}

Result<std::vector<std::string>> prepare_schema(Postgres& postgres)
{
    if (auto const alone = postgres.query(kWaitForOthers); !alone) return alone.error();
    auto const roles = make_roles(postgres);
    if (!roles) return roles.error();
    auto const found = find_schema(postgres);
    if (!found) return found.error();
    KIOSK_TRY(found.value() ? check_schema(postgres, *found.value(), roles.value())
                            : make_schema(postgres, roles.value()));
    KIOSK_TRY(give_rights(postgres, roles.value()));
    KIOSK_TRY(tell_measures(postgres));
    std::vector<std::string> warnings;
    if (auto const sql = missing(roles.value()); !sql.empty())
        warnings.push_back(
            fmt::format("{}: {} may not make the roles for loading and reading (have an administrator run: {})",
                        postgres.where(), roles.value().user, sql.substr(0, sql.size() - 1)));
    return warnings;
}

} // namespace kiosk::fleet
