#include "fleet/incoming/remarks.h"
#include "figures/days.h"

#include <algorithm>
#include <array>

namespace kiosk::fleet {

namespace {

using Database = KioskHistory::Database;

struct Kind {
    RemarkKind kind;
    std::string_view key, english;
};

constexpr std::array<Kind, 13> kKinds{{
    {RemarkKind::copied, "figures.remark_copied",
     "{kiosk}: its database runs in {count} machines since {first} (its disk was copied; all are in these figures): "
     "give "
     "one of them a new data folder"},
    {RemarkKind::put_back, "figures.remark_put_back",
     "{kiosk}: its database has two histories: a copy of it was put back, or runs in another machine"},
    {RemarkKind::released_twice, "figures.remark_released_twice",
     "{kiosk}: {count} periods of reporting were released by copies of one database; they are in no sum"},
    {RemarkKind::two_machines, "figures.remark_two_machines",
     "{kiosk}: two machines use this name; both counted on {count} days, {first} to {last}"},
    {RemarkKind::renamed, "figures.remark_renamed", "{kiosk}: was called {other} until {last}"},
    {RemarkKind::moved, "figures.remark_moved", "{kiosk}: was with {other} until {last}"},
    {RemarkKind::many_visits, "figures.remark_many_visits",
     "{kiosk}: {count} visits on {first}, more than a kiosk can take: look at it"},
    {RemarkKind::missing_days, "figures.remark_missing_days",
     "{kiosk}: not on for {count} days between {first} and {last}"},
    {RemarkKind::clock_doubted, "figures.remark_clock_doubted", "{kiosk}: the clock was wrong at {count} starts"},
    {RemarkKind::unknown_time, "figures.remark_unknown_time",
     "{kiosk}: {count} visits without a day, since the clock was wrong"},
    {RemarkKind::crashes, "figures.remark_crashes",
     "{kiosk}: {count} runs did not stop by themselves (power, or a fault)"},
    {RemarkKind::quarantined, "figures.remark_put_aside",
     "{kiosk}: {count} databases were put aside; what they held is not in these figures"},
    {RemarkKind::two_wordings, "figures.remark_two_wordings",
     "content {other}: {count} items have more than one wording; a changed content needs a new version number"},
}};

Kind const& entry_of(RemarkKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

void fill(std::string& text, std::string_view mark, std::string const& value)
{
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
        text.replace(at, mark.size(), value);
}

bool has_counts(figures::Label const& label) { return !label.first.empty(); }

std::set<std::string> days_of(Database const& database)
{
    std::set<std::string> days;
    for (auto const& [day, visits] : database.visits_by_day) days.insert(day);
    return days;
}

std::set<std::string> names_of(Database const& database)
{
    std::set<std::string> names;
    for (auto const& label : database.labels)
        if (!label.text.kiosk.empty()) names.insert(label.text.kiosk);
    return names;
}

template <typename Set>
Set common(Set const& one, Set const& other)
{
    Set both;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::inserter(both, both.end()));
    return both;
}

// Days of a database under a name.
std::set<std::string> days_under(Database const& database, std::string const& name)
{
    std::set<std::string> days;
    for (auto const& label : database.labels)
        if (label.text.kiosk == name)
            for (auto const& [day, visits] : database.visits_by_day)
                if (day >= label.first && day <= label.last) days.insert(day);
    return days;
}

void find_two_machines(std::vector<KioskHistory> const& kiosks, std::vector<Remark>& found)
{
    std::map<std::string, std::vector<Database const*>> by_name;
    for (auto const& kiosk : kiosks)
        for (auto const& database : kiosk.databases)
            for (auto const& name : names_of(database)) by_name[name].push_back(&database);
    for (auto const& [name, databases] : by_name) {
        std::set<std::string> shared;
        for (std::size_t i = 0; i < databases.size(); ++i)
            for (std::size_t j = i + 1; j < databases.size(); ++j) {
                auto const both = common(days_under(*databases[i], name), days_under(*databases[j], name));
                if (both.size() > 1) shared.insert(both.begin(), both.end());
            }
        if (!shared.empty())
            found.push_back({.kind = RemarkKind::two_machines,
                             .kiosk = name,
                             .count = static_cast<std::int64_t>(shared.size()),
                             .first = *shared.begin(),
                             .last = *shared.rbegin(),
                             .other = ""});
    }
}

bool has_two_histories(Database const& database)
{
    auto const& log = database.machine_log;
    return std::adjacent_find(log.begin(), log.end(), [](auto const& one, auto const& next) {
               return one.sequence == next.sequence;
           }) != log.end();
}

void find_copies(std::string const& kiosk, Database const& database, std::vector<Remark>& found)
{
    std::size_t machines = 1;
    Remark remark;
    remark.kind = RemarkKind::copied;
    remark.kiosk = kiosk;
    for (auto const& [day, marks] : database.marks) {
        machines = std::max(machines, marks.size());
        if (day.empty() || marks.size() < 2) continue;
        if (remark.first.empty()) remark.first = day;
        remark.last = day;
    }
    remark.count = static_cast<std::int64_t>(machines);
    if (!remark.first.empty())
        found.push_back(remark);
    else if (has_two_histories(database) || machines > 1)
        found.push_back(
            {.kind = RemarkKind::put_back, .kiosk = kiosk, .count = 0, .first = "", .last = "", .other = ""});
    if (database.releases_doubled > 0)
        found.push_back({.kind = RemarkKind::released_twice,
                         .kiosk = kiosk,
                         .count = database.releases_doubled,
                         .first = "",
                         .last = "",
                         .other = ""});
}

std::string holder(figures::LabelText const& text)
{
    if (text.partner.empty() || text.country.empty()) return text.partner + text.country;
    return text.partner + " (" + text.country + ")";
}

// From one label that has counts to the next. At a fair a kiosk has other words for its event, not another name.
void find_changes(Database const& database, std::vector<Remark>& found)
{
    figures::Label const* before = nullptr;
    for (auto const& label : database.labels) {
        if (!has_counts(label)) continue;
        if (before && before->text.kiosk != label.text.kiosk)
            found.push_back({.kind = RemarkKind::renamed,
                             .kiosk = label.text.kiosk,
                             .count = 0,
                             .first = "",
                             .last = before->last,
                             .other = before->text.kiosk});
        auto const had = before ? holder(before->text) : std::string();
        if (before && !had.empty() && had != holder(label.text))
            found.push_back({.kind = RemarkKind::moved,
                             .kiosk = label.text.kiosk,
                             .count = 0,
                             .first = "",
                             .last = before->last,
                             .other = had});
        before = &label;
    }
}

void find_days(KioskHistory const& kiosk, std::vector<Remark>& found)
{
    if (auto const missing = kiosk.days_missing(); missing > 0) {
        auto const days = kiosk.days_on();
        found.push_back({.kind = RemarkKind::missing_days,
                         .kiosk = kiosk.kiosk(),
                         .count = missing,
                         .first = *days.begin(),
                         .last = *days.rbegin(),
                         .other = ""});
    }
    for (auto const& database : kiosk.databases)
        for (auto const& [day, visits] : database.visits_by_day)
            if (visits > kMostVisitsOfADay)
                found.push_back({.kind = RemarkKind::many_visits,
                                 .kiosk = kiosk.kiosk(),
                                 .count = visits,
                                 .first = day,
                                 .last = "",
                                 .other = ""});
}

void count_log(KioskHistory const& kiosk, std::vector<Remark>& found)
{
    std::int64_t doubted = 0;
    std::int64_t crashes = 0;
    std::int64_t aside = 0;
    std::int64_t unknown = 0;
    for (auto const& database : kiosk.databases) {
        unknown += database.visits_at_unknown_time;
        for (auto const& row : database.machine_log) {
            if (row.event == "boot" && !row.clock_trusted) ++doubted;
            if (row.event == "crash") ++crashes;
            if (row.event == "quarantine") ++aside;
        }
    }
    auto const add = [&](RemarkKind kind, std::int64_t count) {
        if (count > 0)
            found.push_back(
                {.kind = kind, .kiosk = kiosk.kiosk(), .count = count, .first = "", .last = "", .other = ""});
    };
    add(RemarkKind::clock_doubted, doubted);
    add(RemarkKind::unknown_time, unknown);
    add(RemarkKind::crashes, crashes);
    add(RemarkKind::quarantined, aside);
}

// Whether the second may have taken the place of the first, or the other way round.
bool are_one_kiosk(Database const& one, Database const& other)
{
    return !common(names_of(one), names_of(other)).empty() && common(days_of(one), days_of(other)).size() <= 1;
}

} // namespace

std::string key(RemarkKind kind) { return std::string(entry_of(kind).key); }

std::string text(Remark const& remark, CountedWords const& words)
{
    auto const& kind = entry_of(remark.kind);
    auto line = words ? words(kind.key, remark.count) : std::string(kind.key);
    if (line == kind.key) line = kind.english;
    fill(line, "{count}", std::to_string(remark.count));
    fill(line, "{first}", remark.first);
    fill(line, "{last}", remark.last);
    fill(line, "{other}", remark.other);
    fill(line, "{kiosk}", remark.kiosk);
    return line;
}

std::string KioskHistory::kiosk() const
{
    figures::Label const* last = nullptr;
    for (auto const& database : databases)
        for (auto const& label : database.labels)
            if (!last || label.last >= last->last) last = &label;
    return last ? last->text.kiosk : std::string();
}

std::set<std::string> KioskHistory::days_on() const
{
    std::set<std::string> days;
    for (auto const& database : databases) {
        days.merge(days_of(database));
        for (auto const& [day, marks] : database.marks)
            if (!day.empty()) days.insert(day);
        for (auto const& row : database.machine_log)
            if (!row.wall.empty()) days.insert(row.wall);
    }
    return days;
}

std::set<std::string> days_expected_on(std::vector<figures::Label> const& labels, std::set<std::string> const& days_on)
{
    std::set<std::string> meant;
    auto const add = [&](std::string const& first, std::string const& last) {
        if (!figures::is_day(first) || !figures::is_day(last)) return;
        for (auto day = first; day <= last; day = figures::day_after(day)) meant.insert(day);
    };
    bool const fairs_only =
        std::all_of(labels.begin(), labels.end(), [](auto const& label) { return label.text.setting == "fair"; });
    if (!fairs_only || labels.empty()) {
        if (!days_on.empty()) add(*days_on.begin(), *days_on.rbegin());
        return meant;
    }
    for (auto const& label : labels)
        if (has_counts(label)) add(label.first, label.last);
    return meant;
}

std::int64_t KioskHistory::days_missing() const
{
    std::vector<figures::Label> labels;
    for (auto const& database : databases) labels.insert(labels.end(), database.labels.begin(), database.labels.end());
    auto const on = days_on();
    if (on.empty()) return 0; // nobody has told
    std::int64_t missing = 0;
    for (auto const& day : days_expected_on(labels, on)) missing += on.contains(day) ? 0 : 1;
    return missing;
}

std::vector<KioskHistory> kiosks(std::vector<Database> databases)
{
    // The kiosk that a database belongs to, by the place of its first one.
    std::vector<std::size_t> first(databases.size());
    for (std::size_t i = 0; i < databases.size(); ++i) {
        first[i] = i;
        for (std::size_t j = 0; j < i; ++j)
            if (first[j] != first[i] && are_one_kiosk(databases[j], databases[i])) {
                auto const kept = std::min(first[i], first[j]);
                auto const gone = std::max(first[i], first[j]);
                std::replace(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(i) + 1, gone, kept);
            }
    }
    std::map<std::size_t, KioskHistory> by_first;
    for (std::size_t i = 0; i < databases.size(); ++i) by_first[first[i]].databases.push_back(std::move(databases[i]));
    std::vector<KioskHistory> kiosks;
    for (auto& [place, kiosk] : by_first) kiosks.push_back(std::move(kiosk));
    return kiosks;
}

std::vector<Remark> remarks(std::vector<KioskHistory> const& kiosks)
{
    std::vector<Remark> found;
    find_two_machines(kiosks, found);
    for (auto const& kiosk : kiosks) {
        for (auto const& database : kiosk.databases) {
            find_copies(kiosk.kiosk(), database, found);
            find_changes(database, found);
        }
        find_days(kiosk, found);
        count_log(kiosk, found);
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace kiosk::fleet
