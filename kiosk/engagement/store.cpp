#include "engagement/store.h"
#include "base/files.h"
#include "base/log.h"

#include <algorithm>
#include <fmt/format.h>
#include <random>

namespace kiosk::engagement {

namespace {

// STRICT, so that nothing but a number can be counted; WITHOUT ROWID, so that no row number tells the order of visits.
constexpr char const* kSchema = R"(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE tally (
  kiosk TEXT NOT NULL, epoch TEXT NOT NULL, bucket TEXT NOT NULL, content_version TEXT NOT NULL, language TEXT NOT NULL,
  measure TEXT NOT NULL, item TEXT NOT NULL, n INTEGER NOT NULL CHECK (n > 0),
  PRIMARY KEY (kiosk, epoch, bucket, content_version, language, measure, item)) STRICT, WITHOUT ROWID;
CREATE TABLE machine_log (
  seq INTEGER PRIMARY KEY, boot INTEGER NOT NULL, monotonic_s INTEGER NOT NULL, wall TEXT NOT NULL,
  clock_trusted INTEGER NOT NULL, event TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
)";

// DELETE and EXTRA: SQLite 3.40's WAL can damage a file (the WAL-reset bug), and EXTRA also syncs the folder, so that a
// commit outlives the plug. No page is mapped: a stray pointer must not reach the file.
constexpr char const* kPragmas = R"(
PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF;
PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;
)";

// Names the database, not a machine and not a person.
std::string new_epoch()
{
    std::random_device device;
    return fmt::format("{:08x}{:08x}", device(), device());
}

enum class Condition { fresh, usable, unusable };

Result<Condition> condition_of(Database& database)
{
    auto const tables = database.number("SELECT count(*) FROM sqlite_schema");
    if (!tables) return tables.error();
    if (tables.value() == 0) {
        auto const id = database.number("PRAGMA application_id");
        return id && id.value() == 0 ? Condition::fresh : Condition::unusable;
    }
    auto const id = database.number("PRAGMA application_id");
    auto const version = database.number("PRAGMA user_version");
    if (!id || !version || id.value() != kApplicationId || version.value() != kSchemaVersion)
        return Condition::unusable;
    auto const sound = database.text("PRAGMA quick_check(1)");
    if (!sound) return sound.error();
    return sound.value() == "ok" ? Condition::usable : Condition::unusable;
}

bool is_damage(int code)
{
    auto const plain = code & 0xFF;
    return plain == SQLITE_CORRUPT || plain == SQLITE_NOTADB || plain == SQLITE_ERROR ||
           code == SQLITE_IOERR_SHORT_READ;
}

// The file and its journal together: apart they could roll back into each other's successors.
Result<std::string> put_files_aside(std::filesystem::path const& folder)
{
    std::error_code code;
    for (int number = 1; number < 10'000; ++number) {
        auto const aside = folder / fmt::format("put-aside-{}", number);
        if (std::filesystem::exists(aside, code)) continue;
        KIOSK_TRY(make_folder(aside));
        for (auto const* ending : {"", "-journal", "-wal", "-shm"}) {
            auto const name = std::string(kDatabaseName) + ending;
            if (!std::filesystem::exists(folder / name, code)) continue;
            std::filesystem::rename(folder / name, aside / name, code);
            if (code)
                return Error{(folder / name).string(), "cannot be put aside: " + code.message(), "check the disk"};
        }
        return aside.string();
    }
    return Error{folder.string(), "holds too many databases that were put aside", "move them elsewhere"};
}

} // namespace

Result<Store> Store::open(std::filesystem::path const& folder, StoreOptions const& options)
{
    KIOSK_TRY(make_folder(folder));
    std::string aside;
    for (int attempt = 0; attempt < 2; ++attempt) {
        auto database = Database::open(folder / kDatabaseName, OpenMode::read_write, options.vfs);
        if (!database) return database.error();
        auto condition = condition_of(database.value());
        if (!condition && !is_damage(database.value().last_code())) return condition.error();
        if (condition && condition.value() != Condition::unusable) {
            Store store(database.take());
            store.put_aside_ = aside;
            auto prepared = store.prepare(options);
            if (prepared) return store;
            if (attempt > 0 || !is_damage(store.database_.last_code())) return prepared.error();
        }
        database = Error{"", "", ""}; // closes it, so that it can be moved
        auto moved = put_files_aside(folder);
        if (!moved) return moved.error();
        aside = moved.take();
        log(LogLevel::warning, fmt::format("{}: the figures could not be used and were put aside whole in {}",
                                           (folder / kDatabaseName).string(), aside));
    }
    return Error{(folder / kDatabaseName).string(), "cannot be used", "check the disk"};
}

Result<> Store::prepare(StoreOptions const& options)
{
    KIOSK_TRY(database_.run(kPragmas));
    auto const tables = database_.number("SELECT count(*) FROM sqlite_schema");
    if (!tables) return tables.error();
    if (tables.value() == 0) KIOSK_TRY(make_schema());
    auto boot = database_.number("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'boot'");
    if (!boot) return boot.error();
    // A database begun in the middle of a run has seen no boot yet, and gets that of the run.
    boot_ = options.opening == Opening::start ? boot.value() + 1 : std::max<std::int64_t>(boot.value(), 1);
    auto update = database_.prepare("INSERT INTO meta VALUES ('boot', ?1), ('kiosk', ?2) "
                                    "ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    if (!update) return update.error();
    KIOSK_TRY(update.value().bind(1, std::to_string(boot_)).bind(2, options.kiosk).finish());
    kiosk_ = options.kiosk;
    auto name = database_.text("SELECT value FROM meta WHERE key = 'epoch'");
    if (!name) return name.error();
    epoch_ = name.take();
    return success();
}

Result<> Store::make_schema()
{
    auto const sql =
        fmt::format("BEGIN IMMEDIATE; {} INSERT INTO meta VALUES ('epoch', '{}'), ('kiosk', ''), ('boot', '0'), "
                    "('highest_seen', '0'); PRAGMA application_id={}; PRAGMA user_version={}; COMMIT;",
                    kSchema, new_epoch(), kApplicationId, kSchemaVersion);
    auto made = database_.run(sql);
    if (!made) database_.roll_back();
    return made;
}

Result<Store> Store::open_to_read(std::filesystem::path const& folder)
{
    auto const path = folder / kDatabaseName;
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return Error{folder.string(), fmt::format("there is no {} here", kDatabaseName),
                     "give --data the kiosk's data folder"};
    auto database = Database::open(path, OpenMode::read_only);
    if (!database) return database.error();
    auto const condition = condition_of(database.value());
    if (!condition) return condition.error();
    if (condition.value() != Condition::usable)
        return Error{path.string(), "is damaged, or of another version of this program",
                     "use the version that wrote it"};
    Store store(database.take());
    auto kiosk = store.database_.text("SELECT value FROM meta WHERE key = 'kiosk'");
    auto epoch = store.database_.text("SELECT value FROM meta WHERE key = 'epoch'");
    if (!kiosk) return kiosk.error();
    if (!epoch) return epoch.error();
    store.kiosk_ = kiosk.take();
    store.epoch_ = epoch.take();
    return store;
}

Result<> Store::write(Batch const& batch, std::optional<WallTime> seen)
{
    KIOSK_TRY(database_.run("BEGIN IMMEDIATE"));
    // Counts stop at the highest whole number that a spreadsheet holds: past it SQLite would make a fraction of the
    // sum, and the table would refuse this batch for ever. Only damage gets there.
    auto statement = database_.prepare("INSERT INTO tally VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
                                       "ON CONFLICT (kiosk, epoch, bucket, content_version, language, measure, "
                                       "item) DO UPDATE SET n = min(n, 9007199254740991 - excluded.n) + excluded.n");
    if (!statement) return statement.error();
    for (auto const& [key, n] : batch) {
        auto& row = statement.value();
        row.bind(1, kiosk_).bind(2, epoch_).bind(3, key.bucket).bind(4, key.content_version);
        row.bind(5, key.language).bind(6, entry(key.measure).id).bind(7, key.item).bind(8, n);
        KIOSK_TRY(row.finish());
    }
    if (seen)
        KIOSK_TRY(database_.run(fmt::format("UPDATE meta SET value = '{0}' WHERE key = 'highest_seen' AND "
                                            "CAST(value AS INTEGER) < {0}",
                                            seen->unix_seconds)));
    return database_.run("COMMIT");
}

Result<std::int64_t> Store::count_of(TallyKey const& key)
{
    auto statement = database_.prepare("SELECT n FROM tally WHERE kiosk = ?1 AND epoch = ?2 AND bucket = ?3 AND "
                                       "content_version = ?4 AND language = ?5 AND measure = ?6 AND item = ?7");
    if (!statement) return statement.error();
    auto& row = statement.value();
    row.bind(1, kiosk_).bind(2, epoch_).bind(3, key.bucket).bind(4, key.content_version);
    row.bind(5, key.language).bind(6, entry(key.measure).id).bind(7, key.item);
    auto const found = row.step();
    if (!found) return found.error();
    return found.value() ? row.number(0) : std::int64_t{0};
}

Result<> Store::commit(Batch const& batch, std::optional<WallTime> seen)
{
    if (batch.empty() && !seen) return success();
    auto const before = batch.empty() ? Result<std::int64_t>(0) : count_of(batch.begin()->first);
    if (!before) return before.error();
    auto written = write(batch, seen);
    if (written) return written;
    database_.roll_back();
    // Under EXTRA the folder is synced after the journal is gone: a fault there is reported for a batch that is stored,
    // and storing it again would count it twice. Only we write, so that one count tells.
    if (batch.empty() || batch.begin()->second < 1) return written;
    auto const after = count_of(batch.begin()->first);
    return after && after.value() == before.value() + batch.begin()->second ? success() : written;
}

Result<> Store::note(std::string_view event, std::string_view detail, Instant now, WallTime wall, Trust trust)
{
    auto statement =
        database_.prepare("INSERT INTO machine_log (boot, monotonic_s, wall, clock_trusted, event, detail) "
                          "VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    if (!statement) return statement.error();
    auto& row = statement.value();
    row.bind(1, boot_).bind(2, std::chrono::duration_cast<Seconds>(now.since_start).count());
    row.bind(3, trust == Trust::trusted ? date_text(wall) : std::string());
    row.bind(4, std::int64_t{trust == Trust::trusted}).bind(5, event).bind(6, detail);
    return row.finish();
}

Result<WallTime> Store::highest_seen()
{
    auto const seen = database_.number("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'highest_seen'");
    if (!seen) return seen.error();
    return WallTime{seen.value()};
}

Result<std::vector<TallyRow>> Store::tallies()
{
    auto statement = database_.prepare("SELECT kiosk, epoch, bucket, content_version, language, measure, item, n "
                                       "FROM tally ORDER BY 1, 2, 3, 4, 5, 6, 7");
    if (!statement) return statement.error();
    std::vector<TallyRow> rows;
    auto& row = statement.value();
    for (;;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return rows;
        rows.push_back(
            {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.number(7)});
    }
}

Result<std::map<Measure, std::int64_t>> Store::sums_of_day(std::string const& day)
{
    auto statement =
        database_.prepare("SELECT measure, SUM(n) FROM tally WHERE substr(bucket, 1, 10) = ?1 GROUP BY measure");
    if (!statement) return statement.error();
    std::map<Measure, std::int64_t> sums;
    auto& row = statement.value();
    row.bind(1, day);
    for (;;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return sums;
        auto const measure = measure_by_id(row.text(0));
        if (measure && entry(*measure).guard == Guard::open) sums[*measure] = row.number(1);
    }
}

Result<std::vector<MachineRow>> Store::machine_log()
{
    auto statement = database_.prepare(
        "SELECT seq, boot, monotonic_s, wall, clock_trusted, event, detail FROM machine_log ORDER BY seq");
    if (!statement) return statement.error();
    std::vector<MachineRow> rows;
    auto& row = statement.value();
    for (;;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return rows;
        rows.push_back(
            {row.number(0), row.number(1), row.number(2), row.text(3), row.number(4) != 0, row.text(5), row.text(6)});
    }
}

} // namespace kiosk::engagement
