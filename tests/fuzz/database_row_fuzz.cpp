// Any bytes as the figures of a kiosk: either the whole file, which is used or put aside whole, never more; or the
// cells of rows in a sound database, through everything that reads them: the staff's screen, the summary, an export
// that is read back. The first byte says which, and whether there is an export, which takes ten times as long as the
// rest.
#include "base/files.h"
#include "engagement/export.h"
#include "engagement/look.h"
#include "engagement/package.h"

#include "scratch.h"
#include "support/store_options.h"

#include <cstdint>

namespace {

using namespace kiosk;
using namespace kiosk::engagement;

// A piece of the bytes that are left: its length stands before it.
std::string_view piece(std::string_view& left)
{
    if (left.empty()) return {};
    auto const length = std::min<std::size_t>(static_cast<unsigned char>(left[0]), left.size() - 1);
    auto const text = left.substr(1, length);
    left.remove_prefix(1 + length);
    return text;
}

enum class Exporting { no, yes };

void read_everything(Store& store, std::filesystem::path const& out, Exporting exporting)
{
    Figures figures;
    auto const rows = store.tallies();
    (void)store.each_tally([&](TallyView const& row) -> Result<> {
        figures.add(row);
        return success();
    });
    figures.questions();
    figures.learning();
    figures.visits_by_day();
    (void)look(store, {"2026-11-23", "2026-11-20", "2026-11-23"});
    (void)store.machine_log();
    (void)store.releases();
    (void)summary(store);
    if (exporting == Exporting::no) return;
    ExportOptions options;
    options.now = WallTime{1795424400};
    options.built = WallTime{1793491200};
    auto const exported = export_package(store, out, options);
    if (!exported) return;
    auto const package = Package::open(exported.value().path);
    if (!package) std::abort(); // what is exported is whole
    (void)package.value().each_tally([](TallyView const&) -> Result<> { return success(); });
    (void)package.value().releases();
    (void)package.value().machine_log();
}

void whole_file(std::string_view bytes, std::filesystem::path const& folder, Exporting exporting)
{
    (void)make_folder(folder);
    (void)write_file_atomically(folder / kDatabaseName, bytes);
    auto store = Store::open(folder, test::called("fuzz"));
    if (store) read_everything(store.value(), folder / "out", exporting);
}

void cells(std::string_view left, std::filesystem::path const& folder, Exporting exporting)
{
    auto store = Store::open(folder, test::called("fuzz"));
    if (!store) std::abort();
    auto& database = store.value().database();
    while (!left.empty()) {
        auto insert = database.prepare("INSERT OR IGNORE INTO tally VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        insert.value().bind(1, store.value().kiosk()).bind(2, store.value().epoch());
        for (int column = 3; column <= 7; ++column) insert.value().bind(column, piece(left));
        auto const n = piece(left);
        std::uint64_t bits = 1;
        for (char const letter : n.substr(0, 8)) bits = bits * 256 + static_cast<unsigned char>(letter);
        auto const number = static_cast<std::int64_t>(bits);
        insert.value().bind(8, number);
        (void)insert.value().step(); // a count below one is refused
        auto note = database.prepare("INSERT INTO machine_log VALUES (NULL, ?, ?, ?, 1, ?, ?)");
        note.value().bind(1, number).bind(2, number).bind(3, piece(left)).bind(4, piece(left)).bind(5, piece(left));
        (void)note.value().step();
        auto fact = database.prepare("INSERT OR REPLACE INTO meta VALUES (?, ?)");
        fact.value().bind(1, piece(left)).bind(2, piece(left));
        (void)fact.value().step();
    }
    read_everything(store.value(), folder / "out", exporting);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    if (size == 0) return 0;
    auto const folder = fuzz::Scratch::one() / "data";
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    std::string_view const bytes(reinterpret_cast<char const*>(data) + 1, size - 1);
    auto const exporting = data[0] / 2 % 4 == 0 ? Exporting::yes : Exporting::no;
    if (data[0] % 2 == 0)
        whole_file(bytes, folder, exporting);
    else
        cells(bytes, folder, exporting);
    return 0;
}
