// The schema of the database, and upgrades from earlier versions of it. Used in this room only.
#pragma once
#include "database/database.h"

#include <string>

namespace kiosk::store {

// All statements that make an empty database, but for its random number.
std::string schema_of_new_database();

// All statements that upgrade a database of an earlier version. Run in one transaction.
std::string upgrade_from(std::int64_t version);

} // namespace kiosk::store
