// Reads and stores the names of fleet/incoming/name_table.h in PostgreSQL. Within a load's transaction.
#pragma once
#include "fleet/incoming/name_table.h"
#include "fleet/postgres/postgres.h"

namespace kiosk::fleet {

Result<> read_vocabulary(Postgres& postgres, Vocabulary& vocabulary);
// Stores the new names.
Result<> store_vocabulary(Postgres& postgres, Vocabulary& vocabulary);

} // namespace kiosk::fleet
