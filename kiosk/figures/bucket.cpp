#include "figures/bucket.h"
#include "base/calendar.h"

namespace kiosk::figures {

std::string date_text(WallTime time)
{
    using namespace std::chrono;
    return day_text(floor<days>(sys_seconds(seconds(time.unix_seconds))));
}

TimeTrust clock_trust(WallTime claimed, ClockBounds const& bounds)
{
    auto const latest = bounds.built.unix_seconds + kClockTrustedFor;
    if (claimed < bounds.built || claimed.unix_seconds > latest) return TimeTrust::doubtful;
    bool const stepped_back = bounds.highest_seen.unix_seconds <= latest &&
                              claimed.unix_seconds + kToleratedStepBack < bounds.highest_seen.unix_seconds;
    return stepped_back ? TimeTrust::doubtful : TimeTrust::trusted;
}

WallTime bucket_start(WallTime claimed, BucketSize size, Zone const& zone)
{
    return size == BucketSize::hour ? zone.start_of_hour(claimed) : zone.start_of_day(claimed);
}

LocalTime local_time(WallTime claimed, TimeTrust believed, BucketSize size, Zone const& zone)
{
    if (believed == TimeTrust::doubtful) return {};
    auto const shown = zone.local(claimed);
    return {day_text(shown.day), size == BucketSize::hour ? shown.hour() : -1};
}

BucketSize bucket_size_for(Measure measure, BucketSize configured)
{
    return entry(measure).guard == Guard::guarded ? BucketSize::day : configured;
}

} // namespace kiosk::figures
