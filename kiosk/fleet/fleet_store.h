// The fleet: what many kiosks have exported, in one SQLite file. Merging takes the highest count of each key, and the
// union of everything else, so that the order of packages does not matter and none counts twice; the same packages
// given in one call make the same file to the byte. Owner: the tool that merges or reports. One thread. Errors begin
// with the file or package. A merge is whole or it is not: after an error the file is what it was.
#pragma once
#include "engagement/database.h"
#include "engagement/package.h"

#include <map>
#include <optional>

namespace kiosk::fleet {

constexpr int kFleetApplicationId = 0x4B494F46; // "KIOF", SQLite's application_id of such a file
constexpr int kFleetSchemaVersion = 1;

// One database of one kiosk.
struct Source {
    std::int64_t id = 0; // in this file
    std::string kiosk, epoch, partner, country;
    std::int64_t snapshot = 0; // the highest seen
    std::string created;       // day of that
};

struct MergeReport {
    int packages = 0; // that were read
    int repeated = 0; // left out since another is the same to the byte
    std::int64_t rows = 0;
};

class FleetStore {
public:
    // Makes it where it is missing. `vfs` names SQLite's file layer, for tests.
    static Result<FleetStore> open(std::filesystem::path const& file, std::string const& vfs = "");
    static Result<FleetStore> open_to_read(std::filesystem::path const& file);

    // Sorted and taken in one transaction.
    Result<MergeReport> merge(std::vector<engagement::Package> packages);

    Result<std::vector<Source>> sources(); // ordered by kiosk and epoch
    // Ordered by source; the view lives for one call.
    Result<> each_tally(std::function<Result<>(std::int64_t source, engagement::TallyView const&)> const& take);
    // The same with days, hours and languages added up ("" in their place), but for visits: what figures are made of.
    Result<> each_sum(std::function<Result<>(std::int64_t source, engagement::TallyView const&)> const& take);
    Result<std::vector<std::pair<std::int64_t, engagement::Release>>> releases();       // by source and number
    Result<std::vector<std::pair<std::int64_t, engagement::MachineRow>>> machine_log(); // by source and number

private:
    explicit FleetStore(engagement::Database database) : database_(std::move(database)) {}
    Result<> prepare();
    using Words = std::map<std::int64_t, std::pair<std::string, std::string>>; // by id; an item's measure first
    Result<Words> words(std::string const& sql);

    engagement::Database database_;
};

} // namespace kiosk::fleet
