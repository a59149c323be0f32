// The store: tallies and the machine log in one SQLite file, engagement.sqlite. Tallies are sums, not trails: no row
// stands for a visitor, and nothing says in what order things happened. The machine log has rows in order, and nothing
// in it comes from a visitor's touch. The database is a kiosk: a random number, made with it; names are labels. A
// database that is damaged, of another program or of a later version is put aside whole, never deleted, and counting
// begins afresh. Owner: the writer. One thread at a time. Errors begin with the path of the database; after one nothing
// of the batch is stored, and the same batch may be handed in again.
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

// What a tally is kept under; the label is the store's own.
struct TallyKey {
    std::string day; // "" where the clock was not believed
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

// Whether the program starts, or the same run opens its database once more after a fault: only a start is a boot. A
// tool that exports is neither; it makes no database, puts none aside, and takes the labels that it finds.
enum class Opening { start, again, tool };

struct StoreOptions {
    figures::LabelText label;
    std::string vfs = {}; // for tests
    Opening opening = Opening::start;
    // When the kiosk is meant to be on, on a day; may be empty.
    std::function<std::string(std::string const& day)> open_on = {};
    // Numbers and marks, 16 hexadecimal digits; empty: the system's chance.
    std::function<std::string()> chance = {};
};

// What the kiosk may count of a guarded measure, and in which languages: so that an export knows of zeros.
struct Domain {
    std::map<Measure, std::set<std::string, std::less<>>> items;
    std::set<std::string, std::less<>> languages;
    // Of channels: the places that offer them. A code may be published only beside its places (release.h).
    std::map<std::string, std::set<std::string, std::less<>>, std::less<>> places_of_channel = {};
};

// Facts about the database, by name: "machine", "boot", "highest_seen"; and
namespace fact {
constexpr std::string_view kRunning = "running";                  // "1" from a start to a clean stop
constexpr std::string_view kContentVersion = "content_version";   // shown last
constexpr std::string_view kLastDay = "last_day";                 // noted in the machine log
constexpr std::string_view kExports = "exports";                  // how many were begun
constexpr std::string_view kExportedThrough = "exported_through"; // day of the last one that was verified
constexpr std::string_view kBeat = "beat";                        // 0 or 1 in turn, so that each beat writes alike
} // namespace fact

class Store {
public:
    // Makes the folder and the database where they are missing.
    static Result<Store> open(std::filesystem::path const& folder, StoreOptions const& options);
    // For tools: changes nothing.
    static Result<Store> open_to_read(std::filesystem::path const& folder);
    // For an export, beside a kiosk that may be running: closes periods and takes note of itself.
    static Result<Store> open_to_export(std::filesystem::path const& folder);

    // Adds all of it or nothing, under the label that now holds. `seen` becomes the highest time seen, if it is higher;
    // the caller believes it, and has made it as coarse as its day or hour, since the time of the last visit is
    // nobody's business. An empty batch is written like any other, so that the disk does not tell whether there was
    // one.
    Result<> commit(Batch const& batch, std::optional<WallTime> seen);
    Result<> note(std::string_view event, std::string_view detail, Instant now, std::string_view day);

    Result<WallTime> highest_seen();
    // Up or down; only somebody who knows what time it is may ask for it.
    Result<> set_highest_seen(WallTime seen);

    // The kiosk: 16 hexadecimal digits, made with the database.
    std::string const& machine() const { return machine_; }
    // The data folder that the database lies in.
    std::filesystem::path folder() const { return database_.path().parent_path(); }
    // The label that now holds; the number is 0 before the first start.
    figures::Label const& label() const { return label_; }
    Result<std::vector<figures::Label>> labels();
    // Whether this start brought another label than the one before, which is given.
    std::optional<figures::Label> const& label_before() const { return label_before_; }

    // Ordered by their key: day, hour, label, content version, language, measure, item.
    Result<std::vector<TallyRow>> tallies();
    // The same one by one, so that ten years of them need no memory; from a day on, or all. The view lives for one
    // call.
    Result<> each_tally(std::function<Result<>(figures::TallyView const&)> const& take, std::string const& from = "");
    // Open measures of a day ("2026-11-23"), all labels, languages, versions and hours together.
    Result<std::map<Measure, std::int64_t>> sums_of_day(std::string const& day);
    Result<std::vector<figures::MachineRow>> machine_log();

    // Takes note that the kiosk was on.
    Result<> see_day(std::string const& day);
    Result<std::vector<figures::DayRow>> days();
    // The same once more changes nothing; nor does taking back what was never said.
    Result<> remark(std::string const& day, std::string const& text);
    Result<> take_back_remark(std::string const& day, std::string const& text);
    Result<std::vector<figures::RemarkRow>> remarks();
    // The words of a version of the content; kept while figures of it are.
    Result<> learn_words(std::string const& content_version, std::vector<figures::WordRow> const& words);
    Result<std::vector<figures::WordRow>> words();

    Result<std::string> remembered(std::string_view fact);
    Result<> remember(std::string_view fact, std::string_view value);
    // A clean stop; without it the next start knows of a crash.
    Result<> stopped() { return remember(fact::kRunning, "0"); }

    // Adds to what was known before: what an older content could count is not forgotten.
    Result<> learn(Domain const& domain);
    Result<Domain> domain();

    // Guarded counts of a label on the days from the first to the last, a table a measure, zeros of the domain
    // included. Both days "": counts of an unknown day.
    Result<std::vector<figures::ReportingTable>> reporting(std::int64_t label, std::string const& first,
                                                           std::string const& last);
    Result<std::vector<figures::Release>> releases();
    // Makes ready what `due` gives: each gets its number and mark, and what is counted from now on belongs to the day
    // after. With them come those of an export that was cut off at a moment when its package may have had its name:
    // they leave as they are. All or none.
    struct Prepared {
        std::vector<figures::Release> releases; // by number
        std::int64_t first_new = 0;             // number of the first that was not there before
    };
    Result<Prepared> prepare(std::function<Result<std::vector<figures::Release>>()> const& due);
    // From now on they may have left. An Error if another export has taken their place.
    Result<> may_leave(Prepared const& prepared);
    // They have left: the rows they were made of go. All or none.
    Result<> close(Prepared const& prepared);
    // They have not left, and their days are open again.
    Result<> reopen(Prepared const& prepared);
    // The first day since another that has counts of a label; "" for none.
    Result<std::string> first_day_since(std::string_view day, std::int64_t label);
    // The last day that is closed for a label; "" for none.
    Result<std::string> closed_through(std::int64_t label);
    // Visits of a label at an unknown time, now, and when such counts were last closed.
    struct UnknownTime {
        std::int64_t visits = 0, closed = 0;
    };
    Result<UnknownTime> unknown_time(std::int64_t label);

    // Removes tallies, releases, machine log, days and remarks of the days before, as if they had never been: pages are
    // overwritten and the file made anew. Returns how many rows went. Counts of an unknown day stay.
    Result<std::int64_t> remove_before(std::string const& day);

    // Where a database that could not be used was put; empty if there was none.
    std::string const& put_aside() const { return put_aside_; }
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
    Result<> take_identity();
    Result<> start(StoreOptions const& options);
    Result<> take_label(figures::LabelText text);
    Result<> change_label(figures::LabelText const& text);
    Result<figures::Label> newest_label();
    Result<bool> is_used(figures::Label const& label);
    Result<> widen_label(std::string const& day);
    // Runs it in a transaction that is rolled back after a fault.
    Result<> whole(std::function<Result<>()> const& work);
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
    std::string put_aside_, machine_, content_before_;
    figures::Label label_;
    std::optional<figures::Label> label_before_;
    std::function<std::string(std::string const& day)> open_on_;
    std::function<std::string()> chance_;
    std::int64_t boot_ = 0;
    bool crashed_ = false;
};

} // namespace kiosk::store
