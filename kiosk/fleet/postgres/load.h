// Loads packages of any number of kiosks into PostgreSQL: all of them in one transaction or none. Order does not
// matter, nor how often a package is loaded. Two loads into one database wait for each other. Errors name the package
// or the database ("kiosks on db.example.org"), and say that nothing was stored; only a connection that breaks in the
// very COMMIT leaves that open, and says so. What is wrong with packages is put into `faults`, one a package.
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
    std::vector<std::string> warnings; // one line each; what was loaded is loaded all the same
    std::vector<std::string> remarks;  // what changed about a kiosk, one line each
    std::vector<NewKiosk> unchecked;   // kiosks that are new, and whose maker nobody has checked
    std::vector<Error> left_out;       // packages whose maker is not who he should be, one each (provenance.h)
};

Result<LoadReport> load(std::vector<package::Package> packages, std::string const& url,
                        PostgresOptions const& options = {}, TakeOptions const& taking = {},
                        std::vector<Error>* faults = nullptr);

// Takes a kiosk out again, as FleetStore::forget does; names of what it counted stay, and are counted nowhere. False if
// it is not there.
Result<bool> forget(std::string const& machine, std::string const& url, PostgresOptions const& options = {});

} // namespace kiosk::fleet
