// kiosk-log load: packages into PostgreSQL.
#include "fleet/postgres/load.h"
#include "system/print.h"
#include "tools/kiosk_log_common.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::tools {

bool can_load() { return true; }

Result<bool> forget_in_database(std::string const& machine, std::string const& url)
{
    return fleet::forget(machine, url);
}

int load_command(LoadChoice const& choice)
{
    auto const taking = take_options(choice.list);
    if (!taking) return fail(taking.error());
    auto packages = open_packages(choice.packages, choice.bad, taking.value().today);
    if (!packages) return fail(packages.error());
    auto opened = packages.take();
    fleet::PostgresOptions options;
    options.timeout = Seconds(choice.timeout_seconds);
    options.connecting = std::min(options.connecting, options.timeout);
    std::vector<Error> faults;
    auto const loaded = fleet::load(std::move(opened.good), choice.url, options, taking.value(), &faults);
    for (auto const& fault : faults) fail(fault);
    if (!loaded) return fail(loaded.error());
    auto const& done = loaded.value();
    for (auto const& warning : done.warnings) warn(warning);
    print(Channel::output,
          "{} packages of {} kiosks: {} tallies, {} of them new or raised; {} new releases, {} new entries of "
          "machine logs\n",
          done.packages, done.machines, done.rows, done.rows_changed, done.releases, done.machine_rows);
    for (auto const& remark : done.remarks) print(Channel::output, "  {}\n", remark);
    return print_provenance(done.left_out, {}, done.unchecked, opened.left_out);
}

} // namespace kiosk::tools
