#include "engagement/bucket.h"

#include <chrono>
#include <fmt/format.h>

namespace kiosk::engagement {

namespace {

using namespace std::chrono;

sys_seconds point(WallTime time) { return sys_seconds(seconds(time.unix_seconds)); }

// When summer time begins or ends: 01:00 UTC on the last Sunday of the month.
sys_seconds turn(year which, month at) { return sys_days(which / at / Sunday[last]) + hours(1); }

} // namespace

std::int64_t brussels_offset(WallTime time)
{
    auto const moment = point(time);
    auto const which = year_month_day(floor<days>(moment)).year();
    bool const summer = moment >= turn(which, March) && moment < turn(which, October);
    return summer ? 7200 : 3600;
}

std::string date_text(WallTime time)
{
    year_month_day const date(floor<days>(point(time)));
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

Trust trust(WallTime claimed, ClockBounds const& bounds)
{
    auto const latest = bounds.built.unix_seconds + kBelievedFor;
    if (claimed < bounds.built || claimed.unix_seconds > latest) return Trust::doubtful;
    bool const stepped_back = bounds.highest_seen.unix_seconds <= latest &&
                              claimed.unix_seconds + kForgivenStepBack < bounds.highest_seen.unix_seconds;
    return stepped_back ? Trust::doubtful : Trust::trusted;
}

WallTime bucket_start(WallTime claimed, BucketSize size)
{
    // Brussels is ahead by whole hours, so that its hours begin when those of UTC do.
    if (size == BucketSize::hour) return {floor<hours>(point(claimed)).time_since_epoch() / seconds(1)};
    auto const local = point({claimed.unix_seconds + brussels_offset(claimed)});
    auto const midnight = floor<days>(local).time_since_epoch() / seconds(1);
    // The offset of midnight, which on the two days of the turn is not that of the rest of the day.
    return {midnight - brussels_offset({midnight - 3600})};
}

WallTime bucket_start(WallTime claimed, BucketSize size, Zone const& zone)
{
    return size == BucketSize::hour ? zone.start_of_hour(claimed) : zone.start_of_day(claimed);
}

LocalTime local_time(WallTime claimed, Trust believed, BucketSize size, Zone const& zone)
{
    if (believed == Trust::doubtful) return {};
    auto const shown = zone.local(claimed);
    return {day_text(shown.day), size == BucketSize::hour ? shown.hour() : -1};
}

std::string bucket(WallTime claimed, Trust believed, BucketSize size)
{
    if (believed == Trust::doubtful) return "unknown";
    WallTime const local{claimed.unix_seconds + brussels_offset(claimed)};
    auto text = date_text(local);
    if (size == BucketSize::hour) text += fmt::format("T{:02}", local.unix_seconds % 86400 / 3600);
    return text;
}

BucketSize size_for(Measure measure, BucketSize configured)
{
    return entry(measure).guard == Guard::guarded ? BucketSize::day : configured;
}

} // namespace kiosk::engagement
