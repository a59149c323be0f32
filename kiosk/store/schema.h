// The form of the database, and how one of an earlier form is brought up to date. Private to engagement/.
#pragma once
#include "database/database.h"

#include <string>

namespace kiosk::store {

// All statements that make an empty database of this form, but for its number.
std::string schema_of_new_database();

// What brings a database of an earlier version to this one. Run in one transaction: cut off in the middle, the
// database is the old one still.
std::string upgrade_from(std::int64_t version);

} // namespace kiosk::store
