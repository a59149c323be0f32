// Makes the schema `kiosk` where it is missing, with its roles, brings one of an earlier version up to date, and sees
// that it is ours and not of a later version. Within the caller's transaction. Returns warnings: what an administrator
// has to do because the user may not.
#pragma once
#include "fleet/postgres/postgres.h"

namespace kiosk::fleet {

constexpr int kFleetSchema = 3;

// Waits first until no other load is at work in this database: the lock ends with the transaction. From here on the
// transaction acts as the owner of the schema.
Result<std::vector<std::string>> prepare_schema(Postgres& postgres);

// What stands there becomes figures of former labels. Acts as the owner of the schema already.
Result<> upgrade_schema_from_1(Postgres& postgres);

// schema.sql, rights.sql, upgrade_from_1.sql and upgrade_from_2.sql as they lie beside this file.
extern std::string_view const kSchemaSql;
extern std::string_view const kRightsSql;
extern std::string_view const kUpgradeFrom1Sql;
extern std::string_view const kUpgradeFrom2Sql;

} // namespace kiosk::fleet
