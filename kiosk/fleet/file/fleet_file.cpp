#include "fleet/file/fleet_file.h"
#include "fleet/file/fleet_schema.h"
#include "fleet/file/fleet_store.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <new>
#include <sys/file.h>
#include <unistd.h>

namespace kiosk::fleet {

using database::Database;
using database::OpenMode;

namespace {

constexpr char const* kPragmas = "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; "
                                 "PRAGMA cache_size=-65536;";

// Names, tables and texts of a schema, in one string.
Result<std::string> schema_of(Database& database)
{
    auto statement =
        database.prepare("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY 1, 2");
    if (!statement) return statement.error();
    std::string schema;
    for (auto& row = statement.value();;) {
        auto const more = row.step();
        if (!more) return more.error();
        if (!more.value()) return schema;
        for (int column = 0; column < 4; ++column) schema.append(row.text(column)).append(1, '\0');
    }
}

std::string schema_text(std::int64_t version)
{
    return std::string(kFleetFileSchema) + (version >= kFleetSchemaVersion ? kSignerTable : "");
}

// Views, triggers, and tables that are none would answer in the place of ours.
Result<> check_schema(Database& database, std::int64_t version)
{
    auto ours = Database::open(":memory:", OpenMode::read_write);
    if (!ours) return ours.error();
    KIOSK_TRY(ours.value().run(schema_text(version)));
    auto const expected = schema_of(ours.value());
    if (!expected) return expected.error();
    auto const found = schema_of(database);
    if (!found) return found.error();
    if (found.value() == expected.value()) return success();
    return Error{database.path().string(), "holds tables, views or triggers that no kiosk-log has made",
                 "merge the packages again, into a new file"};
}

} // namespace

Result<> check_fleet_file(Database& database)
{
    auto const file = database.path().string();
    auto const id = database.number("PRAGMA application_id");
    auto const version = database.number("PRAGMA user_version");
    if (!id || !version || id.value() != kFleetApplicationId)
        return Error{file, "is no fleet file", "give a file that kiosk-log merge made"};
    if (version.value() < kOldestFleetSchema)
        return Error{file, fmt::format("is a fleet file of an earlier form ({})", version.value()),
                     "merge the packages again, into a new file"};
    if (version.value() > kFleetSchemaVersion)
        return Error{file, fmt::format("is a fleet file of a later form ({})", version.value()),
                     "use a newer kiosk-log"};
    return check_schema(database, version.value());
}

Result<Database> open_fleet_file(std::filesystem::path const& file, std::string const& vfs)
{
    auto opened = Database::open(file, OpenMode::read_write, vfs, database::Remnants::may_stay);
    if (!opened) return opened;
    auto& database = opened.value();
    KIOSK_TRY(database.treat_as_untrusted());
    KIOSK_TRY(database.run(kPragmas));
    auto const tables = database.number("SELECT count(*) FROM sqlite_schema");
    if (!tables) return Error{file.string(), "is no fleet file", "give a file that kiosk-log merge made"};
    if (tables.value() > 0) {
        KIOSK_TRY(check_fleet_file(database));
        return opened;
    }
    auto transaction = database::Transaction::begin(database, database::TransactionKind::writing);
    if (!transaction) return transaction.error();
    KIOSK_TRY(database.run(fmt::format("{} PRAGMA application_id={}; PRAGMA user_version={};",
                                       schema_text(kFleetSchemaVersion), kFleetApplicationId, kFleetSchemaVersion)));
    KIOSK_TRY(transaction.value().commit());
    return opened;
}

Result<ExclusiveLock> ExclusiveLock::with(std::filesystem::path const& file)
{
    FileDescriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!descriptor.ok()) return Error{file.string(), "cannot be opened", "check the path and the disk"};
    if (::flock(descriptor.number(), LOCK_EX | LOCK_NB) != 0)
        return Error{file.string(), "is in use by another program", "wait until the other kiosk-log is done"};
    return ExclusiveLock(std::move(descriptor));
}

ReplacementFile::ReplacementFile(std::filesystem::path const& file) : fresh(file)
{
    fresh += ".part";
    remove();
}

void ReplacementFile::remove() const
{
    ::unlink(fresh.c_str());
    try {
        ::unlink((fresh.string() + "-journal").c_str());
    } catch (std::bad_alloc const&) {
        // It stays under a name that is no fleet's; the next merge removes it.
    }
}

} // namespace kiosk::fleet
