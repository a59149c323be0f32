// Names and their numbers in PostgreSQL's small tables. Within a load's transaction.
#pragma once
#include "fleet/incoming/names.h"
#include "fleet/postgres/postgres.h"

namespace kiosk::fleet {

Result<> read_vocabulary(Postgres& postgres, Vocabulary& vocabulary);
// New names since the last time.
Result<> store_vocabulary(Postgres& postgres, Vocabulary& vocabulary);

} // namespace kiosk::fleet
