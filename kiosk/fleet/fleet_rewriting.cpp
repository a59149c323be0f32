#include "fleet/fleet_rewriting.h"
#include "fleet/row_insert.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kiosk::fleet {

namespace {

using engagement::Database;
using engagement::Statement;

// Old numbers and new ones. Of a former label only its name is sure; two that share all of this are one.
constexpr char const* kNumbers = R"(
CREATE TEMP TABLE new_machine (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
INSERT INTO new_machine SELECT id, row_number() OVER (ORDER BY number) FROM main.machine;
CREATE TEMP TABLE new_label (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
INSERT INTO new_label SELECT id, row_number() OVER (ORDER BY m.new, former, number, kiosk, partner, country, setting, event,
  zone, event_first, event_last) FROM main.label JOIN new_machine m ON m.old = machine;
CREATE TEMP TABLE new_day (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
INSERT INTO new_day SELECT id, row_number() OVER (ORDER BY m.new, day, mark) FROM main.day JOIN new_machine m ON m.old = machine;
CREATE TEMP TABLE new_version (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
INSERT INTO new_version SELECT id, row_number() OVER (ORDER BY text) FROM main.content_version
  WHERE id IN (SELECT content_version FROM main.tally UNION SELECT content_version FROM main.word);
CREATE TEMP TABLE new_language (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
INSERT INTO new_language SELECT id, row_number() OVER (ORDER BY text) FROM main.language
  WHERE id IN (SELECT language FROM main.tally UNION SELECT language FROM main.word);
CREATE TEMP TABLE new_item (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
INSERT INTO new_item SELECT id, row_number() OVER (ORDER BY measure, text) FROM main.item
  WHERE id IN (SELECT item FROM main.tally UNION SELECT item FROM main.word);
)";

struct Copied {
    std::string_view table;
    std::string_view kinds; // of its columns: i a number, t a text
    char const* rows;       // of the old file, in the order in which the new one keeps them
};

constexpr std::array<Copied, 12> kCopied{{
    {"machine", "itit",
     "SELECT n.new, number, snapshot, created FROM main.machine JOIN new_machine n ON n.old = id ORDER BY 1"},
    {"label", "iiiitttttttttti",
     "SELECT n.new, m.new, former, number, kiosk, partner, country, setting, event, event_first, event_last, zone, "
     "first_day, last_day, snapshot FROM main.label JOIN new_label n ON n.old = id JOIN new_machine m ON m.old = "
     "machine ORDER BY 1"},
    {"day", "iittt",
     "SELECT n.new, m.new, day, mark, open FROM main.day JOIN new_day n ON n.old = id JOIN new_machine m ON m.old = "
     "machine ORDER BY 1"},
    {"content_version", "it",
     "SELECT n.new, text FROM main.content_version JOIN new_version n ON n.old = id ORDER BY 1"},
    {"language", "it", "SELECT n.new, text FROM main.language JOIN new_language n ON n.old = id ORDER BY 1"},
    {"item", "itt", "SELECT n.new, measure, text FROM main.item JOIN new_item n ON n.old = id ORDER BY 1"},
    {"word", "iiiti",
     "SELECT v.new, g.new, i.new, words, is_right FROM main.word JOIN new_version v ON v.old = content_version JOIN "
     "new_language g ON g.old = language JOIN new_item i ON i.old = item ORDER BY 1, 2, 3, 4, 5"},
    {"release", "iiiitttii",
     "SELECT m.new, r.number, variant, l.new, mark, first_day, last_day, threshold, snapshot FROM main.release r JOIN "
     "new_machine m ON m.old = machine JOIN new_label l ON l.old = label ORDER BY 1, 2, 3"},
    {"released", "iiittti",
     "SELECT m.new, number, variant, measure, item, language, n FROM main.released JOIN new_machine m ON m.old = "
     "machine ORDER BY 1, 2, 3, 4, 5, 6"},
    {"machine_log", "iiiititt",
     "SELECT m.new, seq, boot, monotonic_s, wall, clock_trusted, event, detail FROM main.machine_log JOIN new_machine "
     "m ON m.old = machine ORDER BY 1, 2, 3, 4, 5, 6, 7, 8"},
    {"remark", "iitt",
     "SELECT m.new, number, day, text FROM main.remark JOIN new_machine m ON m.old = machine ORDER BY 1, 2, 3, 4"},
    {"signer", "it", "SELECT m.new, key FROM main.signer JOIN new_machine m ON m.old = machine ORDER BY 1"},
}};

constexpr char const* kLabels = "SELECT old, new FROM new_label ORDER BY new";
constexpr char const* kTallies =
    "SELECT day, hour, content_version, language, item, n FROM main.tally WHERE label = ?1";

// Rows of a tally are looked up and sorted here, which SQLite's joins take twice as long for; one label at a time, so
// that a large fleet needs no more memory than its largest kiosk.
using NewNumbers = std::unordered_map<std::int64_t, std::int64_t>; // by old ones

Result<NewNumbers> numbers_in(Database& from, char const* table)
{
    auto rows = from.prepare(fmt::format("SELECT old, new FROM {}", table));
    if (!rows) return rows.error();
    NewNumbers numbers;
    for (auto& row = rows.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return numbers;
        numbers.emplace(row.number(0), row.number(1));
    }
}

struct Renumbering {
    NewNumbers days, versions, languages, items;
};

Result<Renumbering> renumbering(Database& from)
{
    Renumbering all;
    for (auto const& [numbers, table] :
         {std::pair(&all.days, "new_day"), std::pair(&all.versions, "new_version"),
          std::pair(&all.languages, "new_language"), std::pair(&all.items, "new_item")}) {
        auto read = numbers_in(from, table);
        if (!read) return read.error();
        *numbers = read.take();
    }
    return all;
}

using TallyRow = std::array<std::int64_t, 6>; // day, hour, version, language, item, n

// Those of one label, in their new order. A row of no day or no name, which is damage, stays behind.
Result<> read_tallies(Statement& from, Renumbering const& all, std::vector<TallyRow>& rows)
{
    rows.clear();
    for (;;) {
        auto const more = from.step();
        if (!more) return more.error();
        if (!more.value()) break;
        auto const day = all.days.find(from.number(0));
        auto const version = all.versions.find(from.number(2));
        auto const language = all.languages.find(from.number(3));
        auto const item = all.items.find(from.number(4));
        if (day == all.days.end() || version == all.versions.end() || language == all.languages.end() ||
            item == all.items.end())
            continue;
        rows.push_back({day->second, from.number(1), version->second, language->second, item->second, from.number(5)});
    }
    if (!std::is_sorted(rows.begin(), rows.end())) std::sort(rows.begin(), rows.end());
    return success();
}

Result<> copy_rows(Statement& from, RowInsert& to, std::string_view kinds)
{
    std::string mended;
    for (;;) {
        auto const more = from.step();
        if (!more) return more.error();
        if (!more.value()) return success();
        for (std::size_t column = 0; column < kinds.size(); ++column)
            if (kinds[column] == 't')
                to.add(from.view(static_cast<int>(column), mended));
            else
                to.add(from.number(static_cast<int>(column)));
        KIOSK_TRY(to.end_row());
    }
}

Result<> copy_table(Database& from, Database& to, Copied const& copied)
{
    auto rows = from.prepare(copied.rows);
    if (!rows) return rows.error();
    auto target = RowInsert::into(to, copied.table, static_cast<int>(copied.kinds.size()), "DO NOTHING");
    if (!target) return target.error();
    KIOSK_TRY(copy_rows(rows.value(), target.value(), copied.kinds));
    return target.value().finish();
}

Result<> copy_tallies(Database& from, Database& to)
{
    auto const all = renumbering(from);
    if (!all) return all.error();
    auto labels = from.prepare(kLabels);
    if (!labels) return labels.error();
    auto tallies = from.prepare(kTallies);
    if (!tallies) return tallies.error();
    auto target = RowInsert::into(to, "tally", 7, "DO NOTHING");
    if (!target) return target.error();
    std::vector<TallyRow> rows;
    for (auto& label = labels.value();;) {
        auto const more = label.step();
        if (!more) return more.error();
        if (!more.value()) break;
        tallies.value().bind(1, label.number(0));
        KIOSK_TRY(read_tallies(tallies.value(), all.value(), rows));
        tallies.value().reset();
        for (auto const& row : rows) {
            target.value().add(label.number(1));
            for (auto const number : row) target.value().add(number);
            KIOSK_TRY(target.value().end_row());
        }
    }
    return target.value().finish();
}

} // namespace

Result<> write_anew(Database& from, Database& to)
{
    KIOSK_TRY(from.run(kNumbers));
    auto transaction = engagement::Transaction::begin(to, engagement::TransactionKind::writing);
    if (!transaction) return transaction.error();
    for (auto const& copied : kCopied) KIOSK_TRY(copy_table(from, to, copied));
    KIOSK_TRY(copy_tallies(from, to));
    return transaction.value().commit();
}

} // namespace kiosk::fleet
