// kiosk-log: the figures of a kiosk, for staff. Reads the data folder, never changes it.
#include "engagement/export.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace {

using namespace kiosk;

int fail(Error const& error)
{
    fmt::print(stderr, "kiosk-log: {}\n", error.line());
    return 1;
}

int export_figures(std::string const& data, std::string const& out, engagement::ExportOptions const& options)
{
    auto store = engagement::Store::open_to_read(data);
    if (!store) return fail(store.error());
    auto const folder = engagement::export_package(store.value(), out, options);
    if (!folder) return fail(folder.error());
    fmt::print("{}\n", folder.value().string());
    return 0;
}

void warn_below(std::int64_t threshold)
{
    if (threshold < engagement::kThreshold)
        fmt::print(
            stderr,
            "kiosk-log: warning: counts of reporting below {} can point to a person (leave out --k, or keep this "
            "in the house)\n",
            engagement::kThreshold);
}

int print_summary(std::string const& data, engagement::ExportOptions const& options)
{
    auto store = engagement::Store::open_to_read(data);
    if (!store) return fail(store.error());
    auto const text = engagement::summary(store.value(), options);
    if (!text) return fail(text.error());
    fmt::print("{}", text.value());
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app("The figures of a kiosk: sums, never visitors.", "kiosk-log");
    app.require_subcommand(1);
    std::string data;
    std::string out;
    engagement::ExportOptions options;
    options.now = SystemClock().wall();
    auto* exporting = app.add_subcommand("export", "Writes a data package: CSV files and their description");
    exporting->add_option("--data", data, "the kiosk's data folder")->required();
    exporting->add_option("--out", out, "where the package's folder is made")->required();
    auto* summing = app.add_subcommand("summary", "Prints the figures for a person");
    summing->add_option("--data", data, "the kiosk's data folder")->required();
    for (auto* command : {exporting, summing})
        command->add_option("--k", options.threshold, "counts of reporting below it are left out")
            ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000}))
            ->capture_default_str();
    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& fault) {
        return app.exit(fault) == 0 ? 0 : 1; // CLI11 has a number for each fault; scripts ask only whether
    }
    warn_below(options.threshold);
    try {
        return exporting->parsed() ? export_figures(data, out, options) : print_summary(data, options);
    } catch (std::exception const& fault) {
        return fail({exporting->parsed() ? out : data, fault.what(), "check the path and the disk"});
    }
}
