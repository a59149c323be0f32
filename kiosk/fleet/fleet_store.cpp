#include "fleet/fleet_store.h"
#include "base/readable_file.h"
#include "engagement/written_file.h"
#include "fleet/fleet_file.h"
#include "fleet/fleet_rewriting.h"
#include "fleet/fleet_schema.h"
#include "fleet/taking.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>
#include <utility>

namespace kiosk::fleet {

namespace {

using engagement::Database;
using engagement::OpenMode;
using engagement::Package;

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
    auto database = open_fleet_file(file, vfs);
    if (!database) return database.error();
    return FleetStore(database.take(), file, vfs);
}

Result<FleetStore> FleetStore::open_to_read(std::filesystem::path const& file)
{
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return Error{file.string(), "is not there", "check the path"};
    if (auto const readable = ReadableFile::open(file); !readable) return readable.error();
    auto database = Database::open(file, OpenMode::read_only);
    if (!database) return database.error();
    KIOSK_TRY(database.value().distrust());
    KIOSK_TRY(check_fleet_file(database.value()));
    return FleetStore(database.take(), file, "");
}

Result<> FleetStore::ready()
{
    if (!is_replaced_) return success();
    auto database = open_fleet_file(file_, vfs_);
    if (!database) return database.error();
    database_ = database.take();
    is_replaced_ = false;
    return success();
}

Result<> FleetStore::change(std::function<Result<>(Database& copy)> const& work)
{
    auto const alone = Alone::with(file_);
    if (!alone) return alone.error();
    is_replaced_ = is_replaced_ || database_.has_moved();
    KIOSK_TRY(ready());
    std::error_code code;
    auto const file = std::filesystem::canonical(file_, code); // a link goes on leading to it
    if (code) return Error{file_.string(), "cannot be found: " + code.message(), "check the path and the disk"};
    Beside const beside(file);
    {
        auto copying = database_.prepare("VACUUM INTO ?1");
        if (!copying) return copying.error();
        KIOSK_TRY(copying.value().bind(1, beside.copy.string()).finish());
        auto copy = Database::open(beside.copy, OpenMode::read_write, vfs_);
        if (!copy) return copy.error();
        // It goes at the end, whatever becomes of it.
        KIOSK_TRY(copy.value().run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA trusted_schema=OFF; "
                                   "PRAGMA secure_delete=OFF; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536;"));
        auto const version = copy.value().number("PRAGMA user_version");
        if (!version) return version.error();
        if (version.value() < kFleetSchemaVersion) KIOSK_TRY(copy.value().run(kSignerTable));
        KIOSK_TRY(copy.value().run("BEGIN"));
        KIOSK_TRY(work(copy.value()));
        auto fresh = open_fleet_file(beside.fresh, vfs_);
        if (!fresh) return fresh.error();
        KIOSK_TRY(write_anew(copy.value(), fresh.value()));
    }
    auto const status = std::filesystem::status(file, code);
    if (!code) std::filesystem::permissions(beside.fresh, status.permissions(), code);
    if (!code) std::filesystem::rename(beside.fresh, file, code);
    if (code) return Error{file_.string(), "cannot be written: " + code.message(), "check the disk"};
    is_replaced_ = true;
    (void)engagement::sync_folder(file.parent_path()); // named and whole: no reason to fail
    return success();
}

Result<MergeReport> FleetStore::merge(std::vector<Package> packages, std::vector<Error>* faults,
                                      TakeOptions const& options)
{
    auto const given = packages.size();
    MergeReport report;
    std::vector<Error> found;
    auto const changed = change([&](Database& copy) -> Result<> {
        auto const remembered = keys();
        if (!remembered) return remembered.error();
        auto judged = judge(std::move(packages), options.list, remembered.value());
        report.left_out = std::move(judged.left_out);
        report.remarks = std::move(judged.remarks);
        auto order = sorted(std::move(judged.taken));
        if (!order) return order.error();
        report.repeated = order.value().repeated;
        auto taking = Taking::begin(copy);
        if (!taking) return taking.error();
        auto const& all = order.value().packages;
        for (auto next = all.begin(); next != all.end();) {
            MachineFigures figures(next->info().machine, options.today);
            for (; next != all.end() && next->info().machine == figures.machine; ++next) {
                // After the first fault the others are read for theirs.
                if (auto const read = figures.read(*next, taking.value().vocabulary()); !read)
                    found.push_back(read.error());
                ++report.packages;
            }
            if (auto const remark = remark_of(figures); !remark.empty()) report.remarks.push_back(remark);
            if (found.empty()) KIOSK_TRY(taking.value().take(figures));
        }
        if (!found.empty()) return found.size() == 1 && !faults ? found.front() : none_taken(found, given);
        KIOSK_TRY(taking.value().finish());
        report.rows = taking.value().rows();
        return taking.value().remember(judged.keys);
    });
    if (faults) *faults = std::move(found);
    if (!changed) return changed.error();
    return report;
}

Result<bool> FleetStore::forget(std::string const& machine)
{
    KIOSK_TRY(ready());
    auto sought = database_.prepare("SELECT count(*) FROM machine WHERE number = ?1");
    if (!sought) return sought.error();
    sought.value().bind(1, machine);
    KIOSK_TRY(sought.value().step());
    if (sought.value().number(0) == 0) return false;
    sought = Error{}; // of a file that is about to be another
    auto const changed = change([&](Database& copy) -> Result<> {
        for (auto const* sql : {"DELETE FROM tally WHERE label IN (SELECT id FROM label WHERE machine IN "
                                "(SELECT id FROM machine WHERE number = ?1))",
                                "DELETE FROM label WHERE machine IN (SELECT id FROM machine WHERE number = ?1)",
                                "DELETE FROM day WHERE machine IN (SELECT id FROM machine WHERE number = ?1)",
                                "DELETE FROM release WHERE machine IN (SELECT id FROM machine WHERE number = ?1)",
                                "DELETE FROM released WHERE machine IN (SELECT id FROM machine WHERE number = ?1)",
                                "DELETE FROM machine_log WHERE machine IN (SELECT id FROM machine WHERE number = ?1)",
                                "DELETE FROM remark WHERE machine IN (SELECT id FROM machine WHERE number = ?1)",
                                "DELETE FROM signer WHERE machine IN (SELECT id FROM machine WHERE number = ?1)",
                                "DELETE FROM machine WHERE number = ?1"}) {
            auto statement = copy.prepare(sql);
            if (!statement) return statement.error();
            KIOSK_TRY(statement.value().bind(1, machine).finish());
        }
        return copy.run("DELETE FROM word");
    });
    if (!changed) return changed.error();
    return true;
}

} // namespace kiosk::fleet
