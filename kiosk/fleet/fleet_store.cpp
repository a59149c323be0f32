#include "fleet/fleet_store.h"
#include "base/readable_file.h"
#include "engagement/written_file.h"
#include "fleet/fleet_schema.h"
#include "fleet/taking.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace kiosk::fleet {

namespace {

using engagement::Database;
using engagement::OpenMode;
using engagement::Package;

Result<> check(Database& database)
{
    auto const file = database.path().string();
    auto const id = database.number("PRAGMA application_id");
    auto const version = database.number("PRAGMA user_version");
    if (!id || !version || id.value() != kFleetApplicationId)
        return Error{file, "is no fleet file", "give a file that kiosk-log merge made"};
    if (version.value() < kFleetSchemaVersion)
        return Error{file, fmt::format("is a fleet file of an earlier form ({})", version.value()),
                     "merge the packages again, into a new file"};
    if (version.value() > kFleetSchemaVersion)
        return Error{file, fmt::format("is a fleet file of a later form ({})", version.value()),
                     "use a newer kiosk-log"};
    return success();
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
    using Key = std::tuple<std::string, std::int64_t, std::string>;
    std::vector<std::pair<Key, std::size_t>> order;
    for (std::size_t i = 0; i < packages.size(); ++i) {
        auto const print = fingerprint(packages[i]);
        if (!print) return print.error();
        order.push_back({{packages[i].info().machine, packages[i].info().snapshot, print.value()}, i});
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

Error none_taken(std::vector<Error> const& faults, std::size_t packages)
{
    return {fmt::format("{} of {} packages", faults.size(), packages), "cannot be used; nothing was taken",
            "mend them, or leave them out"};
}

} // namespace

Result<FleetStore> FleetStore::open(std::filesystem::path const& file, std::string const& vfs)
{
    std::error_code ignored;
    // SQLite would wait for a pipe.
    if (std::filesystem::exists(file, ignored))
        if (auto const readable = ReadableFile::open(file); !readable) return readable.error();
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
    if (auto const readable = ReadableFile::open(file); !readable) return readable.error();
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
    if (!tables) return Error{database_.path().string(), "is no fleet file", "give a file that kiosk-log merge made"};
    if (tables.value() > 0) return check(database_);
    auto transaction = engagement::Transaction::begin(database_, engagement::TransactionKind::writing);
    if (!transaction) return transaction.error();
    KIOSK_TRY(database_.run(fmt::format("{} PRAGMA application_id={}; PRAGMA user_version={};", kFleetFileSchema,
                                        kFleetApplicationId, kFleetSchemaVersion)));
    return transaction.value().commit();
}

Result<MergeReport> FleetStore::merge(std::vector<Package> packages, std::vector<Error>* faults)
{
    auto const given = packages.size();
    auto order = sorted(std::move(packages));
    if (!order) return order.error();
    MergeReport report;
    report.repeated = order.value().repeated;
    auto transaction = engagement::Transaction::begin(database_, engagement::TransactionKind::writing);
    if (!transaction) return transaction.error();
    auto taking = Taking::begin(database_);
    if (!taking) return taking.error();
    std::vector<Error> found;
    auto const& all = order.value().packages;
    for (auto next = all.begin(); next != all.end();) {
        MachineFigures figures(next->info().machine);
        for (; next != all.end() && next->info().machine == figures.machine; ++next) {
            // After the first fault the others are read for theirs.
            if (auto const read = figures.read(*next, taking.value().vocabulary()); !read)
                found.push_back(read.error());
            ++report.packages;
        }
        if (found.empty()) KIOSK_TRY(taking.value().take(figures));
    }
    if (!found.empty()) {
        auto error = found.size() == 1 && !faults ? found.front() : none_taken(found, given);
        if (faults) *faults = std::move(found);
        return error;
    }
    KIOSK_TRY(taking.value().finish());
    report.rows = taking.value().rows();
    KIOSK_TRY(transaction.value().commit());
    return report;
}

} // namespace kiosk::fleet
