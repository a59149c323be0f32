#include "files/files.h"
#include "store/schema.h"
#include "store/signature.h"
#include "store/store.h"
#include "system/log.h"

#include <algorithm>
#include <fmt/format.h>
#include <random>

namespace kiosk::store {

namespace {

// PERSIST and EXTRA: SQLite 3.40's WAL can damage a file (the WAL-reset bug); a journal that stays where it is can be
// overwritten there (zeroing_vfs.h), with fewer syncs than one that is removed. No page is mapped: a stray pointer must
// not reach the file.
// And 256 KiB of pages are kept, not 2 MiB, so that a year of figures takes no more memory than a month.
constexpr char const* kPragmas = R"(
PRAGMA journal_mode=PERSIST; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF;
PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-256;
)";

// 16 random hexadecimal digits.
std::string random_hex_id()
{
    std::random_device device;
    return fmt::format("{:08x}{:08x}", device(), device());
}

enum class Condition { fresh, usable, unusable };

Result<Condition> condition_of(database::Database& database)
{
    auto const tables = database.number("SELECT count(*) FROM sqlite_schema");
    if (!tables) return tables.error();
    if (tables.value() == 0) {
        auto const id = database.number("PRAGMA application_id");
        return id && id.value() == 0 ? Condition::fresh : Condition::unusable;
    }
    auto const id = database.number("PRAGMA application_id");
    auto const version = database.number("PRAGMA user_version");
    if (!id || !version || id.value() != kApplicationId || version.value() < 1 || version.value() > kSchemaVersion)
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
Result<std::string> quarantine_files(std::filesystem::path const& folder)
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

Store::Store(database::Database database) : database_(std::move(database)), random_id_(random_hex_id) {}

Result<Store> Store::open(std::filesystem::path const& folder, StoreOptions const& options)
{
    KIOSK_TRY(make_folder(folder));
    std::string aside;
    for (int attempt = 0; attempt < 2; ++attempt) {
        auto database = database::Database::open(folder / kDatabaseName, database::OpenMode::read_write, options.vfs);
        if (!database && database.error().kind != ErrorKind::damaged) return database.error();
        auto condition = database ? condition_of(database.value()) : Result<Condition>(Condition::unusable);
        if (!condition && !is_damage(database.value().last_code())) return condition.error();
        if (condition && condition.value() != Condition::unusable) {
            Store store(database.take());
            store.quarantined_ = aside;
            auto prepared = store.prepare_to_count(options);
            if (prepared) {
                // With the database, so that copies of a disk have one key as they have one number. Nobody waits for
                // it: an export makes it, or says why it cannot.
                (void)ExportKey::of(folder);
                return store;
            }
            if (attempt > 0 || !is_damage(store.database_.last_code())) return prepared.error();
        }
        database = Error{"", "", ""}; // closes it, so that it can be moved
        auto moved = quarantine_files(folder);
        if (!moved) return moved.error();
        aside = moved.take();
        log(LogLevel::warning, fmt::format("{}: the figures could not be used and were put aside whole in {}",
                                           (folder / kDatabaseName).string(), aside));
    }
    return Error{(folder / kDatabaseName).string(), "cannot be used", "check the disk"};
}

Result<> Store::prepare_to_count(StoreOptions const& options)
{
    if (options.random_id) random_id_ = options.random_id;
    opening_hours_on_ = options.opening_hours_on;
    KIOSK_TRY(database_.run(kPragmas));
    auto const tables = database_.number("SELECT count(*) FROM sqlite_schema");
    if (!tables) return tables.error();
    auto const version = database_.number("PRAGMA user_version");
    if (!version) return version.error();
    if (tables.value() == 0)
        KIOSK_TRY(in_transaction([&] {
            return database_.run(fmt::format("{} INSERT INTO meta VALUES ('machine', '{}'); PRAGMA application_id={}; "
                                             "PRAGMA user_version={};",
                                             schema_of_new_database(), random_id_(), kApplicationId, kSchemaVersion));
        }));
    else if (version.value() != kSchemaVersion)
        KIOSK_TRY(upgrade(version.value()));
    if (options.opening != OpenReason::tool) KIOSK_TRY(start(options));
    return load_identity();
}

Result<> Store::upgrade(std::int64_t version)
{
    // First, so that a failure is tried again: pages that an earlier program wrote keep what lies in their gaps until
    // they are written anew.
    KIOSK_TRY(database_.run("VACUUM"));
    return in_transaction([&] {
        return database_.run(fmt::format("{} PRAGMA user_version={};", upgrade_from(version), kSchemaVersion));
    });
}

Result<> Store::start(StoreOptions const& options)
{
    auto const boot = database_.number("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'boot'");
    if (!boot) return boot.error();
    auto content = read_fact(fact::kContentVersion);
    auto const running = read_fact(fact::kRunning);
    if (!content) return content.error();
    if (!running) return running.error();
    content_before_ = content.take();
    bool const is_start = options.opening == OpenReason::start;
    crashed_ = is_start && running.value() == "1";
    // A database begun in the middle of a run has seen no boot yet, and gets that of the run.
    boot_ = is_start ? boot.value() + 1 : std::max<std::int64_t>(boot.value(), 1);
    return in_transaction([&]() -> Result<> {
        KIOSK_TRY(write_fact("boot", std::to_string(boot_)));
        KIOSK_TRY(adopt_label(options.label));
        return write_fact(fact::kRunning, "1");
    });
}

Result<> Store::load_identity()
{
    auto machine = read_fact("machine");
    if (!machine) return machine.error();
    machine_ = machine.take();
    auto label = newest_label();
    if (!label) return label.error();
    label_ = label.take();
    auto const boot = database_.number("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'boot'");
    if (!boot) return boot.error();
    boot_ = boot.value();
    return success();
}

namespace {

Result<database::Database> open_existing(std::filesystem::path const& folder, database::OpenMode mode)
{
    auto const path = folder / kDatabaseName;
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return Error{folder.string(), fmt::format("there is no {} here", kDatabaseName),
                     "give --data the kiosk's data folder"};
    auto database = database::Database::open(path, mode);
    if (!database) return database.error();
    auto const condition = condition_of(database.value());
    if (!condition) return condition.error();
    auto const version = database.value().number("PRAGMA user_version");
    // Who may not write cannot bring it up to date.
    bool const readable = mode == database::OpenMode::read_write || (version && version.value() == kSchemaVersion);
    if (condition.value() != Condition::usable || !readable)
        return Error{path.string(), "is damaged, or of another version of this program",
                     "use the version that wrote it, or start the kiosk once on this folder"};
    return database;
}

} // namespace

Result<Store> Store::open_to_read(std::filesystem::path const& folder)
{
    auto database = open_existing(folder, database::OpenMode::read_only);
    if (!database) return database.error();
    Store store(database.take());
    KIOSK_TRY(store.load_identity());
    return store;
}

Result<Store> Store::open_to_export(std::filesystem::path const& folder)
{
    auto database = open_existing(folder, database::OpenMode::read_write);
    if (!database) return database.error();
    Store store(database.take());
    StoreOptions options;
    options.opening = OpenReason::tool;
    KIOSK_TRY(store.prepare_to_count(options));
    return store;
}

} // namespace kiosk::store
