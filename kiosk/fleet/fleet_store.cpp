#include "fleet/fleet_store.h"
#include "engagement/written_file.h"
#include "fleet/taking.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>
#include <tuple>
#include <unordered_map>

namespace kiosk::fleet {

namespace {

using engagement::Database;
using engagement::MachineRow;
using engagement::OpenMode;
using engagement::Package;
using engagement::Release;

// Words once, rows as numbers: a season of 300 kiosks is a file of some ten MiB.
constexpr char const* kSchema = R"(
CREATE TABLE source (
  id INTEGER PRIMARY KEY, kiosk TEXT NOT NULL, epoch TEXT NOT NULL, partner TEXT NOT NULL, country TEXT NOT NULL,
  snapshot INTEGER NOT NULL, created TEXT NOT NULL, UNIQUE (kiosk, epoch)) STRICT;
CREATE TABLE bucket (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE content_version (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE language (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE item (id INTEGER PRIMARY KEY, measure TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (measure, text)) STRICT;
CREATE TABLE tally (
  source INTEGER NOT NULL, bucket INTEGER NOT NULL, content_version INTEGER NOT NULL, language INTEGER NOT NULL,
  item INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (source, bucket, content_version, language, item)) STRICT, WITHOUT ROWID;
CREATE TABLE release (
  source INTEGER NOT NULL, number INTEGER NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
  threshold INTEGER NOT NULL, PRIMARY KEY (source, number)) STRICT, WITHOUT ROWID;
CREATE TABLE released (
  source INTEGER NOT NULL, number INTEGER NOT NULL, measure TEXT NOT NULL, item TEXT NOT NULL, language TEXT NOT NULL,
  n INTEGER NOT NULL, PRIMARY KEY (source, number, measure, item, language)) STRICT, WITHOUT ROWID;
CREATE TABLE machine_log (
  source INTEGER NOT NULL, seq INTEGER NOT NULL, boot INTEGER NOT NULL, monotonic_s INTEGER NOT NULL,
  wall TEXT NOT NULL, clock_trusted INTEGER NOT NULL, event TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (source, seq, boot, monotonic_s, wall, clock_trusted, event, detail)) STRICT, WITHOUT ROWID;
)";

Error not_a_fleet(std::filesystem::path const& file)
{
    return {file.string(), "is no fleet file of this version", "give a file that kiosk-log merge made"};
}

Result<> check(Database& database)
{
    auto const id = database.number("PRAGMA application_id");
    auto const version = database.number("PRAGMA user_version");
    if (!id || !version || id.value() != kFleetApplicationId || version.value() != kFleetSchemaVersion)
        return not_a_fleet(database.path());
    return success();
}

// "2026-11-23T14" as a day and an hour.
engagement::TallyView at_time(std::string_view bucket)
{
    engagement::TallyView row;
    if (bucket.size() >= 10) row.day = bucket.substr(0, 10);
    if (bucket.size() == 13) row.hour = (bucket[11] - '0') * 10 + (bucket[12] - '0');
    return row;
}

engagement::TallyView visit_row(std::string_view bucket, std::string_view version, std::string_view language,
                                std::int64_t n)
{
    auto row = at_time(bucket);
    row.content_version = version;
    row.language = language;
    row.measure = entry(Measure::visits).id;
    row.item = "all";
    row.n = n;
    return row;
}

// The whole of it is in its description, which holds the hash of every file.
Result<std::string> fingerprint(Package const& package)
{
    auto const hashed = engagement::hash_file(package.folder() / engagement::kDescriptionFile);
    if (!hashed) return hashed.error();
    return hashed.value().sha256;
}

struct Sorted {
    std::vector<Package> packages;
    int repeated = 0;
};

Result<Sorted> sorted(std::vector<Package> packages)
{
    using Key = std::tuple<std::string, std::string, std::int64_t, std::string>;
    std::vector<std::pair<Key, std::size_t>> order;
    for (std::size_t i = 0; i < packages.size(); ++i) {
        auto const print = fingerprint(packages[i]);
        if (!print) return print.error();
        auto const& info = packages[i].info();
        order.push_back({{info.kiosk, info.machine, info.snapshot, print.value()}, i});
    }
    std::sort(order.begin(), order.end());
    Sorted result;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && order[i].first == order[i - 1].first)
            ++result.repeated;
        else
            result.packages.push_back(std::move(packages[order[i].second]));
    }
    return result;
}

} // namespace

Result<FleetStore> FleetStore::open(std::filesystem::path const& file, std::string const& vfs)
{
    auto database = Database::open(file, OpenMode::read_write, vfs);
    if (!database) return database.error();
    FleetStore store(database.take());
    KIOSK_TRY(store.prepare());
    return store;
}

Result<FleetStore> FleetStore::open_to_read(std::filesystem::path const& file)
{
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return Error{file.string(), "is not there", "check the path"};
    auto database = Database::open(file, OpenMode::read_only);
    if (!database) return database.error();
    KIOSK_TRY(check(database.value()));
    return FleetStore(database.take());
}

Result<> FleetStore::prepare()
{
    KIOSK_TRY(database_.run("PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA trusted_schema=OFF; "
                            "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536;"));
    auto const tables = database_.number("SELECT count(*) FROM sqlite_schema");
    if (!tables) return tables.error();
    if (tables.value() > 0) return check(database_);
    auto transaction = engagement::Transaction::begin(database_, engagement::TransactionKind::writing);
    if (!transaction) return transaction.error();
    KIOSK_TRY(database_.run(fmt::format("{} PRAGMA application_id={}; PRAGMA user_version={};", kSchema,
                                        kFleetApplicationId, kFleetSchemaVersion)));
    return transaction.value().commit();
}

Result<MergeReport> FleetStore::merge(std::vector<Package> packages)
{
    auto order = sorted(std::move(packages));
    if (!order) return order.error();
    MergeReport report;
    report.repeated = order.value().repeated;
    auto transaction = engagement::Transaction::begin(database_, engagement::TransactionKind::writing);
    if (!transaction) return transaction.error();
    auto taking = Taking::begin(database_);
    if (!taking) return taking.error();
    auto const& sorted_packages = order.value().packages;
    for (auto first = sorted_packages.begin(); first != sorted_packages.end();) {
        std::vector<Package const*> of_one;
        auto const is_same = [&](Package const& other) {
            return other.info().kiosk == first->info().kiosk && other.info().machine == first->info().machine;
        };
        auto next = first;
        for (; next != sorted_packages.end() && is_same(*next); ++next) of_one.push_back(&*next);
        KIOSK_TRY(taking.value().take(of_one));
        report.packages += static_cast<int>(of_one.size());
        first = next;
    }
    report.rows = taking.value().rows();
    KIOSK_TRY(transaction.value().commit());
    return report;
}

Result<std::vector<Source>> FleetStore::sources()
{
    auto statement = database_.prepare(
        "SELECT id, kiosk, epoch, partner, country, snapshot, created FROM source ORDER BY kiosk, epoch");
    if (!statement) return statement.error();
    std::vector<Source> sources;
    for (auto& row = statement.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return sources;
        sources.push_back(
            {row.number(0), row.text(1), row.text(2), row.text(3), row.text(4), row.number(5), row.text(6)});
    }
}

Result<> FleetStore::each_tally(std::function<Result<>(std::int64_t source, engagement::TallyView const&)> const& take)
{
    auto statement = database_.prepare(
        "SELECT tally.source, bucket.text, content_version.text, language.text, item.measure, item.text, tally.n "
        "FROM tally JOIN bucket ON bucket.id = tally.bucket JOIN content_version ON content_version.id = "
        "tally.content_version JOIN language ON language.id = tally.language JOIN item ON item.id = tally.item "
        "ORDER BY tally.source");
    if (!statement) return statement.error();
    std::array<std::string, 7> mended;
    for (auto& row = statement.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return success();
        auto const text = [&](int column) { return row.view(column, mended[static_cast<std::size_t>(column)]); };
        auto tally = at_time(text(1));
        tally.content_version = text(2);
        tally.language = text(3);
        tally.measure = text(4);
        tally.item = text(5);
        tally.n = row.number(6);
        KIOSK_TRY(take(row.number(0), tally));
    }
}

Result<FleetStore::Words> FleetStore::words(std::string const& sql)
{
    auto statement = database_.prepare(sql);
    if (!statement) return statement.error();
    Words words;
    for (auto& row = statement.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return words;
        words[row.number(0)] = {row.text(1), row.text(2)};
    }
}

Result<> FleetStore::each_sum(std::function<Result<>(std::int64_t source, engagement::TallyView const&)> const& take)
{
    auto const buckets = words("SELECT id, '', text FROM bucket");
    auto const versions = words("SELECT id, '', text FROM content_version");
    auto const languages = words("SELECT id, '', text FROM language");
    auto const items = words("SELECT id, measure, text FROM item");
    for (auto const* known : {&buckets, &versions, &languages, &items})
        if (!*known) return known->error();
    auto const text = [](Result<Words> const& known, std::int64_t id) -> std::string_view {
        auto const found = known.value().find(id);
        return found == known.value().end() ? std::string_view() : found->second.second;
    };
    std::int64_t at = 0;
    std::unordered_map<std::int64_t, std::int64_t> sums; // by item, then version
    constexpr std::int64_t kVersions = 1 << 20;
    auto const hand_on = [&]() -> Result<> {
        for (auto const& [key, n] : sums) {
            auto const item = items.value().find(key / kVersions);
            if (item == items.value().end()) continue; // damage
            KIOSK_TRY(take(at, {0, "", engagement::kWholeDay, text(versions, key % kVersions), "", item->second.first,
                                item->second.second, n}));
        }
        sums.clear();
        return success();
    };
    std::int64_t visits = 0;
    for (auto const& [id, item] : items.value())
        if (item.first == entry(Measure::visits).id) visits = id;
    auto statement =
        database_.prepare("SELECT source, bucket, content_version, language, item, n FROM tally ORDER BY source");
    if (!statement) return statement.error();
    for (auto& row = statement.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return hand_on();
        if (row.number(0) != at) KIOSK_TRY(hand_on());
        at = row.number(0);
        if (row.number(4) == visits)
            KIOSK_TRY(take(at, visit_row(text(buckets, row.number(1)), text(versions, row.number(2)),
                                         text(languages, row.number(3)), row.number(5))));
        else
            sums[row.number(4) * kVersions + row.number(2)] += row.number(5);
    }
}

Result<std::vector<std::pair<std::int64_t, Release>>> FleetStore::releases()
{
    auto periods =
        database_.prepare("SELECT source, number, first_day, last_day, threshold FROM release ORDER BY source, number");
    if (!periods) return periods.error();
    std::map<std::pair<std::int64_t, std::int64_t>, Release> by_number;
    for (auto& row = periods.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) break;
        auto& release = by_number[{row.number(0), row.number(1)}];
        release.number = row.number(1);
        release.first = row.text(2);
        release.last = row.text(3);
        release.threshold = row.number(4);
    }
    auto cells =
        database_.prepare("SELECT source, number, measure, item, language, n FROM released ORDER BY 1, 2, 3, 4, 5");
    if (!cells) return cells.error();
    for (auto& row = cells.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) break;
        by_number[{row.number(0), row.number(1)}].cells.push_back(
            {row.text(2), row.text(3), row.text(4), row.number(5)});
    }
    std::vector<std::pair<std::int64_t, Release>> releases;
    for (auto& [key, release] : by_number) releases.emplace_back(key.first, std::move(release));
    return releases;
}

Result<std::vector<std::pair<std::int64_t, MachineRow>>> FleetStore::machine_log()
{
    auto statement = database_.prepare(
        "SELECT source, seq, boot, monotonic_s, wall, clock_trusted, event, detail FROM machine_log ORDER BY 1, 2");
    if (!statement) return statement.error();
    std::vector<std::pair<std::int64_t, MachineRow>> rows;
    for (auto& row = statement.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return rows;
        rows.emplace_back(row.number(0), MachineRow{row.number(1), row.number(2), row.number(3), row.text(4),
                                                    row.number(5) != 0, row.text(6), row.text(7)});
    }
}

} // namespace kiosk::fleet
