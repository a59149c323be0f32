// Buckets: the coarse time that a count belongs to, a day or (at fairs) an hour, in the kiosk's own zone; and whether
// the machine's clock can be trusted. Pure: reads no clock.
#pragma once
#include "base/clock.h"
#include "base/zone.h"
#include "figures/measures.h"

#include <string>

namespace kiosk::figures {

enum class BucketSize { day, hour };
enum class Venue { shop, fair }; // where a kiosk stands: figures are by day in a shop, by hour at a fair
enum class TimeTrust { trusted, doubtful };

// A claimed time is trusted from the day the program was built to 15 years later, and not before the highest time this
// kiosk has ever seen. Two minutes back are tolerated: a clock that ran fast is set back so far by hand or network. A
// highest time beyond those 15 years is damage and is ignored.
struct ClockBounds {
    WallTime built;
    WallTime highest_seen;
};

constexpr std::int64_t kToleratedStepBack = 120; // [s]
constexpr std::int64_t kTrustedYears = 15;
constexpr std::int64_t kClockTrustedFor = kTrustedYears * 365 * 24 * 3600 + 4 * 24 * 3600; // [s]

TimeTrust clock_trust(WallTime claimed, ClockBounds const& bounds);

// The first second of the bucket that a time belongs to, by the clocks of a zone. No finer time is stored. An hour that
// comes twice is one bucket, which begins when it comes first.
WallTime bucket_start(WallTime claimed, BucketSize size, Zone const& zone);

// A bucket in local time.
struct LocalTime {
    std::string day; // "2026-11-23"; "" if the clock is not trusted
    int hour = -1;   // 0 to 23; -1 if the clock is not trusted, or for a bucket of a day
    bool operator==(LocalTime const&) const = default;
};
LocalTime local_time(WallTime claimed, TimeTrust clock_trust, BucketSize size, Zone const& zone);

// Guarded measures are always counted by day.
BucketSize bucket_size_for(Measure measure, BucketSize configured);

// YYYY-MM-DD of a UTC time.
std::string date_text(WallTime time);

} // namespace kiosk::figures
