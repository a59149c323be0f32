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
    CLI11_PARSE(app, argc, argv);
    return exporting->parsed() ? export_figures(data, out, options) : print_summary(data, options);
}
