// A connection of libpq, with errors for people. One connection, one thread at a time. Never blocks without a limit:
// when the server makes no progress for PostgresOptions::patience the connection is given up, which rolls back what was
// not committed. Errors begin with the database and the host, and never hold a password. Messages of the server are in
// its own language.
#pragma once
#include "base/clock.h"
#include "base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct pg_conn;
struct pg_result;

namespace kiosk::fleet {

struct PostgresOptions {
    Seconds connecting{10}; // unless the address itself has a connect_timeout
    Seconds timeout{60};    // without progress of the server
};

// The rows of a result, as text; null is "".
class QueryResult {
public:
    explicit QueryResult(pg_result* result);
    int rows() const;
    std::string text(int row, int column) const;
    std::int64_t number(int row, int column) const; // 0 where it is no number
    bool boolean(int row, int column) const { return text(row, column) == "t"; }
    // Number of rows inserted, updated or copied.
    std::int64_t affected() const;

private:
    struct Clear {
        void operator()(pg_result* result) const;
    };
    std::unique_ptr<pg_result, Clear> result_;
};

class Postgres {
public:
    // `url` is postgresql://user@host:port/database. One with a password is refused, since every user can read a
    // command line: a password belongs into ~/.pgpass.
    static Result<Postgres> connect(std::string const& url, PostgresOptions const& options = {});

    // One statement; parameters are $1, $2, …
    Result<QueryResult> query(std::string const& sql, std::vector<std::string> const& parameters = {});
    // One or more statements without result.
    Result<> run(std::string const& sql);
    // COPY … FROM STDIN, with all of its bytes.
    Result<> copy(std::string const& sql, std::string_view bytes);

    // Ends the transaction. If the connection breaks here, it is unknown whether all or nothing is stored; the Error
    // says so.
    Result<> commit();

    // For Errors of the caller: "kiosks on db.example.org".
    std::string const& where() const { return where_; }

private:
    struct Finish {
        void operator()(pg_conn* connection) const;
    };
    enum class Direction { read, read_and_write };

    Postgres(pg_conn* connection, std::string where, std::string secret, Seconds timeout);
    Result<> send(std::string const& sql, std::vector<std::string> const& parameters);
    Result<QueryResult> receive();
    Result<> wait(Direction direction);
    Result<> flush();
    Result<> put(std::string_view piece);
    Error server_error(pg_result const* result) const;
    Error connection_lost() const;
    Error timed_out() const;

    std::unique_ptr<pg_conn, Finish> connection_;
    std::string where_, secret_;
    Seconds timeout_;
};

} // namespace kiosk::fleet
