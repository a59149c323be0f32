#include "engagement/release.h"
#include "engagement/days.h"
#include "engagement/plausible.h"

namespace kiosk::engagement {

namespace {

Result<std::string> first_open_day(Store& store)
{
    auto const through = store.remembered(fact::kReleasedThrough);
    if (!through) return through.error();
    if (is_day(through.value()) && through.value() >= kFirstDay) return day_after(through.value());
    // Of any count, so that the beginning of a period says nothing of reporting.
    auto statement = store.database().prepare(
        "SELECT substr(min(bucket), 1, 10) FROM tally WHERE bucket >= ?1 AND bucket <> 'unknown'");
    if (!statement) return statement.error();
    auto const row = statement.value().bind(1, kFirstDay).step();
    if (!row) return row.error();
    return row.value() ? statement.value().text(0) : std::string();
}

Result<> release(Store& store, std::string const& first, std::string const& last, std::int64_t threshold)
{
    auto const tables = store.reporting(first, last);
    if (!tables) return tables.error();
    Release release{0, first, last, threshold, {}};
    for (auto const& table : tables.value()) {
        auto cells = publishable(table, threshold);
        release.cells.insert(release.cells.end(), cells.begin(), cells.end());
    }
    return store.add(release);
}

} // namespace

std::string_view name(Periods periods) { return periods == Periods::months ? "months" : "until-now"; }

Periods periods_named(std::string_view text)
{
    return text == name(Periods::until_now) ? Periods::until_now : Periods::months;
}

Result<int> close_periods(Store& store, std::string const& today, Periods periods, std::int64_t threshold)
{
    auto const found = first_open_day(store);
    if (!found) return found.error();
    int closed = 0;
    for (auto first = found.value(); is_day(first) && first <= today;) {
        auto const last = periods == Periods::months ? last_of_month(first) : today;
        if (periods == Periods::months && last >= today) break; // not over yet
        KIOSK_TRY(release(store, first, last, threshold));
        ++closed;
        first = day_after(last);
    }
    return closed;
}

std::string open_day(std::string const& day, std::string const& released_through)
{
    return is_day(released_through) && day <= released_through ? day_after(released_through) : day;
}

} // namespace kiosk::engagement
