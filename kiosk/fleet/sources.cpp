#include "fleet/sources.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <tuple>

namespace kiosk::fleet {

namespace {

// A kiosk that begins a new database may count for both on one day, the last of the old and the first of the new.
constexpr char const* kSameDays = R"(
SELECT k.name, a.epoch, b.epoch, greatest(a.first_day, b.first_day), least(a.last_day, b.last_day)
FROM kiosk.source a JOIN kiosk.source b ON b.kiosk = a.kiosk AND b.epoch > a.epoch JOIN kiosk.kiosk k ON k.id = a.kiosk
WHERE a.kiosk = ANY ($1::integer[]) AND a.last_day > b.first_day AND b.last_day > a.first_day ORDER BY 1, 2, 3)";

constexpr char const* kSameEntries = R"(
SELECT k.name, s.epoch, min(m.seq)
FROM (SELECT kiosk, source, seq FROM kiosk.machine_log WHERE kiosk = ANY ($1::integer[])
      GROUP BY 1, 2, 3 HAVING count(*) > 1) m
JOIN kiosk.kiosk k ON k.id = m.kiosk JOIN kiosk.source s ON s.kiosk = m.kiosk AND s.id = m.source
GROUP BY 1, 2 ORDER BY 1, 2)";

constexpr char const* kSamePeriods = R"(
SELECT k.name, s.epoch, min(greatest(a.first_day, b.first_day))
FROM kiosk.release a
JOIN kiosk.release b ON b.kiosk = a.kiosk AND b.source = a.source AND (b.number, b.variant) > (a.number, a.variant)
  AND b.first_day <= a.last_day AND b.last_day >= a.first_day
JOIN kiosk.kiosk k ON k.id = a.kiosk JOIN kiosk.source s ON s.kiosk = a.kiosk AND s.id = a.source
WHERE a.kiosk = ANY ($1::integer[]) GROUP BY 1, 2 ORDER BY 1, 2)";

} // namespace

void SourceRecord::tell(engagement::PackageInfo const& info)
{
    if (std::tie(info.snapshot, info.partner, info.country) > std::tie(snapshot, partner, country)) {
        snapshot = info.snapshot;
        partner = info.partner;
        country = info.country;
    }
    if (info.first.empty() || info.last.empty()) return;
    first = first.empty() ? info.first : std::min(first, info.first);
    last = std::max(last, info.last);
}

Result<> Sources::read(Postgres& postgres)
{
    auto const answer =
        postgres.ask("SELECT kiosk, epoch, id, snapshot, partner, country, first_day, last_day FROM kiosk.source");
    if (!answer) return answer.error();
    auto const& rows = answer.value();
    for (int row = 0; row < rows.rows(); ++row) {
        auto const kiosk = static_cast<std::int32_t>(rows.number(row, 0));
        SourceRecord source{static_cast<std::int32_t>(rows.number(row, 2)),
                            rows.number(row, 3),
                            rows.text(row, 4),
                            rows.text(row, 5),
                            rows.text(row, 6),
                            rows.text(row, 7)};
        auto& highest = highest_[kiosk];
        highest = std::max(highest, source.id);
        sources_.emplace(Key(kiosk, rows.text(row, 1)), std::move(source));
    }
    return success();
}

std::int32_t Sources::tell(std::int32_t kiosk, std::vector<engagement::Package const*> const& packages)
{
    Key const key(kiosk, packages.front()->info().machine);
    auto& source = sources_[key];
    auto const before = source;
    if (source.id == 0) source.id = ++highest_[kiosk];
    for (auto const* package : packages) source.tell(package->info());
    if (source != before) changed_.insert(key);
    told_kiosks_.insert(kiosk);
    return source.id;
}

Result<> Sources::store(Postgres& postgres) const
{
    for (auto const& key : changed_) {
        auto const& source = sources_.at(key);
        auto const stored = postgres.ask(
            "INSERT INTO kiosk.source VALUES ($1, $2, $3, $4, $5, $6, nullif($7, '')::date, nullif($8, '')::date) "
            "ON CONFLICT (kiosk, id) DO UPDATE SET partner = excluded.partner, country = excluded.country, "
            "snapshot = excluded.snapshot, first_day = excluded.first_day, last_day = excluded.last_day",
            {std::to_string(key.first), std::to_string(source.id), key.second, source.partner, source.country,
             std::to_string(source.snapshot), source.first, source.last});
        if (!stored) return stored.error();
    }
    return success();
}

Result<std::vector<std::string>> find_doubles(Postgres& postgres, std::set<std::int32_t> const& kiosks)
{
    constexpr char const* kAdvice = "(do two machines share this name? give each its own; nothing was lost)";
    auto const list = fmt::format("{{{}}}", fmt::join(kiosks, ","));
    std::vector<std::string> lines;
    auto const days = postgres.ask(kSameDays, {list});
    if (!days) return days.error();
    for (int row = 0; row < days.value().rows(); ++row) {
        auto const text = [&](int column) { return days.value().text(row, column); };
        lines.push_back(fmt::format("{}: its databases {} and {} both count from {} to {} {}", text(0), text(1),
                                    text(2), text(3), text(4), kAdvice));
    }
    auto const entries = postgres.ask(kSameEntries, {list});
    if (!entries) return entries.error();
    for (int row = 0; row < entries.value().rows(); ++row) {
        auto const text = [&](int column) { return entries.value().text(row, column); };
        lines.push_back(
            fmt::format("{}: its database {} has two histories from entry {} of the machine log on, of which the "
                        "higher counts were taken {}",
                        text(0), text(1), text(2), kAdvice));
    }
    auto const periods = postgres.ask(kSamePeriods, {list});
    if (!periods) return periods.error();
    for (int row = 0; row < periods.value().rows(); ++row) {
        auto const text = [&](int column) { return periods.value().text(row, column); };
        lines.push_back(fmt::format("{}: its database {} has released {} twice; readers see neither of the two {}",
                                    text(0), text(1), text(2), kAdvice));
    }
    return lines;
}

} // namespace kiosk::fleet
