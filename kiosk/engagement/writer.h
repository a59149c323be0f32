// The writer: takes counts from the drawing thread and stores them on a thread of its own, so that nothing visible
// waits for a disk. What cannot be stored now (a full disk, a folder that is not there yet) is kept in memory, added
// up, and tried again at every commit and every half minute; nothing that was stored is lost by it. Owner: main. Any
// thread may call; the store belongs to the worker alone.
#pragma once
#include "engagement/store.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace kiosk::engagement {

struct WriterOptions {
    std::filesystem::path folder;
    StoreOptions store;
    std::string content_version;
    BucketSize bucket = BucketSize::day;
    WallTime built; // when this program was built
};

struct WriterStatus {
    std::string last_fault;     // empty when all is well
    std::string put_aside;      // where an unusable database was put
    std::int64_t committed = 0; // batches stored
    std::int64_t pending = 0;   // counts not yet stored
    bool clock_trusted = true;
};

class Writer {
public:
    Writer(WriterOptions options, Clock const& clock);
    ~Writer();
    Writer(Writer const&) = delete;
    Writer& operator=(Writer const&) = delete;

    // Returns at once. The time is read here, once, and only made into a bucket.
    void commit(std::vector<Count> const& counts);
    // For the machine's own events, never for a visitor's.
    void note(std::string event, std::string detail);

    // Until everything is stored, or has failed once more.
    WriterStatus flush();
    WriterStatus status() const;

private:
    struct Note {
        std::string event, detail;
        Instant now;
        WallTime wall;
    };
    struct Pending {
        // By wall time rather than bucket: only the store knows the highest time ever seen.
        std::map<std::int64_t, std::map<Count, std::int64_t>> counts;
        std::vector<Note> notes;
        bool empty() const { return counts.empty() && notes.empty(); }
    };
    static constexpr std::chrono::seconds kRetry{30};
    static constexpr std::size_t kMostNotes = 200;

    void work(std::stop_token const& stop);
    // Stores it; what was stored is taken out of it.
    Result<> store(Pending& pending);
    Result<> store_counts(Pending& pending);
    Result<> open_store();
    void merge_back(Pending&& pending);

    WriterOptions options_;
    Clock const& clock_;
    std::optional<Store> store_; // the worker's

    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    Pending pending_;
    WriterStatus status_;
    bool working_ = false;
    bool asked_ = true;   // the store is to be opened, or something waits
    std::jthread worker_; // last: it uses what stands above
};

} // namespace kiosk::engagement
