#include "fleet/remarks.h"
#include "engagement/days.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace kiosk::fleet {

namespace {

struct Kind {
    RemarkKind kind;
    std::string_view key, english;
};

constexpr std::array<Kind, 7> kKinds{{
    {RemarkKind::two_machines, "figures.remark_two_machines",
     "{kiosk}: two machines use this name; both counted on {count} days, {first} to {last}"},
    {RemarkKind::copied, "figures.remark_copied",
     "{kiosk}: its database was copied to another machine and went on in both; sums may be too low"},
    {RemarkKind::missing_days, "figures.remark_missing_days",
     "{kiosk}: not on for {count} days between {first} and {last}"},
    {RemarkKind::clock_doubted, "figures.remark_clock_doubted", "{kiosk}: the clock was wrong at {count} starts"},
    {RemarkKind::unknown_time, "figures.remark_unknown_time",
     "{kiosk}: {count} visits without a day, since the clock was wrong"},
    {RemarkKind::crashes, "figures.remark_crashes",
     "{kiosk}: {count} runs did not stop by themselves (power, or a fault)"},
    {RemarkKind::put_aside, "figures.remark_put_aside",
     "{kiosk}: {count} databases were put aside; what they held is not in these figures"},
}};

Kind const& entry_of(RemarkKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

void fill(std::string& text, std::string_view mark, std::string const& value)
{
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
        text.replace(at, mark.size(), value);
}

// The days that two sets share.
std::set<std::string> common(std::set<std::string> const& one, std::set<std::string> const& other)
{
    std::set<std::string> both;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::inserter(both, both.end()));
    return both;
}

// A database that is put aside ends in the middle of a day, and its successor begins then: one day is shared.
std::optional<Remark> two_machines(KioskHistory const& kiosk)
{
    std::set<std::string> shared;
    for (std::size_t i = 0; i < kiosk.databases.size(); ++i)
        for (std::size_t j = i + 1; j < kiosk.databases.size(); ++j) {
            auto const both = common(kiosk.databases[i].days_with_visits, kiosk.databases[j].days_with_visits);
            if (both.size() > 1) shared.insert(both.begin(), both.end());
        }
    if (shared.empty()) return std::nullopt;
    return Remark{RemarkKind::two_machines, kiosk.kiosk, static_cast<std::int64_t>(shared.size()), *shared.begin(),
                  *shared.rbegin()};
}

bool was_copied(KioskHistory::Database const& database)
{
    auto const& log = database.machine_log;
    return std::adjacent_find(log.begin(), log.end(), [](auto const& one, auto const& next) {
               return one.sequence == next.sequence;
           }) != log.end();
}

void count_log(KioskHistory const& kiosk, std::vector<Remark>& found)
{
    std::int64_t doubted = 0;
    std::int64_t crashes = 0;
    std::int64_t aside = 0;
    std::int64_t unknown = 0;
    bool copied = false;
    for (auto const& database : kiosk.databases) {
        unknown += database.visits_at_unknown_time;
        copied = copied || was_copied(database);
        for (auto const& row : database.machine_log) {
            if (row.event == "boot" && !row.clock_trusted) ++doubted;
            if (row.event == "crash") ++crashes;
            if (row.event == "quarantine") ++aside;
        }
    }
    auto const add = [&](RemarkKind kind, std::int64_t count) {
        if (count > 0) found.push_back({kind, kiosk.kiosk, count, "", ""});
    };
    add(RemarkKind::copied, copied ? 1 : 0);
    add(RemarkKind::clock_doubted, doubted);
    add(RemarkKind::unknown_time, unknown);
    add(RemarkKind::crashes, crashes);
    add(RemarkKind::put_aside, aside);
}

} // namespace

std::string key(RemarkKind kind) { return std::string(entry_of(kind).key); }

std::string text(Remark const& remark, std::function<std::string(std::string_view)> const& words)
{
    auto const& kind = entry_of(remark.kind);
    auto line = words ? words(kind.key) : std::string(kind.key);
    if (line == kind.key) line = kind.english;
    fill(line, "{kiosk}", remark.kiosk);
    fill(line, "{count}", std::to_string(remark.count));
    fill(line, "{first}", remark.first);
    fill(line, "{last}", remark.last);
    return line;
}

std::set<std::string> KioskHistory::days_on() const
{
    std::set<std::string> days;
    for (auto const& database : databases) {
        days.insert(database.days_with_visits.begin(), database.days_with_visits.end());
        for (auto const& row : database.machine_log)
            if (!row.wall.empty()) days.insert(row.wall);
    }
    return days;
}

std::int64_t KioskHistory::days_missing() const
{
    auto const days = days_on();
    if (days.empty()) return 0;
    auto const span = engagement::days_between(*days.begin(), *days.rbegin());
    return span ? *span + 1 - static_cast<std::int64_t>(days.size()) : 0;
}

std::vector<Remark> remarks(std::vector<KioskHistory> const& kiosks)
{
    std::vector<Remark> found;
    for (auto const& kiosk : kiosks) {
        if (auto const remark = two_machines(kiosk)) found.push_back(*remark);
        if (auto const missing = kiosk.days_missing(); missing > 0) {
            auto const days = kiosk.days_on();
            found.push_back({RemarkKind::missing_days, kiosk.kiosk, missing, *days.begin(), *days.rbegin()});
        }
        count_log(kiosk, found);
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace kiosk::fleet
