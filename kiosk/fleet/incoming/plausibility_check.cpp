#include "fleet/incoming/plausibility_check.h"
#include "base/escape_controls.h"
#include "figures/bucket.h"
#include "figures/days.h"
#include "figures/plausible.h"
#include "system/version.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::fleet {

namespace {

constexpr char const* kLastDay = "2199-12-31"; // the last of which day_number() knows
// No kiosk believes a clock that is later.
std::string last_believed() { return figures::date_text({kReleaseTime.unix_seconds + figures::kClockTrustedFor}); }

constexpr char const* kLeaveOut = "the package is not what it seems: export again, or leave it out";

} // namespace

PlausibilityCheck::PlausibilityCheck(package::PackageInfo const& info, std::string const& today)
    : made_(last_believed())
{
    is_dated_ = info.clock_trusted && figures::is_day(info.created) && info.created <= made_;
    if (is_dated_) made_ = std::min(made_, figures::day_after(info.created));
    auto const& tells_of = is_dated_ ? info.created : info.last;
    if (figures::is_day(today) && figures::is_day(tells_of) && tells_of > figures::day_after(today)) ahead_ = tells_of;
}

Result<> PlausibilityCheck::day(std::string_view day) const
{
    KIOSK_TRY(planned_day(day));
    if (day > made_ && !is_dated_)
        return Error{"", fmt::format("{} is no likely day: it lies ahead", day),
                     "the kiosk's clock, or this machine's, is wrong: leave it out"};
    if (day > made_)
        return Error{"", fmt::format("{} is no likely day: the package was made before it", day),
                     "the kiosk's clock ran ahead, or the package is not what it seems: leave it out"};
    return success();
}

Result<> PlausibilityCheck::planned_day(std::string_view day) const
{
    if (day.empty() || (figures::is_day(day) && day >= figures::kEarliestDay && day <= kLastDay)) return success();
    return Error{"", fmt::format("{} is no likely day of a kiosk", day), kLeaveOut};
}

Result<> PlausibilityCheck::name(std::string_view text) const
{
    if (text.size() > kLongestName)
        return Error{"", fmt::format("'{}…' is no likely name: it has {} bytes", text.substr(0, 40), text.size()),
                     kLeaveOut};
    if (escape_controls(text) == text) return success();
    return Error{"", fmt::format("'{}' is no likely name: it holds what no one can see", text), kLeaveOut};
}

} // namespace kiosk::fleet
