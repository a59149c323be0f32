// SQLite's connection, statements and transactions, with errors for people. One connection, one thread at a time. A
// lock of another connection is waited for, kBusyTimeoutMs at most. Texts are UTF-8; damaged bytes become U+FFFD.
// Replaced and removed data is overwritten on the disk (zeroing_vfs.h), and no file but the journal is put beside the
// database. Does not repair or move damaged files: that is up to the store.
#pragma once
#include "base/result.h"

#include <filesystem>
#include <memory>
#include <sqlite3.h>
#include <string>
#include <string_view>
#include <utility>

namespace kiosk::database {

enum class OpenMode { read_only, read_write };

// Whether deleted data may stay on the disk. none: for a kiosk (zeroing_vfs.h). may_stay: for a fleet's file, whose
// figures were published; SQLite's own VFS, which is faster.
enum class Remnants { none, may_stay };

// How long to wait for a lock, [ms]: kiosk-log may be reading while the kiosk stores. Short enough for a clean stop.
constexpr int kBusyTimeoutMs = 1000;

class Statement;

class Database {
public:
    // `vfs` names the VFS below ours; empty for SQLite's default (tests pass a failing one).
    static Result<Database> open(std::filesystem::path const& path, OpenMode mode, std::string const& vfs = "",
                                 Remnants trail = Remnants::none);

    // For a file that somebody else wrote: nothing in it is run (no trigger, no view, no function in its schema), and
    // nothing reaches SQLite's own tables.
    Result<> treat_as_untrusted();

    Result<> run(std::string const& sql);
    Result<Statement> prepare(std::string_view sql);
    Result<std::int64_t> number(std::string const& sql);
    Result<std::string> text(std::string const& sql);

    // Ends the transaction. After some errors SQLite has done so already (sqlite.org/lang_transaction.html).
    void roll_back();
    bool is_in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }

    Error error() const;
    // SQLite's code at the last call of error(), since a rollback resets SQLite's own.
    int last_code() const { return last_code_; }
    std::filesystem::path const& path() const { return path_; }
    // An Error while the journal still holds replaced data that could not be overwritten. The transaction stands all
    // the same, and the next one tries again.
    Result<> check_journal_erased() const;
    // Whether the file was moved or removed while it was open.
    bool has_moved() const;

private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
    };
    std::unique_ptr<sqlite3, Close> handle_;
    std::filesystem::path path_;
    mutable int last_code_ = SQLITE_OK;
};

enum class TransactionKind { reading, writing };

// Rolls back when it is destroyed without commit(), also by an exception.
class Transaction {
public:
    static Result<Transaction> begin(Database& database, TransactionKind kind);
    Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction()
    {
        if (database_) database_->roll_back();
    }
    Result<> commit();

private:
    explicit Transaction(Database& database) : database_(&database) {}
    Database* database_; // none: it is over
};

class Statement {
public:
    Statement(sqlite3_stmt* handle, Database const& database) : handle_(handle), database_(&database) {}

    Statement& bind(int index, std::string_view value);
    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, int value) { return bind(index, std::int64_t{value}); }
    // True for a row, false at the end.
    Result<bool> step();
    Result<> finish();
    void reset() { sqlite3_reset(handle_.get()); }
    std::string text(int column) const;
    // The same without a copy, valid until the next step; damaged UTF-8 is repaired into `mended`.
    std::string_view view(int column, std::string& mended) const;
    std::int64_t number(int column) const { return sqlite3_column_int64(handle_.get(), column); }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> handle_;
    Database const* database_;
};

} // namespace kiosk::database
