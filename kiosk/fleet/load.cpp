#include "fleet/load.h"
#include "fleet/schema.h"
#include "fleet/sources.h"
#include "fleet/staging.h"

#include <fmt/format.h>
#include <map>

namespace kiosk::fleet {

namespace {

// By name and epoch, so that rows come in the order of their keys.
using BySource = std::map<std::pair<std::string, std::string>, std::vector<engagement::Package const*>>;

BySource by_source(std::vector<engagement::Package> const& packages)
{
    BySource sources;
    for (auto const& package : packages) sources[{package.info().kiosk, package.info().machine}].push_back(&package);
    return sources;
}

// A server that can still speak ends what takes too long itself, a little before we hang up; what waits for a lock
// earlier still, so that the lock is named and not the time. If we are gone without a word, it lets go of its locks.
std::string begin(PostgresOptions const& options)
{
    auto const patience = Milliseconds(options.patience).count();
    return fmt::format("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL statement_timeout = {0}; "
                       "SET LOCAL lock_timeout = {1}; SET LOCAL idle_in_transaction_session_timeout = '15min'; "
                       "SET LOCAL search_path = pg_catalog; SET LOCAL datestyle = 'ISO'",
                       patience - patience / 10, patience / 2);
}

Result<> store(Postgres& postgres, std::vector<engagement::Package> const& packages, LoadReport& report)
{
    Vocabulary vocabulary;
    KIOSK_TRY(vocabulary.read(postgres));
    Sources sources;
    KIOSK_TRY(sources.read(postgres));
    Staging staging(postgres, vocabulary);
    KIOSK_TRY(staging.begin());
    auto const grouped = by_source(packages);
    for (auto const& [name, of_source] : grouped) {
        auto const kiosk = vocabulary.kiosks.number(name.first);
        auto const known = sources.has(kiosk, name.second) ? Known::yes : Known::no;
        auto const source = sources.tell(kiosk, of_source);
        auto const figures = read_source(of_source, vocabulary);
        if (!figures) return figures.error();
        KIOSK_TRY(staging.add(kiosk, source, known, figures.value()));
    }
    KIOSK_TRY(staging.finish());
    KIOSK_TRY(sources.store(postgres));
    auto doubles = find_doubles(postgres, sources.kiosks());
    if (!doubles) return doubles.error();
    report.packages = static_cast<std::int64_t>(packages.size());
    report.sources = static_cast<std::int64_t>(grouped.size());
    report.rows = staging.rows();
    report.rows_changed = staging.rows_changed();
    report.releases = staging.releases();
    report.machine_rows = staging.machine_rows();
    for (auto& line : doubles.value()) report.warnings.push_back(std::move(line));
    return success();
}

} // namespace

Result<LoadReport> load(std::vector<engagement::Package> const& packages, std::string const& url,
                        PostgresOptions const& options)
{
    auto postgres = Postgres::connect(url, options);
    if (!postgres) return postgres.error();
    KIOSK_TRY(postgres.value().run(begin(options)));
    auto warnings = prepare_schema(postgres.value());
    if (!warnings) return warnings.error();
    LoadReport report;
    report.warnings = warnings.take();
    KIOSK_TRY(store(postgres.value(), packages, report));
    KIOSK_TRY(postgres.value().commit());
    return report;
}

} // namespace kiosk::fleet
