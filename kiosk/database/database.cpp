#include "database/database.h"
#include "base/utf8.h"
#include "database/zeroing_vfs.h"

#include <optional>

namespace kiosk::database {

namespace {

Error explain(std::filesystem::path const& path, int code, std::string const& message)
{
    if (code == SQLITE_READONLY_ROLLBACK)
        return {path.string(), "was cut off while storing", "start the kiosk once on this folder, then try again"};
    switch (code & 0xFF) {
    case SQLITE_FULL:
        return {path.string(), "the disk is full", "free some space; counting goes on by itself", ErrorKind::no_space};
    case SQLITE_READONLY:
        return {path.string(), "cannot be written: it is read-only", "mount the disk for writing",
                ErrorKind::read_only};
    case SQLITE_IOERR: return {path.string(), "cannot be read or written: " + message, "check the disk"};
    case SQLITE_CANTOPEN:
        return {path.string(), "cannot be opened", "whoever runs this needs the right to use the folder"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {path.string(), "is damaged",
                "a kiosk puts its own aside at its next start; of a fleet, merge the packages into a new file",
                ErrorKind::damaged};
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {path.string(), "is in use by another program", "stop the other kiosk"};
    default: return {path.string(), message, "check the disk"};
    }
}

// A pipe or a device would be waited for without end, also where it stands for the journal.
std::optional<Error> no_plain_file(std::filesystem::path const& path)
{
    for (auto const* ending : {"", "-journal", "-wal", "-shm"}) {
        auto const file = std::filesystem::path(path) += ending;
        std::error_code ignored;
        auto const type = std::filesystem::status(file, ignored).type();
        if (type != std::filesystem::file_type::not_found && type != std::filesystem::file_type::regular &&
            type != std::filesystem::file_type::none && type != std::filesystem::file_type::unknown)
            return Error{file.string(), "is no plain file", "take it away", ErrorKind::damaged};
    }
    return std::nullopt;
}

std::string mended(std::string_view bytes)
{
    std::string text;
    for (std::size_t position = 0; position < bytes.size();) append_utf8(text, next_code_point(bytes, position));
    return text;
}

} // namespace

Result<Database> Database::open(std::filesystem::path const& path, OpenMode mode, std::string const& vfs,
                                Remnants trail)
{
    if (auto fault = no_plain_file(path)) return *fault;
    Database database;
    database.path_ = path;
    sqlite3* handle = nullptr;
    auto const flags = mode == OpenMode::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    auto const layer = trail == Remnants::may_stay ? vfs : register_zeroing_vfs(vfs);
    auto const* const name = layer.empty() ? nullptr : layer.c_str(); // null: SQLite's own
    auto code = layer.empty() && trail == Remnants::none
                    ? SQLITE_NOMEM
                    : sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, name);
    database.handle_.reset(handle);
    // Neither looks at the file, so that a damaged one is opened as before. What passes stays in memory, also the copy
    // that VACUUM makes; what is removed is overwritten.
    if (code == SQLITE_OK)
        code = sqlite3_exec(handle,
                            trail == Remnants::may_stay ? "PRAGMA temp_store=MEMORY"
                                                        : "PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON",
                            nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return explain(path, code, sqlite3_errstr(code));
    sqlite3_busy_timeout(handle, kBusyTimeoutMs);
    return database;
}

Error Database::error() const
{
    last_code_ = sqlite3_extended_errcode(handle_.get());
    // The code is what the caller may act on; the words are for the journal.
    return explain(path_, last_code_, sqlite3_errmsg(handle_.get()));
}

bool Database::has_moved() const
{
    int moved = 0;
    return sqlite3_file_control(handle_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

Result<> Database::check_journal_erased() const
{
    int is_left = 0;
    if (sqlite3_file_control(handle_.get(), "main", kEraseFailedControl, &is_left) != SQLITE_OK || is_left == 0)
        return success();
    return Error{path_.string() + "-journal", "still holds older figures: it cannot be overwritten",
                 "check the disk; it is tried again by itself"};
}

void Database::roll_back() { sqlite3_exec(handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr); }

Result<Transaction> Transaction::begin(Database& database, TransactionKind kind)
{
    // One that had not even the memory to be rolled back ends now. None is ever begun within another.
    if (database.is_in_transaction()) database.roll_back();
    KIOSK_TRY(database.run(kind == TransactionKind::writing ? "BEGIN IMMEDIATE" : "BEGIN"));
    return Transaction(database);
}

Result<> Transaction::commit()
{
    KIOSK_TRY(database_->run("COMMIT"));
    database_ = nullptr;
    return success();
}

Result<> Database::treat_as_untrusted()
{
    struct Setting {
        int name, value;
    };
    for (auto const& [name, value] :
         {Setting{SQLITE_DBCONFIG_DEFENSIVE, 1}, Setting{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
          Setting{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, Setting{SQLITE_DBCONFIG_ENABLE_VIEW, 0}})
        if (sqlite3_db_config(handle_.get(), name, value, nullptr) != SQLITE_OK) return error();
    return run("PRAGMA cell_size_check=ON");
}

Result<> Database::run(std::string const& sql)
{
    if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return error();
    return success();
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt* handle = nullptr;
    if (sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &handle, nullptr) != SQLITE_OK)
        return error();
    return Statement(handle, *this);
}

Result<std::string> Database::text(std::string const& sql)
{
    auto statement = prepare(sql);
    if (!statement) return statement.error();
    auto const row = statement.value().step();
    if (!row) return row.error();
    return row.value() ? statement.value().text(0) : std::string();
}

Result<std::int64_t> Database::number(std::string const& sql)
{
    auto statement = prepare(sql);
    if (!statement) return statement.error();
    auto const row = statement.value().step();
    if (!row) return row.error();
    return row.value() ? statement.value().number(0) : std::int64_t{0};
}

Statement& Statement::bind(int index, std::string_view value)
{
    sqlite3_bind_text(handle_.get(), index, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bind(int index, std::int64_t value)
{
    sqlite3_bind_int64(handle_.get(), index, value);
    return *this;
}

Result<bool> Statement::step()
{
    switch (sqlite3_step(handle_.get())) {
    case SQLITE_ROW: return true;
    case SQLITE_DONE: return false;
    default: return database_->error();
    }
}

Result<> Statement::finish()
{
    KIOSK_TRY(step());
    sqlite3_reset(handle_.get());
    return success();
}

std::string_view Statement::view(int column, std::string& mended_text) const
{
    auto const* bytes = reinterpret_cast<char const*>(sqlite3_column_text(handle_.get(), column));
    if (!bytes) return {};
    std::string_view const text(bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column)));
    if (is_valid_utf8(text)) return text;
    mended_text = mended(text);
    return mended_text;
}

std::string Statement::text(int column) const
{
    std::string mended_text;
    return std::string(view(column, mended_text));
}

} // namespace kiosk::database
