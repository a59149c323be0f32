// Taking packages into the fleet's file: words become numbers, counts their highest. Private to fleet/; lives within
// one transaction of its caller.
#pragma once
#include "engagement/database.h"
#include "engagement/package.h"

#include <unordered_map>

namespace kiosk::fleet {

class Taking {
public:
    static Result<Taking> begin(engagement::Database& database);
    // All packages of one database, so that what they repeat is put together in memory and stored once.
    Result<> take(std::vector<engagement::Package const*> const& packages);
    std::int64_t rows() const { return rows_; }

private:
    // The numbers of words in one table, looked up once and kept.
    class Words {
    public:
        explicit Words(engagement::Statement insert, engagement::Statement find)
            : insert_(std::move(insert)),
              find_(std::move(find))
        {
        }
        // `second` is the item's text; empty for tables of one word.
        Result<std::int64_t> number(std::string_view first, std::string_view second = {});

    private:
        engagement::Statement insert_, find_;
        std::unordered_map<std::string, std::int64_t> known_;
        std::string key_, last_key_;
        std::int64_t last_ = 0;
    };
    struct Statements {
        engagement::Statement source, source_number, tally, tallies, release, released, machine;
        Words buckets, versions, languages, items;
    };
    explicit Taking(Statements statements) : statements_(std::move(statements)) {}

    struct Cell {
        std::int64_t bucket = 0, version = 0, language = 0, item = 0, n = 0;
        auto operator<=>(Cell const&) const = default;
    };
    Result<std::int64_t> take_source(engagement::PackageInfo const& info);
    Result<> read_tallies(engagement::Package const& package);
    Result<> store_tallies(std::int64_t source);
    void bind(engagement::Statement& statement, int place, std::int64_t source, Cell const& cell) const;
    Result<> take_releases(std::int64_t source, engagement::Package const& package);
    Result<> take_machine_log(std::int64_t source, engagement::Package const& package);

    Statements statements_;
    std::vector<Cell> cells_; // of the database being taken
    std::int64_t rows_ = 0;
};

} // namespace kiosk::fleet
