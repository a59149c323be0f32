// The store: tallies and the machine log in one SQLite file, engagement.sqlite. Tallies are sums, not trails: no row
// stands for a visitor, and nothing says in what order things happened. The machine log has rows in order, and nothing
// in it comes from a visitor's touch. A database that is damaged, of another program or of a later version is put aside
// whole, never deleted, and counting begins afresh. Owner: the writer. One thread at a time. Errors begin with the path
// of the database; after one nothing of the batch is stored, and the same batch may be handed in again.
#pragma once
#include "base/measures.h"
#include "engagement/bucket.h"
#include "engagement/database.h"
#include "engagement/machine_log.h"

#include <map>
#include <optional>
#include <vector>

namespace kiosk::engagement {

constexpr char const* kDatabaseName = "engagement.sqlite";
constexpr int kSchemaVersion = 1;
constexpr int kApplicationId = 0x4B494F53; // "KIOS", SQLite's application_id of our files

// What a tally is kept under; the kiosk and the epoch are the store's own.
struct TallyKey {
    std::string bucket, content_version, language;
    Measure measure = Measure::visits;
    std::string item;
    auto operator<=>(TallyKey const&) const = default;
};

using Batch = std::map<TallyKey, std::int64_t>;

struct TallyRow {
    std::string kiosk, epoch, bucket, content_version, language, measure, item;
    std::int64_t n = 0;
};

// Whether the program starts, or the same run opens its database once more after a fault: only a start is a boot.
enum class Opening { start, again };

struct StoreOptions {
    std::string kiosk = "kiosk";
    std::string vfs; // for tests
    Opening opening = Opening::start;
};

class Store {
public:
    // Makes the folder and the database where they are missing.
    static Result<Store> open(std::filesystem::path const& folder, StoreOptions const& options);
    // For tools: changes nothing.
    static Result<Store> open_to_read(std::filesystem::path const& folder);

    // Adds all of it or nothing. `seen` becomes the highest time seen, if it is higher; the caller believes it, and has
    // made it as coarse as its bucket, since the time of the last visit is nobody's business.
    Result<> commit(Batch const& batch, std::optional<WallTime> seen);
    Result<> note(std::string_view event, std::string_view detail, Instant now, WallTime wall, Trust trust);

    Result<WallTime> highest_seen();
    std::string const& epoch() const { return epoch_; }
    std::string const& kiosk() const { return kiosk_; }
    // Ordered by their key.
    Result<std::vector<TallyRow>> tallies();
    // Open measures of a day ("2026-11-23"), all languages, versions and hours together.
    Result<std::map<Measure, std::int64_t>> sums_of_day(std::string const& day);
    Result<std::vector<MachineRow>> machine_log();

    // Where a database that could not be used was put; empty if there was none.
    std::string const& put_aside() const { return put_aside_; }
    std::int64_t boot() const { return boot_; }
    Database& database() { return database_; }

private:
    explicit Store(Database database) : database_(std::move(database)) {}
    Result<> prepare(StoreOptions const& options);
    Result<> make_schema();
    Result<> write(Batch const& batch, std::optional<WallTime> seen);
    Result<std::int64_t> count_of(TallyKey const& key);

    Database database_;
    std::string put_aside_, kiosk_, epoch_;
    std::int64_t boot_ = 0;
};

} // namespace kiosk::engagement
