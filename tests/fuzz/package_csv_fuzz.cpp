// Any bytes as one file of a package that came on a stick: a table whose hash is right, of this form or of the one
// before it, or the description of it all. The first byte says which file they are; the others are small and sound.
// Then what an office does with it: every row is read, and taken as figures of a fleet.
#include "files/files.h"
#include "fleet/incoming/machine_figures.h"
#include "package/csv.h"
#include "package/package.h"
#include "scratch.h"

#include <cstdint>
#include <fmt/format.h>

namespace {

using namespace kiosk;
using namespace kiosk::figures;
using namespace kiosk::package;

constexpr char const* kMark = "0123456789abcdef";

// What the rows of others refer to.
std::string sound_rows(std::string_view file)
{
    if (file == "labels.csv")
        return "1,own,fuzz,,BE,fair,Salon,2026-11-20,2026-11-23,Europe/Brussels,2026-11-23,2026-11-23\n"
               "2,former,fuzz,,,,,,,Europe/Brussels,,\n";
    if (file == "days.csv") return fmt::format(",{0},\n2026-11-23,{0},10:00-18:00\n", kMark);
    if (file == "releases.csv") return fmt::format("1,1,2026-10-01,2026-10-31,10,{}\n", kMark);
    return {};
}

std::string resource(TableSchema const& form, std::string const& bytes)
{
    return fmt::format(R"({{"path":"{}","bytes":{},"hash":"sha256:{}"}})", form.file, bytes.size(), sha256(bytes));
}

std::string description(int form, std::string const& resources)
{
    return fmt::format(R"({{"schema_version":{},"kiosk":"fuzz","epoch":"{}","machine":"{}","snapshot":1,"created":)"
                       R"("2026-11-23","clock_trusted":true,"threshold":10,"period":{{"first":"2026-11-23",)"
                       R"("last":"2026-11-23"}},"content_versions":["2026.11.1"],"resources":[{}]}})",
                       form, kMark, kMark, resources);
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
    (void)package.value().days();
    (void)package.value().words();
    (void)package.value().remarks();
    (void)package.value().machine_log();
    fleet::Vocabulary vocabulary;
    fleet::MachineFigures machine(package.value().info().machine);
    if (auto const read = machine.read(package.value(), vocabulary); !read) (void)read.error().line();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    if (size == 0) return 0;
    auto const folder = fuzz::Scratch::one() / "package";
    (void)make_folder(folder);
    std::string const bytes(reinterpret_cast<char const*>(data) + 1, size - 1);
    auto const newest = package_tables();
    auto const before = package_tables_2();
    auto which = data[0] % (newest.size() + 1 + before.size());
    bool const is_old = which > newest.size();
    auto const& tables = is_old ? before : newest;
    if (is_old) which -= newest.size() + 1;
    std::string resources;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        auto const& form = *tables[i];
        // Its header stands, or the first row would be all that is ever read.
        auto const rows = i == which ? bytes : is_old ? std::string() : sound_rows(form.file);
        auto const text = csv_row(form.names()) + rows;
        (void)write_file_atomically(folder / form.file, text);
        resources += (i == 0 ? "" : ",") + resource(form, text);
    }
    auto const told = which == tables.size() ? bytes : description(is_old ? 2 : kPackageFormat, resources);
    (void)write_file_atomically(folder / kDescriptionFile, told);
    read_all(folder);
    // The same bytes without a header of ours before them.
    (void)write_file_atomically(folder / "raw.csv", bytes);
    (void)read_csv(folder / "raw.csv", tallies_schema().names(), [](CsvRow const&) -> Result<> { return success(); });
    return 0;
}
