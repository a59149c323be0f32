// The writer: takes counts from the drawing thread and stores them on a thread of its own, so that no frame waits for a
// disk. It stores at a fixed interval, whether there was a visit or not, so that neither times of files nor pages on
// the disk reveal visits. Pulling the plug loses the counts since the last interval. It stores at once when staff want
// figures, and at a clean stop. What cannot be stored (a full disk, a missing folder) is added up in memory and tried
// again every half minute. Owner: the program. Any thread may call; only the worker uses the store. Faults are no
// exceptions: status() has the last one, and each is logged once. No time finer than a bucket is kept, except in
// memory.
#pragma once
#include "figures/day_remarks.h"
#include "package/export.h"
#include "store/data_folder.h"
#include "store/staff_figures_reader.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace kiosk::services {

// The interval. Short enough that a fair loses a handful of visits when the plug is pulled, and long enough for the
// life of a flash card: 288 small writes a day.
constexpr Seconds kStoreInterval{300};

struct WriterOptions {
    std::filesystem::path folder;
    store::StoreOptions store;
    std::string content_version;
    figures::BucketSize bucket = figures::BucketSize::day;
    WallTime built;                           // when this program was built
    store::Domain domain = {};                // what this content can count of reporting and support
    std::vector<figures::WordRow> words = {}; // of this content, in all its languages
    figures::Threshold threshold = {};
    store::DataFolder data = store::DataFolder::made;
    Zone zone = Zone::brussels(); // of days and hours
    Seconds store_interval = kStoreInterval;
};

struct ExportRequest {
    std::vector<std::filesystem::path> mount_points; // mount points of sticks; the first that can be written is used
    figures::DisplayNames labels;                    // words of the workbook
    std::string public_key;                          // "" for an open package
    figures::ExportKind kind = figures::ExportKind::whole;
};

// The days of "this fair"; "" where none is set up.
struct FairDays {
    std::string first, last;
};

struct WriterStatus {
    std::string kiosk;          // its name, as the figures have it; "" before they are opened
    std::string last_fault;     // empty when all is well
    std::string quarantined;    // path of a database that could not be used; "" for none
    std::int64_t committed = 0; // batches stored
    std::int64_t pending = 0;   // counts not yet stored
    bool clock_trusted = true;
    // Sums of today over all languages, of open measures only; empty while the clock is not trusted. As of the last
    // time that the store was written or read.
    std::map<Measure, std::int64_t> today;
};

class Writer {
public:
    Writer(WriterOptions options, Clock const& clock);
    ~Writer();
    Writer(Writer const&) = delete;
    Writer& operator=(Writer const&) = delete;

    // Returns at once. `claimed`: the machine's clock when the visit began, or now for counts of no visit; it decides
    // the day or hour of the counts. Whether the clock is trusted is judged here, by its current time.
    void commit(std::vector<Count> const& counts, WallTime claimed);
    // An event of the machine, never of a visitor; stored with the next counts.
    void note(std::string event, std::string detail);

    // Staff have set the machine's clock: it is trusted from now on, even if it is behind the highest time seen. (A
    // clock that was once years ahead would otherwise not be trusted for years.) Counts of an unknown time keep it.
    void trust_clock();

    // For staff. They return at once. Requests are done in their order, after all counts are stored. `done` is called
    // once, on the worker, also if the disk cannot be used; or at once, by the caller, if too many requests wait
    // already.
    void export_figures(ExportRequest request, std::function<void(Result<package::ExportResult>)> done);
    void read_figures(FairDays fair, std::function<void(Result<StaffFigures>)> done);
    // For today or one of the kRemarkDays - 1 days before it, so it needs a trusted clock. Stores nothing if it fails.
    void keep_remark(DayRemark remark, RemarkChange change, std::function<void(Result<>)> done);

    // Blocks until all counts are stored or have failed once more, and all requests of staff are done.
    WriterStatus flush();
    WriterStatus status() const;
    // When the worker last completed a turn; it does so at least every half minute, unless a disk hangs.
    Instant last_heartbeat() const;

private:
    struct Note {
        std::string event, detail;
        Instant now;
        WallTime wall;
    };
    // Counts of one bucket that are not yet stored. Their latest time is kept to be judged by the highest time of
    // earlier runs, which is known only once the store is open.
    struct BucketCounts {
        WallTime latest;
        std::map<Count, std::int64_t> counts;
    };
    struct BucketKey {
        figures::TimeTrust clock_trust = figures::TimeTrust::trusted;
        WallTime bucket_start; // zero where the time is doubtful
        auto operator<=>(BucketKey const&) const = default;
    };
    struct Pending {
        std::map<BucketKey, BucketCounts> buckets;
        std::vector<Note> notes;
        std::optional<WallTime> confirmed_clock; // the time that staff have set, to be stored before these counts
        std::int64_t size() const;
    };
    // What the worker does at a time. Counts and requests are taken together, so that no request is done before the
    // counts that came before it are stored.
    struct Turn {
        Pending pending;
        std::deque<std::function<void()>> staff_jobs;
        bool is_last = false;
    };
    static constexpr std::chrono::seconds kRetry{30};
    // If a visit claims to have begun longer ago, the clock was changed meanwhile.
    static constexpr std::int64_t kLongestVisit = 6 * 3600; // [s]
    static constexpr std::size_t kMostNotes = 200;
    static constexpr std::size_t kMaxStaffJobs = 16; // requests of staff, who touch again while a disk hangs
    // Buckets in memory, each some dozens of KiB at most: more than a year of days. The oldest ones beyond it are
    // counted under an unknown time.
    static constexpr std::size_t kMaxBuckets = 400;

    void work(std::stop_token const& stop);
    // Waits for the interval or a request. Returns what is to be done; nothing if the wait ended early.
    std::optional<Turn> wait(std::stop_token const& stop);
    // Stores it; what was stored is taken out of it.
    Result<> store(Pending& pending);
    Result<> store_all(Pending& pending);
    Result<> store_confirmed_clock(Pending& pending);
    Result<> store_notes(Pending& pending, figures::ClockBounds const& bounds);
    Result<> store_counts(Pending& pending, figures::ClockBounds const& bounds);
    Result<> open_store(Pending& pending);
    Result<> refresh_today(figures::ClockBounds const& bounds);
    Result<> start_new_day(figures::ClockBounds const& bounds);
    // The day by the clock; "" while it is not trusted.
    std::string today(figures::ClockBounds const& bounds) const;
    static void run(std::deque<std::function<void()>> const& staff_jobs);
    // Queues a job; false if too many are waiting.
    bool enqueue(std::function<void()> job);
    Error busy() const;
    Result<package::ExportResult> export_to(std::filesystem::path const& place, ExportRequest const& request);
    Result<package::ExportResult> export_to_first(ExportRequest const& request);
    Result<StaffFigures> figures(FairDays const& fair);
    Result<> keep(DayRemark const& remark, RemarkChange change);
    // With the mutex held:
    figures::TimeTrust judge(WallTime claimed);
    void report_fault(Result<> const& stored);
    void merge_back(Pending&& pending);
    void bound_pending();
    void move_to_unknown(std::function<bool(BucketKey const&)> const& which);

    WriterOptions options_;
    Clock const& clock_;
    std::optional<store::Store> store_; // the worker's, as is the next
    store::OpenReason opening_ = store::OpenReason::start;

    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    Pending pending_;
    std::int64_t being_stored_ = 0; // counts the worker is storing now
    WallTime highest_;              // seen and believed, in this run or an earlier one
    WriterStatus status_;
    std::deque<std::function<void()>> staff_jobs_;
    bool working_ = false;
    Instant last_heartbeat_;
    bool wake_requested_ = true; // the store is to be opened, or somebody waits
    Instant next_store_;         // the worker's
    std::jthread worker_;        // last: it uses what stands above
};

} // namespace kiosk::services
