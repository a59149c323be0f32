// Packages for tests of a fleet: opened, forged, written as kiosks of form 2 wrote them; and what a fleet's file says.
#pragma once
#include "fleet/report/report.h"
#include "support/figures.h"
#include "support/store_options.h"

namespace test {

// A failure fails the test.
std::vector<kiosk::package::Package> open_all(std::vector<std::filesystem::path> const& folders);

// Merges, and gives told(). A failure fails the test.
std::string merged(std::vector<std::filesystem::path> const& folders, std::filesystem::path const& file);

// What a fleet's file says, a line a row, without the numbers it gave to words.
std::string told(std::filesystem::path const& file);

kiosk::fleet::FleetReport report_of(std::filesystem::path const& file);
// Its remarks, as a person reads them.
std::vector<std::string> remarks_of(std::filesystem::path const& file);

// Changes a file of a package, and makes the description agree: a hash does not help against who writes both. With a
// data folder it is signed by the key there; else it is not signed any more.
void forge(std::filesystem::path const& package, std::string const& file, std::string const& from,
           std::string const& to, std::filesystem::path const& data = {});
// The signature of the key of a data folder, in place of what is there.
void sign_anew(std::filesystem::path const& package, std::filesystem::path const& data);

// A package as kiosks wrote it before there were labels.
struct OldPackage {
    std::string kiosk = "brussels-1", epoch = "0123456789abcdef", partner, country, created = "2026-11-20";
    std::int64_t snapshot = 1;
    std::string tallies;   // rows: bucket,content_version,language,measure,item,n
    std::string releases;  // rows: release,first_day,last_day,threshold
    std::string reporting; // rows: release,measure,item,language,n
    std::string machine;   // rows: seq,boot,monotonic_s,wall,clock_trusted,event,detail
};
std::filesystem::path write_old(std::filesystem::path const& folder, OldPackage const& package);

} // namespace test
