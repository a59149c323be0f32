// Makes the schema `kiosk` where it is missing, with its roles, and sees that it is ours and not of a later version.
// Within the caller's transaction. Returns warnings: what an administrator has to do because the user may not.
#pragma once
#include "fleet/postgres.h"

namespace kiosk::fleet {

constexpr int kFleetSchema = 1;

// Waits first until no other load is at work in this database: the lock ends with the transaction. From here on the
// transaction acts as the owner of the schema.
Result<std::vector<std::string>> prepare_schema(Postgres& postgres);

// schema.sql and rights.sql as they lie beside this file.
extern std::string_view const kSchemaSql;
extern std::string_view const kRightsSql;

} // namespace kiosk::fleet
