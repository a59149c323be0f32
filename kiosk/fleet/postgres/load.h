// Loads packages of any number of kiosks into PostgreSQL, in one transaction: all or none. The order of packages does
// not matter, nor how often one is loaded. Two loads into one database wait for each other. Errors begin with the
// package or the database ("kiosks on db.example.org") and say that nothing was stored; only after a connection that
// breaks during COMMIT is that unknown, and the Error says so. Faulty packages are put into `faults`, one each.
#pragma once
#include "fleet/incoming/provenance.h"
#include "fleet/postgres/postgres.h"
#include "package/package.h"

namespace kiosk::fleet {

struct LoadReport {
    std::int64_t packages = 0;
    std::int64_t machines = 0;         // that they come from
    std::int64_t rows = 0;             // tallies sent, each key once
    std::int64_t rows_changed = 0;     // of these, new ones or raised
    std::int64_t releases = 0;         // new
    std::int64_t machine_rows = 0;     // new
    std::vector<std::string> warnings; // one line each; they do not keep anything from being loaded
    std::vector<std::string> remarks;  // what changed about a kiosk, one line each
    std::vector<NewKiosk> unchecked;   // new kiosks whose key is in no list
    std::vector<Error> left_out;       // packages that were not accepted, one each (fleet/incoming/provenance.h)
};

Result<LoadReport> load(std::vector<package::Package> packages, std::string const& url,
                        PostgresOptions const& options = {}, AcceptOptions const& taking = {},
                        std::vector<Error>* faults = nullptr);

// Removes a kiosk, as FleetStore::forget() does; names of its items stay in their table. False if it is not there.
Result<bool> forget(std::string const& machine, std::string const& url, PostgresOptions const& options = {});

} // namespace kiosk::fleet
