// Sums over the fleet's file: rows are numbers there, and are added up as numbers; words are looked up once a sum.
#include "figures/account/workbook_data.h"
#include "figures/plausible.h"
#include "fleet/file/fleet_store.h"

#include <unordered_map>

namespace kiosk::fleet {

namespace {

using database::Statement;
using figures::kWholeDay;
using figures::TallyView;

// How a measure is told.
enum class Grouping { fully, by_day, by_language, together };

Grouping grouping_of(std::string_view measure)
{
    if (measure == entry(Measure::visits).id) return Grouping::fully;
    if (figures::TimeCounts::includes(measure)) return Grouping::by_day;
    return measure == entry(Measure::quiz_right).id ? Grouping::by_language : Grouping::together;
}

// The sums of others could not be made.
bool is_count(std::int64_t n) { return n >= 1 && n <= figures::kMaxCellCount; }

Error no_count(database::Database const& database)
{
    return {database.path().string(), "holds a count that no kiosk has made",
            "merge the packages again, into a new file"};
}

// Ids of one row, 0 for what is added up.
struct Key {
    std::int64_t item = 0, version = 0, day = 0, language = 0;
    bool operator==(Key const&) const = default;
};

struct Hash {
    std::size_t operator()(Key const& key) const
    {
        std::uint64_t mixed = 0;
        for (auto const id : {key.item, key.version, key.day, key.language})
            mixed = (mixed ^ static_cast<std::uint64_t>(id)) * 0x9E3779B97F4A7C15U; // 2^64 over the golden ratio
        return static_cast<std::size_t>(mixed ^ (mixed >> 32U));
    }
};

using Sum = std::unordered_map<Key, std::int64_t, Hash>;

} // namespace

struct FleetStore::Words {
    struct Item {
        std::string measure, text;
        Grouping told = Grouping::together;
    };
    std::unordered_map<std::int64_t, std::string> days, versions, languages;
    std::unordered_map<std::int64_t, Item> items;

    static std::string_view text(std::unordered_map<std::int64_t, std::string> const& words, std::int64_t id)
    {
        auto const found = words.find(id);
        return found == words.end() ? std::string_view() : std::string_view(found->second);
    }
};

Result<> FleetStore::read_words(Words& words)
{
    KIOSK_TRY(each_row("SELECT id, day FROM day",
                       [&](Statement const& row) { words.days.emplace(row.number(0), row.text(1)); }));
    KIOSK_TRY(each_row("SELECT id, text FROM content_version",
                       [&](Statement const& row) { words.versions.emplace(row.number(0), row.text(1)); }));
    KIOSK_TRY(each_row("SELECT id, text FROM language",
                       [&](Statement const& row) { words.languages.emplace(row.number(0), row.text(1)); }));
    return each_row("SELECT id, measure, text FROM item", [&](Statement const& row) {
        auto measure = row.text(1);
        auto const told = grouping_of(measure);
        words.items.emplace(row.number(0), Words::Item{std::move(measure), row.text(2), told});
    });
}

Result<> FleetStore::each_sum(Sums which, std::function<Result<>(TallyView const&)> const& take, DaySpan const& span)
{
    Words words;
    KIOSK_TRY(read_words(words));
    std::int64_t visits = 0;
    for (auto const& [id, item] : words.items)
        if (item.told == Grouping::fully && item.text == "all") visits = id;
    // Not SQLite's GROUP BY, which sorts all rows.
    Sum sums; // of one label
    std::int64_t at = 0;
    auto const flush = [&]() -> Result<> {
        for (auto const& [key, n] : sums) {
            auto const& item = words.items.at(key.item);
            KIOSK_TRY(take({at, Words::text(words.days, key.day), kWholeDay, Words::text(words.versions, key.version),
                            Words::text(words.languages, key.language), item.measure, item.text, n}));
        }
        sums.clear();
        return success();
    };
    auto statement = database_.prepare("SELECT label, day, hour, content_version, language, item, n FROM tally WHERE "
                                       "?1 OR item = ?2 ORDER BY label");
    if (!statement) return statement.error();
    auto& row = statement.value();
    for (row.bind(1, which == Sums::all ? 1 : 0).bind(2, visits);;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return flush();
        auto const item = words.items.find(row.number(5));
        if (item == words.items.end()) continue; // damage
        auto const day = Words::text(words.days, row.number(1));
        if (!span.contains(day)) continue;
        if (!is_count(row.number(6))) return no_count(database_);
        if (row.number(0) != at) KIOSK_TRY(flush());
        at = row.number(0);
        auto const told = item->second.told;
        if (told == Grouping::fully) {
            KIOSK_TRY(take({at, day, static_cast<int>(row.number(2)), Words::text(words.versions, row.number(3)),
                            Words::text(words.languages, row.number(4)), item->second.measure, item->second.text,
                            row.number(6)}));
            continue;
        }
        sums[{row.number(5), row.number(3), told == Grouping::by_day ? row.number(1) : 0,
              told == Grouping::by_language ? row.number(4) : 0}] += row.number(6);
    }
}

Result<> FleetStore::each_month_sum(std::function<Result<>(TallyView const&)> const& take, DaySpan const& span)
{
    Words words;
    KIOSK_TRY(read_words(words));
    constexpr std::size_t kLetters = 7; // of a day that tell its month
    std::unordered_map<std::string, std::int64_t> numbers;
    std::unordered_map<std::int64_t, std::string> months;
    std::unordered_map<std::int64_t, std::int64_t> month_of; // by day's id; none where it is left out
    for (auto const& [id, day] : words.days) {
        if (!span.contains(day)) continue;
        auto const month = day.substr(0, kLetters);
        auto const number = numbers.emplace(month, static_cast<std::int64_t>(numbers.size())).first->second;
        months[number] = month;
        month_of[id] = number;
    }
    Sum sums;
    std::int64_t at = 0;
    auto const flush = [&]() -> Result<> {
        for (auto const& [key, n] : sums) {
            auto const& item = words.items.at(key.item);
            KIOSK_TRY(take({at, Words::text(months, key.day), kWholeDay, Words::text(words.versions, key.version),
                            Words::text(words.languages, key.language), item.measure, item.text, n}));
        }
        sums.clear();
        return success();
    };
    auto statement =
        database_.prepare("SELECT label, day, content_version, language, item, n FROM tally ORDER BY label");
    if (!statement) return statement.error();
    for (auto& row = statement.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return flush();
        auto const month = month_of.find(row.number(1));
        if (month == month_of.end() || !words.items.contains(row.number(4))) continue;
        if (!is_count(row.number(5))) return no_count(database_);
        if (row.number(0) != at) KIOSK_TRY(flush());
        at = row.number(0);
        sums[{row.number(4), row.number(2), month->second, row.number(3)}] += row.number(5);
    }
}

} // namespace kiosk::fleet
