#include "fleet/postgres/load.h"
#include "figures/days.h"
#include "fleet/postgres/schema.h"
#include "fleet/postgres/staging.h"

#include <fmt/format.h>
#include <map>

namespace kiosk::fleet {

namespace {

// By machine, so that rows are sent in the order of their keys.
using ByMachine = std::map<std::string, std::vector<package::Package const*>>;

ByMachine by_machine(std::vector<package::Package> const& packages)
{
    ByMachine machines;
    for (auto const& package : packages) machines[package.info().machine].push_back(&package);
    return machines;
}

// The server's own timeouts end a statement a little before we disconnect, and a wait for a lock earlier still, so that
// its message names the lock. If we vanish, it releases our locks.
std::string begin(PostgresOptions const& options)
{
    auto const timeout = Milliseconds(options.timeout).count();
    return fmt::format("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL statement_timeout = {0}; "
                       "SET LOCAL lock_timeout = {1}; SET LOCAL idle_in_transaction_session_timeout = '15min'; "
                       "SET LOCAL search_path = pg_catalog; SET LOCAL datestyle = 'ISO'",
                       timeout - timeout / 10, timeout / 2);
}

Result<KeysByMachine> read_keys(Postgres& postgres)
{
    auto const answer =
        postgres.query("SELECT m.number, s.key FROM kiosk.signer s JOIN kiosk.machine m ON m.id = s.machine");
    if (!answer) return answer.error();
    KeysByMachine keys;
    for (int row = 0; row < answer.value().rows(); ++row)
        keys[answer.value().text(row, 0)] = answer.value().text(row, 1);
    return keys;
}

Result<std::set<std::string>> read_machines(Postgres& postgres)
{
    auto const answer = postgres.query("SELECT number FROM kiosk.machine");
    if (!answer) return answer.error();
    std::set<std::string> machines;
    for (int row = 0; row < answer.value().rows(); ++row) machines.insert(answer.value().text(row, 0));
    return machines;
}

// Of machines that are stored. Only what is new: a table that is read by all is not written for nothing.
Result<> store_keys(Postgres& postgres, KeysByMachine const& keys, KeysByMachine const& known)
{
    for (auto const& [machine, key] : keys) {
        auto const before = known.find(machine);
        if (before != known.end() && before->second == key) continue;
        auto const stored =
            postgres.query("INSERT INTO kiosk.signer SELECT id, $2 FROM kiosk.machine WHERE number = $1 "
                           "ON CONFLICT (machine) DO UPDATE SET key = excluded.key",
                           {machine, key});
        if (!stored) return stored.error();
    }
    return success();
}

void find_many_visits(MachineFigures const& figures, Vocabulary& vocabulary, std::vector<Remark>& found)
{
    auto const visits = vocabulary.items.find(entry(Measure::visits).id, "all");
    std::map<std::int32_t, std::map<std::string, std::int64_t>> sums; // by label and day
    for (auto const& fact : figures.tallies)
        if (fact.item == visits) sums[fact.label][figures.days[static_cast<std::size_t>(fact.day)].day] += fact.n;
    for (auto const& [label, days] : sums)
        for (auto const& [day, n] : days)
            if (n > kMostVisitsOfADay && !day.empty())
                found.push_back({RemarkKind::many_visits,
                                 figures.labels[static_cast<std::size_t>(label)].label.text.kiosk, n, day, "", ""});
}

Error nothing_stored(std::vector<Error> const& faults, std::size_t packages)
{
    return {fmt::format("{} of {} packages", faults.size(), packages), "cannot be used; nothing was stored",
            "all are taken or none: give the others without those that are named above, or --without-bad"};
}

bool is_change(Remark const& remark) { return remark.kind == RemarkKind::renamed || remark.kind == RemarkKind::moved; }

class Load {
public:
    Load(Postgres& postgres, std::vector<package::Package> packages, AcceptOptions const& taking, LoadReport& report)
        : postgres_(postgres),
          packages_(std::move(packages)),
          taking_(taking),
          report_(report)
    {
    }

    Result<> run(std::vector<Error>& faults)
    {
        auto const given = packages_.size();
        auto const known = read_keys(postgres_);
        if (!known) return known.error();
        auto const there = read_machines(postgres_);
        if (!there) return there.error();
        auto judged = check_provenance(std::move(packages_), taking_.list, known.value(), there.value());
        report_.unchecked = std::move(judged.unchecked);
        packages_ = std::move(judged.taken);
        report_.left_out = std::move(judged.left_out);
        report_.warnings.insert(report_.warnings.end(), judged.remarks.begin(), judged.remarks.end());
        auto const grouped = by_machine(packages_);
        std::set<std::string> told;
        for (auto const& [machine, of_machine] : grouped) told.insert(machine);
        KIOSK_TRY(read_vocabulary(postgres_, vocabulary_));
        KIOSK_TRY(machines_.read(postgres_, told));
        Staging staging(postgres_, vocabulary_);
        KIOSK_TRY(staging.begin());
        for (auto const& [machine, of_machine] : grouped) {
            MachineFigures figures(machine, taking_.today);
            // After the first fault the others are read for theirs.
            for (auto const* package : of_machine)
                if (auto const read = figures.read(*package, vocabulary_); !read) faults.push_back(read.error());
            if (auto remark = remark_of(figures); !remark.empty()) report_.warnings.push_back(std::move(remark));
            if (!faults.empty()) continue;
            auto const ids = machines_.merge(figures);
            if (!ids) return ids.error();
            find_many_visits(figures, vocabulary_, remarks_);
            KIOSK_TRY(staging.add(ids.value(), figures));
        }
        if (!faults.empty()) return nothing_stored(faults, given);
        KIOSK_TRY(staging.finish());
        KIOSK_TRY(machines_.store(postgres_));
        KIOSK_TRY(store_keys(postgres_, judged.keys, known.value()));
        report_.packages = static_cast<std::int64_t>(packages_.size());
        report_.machines = static_cast<std::int64_t>(grouped.size());
        report_.rows = staging.rows();
        report_.rows_changed = staging.rows_changed();
        report_.releases = staging.releases();
        report_.machine_rows = staging.machine_rows();
        return report_remarks();
    }

private:
    Result<> report_remarks()
    {
        auto const found = machines_.remarks(postgres_);
        if (!found) return found.error();
        remarks_.insert(remarks_.end(), found.value().begin(), found.value().end());
        for (auto const& remark : remarks_)
            (is_change(remark) ? report_.remarks : report_.warnings).push_back(text(remark));
        return success();
    }

    Postgres& postgres_;
    std::vector<package::Package> packages_;
    AcceptOptions const& taking_;
    LoadReport& report_;
    Vocabulary vocabulary_;
    Machines machines_;
    std::vector<Remark> remarks_;
};

} // namespace

Result<LoadReport> load(std::vector<package::Package> packages, std::string const& url, PostgresOptions const& options,
                        AcceptOptions const& taking, std::vector<Error>* faults)
{
    auto postgres = Postgres::connect(url, options);
    if (!postgres) return postgres.error();
    KIOSK_TRY(postgres.value().run(begin(options)));
    auto warnings = prepare_schema(postgres.value());
    if (!warnings) return warnings.error();
    LoadReport report;
    report.warnings = warnings.take();
    std::vector<Error> found;
    auto const loaded = Load(postgres.value(), std::move(packages), taking, report).run(found);
    if (found.size() == 1 && !faults) return found.front();
    if (faults) *faults = std::move(found);
    if (!loaded) return loaded.error();
    KIOSK_TRY(postgres.value().commit());
    return report;
}

Result<bool> forget(std::string const& machine, std::string const& url, PostgresOptions const& options)
{
    auto postgres = Postgres::connect(url, options);
    if (!postgres) return postgres.error();
    KIOSK_TRY(postgres.value().run(begin(options)));
    if (auto const prepared = prepare_schema(postgres.value()); !prepared) return prepared.error();
    auto const found = postgres.value().query("SELECT id FROM kiosk.machine WHERE number = $1", {machine});
    if (!found) return found.error();
    if (found.value().rows() == 0) return false;
    auto const id = found.value().text(0, 0);
    for (auto const* table : {"tally", "release", "released", "machine_log", "day", "label", "signer"}) {
        auto const gone =
            postgres.value().query(fmt::format("DELETE FROM kiosk.{} WHERE machine = $1::integer", table), {id});
        if (!gone) return gone.error();
    }
    if (auto const gone = postgres.value().query("DELETE FROM kiosk.machine WHERE id = $1::integer", {id}); !gone)
        return gone.error();
    KIOSK_TRY(postgres.value().run("DELETE FROM kiosk.word"));
    KIOSK_TRY(postgres.value().commit());
    return true;
}

} // namespace kiosk::fleet
