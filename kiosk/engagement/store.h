// The store: tallies and the machine log in one SQLite file, engagement.sqlite. Tallies are sums, not trails: no row
// stands for a visitor, and nothing says in what order things happened. The machine log has rows in order, and nothing
// in it comes from a visitor's touch. A database that is damaged, of another program or of a later version is put aside
// whole, never deleted, and counting begins afresh. Owner: the writer. One thread at a time. Errors begin with the path
// of the database; after one nothing of the batch is stored, and the same batch may be handed in again.
#pragma once
#include "base/measures.h"
#include "engagement/bucket.h"
#include "engagement/database.h"
#include "engagement/figures.h"
#include "engagement/machine_log.h"
#include "engagement/suppression.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace kiosk::engagement {

constexpr char const* kDatabaseName = "engagement.sqlite";
constexpr int kSchemaVersion = 2;
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

// Whether the program starts, or the same run opens its database once more after a fault: only a start is a boot. A
// tool that exports is neither; it makes no database, puts none aside, and takes the names that it finds.
enum class Opening { start, again, tool };

struct StoreOptions {
    std::string kiosk = "kiosk";
    std::string vfs; // for tests
    Opening opening = Opening::start;
    // Of the kiosk: who has it, and where (ISO 3166 alpha-2); may be empty.
    std::string partner = {}, country = {};
};

// What the kiosk may count of a guarded measure, and in which languages: so that an export knows of zeros.
struct Domain {
    std::map<Measure, std::set<std::string, std::less<>>> items;
    std::set<std::string, std::less<>> languages;
};

// Facts about the database, by name: "kiosk", "partner", "country", "epoch", "boot", "highest_seen"; and
namespace fact {
constexpr std::string_view kRunning = "running";                  // "1" from a start to a clean stop
constexpr std::string_view kContentVersion = "content_version";   // shown last
constexpr std::string_view kLastDay = "last_day";                 // noted in the machine log
constexpr std::string_view kExports = "exports";                  // how many were made and verified
constexpr std::string_view kExportedThrough = "exported_through"; // day of the last one
constexpr std::string_view kReleasedThrough = "released_through"; // last day of the last release
constexpr std::string_view kPeriods = "periods";                  // how they are closed here: release.h
} // namespace fact

class Store {
public:
    // Makes the folder and the database where they are missing.
    static Result<Store> open(std::filesystem::path const& folder, StoreOptions const& options);
    // For tools: changes nothing.
    static Result<Store> open_to_read(std::filesystem::path const& folder);
    // For an export, beside a kiosk that may be running: closes periods and takes note of itself.
    static Result<Store> open_to_export(std::filesystem::path const& folder);

    // Adds all of it or nothing. `seen` becomes the highest time seen, if it is higher; the caller believes it, and has
    // made it as coarse as its bucket, since the time of the last visit is nobody's business.
    Result<> commit(Batch const& batch, std::optional<WallTime> seen);
    Result<> note(std::string_view event, std::string_view detail, Instant now, WallTime wall, Trust trust);

    Result<WallTime> highest_seen();
    // Up or down; only somebody who knows what time it is may ask for it.
    Result<> set_highest_seen(WallTime seen);
    std::string const& epoch() const { return epoch_; }
    std::string const& kiosk() const { return kiosk_; }
    // Ordered by their key.
    Result<std::vector<TallyRow>> tallies();
    // Open measures of a day ("2026-11-23"), all languages, versions and hours together.
    Result<std::map<Measure, std::int64_t>> sums_of_day(std::string const& day);
    // The same one by one, so that ten years of them need no memory; from a day on, or all. The view lives for one
    // call.
    Result<> each_tally(std::function<Result<>(TallyView const&)> const& take, std::string const& from = "");
    Result<std::vector<MachineRow>> machine_log();

    Result<std::string> remembered(std::string_view fact);
    Result<> remember(std::string_view fact, std::string_view value);
    // A clean stop; without it the next start knows of a crash.
    Result<> stopped() { return remember(fact::kRunning, "0"); }

    // Adds to what was known before: what an older content could count is not forgotten.
    Result<> learn(Domain const& domain);
    Result<Domain> domain();
    // Guarded counts of the days from the first to the last, a table a measure, zeros of the domain included.
    Result<std::vector<ReportingTable>> reporting(std::string const& first, std::string const& last);
    Result<std::vector<Release>> releases();
    // Stores it for good, and with it that its days are released. Whole or not at all.
    Result<> add(Release const& release);

    // Removes tallies, releases and machine log of the days before, as if they had never been: pages are overwritten
    // and the file made anew. Returns how many rows went. Counts of an unknown time stay.
    Result<std::int64_t> remove_before(std::string const& day);

    // Where a database that could not be used was put; empty if there was none.
    std::string const& put_aside() const { return put_aside_; }
    std::int64_t boot() const { return boot_; }
    // Whether the run before this one ended without stopping.
    bool crashed() const { return crashed_; }
    // The content shown before this start; "" at the first.
    std::string const& content_before() const { return content_before_; }
    std::string const& partner() const { return partner_; }
    std::string const& country() const { return country_; }
    Database& database() { return database_; }

private:
    explicit Store(Database database) : database_(std::move(database)) {}
    Result<> prepare(StoreOptions const& options);
    Result<> make_schema();
    Result<> bring_up_to_date();
    Result<> take_names();
    Result<> start(StoreOptions const& options);
    // Runs it in a transaction that is rolled back after a fault.
    Result<> whole(std::function<Result<>()> const& work);
    Result<> write(Batch const& batch, std::optional<WallTime> seen);
    Result<std::int64_t> count_of(TallyKey const& key);

    Database database_;
    std::string put_aside_, kiosk_, epoch_, partner_, country_, content_before_;
    std::int64_t boot_ = 0;
    bool crashed_ = false;
};

} // namespace kiosk::engagement
