#include "fleet/source_figures.h"
#include "base/measures.h"
#include "engagement/days.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::fleet {

namespace {

constexpr char const* kAgain = "copy the package again from the stick, or leave it out";

Error no_day(engagement::Package const& package, std::string_view day)
{
    return {package.folder().string(), fmt::format("tells of the day '{}', which no kiosk can have seen", day), kAgain};
}

// Reads the tallies of one package; most rows have the bucket, version and language of the row before.
class TallyReader {
public:
    TallyReader(engagement::Package const& package, Vocabulary& vocabulary, std::vector<TallyFact>& facts)
        : package_(package),
          vocabulary_(vocabulary),
          facts_(facts)
    {
    }

    Result<> take(engagement::TallyView const& row)
    {
        if (row.day != day_ || fact_.version == 0) KIOSK_TRY(take_day(row.day));
        fact_.hour = static_cast<std::int16_t>(row.hour);
        if (row.measure != measure_) KIOSK_TRY(take_measure(row.measure));
        if (row.content_version != version_ || fact_.version == 0) {
            version_ = row.content_version;
            fact_.version = vocabulary_.versions.number(version_);
        }
        if (row.language != language_ || fact_.language == 0) {
            language_ = row.language;
            fact_.language = static_cast<std::int16_t>(vocabulary_.languages.number(language_));
        }
        fact_.item = vocabulary_.items.number(row.measure, row.item);
        fact_.n = row.n;
        facts_.push_back(fact_);
        return success();
    }

private:
    Result<> take_day(std::string_view text)
    {
        day_ = text;
        fact_.day = kUnknownDay;
        if (text.empty()) return success();
        auto const day = day_number(text);
        if (!day) return no_day(package_, text);
        fact_.day = *day;
        return success();
    }
    // A kiosk never writes what belongs to reporting among the open measures.
    Result<> take_measure(std::string_view id)
    {
        measure_ = id;
        auto const measure = measure_by_id(id);
        if (measure && entry(*measure).guard == Guard::guarded)
            return Error{package_.folder().string(), fmt::format("tells counts of '{}' that were never masked", id),
                         "leave it out: no kiosk wrote it"};
        return success();
    }

    engagement::Package const& package_;
    Vocabulary& vocabulary_;
    std::vector<TallyFact>& facts_;
    TallyFact fact_;
    std::string day_, version_, language_, measure_;
};

// Sorts what came after the first `sorted` facts in among them; of equal keys the highest count stays.
void merge(std::vector<TallyFact>& facts, std::size_t sorted)
{
    auto const before = [](TallyFact const& a, TallyFact const& b) {
        return a.key() != b.key() ? a.key() < b.key() : a.n > b.n;
    };
    auto const middle = facts.begin() + static_cast<std::ptrdiff_t>(sorted);
    std::sort(middle, facts.end(), before);
    std::inplace_merge(facts.begin(), middle, facts.end(), before);
    auto const same = [](TallyFact const& a, TallyFact const& b) { return a.key() == b.key(); };
    facts.erase(std::unique(facts.begin(), facts.end(), same), facts.end());
}

Result<> read_package(engagement::Package const& package, Vocabulary& vocabulary, SourceFigures& figures)
{
    auto const sorted = figures.tallies.size();
    TallyReader reader(package, vocabulary, figures.tallies);
    KIOSK_TRY(package.each_tally([&](engagement::TallyView const& row) { return reader.take(row); }));
    merge(figures.tallies, sorted);
    auto releases = package.releases();
    if (!releases) return releases.error();
    for (auto& release : releases.value()) {
        for (auto const& day : {release.first, release.last})
            if (!day_number(day)) return no_day(package, day);
        figures.releases.insert(std::move(release));
    }
    auto log = package.machine_log();
    if (!log) return log.error();
    for (auto& row : log.value()) {
        if (!row.wall.empty() && !day_number(row.wall)) return no_day(package, row.wall);
        figures.machine_log.insert(std::move(row));
    }
    return success();
}

} // namespace

std::optional<DayNumber> day_number(std::string_view day)
{
    constexpr long kDays = 73'049; // 2000-01-01 to 2199-12-31
    auto const days = engagement::days_between("2000-01-01", day);
    if (!days || *days < 0 || *days >= kDays) return std::nullopt;
    return DayNumber{static_cast<std::int32_t>(*days)};
}

Result<SourceFigures> read_source(std::vector<engagement::Package const*> const& packages, Vocabulary& vocabulary)
{
    SourceFigures figures;
    for (auto const* package : packages) KIOSK_TRY(read_package(*package, vocabulary, figures));
    return figures;
}

} // namespace kiosk::fleet
