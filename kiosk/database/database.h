// A thin owner for SQLite's handles, with errors for people. One connection, one thread at a time. What another
// connection holds is waited for, kPatience at most; everything read is UTF-8, mended where damage made it something
// else. What is replaced or removed is overwritten on the disk (clean_disk.h), and nothing is put beside the database
// but its journal. Never puts anything aside and never repairs: that is the store's.
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

// Of a kiosk nothing older may be left on the disk (clean_disk.h). What an office adds up was published: it is written
// as SQLite writes it, which is faster.
enum class Trail { none, may_stay };

// How long a lock is waited for, [ms]: kiosk-log may be reading while the kiosk stores. Short enough for a clean stop.
constexpr int kPatience = 1000;

class Statement;

class Database {
public:
    // `vfs` names the file layer of SQLite's below ours; empty is the usual one (tests put a failing one in its place).
    static Result<Database> open(std::filesystem::path const& path, OpenMode mode, std::string const& vfs = "",
                                 Trail trail = Trail::none);

    // For a file that somebody else wrote: nothing in it is run (no trigger, no view, no function in its schema), and
    // nothing reaches SQLite's own tables.
    Result<> distrust();

    Result<> run(std::string const& sql);
    Result<Statement> prepare(std::string_view sql);
    Result<std::int64_t> number(std::string const& sql);
    Result<std::string> text(std::string const& sql);

    // Ends what was begun. After some errors SQLite has done so already, which is none of ours
    // (sqlite.org/lang_transaction.html).
    void roll_back();
    bool is_in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }

    Error error() const;
    // SQLite's code of the last error() given: rolling back must not cover up what it was done for.
    int last_code() const { return last_code_; }
    std::filesystem::path const& path() const { return path_; }
    // An Error while the journal still holds what a transaction replaced: what was stored stands all the same, and the
    // next transaction tries again.
    Result<> leaves_nothing() const;
    // Whether another file, or none, has this one's name by now.
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

// What is done between begin and commit is done whole; otherwise, and when an exception passes, none of it is.
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
    // So that it can be bound and run again.
    void reset() { sqlite3_reset(handle_.get()); }
    std::string text(int column) const;
    // The same without a copy, until the next step; what damage made no UTF-8 is mended into `mended`.
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
