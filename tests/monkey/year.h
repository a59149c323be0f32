// Days of a kiosk that nobody restarts: visits by chance in a real KioskScreen, stored by a real Writer in a real
// database, on one clock that runs a year in minutes; and what that leaves in memory and on the disk. A library for
// kiosk-monkey and for the tests. One at a time.
#pragma once
#include "monkey/life.h"

#include <filesystem>
#include <functional>

namespace monkey {

struct YearPlan {
    std::filesystem::path folder; // of the data
    std::string vfs;              // of the database; "" for the usual one
    int days = 365;
    int visits_a_day = 100;
    int touches = 12; // of a visit, about
    int settled = 30; // days after which memory must not grow
    std::uint64_t seed = 1;
};

struct Memory {
    long heap = 0; // in use, [bytes]: mallinfo2
    long rss = 0;  // [bytes]
};

struct YearReport {
    std::optional<Fault> fault;
    long visits = 0, commands = 0, frames = 0;
    std::int64_t commits = 0; // batches stored
    long rows = 0, bytes = 0; // of the database
    // The most after any visit: of the days until it had settled, and of all.
    Memory settled, most, last;
};

// `day` is told of every day that is over.
YearReport live_through(World const& world, YearPlan const& plan, std::function<void(int day, Memory)> const& day);

Memory memory_now();

} // namespace monkey
