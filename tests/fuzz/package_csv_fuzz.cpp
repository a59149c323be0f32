// Any bytes as one file of a package that came on a stick: a table whose hash is right, or the description of it all.
// The first byte says which file they are; the others are small and sound.
#include "base/files.h"
#include "engagement/csv.h"
#include "engagement/package.h"
#include "scratch.h"

#include <cstdint>
#include <fmt/format.h>

namespace {

using namespace kiosk;
using namespace kiosk::engagement;

std::string header_of(TableForm const& form) { return csv_row(form.names()); }

std::string resource(TableForm const& form, std::string const& bytes)
{
    return fmt::format(R"({{"path":"{}","bytes":{},"hash":"sha256:{}"}})", form.file, bytes.size(), sha256(bytes));
}

std::string description(std::vector<std::string> const& resources)
{
    std::string joined;
    for (auto const& one : resources) joined += (joined.empty() ? "" : ",") + one;
    return fmt::format(R"({{"schema_version":{},"kiosk":"fuzz","epoch":"0123456789abcdef","snapshot":1,"created":)"
                       R"("2026-11-23","threshold":10,"period":{{"first":"2026-11-23","last":"2026-11-23"}},)"
                       R"("content_versions":["2026.11.1"],"resources":[{}]}})",
                       kPackageSchema, joined);
}

void read_all(std::filesystem::path const& folder)
{
    auto const package = Package::open(folder);
    if (!package) return;
    Figures figures;
    (void)package.value().each_tally([&](TallyView const& row) -> Result<> {
        figures.add(row);
        return success();
    });
    figures.questions();
    figures.learning();
    figures.visits_by_day();
    (void)package.value().releases();
    (void)package.value().machine_log();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    if (size == 0) return 0;
    auto const folder = fuzz::Scratch::one() / "package";
    (void)make_folder(folder);
    std::string const bytes(reinterpret_cast<char const*>(data) + 1, size - 1);
    auto const tables = package_tables();
    auto const which = data[0] % (tables.size() + 1);
    std::vector<std::string> resources;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        auto const& form = *tables[i];
        // Its header stands, or the first row would be all that is ever read.
        auto const text = i == which ? header_of(form) + bytes : header_of(form);
        (void)write_file_atomically(folder / form.file, text);
        resources.push_back(resource(form, text));
    }
    auto const told = which == tables.size() ? bytes : description(resources);
    (void)write_file_atomically(folder / kDescriptionFile, told);
    read_all(folder);
    // The same bytes without a header of ours before them.
    (void)write_file_atomically(folder / "raw.csv", bytes);
    (void)read_csv(folder / "raw.csv", tallies_form().names(), [](CsvRow const&) -> Result<> { return success(); });
    return 0;
}
