#include "fleet/file/fleet_store.h"
#include "files/file_writer.h"
#include "files/readable_file.h"
#include "fleet/file/fleet_file.h"
#include "fleet/file/fleet_file_writer.h"
#include "fleet/file/stored_figures.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>
#include <utility>

namespace kiosk::fleet {

namespace {

using database::Database;
using database::OpenMode;
using package::Package;

// The whole of it is in its description, which holds the hash of every file.
Result<std::string> fingerprint(Package const& package)
{
    auto const hashed = hash_file(package.folder() / package::kDescriptionFile);
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
            "all are taken or none: give the others without those that are named above, or --without-bad"};
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
    auto database = Database::open(file, OpenMode::read_only, "", database::Remnants::may_stay);
    if (!database) return database.error();
    KIOSK_TRY(database.value().treat_as_untrusted());
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

Result<> FleetStore::change(std::function<Result<>(Database& fresh)> const& work)
{
    auto const alone = ExclusiveLock::with(file_);
    if (!alone) return alone.error();
    is_replaced_ = is_replaced_ || database_.has_moved();
    KIOSK_TRY(ready());
    std::error_code code;
    auto const file = std::filesystem::canonical(file_, code); // a link goes on leading to it
    if (code) return Error{file_.string(), "cannot be found: " + code.message(), "check the path and the disk"};
    ReplacementFile const beside(file);
    {
        auto fresh = open_fleet_file(beside.fresh, vfs_);
        if (!fresh) return fresh.error();
        auto transaction = database::Transaction::begin(fresh.value(), database::TransactionKind::writing);
        if (!transaction) return transaction.error();
        KIOSK_TRY(work(fresh.value()));
        KIOSK_TRY(transaction.value().commit());
    }
    auto const status = std::filesystem::status(file, code);
    if (!code) std::filesystem::permissions(beside.fresh, status.permissions(), code);
    if (!code) std::filesystem::rename(beside.fresh, file, code);
    if (code) return Error{file_.string(), "cannot be written: " + code.message(), "check the disk"};
    is_replaced_ = true;
    (void)sync_folder(file.parent_path()); // named and whole: no reason to fail
    return success();
}

namespace {

// What goes on from one file into another.
struct Rewriting {
    Vocabulary vocabulary;
    std::optional<StoredFigures> stored;
    std::optional<FleetFileWriter> writing;
    KeysByMachine keys;

    Result<> begin(Database& from, Database& to)
    {
        auto reading = StoredFigures::of(from, vocabulary);
        if (!reading) return reading.error();
        stored = reading.take();
        auto begun = FleetFileWriter::begin(to, vocabulary);
        if (!begun) return begun.error();
        writing = begun.take();
        return success();
    }
    Result<> write(MachineFigures const& figures)
    {
        auto const key = keys.find(figures.machine);
        return writing->write(figures, key == keys.end() ? std::string_view() : key->second);
    }
};

// Both are in the order of the machines' numbers. "" after the last one.
std::string next_machine(std::vector<FleetMachine> const& known, std::size_t k, std::vector<Package> const& given,
                         std::size_t g)
{
    if (k == known.size()) return g == given.size() ? std::string() : given[g].info().machine;
    if (g == given.size()) return known[k].number;
    return std::min(known[k].number, given[g].info().machine);
}

} // namespace

Result<> FleetStore::write_merged(Database& fresh, Merging& merging)
{
    auto const& given = merging.packages;
    Rewriting rewriting;
    rewriting.keys = std::move(merging.keys);
    KIOSK_TRY(rewriting.begin(database_, fresh));
    auto const known = machines();
    if (!known) return known.error();
    auto words = rewriting.stored->words();
    if (!words) return words.error();
    std::size_t k = 0, g = 0;
    for (;;) {
        MachineFigures figures(next_machine(known.value(), k, given, g), merging.today);
        if (figures.machine.empty()) break;
        for (; g < given.size() && given[g].info().machine == figures.machine; ++g) {
            // After the first fault the others are read for theirs.
            if (auto const read = figures.read(given[g], rewriting.vocabulary); !read)
                merging.faults.push_back(read.error());
            ++merging.report.packages;
        }
        if (auto const remark = remark_of(figures); !remark.empty()) merging.report.remarks.push_back(remark);
        merging.report.rows += static_cast<std::int64_t>(figures.tallies.size());
        if (k < known.value().size() && known.value()[k].number == figures.machine) ++k;
        if (!merging.faults.empty()) continue;
        KIOSK_TRY(rewriting.stored->add_to(figures));
        KIOSK_TRY(rewriting.write(figures));
        words.value().merge(figures.words);
    }
    if (!merging.faults.empty()) return merging.faults.front();
    return rewriting.writing->finish(words.value());
}

Result<> FleetStore::write_without(Database& fresh, std::string const& machine)
{
    Rewriting rewriting;
    auto remembered = keys();
    if (!remembered) return remembered.error();
    rewriting.keys = remembered.take();
    KIOSK_TRY(rewriting.begin(database_, fresh));
    auto const known = machines();
    if (!known) return known.error();
    for (auto const& one : known.value()) {
        if (one.number == machine) continue;
        MachineFigures figures(one.number);
        KIOSK_TRY(rewriting.stored->add_to(figures));
        KIOSK_TRY(rewriting.write(figures));
    }
    return rewriting.writing->finish({});
}

Result<MergeReport> FleetStore::merge(std::vector<Package> packages, std::vector<Error>* faults,
                                      AcceptOptions const& options)
{
    auto const given = packages.size();
    Merging merging;
    merging.today = options.today;
    auto const changed = change([&](Database& fresh) -> Result<> {
        auto remembered = keys();
        if (!remembered) return remembered.error();
        auto const there = machines();
        if (!there) return there.error();
        std::set<std::string> known;
        for (auto const& machine : there.value()) known.insert(machine.number);
        auto judged = check_provenance(std::move(packages), options.list, remembered.value(), known);
        merging.report.unchecked = std::move(judged.unchecked);
        merging.report.left_out = std::move(judged.left_out);
        merging.report.remarks = std::move(judged.remarks);
        merging.keys = remembered.take();
        for (auto const& [machine, key] : judged.keys) merging.keys[machine] = key;
        auto order = sorted(std::move(judged.taken));
        if (!order) return order.error();
        merging.report.repeated = order.value().repeated;
        merging.packages = std::move(order.value().packages);
        return write_merged(fresh, merging);
    });
    bool const is_one_to_tell = merging.faults.size() == 1 && !faults;
    bool const are_told = !merging.faults.empty() && !is_one_to_tell;
    Error const all = none_taken(merging.faults, given);
    if (faults) *faults = std::move(merging.faults);
    if (are_told) return all;
    if (!changed) return changed.error();
    return merging.report;
}

Result<bool> FleetStore::forget(std::string const& machine)
{
    auto const known = machines();
    if (!known) return known.error();
    auto const is_it = [&](FleetMachine const& one) { return one.number == machine; };
    if (std::none_of(known.value().begin(), known.value().end(), is_it)) return false;
    KIOSK_TRY(change([&](Database& fresh) { return write_without(fresh, machine); }));
    return true;
}

} // namespace kiosk::fleet
