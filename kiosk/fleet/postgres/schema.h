// Makes the schema `kiosk` with its roles where it is missing, upgrades an older one, and checks that it is ours and
// not of a later version. Within the caller's transaction. Returns warnings: what an administrator has to do because
// the user may not.
#pragma once
#include "fleet/postgres/postgres.h"

namespace kiosk::fleet {

constexpr int kFleetSchema = 4;

// First waits for other loads into this database, by a lock that ends with the transaction. Then the transaction has
// the role of the schema's owner.
Result<std::vector<std::string>> prepare_schema(Postgres& postgres);

// The tables and views of a new schema. Requires the role of its owner.
Result<> make_tables(Postgres& postgres);

// Turns figures of version 1 into those of former labels. Requires the role of the schema's owner.
Result<> upgrade_schema_from_1(Postgres& postgres);

// The SQL files beside this one: schema.sql has version 3, and views_of_version_4.sql what came then.
extern std::string_view const kSchemaSql;
extern std::string_view const kRightsSql;
extern std::string_view const kUpgradeFrom1Sql;
extern std::string_view const kUpgradeFrom2Sql;
extern std::string_view const kViewsOfVersion4Sql;

} // namespace kiosk::fleet
