// The store: tallies and the machine log in one SQLite file, engagement.sqlite. Tallies are sums, not trails: no row
// stands for a visitor, and nothing reveals the order in which things happened. The machine log has rows in order, and
// none of them comes from a visitor's touch. The database identifies the kiosk by a random number made with it; names
// are labels. A database that is damaged, of another program or of a later version is moved into a folder "put-aside-N"
// beside it, never deleted, and counting begins in a new one. Owner: the writer. One thread at a time. Errors begin
// with the path of the database; after one nothing of the batch is stored, and the same batch may be passed again.
#pragma once
#include "database/database.h"
#include "figures/bucket.h"
#include "figures/figures.h"
#include "figures/label.h"
#include "figures/machine_log.h"
#include "figures/measures.h"
#include "figures/rows.h"
#include "figures/suppression.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace kiosk::store {

constexpr char const* kDatabaseName = "engagement.sqlite";
constexpr int kSchemaVersion = 3;
constexpr int kApplicationId = 0x4B494F53; // "KIOS", SQLite's application_id of our files

// The key of a tally; the store adds the current label.
struct TallyKey {
    std::string day; // "" where the clock was not trusted
    int hour = figures::kWholeDay;
    std::string content_version, language;
    Measure measure = Measure::visits;
    std::string item;
    auto operator<=>(TallyKey const&) const = default;
};

using Batch = std::map<TallyKey, std::int64_t>;

struct TallyRow {
    std::int64_t label = 0;
    std::string day;
    int hour = figures::kWholeDay;
    std::string content_version, language, measure, item;
    std::int64_t n = 0;
};

// start: the program starts, which is logged as a boot. again: the same run opens its database once more after a fault.
// tool: an export by kiosk-log, which makes no database, moves none away and adopts no label.
enum class OpenReason { start, reopen_after_fault, tool };

struct StoreOptions {
    figures::LabelText label;
    std::string vfs = {}; // for tests
    OpenReason opening = OpenReason::start;
    // The planned opening hours of a day; may be empty.
    std::function<std::string(std::string const& day)> opening_hours_on = {};
    // Makes numbers and marks, 16 random hexadecimal digits; empty: the system's random device. For tests.
    std::function<std::string()> random_id = {};
};

// All items and languages that guarded measures can have, so that a release knows of zeros.
struct Domain {
    std::map<Measure, std::set<std::string, std::less<>>> items;
    std::set<std::string, std::less<>> languages;
    // The places that offer a channel, whose code may be published only beside them (release.h).
    std::map<std::string, std::set<std::string, std::less<>>, std::less<>> places_of_channel = {};
};

// Keys of the table `meta`; "machine", "boot" and "highest_seen" are the store's own.
namespace fact {
constexpr std::string_view kRunning = "running";                  // "1" from a start to a clean stop
constexpr std::string_view kContentVersion = "content_version";   // shown last
constexpr std::string_view kLastDay = "last_day";                 // noted in the machine log
constexpr std::string_view kExports = "exports";                  // number of exports begun
constexpr std::string_view kExportedThrough = "exported_through"; // day of the last one that was verified
constexpr std::string_view kBeat = "beat";                        // 0 or 1 in turn: an empty batch writes, too
} // namespace fact

class Store {
public:
    // Makes the folder and the database where they are missing.
    static Result<Store> open(std::filesystem::path const& folder, StoreOptions const& options);
    // For tools: changes nothing.
    static Result<Store> open_to_read(std::filesystem::path const& folder);
    // For an export while a kiosk may be running: it closes periods and logs the export.
    static Result<Store> open_to_export(std::filesystem::path const& folder);

    // Adds all of it or nothing, under the current label. `seen` becomes the highest time seen, if it is higher; it
    // comes from a trusted clock and is rounded down to its day or hour, so that it does not reveal when the last visit
    // was. An empty batch is written like any other, so that the disk does not reveal whether there were visits.
    Result<> commit(Batch const& batch, std::optional<WallTime> seen);
    Result<> note(std::string_view event, std::string_view detail, Instant now, std::string_view day);

    Result<WallTime> highest_seen();
    // Up or down: after staff have set the clock.
    Result<> set_highest_seen(WallTime seen);

    // The kiosk's number: 16 hexadecimal digits, made with the database.
    std::string const& machine() const { return machine_; }
    // The data folder that the database lies in.
    std::filesystem::path folder() const { return database_.path().parent_path(); }
    // The current label; its number is 0 before the first start.
    figures::Label const& label() const { return label_; }
    Result<std::vector<figures::Label>> labels();
    // The previous label, if this start has brought another one.
    std::optional<figures::Label> const& label_before() const { return label_before_; }

    // Ordered by their key: day, hour, label, content version, language, measure, item.
    Result<std::vector<TallyRow>> tallies();
    // The same one by one, without holding them in memory; from a day on, or all. The view is valid during the call.
    Result<> each_tally(std::function<Result<>(figures::TallyView const&)> const& take, std::string const& from = "");
    // Open measures of a day ("2026-11-23"), all labels, languages, versions and hours together.
    Result<std::map<Measure, std::int64_t>> sums_of_day(std::string const& day);
    Result<std::vector<figures::MachineRow>> machine_log();

    // Records that the kiosk was on.
    Result<> record_day(std::string const& day);
    Result<std::vector<figures::DayRow>> days();
    // Noting a remark twice changes nothing, nor does taking back one that was not noted.
    Result<> remark(std::string const& day, std::string const& text);
    Result<> take_back_remark(std::string const& day, std::string const& text);
    Result<std::vector<figures::RemarkRow>> remarks();
    // Replaces the words of a version of the content; kept as long as figures of that version.
    Result<> replace_words_of_version(std::string const& content_version, std::vector<figures::WordRow> const& words);
    Result<std::vector<figures::WordRow>> words();

    Result<std::string> read_fact(std::string_view fact);
    Result<> write_fact(std::string_view fact, std::string_view value);
    // Marks a clean stop; without it the next start reports a crash.
    Result<> stopped() { return write_fact(fact::kRunning, "0"); }

    // Adds to the domain; items of older content stay in it.
    Result<> extend_domain(Domain const& domain);
    Result<Domain> domain();

    // Guarded counts of a label from the first to the last day, one table for each measure, zeros of the domain
    // included. Both days "": counts of an unknown day.
    Result<std::vector<figures::ReportingTable>> reporting(std::int64_t label, std::string const& first,
                                                           std::string const& last);
    Result<std::vector<figures::Release>> releases();
    // Stores the releases that `due` returns, with number and mark; later counts of their days belong to the day after.
    // Also returns the releases of an export that was interrupted when its package may have had its final name: they
    // leave unchanged. All or none.
    struct PreparedReleases {
        std::vector<figures::Release> releases; // by number
        std::int64_t first_new = 0;             // number of the first that was not there before
    };
    Result<PreparedReleases> prepare(std::function<Result<std::vector<figures::Release>>()> const& due);
    // Marks them as possibly exported. An Error if another export has replaced them.
    Result<> mark_may_have_left(PreparedReleases const& prepared);
    // Marks them as exported and removes the rows that they were made of. All or none.
    Result<> close(PreparedReleases const& prepared);
    // Removes those that are new, so that their days are open again.
    Result<> reopen(PreparedReleases const& prepared);
    // The first day from `day` on that has counts of a label; "" for none.
    Result<std::string> first_day_since(std::string_view day, std::int64_t label);
    // The last day that is closed for a label; "" for none.
    Result<std::string> closed_through(std::int64_t label);
    // Visits of a label at an unknown time: now, and when such counts were last closed.
    struct UnknownTime {
        std::int64_t visits = 0, closed = 0;
    };
    Result<UnknownTime> unknown_time(std::int64_t label);

    // Removes tallies, releases, machine log, days and remarks of earlier days and leaves no trace of them: pages are
    // overwritten and the file is rebuilt. Returns the number of rows removed. Counts of an unknown day stay.
    Result<std::int64_t> remove_before(std::string const& day);

    // The folder into which an unusable database was moved; empty if there was none.
    std::string const& quarantined() const { return quarantined_; }
    std::int64_t boot() const { return boot_; }
    // Whether the run before this one ended without stopping.
    bool crashed() const { return crashed_; }
    // The content shown before this start; "" at the first.
    std::string const& content_before() const { return content_before_; }
    database::Database& database() { return database_; }

private:
    explicit Store(database::Database database);
    Result<> prepare_to_count(StoreOptions const& options);
    Result<> upgrade(std::int64_t version);
    Result<> load_identity();
    Result<> start(StoreOptions const& options);
    Result<> adopt_label(figures::LabelText text);
    Result<> change_label(figures::LabelText const& text);
    Result<figures::Label> newest_label();
    Result<bool> is_used(figures::Label const& label);
    Result<> extend_label_days(std::string const& day);
    // Runs `work` in a transaction, which is rolled back after an Error.
    Result<> in_transaction(std::function<Result<>()> const& work);
    Result<> write(Batch const& batch, std::optional<WallTime> seen);
    Result<> write_tallies(Batch const& batch);
    Result<> write_days(Batch const& batch);
    Result<std::int64_t> count_of(TallyKey const& key);
    Result<std::vector<figures::Release>> releases_in(int state);
    Result<> insert(figures::Release& release);
    Result<> remove_unfinished();
    Result<> remove_release(figures::Release const& release);
    Result<> remove_rows_of(figures::Release const& release);

    database::Database database_;
    std::string quarantined_, machine_, content_before_;
    figures::Label label_;
    std::optional<figures::Label> label_before_;
    std::function<std::string(std::string const& day)> opening_hours_on_;
    std::function<std::string()> random_id_;
    std::int64_t boot_ = 0;
    bool crashed_ = false;
};

} // namespace kiosk::store
