#include "fleet/postgres/postgres.h"
#include "base/bounds.h"

#include <array>
#include <cerrno>
#include <fmt/format.h>
#include <libpq-fe.h>
#include <limits>
#include <optional>
#include <poll.h>

namespace kiosk::fleet {

namespace {

constexpr char const* kNothingStored = "nothing of this load was stored: load again once that is mended";

// A bigint of the server's.
constexpr Bounds<std::int64_t> kAnyNumber{std::numeric_limits<std::int64_t>::min(),
                                          std::numeric_limits<std::int64_t>::max()};

// The parts of an address that are needed before connecting.
struct Address {
    std::string where, password;
};

std::string value_of(PQconninfoOption const* options, std::string_view keyword)
{
    for (auto const* option = options; option->keyword; ++option)
        if (option->keyword == keyword && option->val) return option->val;
    return {};
}

// A password with an @ or a / that is not written as %40 or %2F: libpq would take a part of it for the host or the
// database, and we would say it.
bool is_ambiguous(std::string_view url)
{
    auto rest = url.substr(url.find("://") + 3);
    if (auto const end = rest.find_first_of("@/"); end != std::string_view::npos && rest[end] == '@')
        rest.remove_prefix(end + 1);
    return rest.substr(0, rest.find('?')).find('@') != std::string_view::npos;
}

// libpq's own words about a bad address repeat parts of it, which may be of the password.
Result<Address> read_address(std::string const& url)
{
    struct Free {
        void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
    };
    bool const is_url = url.starts_with("postgresql://") || url.starts_with("postgres://");
    std::unique_ptr<PQconninfoOption, Free> const options(is_url ? PQconninfoParse(url.c_str(), nullptr) : nullptr);
    if (!options || is_ambiguous(url) ||
        value_of(options.get(), "port").find_first_not_of("0123456789,") != std::string::npos)
        return Error{"the address of the database", "cannot be understood",
                     "write postgresql://user@host/database; letters like @ or / in a name as %40 or %2F"};
    if (!value_of(options.get(), "password").empty())
        return Error{"the address of the database", "holds a password, which every user of this machine can read",
                     "leave it out: put it into ~/.pgpass, or log in as a user of this machine (peer)"};
    auto const host = value_of(options.get(), "host");
    auto const database = value_of(options.get(), "dbname");
    return Address{fmt::format("{} on {}", database.empty() ? "the database" : database,
                               host.empty() || host.front() == '/' ? "this machine" : host),
                   value_of(options.get(), "password")};
}

// The first line of a message, without libpq's prefix, and with the password masked.
std::string without_secret(std::string text, std::string const& secret)
{
    text = text.substr(0, text.find('\n'));
    for (std::string_view const lead : {"FATAL:  ", "ERROR:  "})
        if (auto const at = text.find(lead); at != std::string::npos) text.erase(0, at + lead.size());
    if (!secret.empty())
        for (auto at = text.find(secret); at != std::string::npos; at = text.find(secret, at + 3))
            text.replace(at, secret.size(), "***");
    return text.empty() ? "gives no reason" : text;
}

std::string advice_on(std::string_view state)
{
    if (state == "42501" || state == "0LP01")
        return "log in as a user who may do this, or have an administrator grant it";
    if (state == "55P03")
        return "another load or another program holds what this one needs; nothing was stored: load again when it is "
               "done";
    if (state == "57014")
        return "the server is too slow or too busy; nothing was stored: load again later, or with more --patience";
    if (state == "25006") return "give the address of the server that may be written to";
    if (state.starts_with("53")) return "the server lacks room: make some; nothing was stored: load again then";
    if (state.starts_with("57P")) return "the server was stopped; nothing was stored: load again once it runs";
    return kNothingStored;
}

bool is_good(ExecStatusType status)
{
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN ||
           status == PGRES_EMPTY_QUERY;
}

} // namespace

QueryResult::QueryResult(pg_result* result) : result_(result) {}
void QueryResult::Clear::operator()(pg_result* result) const { PQclear(result); }
int QueryResult::rows() const { return PQntuples(result_.get()); }
std::string QueryResult::text(int row, int column) const
{
    return {PQgetvalue(result_.get(), row, column), static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

std::int64_t QueryResult::number(int row, int column) const
{
    return whole_number(text(row, column), kAnyNumber).value_or(0);
}

std::int64_t QueryResult::affected() const { return whole_number(PQcmdTuples(result_.get()), kAnyNumber).value_or(0); }

void Postgres::Finish::operator()(pg_conn* connection) const { PQfinish(connection); }

Postgres::Postgres(pg_conn* connection, std::string where, std::string secret, Seconds timeout)
    : connection_(connection),
      where_(std::move(where)),
      secret_(std::move(secret)),
      timeout_(timeout)
{
}

Result<Postgres> Postgres::connect(std::string const& url, PostgresOptions const& options)
{
    auto const address = read_address(url);
    if (!address) return address.error();
    // What stands after dbname cannot be changed by the address, what stands before can.
    auto const timeout = std::to_string(options.connecting.count());
    std::array<char const*, 5> const keywords{"connect_timeout", "fallback_application_name", "dbname",
                                              "client_encoding", nullptr};
    std::array<char const*, 5> const values{timeout.c_str(), "kiosk-log", url.c_str(), "UTF8", nullptr};
    Postgres postgres(PQconnectdbParams(keywords.data(), values.data(), 1), address.value().where,
                      address.value().password, options.timeout);
    auto* const connection = postgres.connection_.get();
    if (PQstatus(connection) != CONNECTION_OK) {
        bool const password = PQconnectionNeedsPassword(connection) != 0 || PQconnectionUsedPassword(connection) != 0;
        return Error{
            postgres.where_, without_secret(PQerrorMessage(connection), postgres.secret_),
            password
                ? "nothing was loaded: check the user, the database's name and the password, in ~/.pgpass or PGPASSWORD"
                : "nothing was loaded: check the address, and that PostgreSQL runs there"};
    }
    if (PQserverVersion(connection) < 130000)
        return Error{postgres.where_, "is an older PostgreSQL than 13", "use a newer one"};
    PQsetNoticeReceiver(
        connection, [](void*, PGresult const*) {}, nullptr);
    PQsetnonblocking(connection, 1);
    return postgres;
}

Error Postgres::server_error(pg_result const* result) const
{
    auto const* message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    auto const* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (!message || !state) return connection_lost();
    return {where_, without_secret(message, secret_), advice_on(state)};
}

Error Postgres::connection_lost() const
{
    return {where_, "the connection broke: " + without_secret(PQerrorMessage(connection_.get()), secret_),
            kNothingStored};
}

Error Postgres::timed_out() const
{
    return {where_, fmt::format("has not answered for {} s", timeout_.count()),
            "the server hangs or is too slow; nothing was stored: load again later, or with more --patience"};
}

Result<> Postgres::wait(Direction direction)
{
    pollfd socket{PQsocket(connection_.get()),
                  static_cast<short>(direction == Direction::read ? POLLIN : POLLIN | POLLOUT), 0};
    int ready = 0;
    do ready = ::poll(&socket, 1, static_cast<int>(Milliseconds(timeout_).count()));
    while (ready < 0 && errno == EINTR);
    if (ready == 0) return timed_out();
    if (ready < 0) return connection_lost();
    if ((socket.revents & ~POLLOUT) != 0 && PQconsumeInput(connection_.get()) == 0) return connection_lost();
    return success();
}

Result<> Postgres::flush()
{
    for (;;) {
        auto const left = PQflush(connection_.get());
        if (left < 0) return connection_lost();
        if (left == 0) return success();
        KIOSK_TRY(wait(Direction::read_and_write));
    }
}

Result<> Postgres::send(std::string const& sql, std::vector<std::string> const& parameters)
{
    std::vector<char const*> values;
    values.reserve(parameters.size());
    for (auto const& parameter : parameters) values.push_back(parameter.c_str());
    auto const sent = PQsendQueryParams(connection_.get(), sql.c_str(), static_cast<int>(values.size()), nullptr,
                                        values.data(), nullptr, nullptr, 0);
    if (sent == 0) return connection_lost();
    return flush();
}

// Reads until no result is left and returns the last one, or the first fault. Returns at once when a COPY begins.
Result<QueryResult> Postgres::receive()
{
    QueryResult last(nullptr);
    std::optional<Error> fault;
    for (;;) {
        while (PQisBusy(connection_.get()) != 0) KIOSK_TRY(wait(Direction::read));
        auto* const result = PQgetResult(connection_.get());
        if (!result) break;
        QueryResult answer(result);
        auto const status = PQresultStatus(result);
        if (!is_good(status) && !fault) fault = server_error(result);
        last = std::move(answer);
        if (status == PGRES_COPY_IN) break;
    }
    if (fault) return *fault;
    return last;
}

Result<QueryResult> Postgres::query(std::string const& sql, std::vector<std::string> const& parameters)
{
    KIOSK_TRY(send(sql, parameters));
    return receive();
}

Result<> Postgres::run(std::string const& sql)
{
    if (PQsendQuery(connection_.get(), sql.c_str()) == 0) return connection_lost();
    KIOSK_TRY(flush());
    auto const answer = receive();
    return answer ? success() : Result<>(answer.error());
}

Result<> Postgres::put(std::string_view piece)
{
    for (;;) {
        auto const taken = PQputCopyData(connection_.get(), piece.data(), static_cast<int>(piece.size()));
        if (taken < 0) return connection_lost();
        if (taken > 0) return flush();
        KIOSK_TRY(wait(Direction::read_and_write));
    }
}

Result<> Postgres::copy(std::string const& sql, std::string_view bytes)
{
    constexpr std::size_t kPiece = 256U << 10U;
    KIOSK_TRY(run(sql));
    for (std::size_t at = 0; at < bytes.size(); at += kPiece) KIOSK_TRY(put(bytes.substr(at, kPiece)));
    for (;;) {
        auto const ended = PQputCopyEnd(connection_.get(), nullptr);
        if (ended < 0) return connection_lost();
        if (ended > 0) break;
        KIOSK_TRY(wait(Direction::read_and_write));
    }
    KIOSK_TRY(flush());
    auto const answer = receive();
    return answer ? success() : Result<>(answer.error());
}

Result<> Postgres::commit()
{
    auto committed = run("COMMIT");
    if (committed) return committed;
    return Error{
        where_, committed.error().message,
        "it is not known whether this load was stored, all of it or nothing: load again, twice changes nothing"};
}

} // namespace kiosk::fleet
