// The writer: takes counts from the drawing thread and stores them on a thread of its own, so that nothing visible
// waits for a disk. It stores on a beat, whether there was a visit or not, so that no time of a file and no page on the
// disk tells one from the other; what is lost when the plug is pulled are the counts since the last beat. It stores at
// once when staff want figures, and at a clean stop. What cannot be stored now (a full disk, a folder that is not there
// yet) is kept in memory, added up, and tried again every half minute; nothing that was stored is lost by it. Owner:
// main. Any thread may call; the store belongs to the worker alone. Faults never throw: status() is polled, and the
// journal says each once. Never keeps a time finer than its bucket, except in memory.
#pragma once
#include "figures/day_remarks.h"
#include "package/export.h"
#include "store/data_folder.h"
#include "store/look.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace kiosk::services {

// A visit is stored this long after it at the latest; that much is lost when the plug is pulled. Short enough that a
// fair loses a handful of visits, long enough that a card of flash lasts: 288 small writes a day.
constexpr Seconds kBeat{300};

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
    Seconds beat = kBeat;
};

struct ExportRequest {
    std::vector<std::filesystem::path> places; // on sticks: the first that takes it
    figures::Labels labels;                    // words of the workbook
    std::string public_key;                    // "" for an open package
    figures::ExportKind kind = figures::ExportKind::whole;
};

// The days of "this fair"; "" where none is set up.
struct FairDays {
    std::string first, last;
};

struct WriterStatus {
    std::string kiosk;          // its name, as the figures have it; "" before they are opened
    std::string last_fault;     // empty when all is well
    std::string put_aside;      // where an unusable database was put
    std::int64_t committed = 0; // batches stored
    std::int64_t pending = 0;   // counts not yet stored
    bool clock_trusted = true;
    // Sums of today over all languages, of open measures only; empty while the clock is not believed. As of the last
    // time the store was written or looked at.
    std::map<Measure, std::int64_t> today;
};

class Writer {
public:
    Writer(WriterOptions options, Clock const& clock);
    ~Writer();
    Writer(Writer const&) = delete;
    Writer& operator=(Writer const&) = delete;

    // Returns at once. `claimed` is what the machine's clock said when the visit began, or now where there is none: it
    // says to which day or hour the counts belong. Whether the clock is believed is judged here, by what it says now.
    void commit(std::vector<Count> const& counts, WallTime claimed);
    // For the machine's own events, never for a visitor's; stored with the next beat.
    void note(std::string event, std::string detail);

    // Staff have set the machine's clock and vouch for it: it is believed from now on, also if it is behind what was
    // seen before (a clock that ran years ahead for a day would otherwise be waited for until they are over). What was
    // counted under an unknown time stays so.
    void believe_clock();

    // For staff. Return at once; what is asked is done in turn, once all that was counted is stored, and `done` is
    // called on the worker, once, also if the disk cannot be used. It is called here where too much waits for a disk
    // already.
    void export_figures(ExportRequest request, std::function<void(Result<package::Exported>)> done);
    void read_figures(FairDays fair, std::function<void(Result<StaffFigures>)> done);
    // Of today or one of the kRemarkDays before it: so it takes a clock that is believed. Where it fails nothing is
    // kept.
    void keep_remark(DayRemark remark, RemarkChange change, std::function<void(Result<>)> done);

    // Until everything is stored, or has failed once more; what staff have asked is done, too.
    WriterStatus flush();
    WriterStatus status() const;
    // When the worker last came round; it does so twice a minute, unless a disk holds it.
    Instant turned() const;

private:
    struct Note {
        std::string event, detail;
        Instant now;
        WallTime wall;
    };
    // What one bucket is to get. The latest time in it is kept, so that the store, which may be opened later, can judge
    // it by the highest time of earlier runs.
    struct Moment {
        WallTime latest;
        std::map<Count, std::int64_t> counts;
    };
    struct MomentKey {
        figures::Trust trust = figures::Trust::trusted;
        WallTime bucket_start; // zero when doubtful
        auto operator<=>(MomentKey const&) const = default;
    };
    struct Pending {
        std::map<MomentKey, Moment> moments;
        std::vector<Note> notes;
        std::optional<WallTime> vouched; // the clock, by staff, before any of these counts was stored
        std::int64_t size() const;
    };
    static constexpr std::chrono::seconds kRetry{30};
    // A visit that claims to have begun longer ago began under another clock.
    static constexpr std::int64_t kLongestVisit = 6 * 3600; // [s]
    static constexpr std::size_t kMostNotes = 200;
    static constexpr std::size_t kMostAsked = 16; // by staff, who wait for a disk and touch again
    // Buckets that wait for a disk, each some dozens of KiB at most: a year of days. Beyond it the oldest are still
    // counted, under an unknown time.
    static constexpr std::size_t kMostMoments = 400;

    void work(std::stop_token const& stop);
    // Stores it; what was stored is taken out of it.
    // Waits for the beat, or for who asks; what is to be stored then, nothing while the beat is not due.
    std::optional<Pending> wait(std::stop_token const& stop);
    Result<> store(Pending& pending);
    Result<> store_all(Pending& pending);
    Result<> store_vouched(Pending& pending);
    Result<> store_notes(Pending& pending, figures::ClockBounds const& bounds);
    Result<> store_counts(Pending& pending, figures::ClockBounds const& bounds);
    Result<> open_store(Pending& pending);
    Result<> look_at_today(figures::ClockBounds const& bounds);
    Result<> turn_the_day(figures::ClockBounds const& bounds);
    // The day by the clock, "" while it is not believed.
    std::string today(figures::ClockBounds const& bounds) const;
    void serve_staff();
    // Whether it waits now: not where too many do.
    bool ask(std::function<void()> job);
    Error busy() const;
    Result<package::Exported> export_to(std::filesystem::path const& place, ExportRequest const& request);
    Result<package::Exported> export_to_first(ExportRequest const& request);
    Result<StaffFigures> figures(FairDays const& fair);
    Result<> keep(DayRemark const& remark, RemarkChange change);
    // With the mutex held:
    figures::Trust judge(WallTime claimed);
    void say(Result<> const& stored);
    void merge_back(Pending&& pending);
    void bound_pending();
    void move_to_unknown(std::function<bool(MomentKey const&)> const& which);

    WriterOptions options_;
    Clock const& clock_;
    std::optional<store::Store> store_; // the worker's, as is the next
    store::Opening opening_ = store::Opening::start;

    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    Pending pending_;
    std::int64_t in_hand_ = 0; // counts the worker is storing now
    WallTime highest_;         // seen and believed, in this run or an earlier one
    WriterStatus status_;
    std::deque<std::function<void()>> asked_by_staff_;
    bool working_ = false;
    Instant turned_;
    bool asked_ = true;   // the store is to be opened, or somebody waits
    Instant next_beat_;   // the worker's
    std::jthread worker_; // last: it uses what stands above
};

} // namespace kiosk::services
