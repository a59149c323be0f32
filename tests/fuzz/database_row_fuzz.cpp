// Any bytes as the figures of a kiosk: either the whole file, which is used or put aside whole, never more; or the
// cells of rows in a sound database, through everything that reads them: the staff's screen, the summary, an export
// that is read back. The first byte says which. One input in 32 is exported, which takes
// ten times as long as the rest.
#include "files/files.h"
#include "package/export.h"
#include "package/package.h"
#include "store/staff_figures_reader.h"

#include "scratch.h"
#include "support/store_options.h"

#include <cstdint>
#include <fstream>

namespace {

using namespace kiosk;
using namespace kiosk::database;
using namespace kiosk::figures;
using namespace kiosk::package;
using namespace kiosk::store;

// SQLite's file layer without locks, since nobody else is here: a third of the calls to the system.
constexpr char const* kNoLocks = "unix-none";

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
    (void)read_staff_figures(store, {"2026-11-23", "2026-11-20", "2026-11-23"});
    (void)store.machine_log();
    (void)store.releases();
    (void)store.labels();
    (void)store.days();
    (void)store.words();
    (void)store.remarks();
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
    (void)package.value().days();
    (void)package.value().words();
    (void)package.value().remarks();
    (void)package.value().machine_log();
}

// A sound database, made once: making its tables anew would take longer than all else.
std::string const& sound_database()
{
    static std::string const kBytes = [] {
        auto const folder = fuzz::Scratch::one() / "sound";
        auto options = test::called("fuzz", kNoLocks);
        options.label.event = "Salon";
        {
            auto store = Store::open(folder, options);
            if (!store || !store.value().record_day("2026-11-23")) std::abort();
        }
        return read_file(folder / kDatabaseName).value();
    }();
    return kBytes;
}

// Not synced: nobody pulls the plug of a fuzzer.
void put(std::filesystem::path const& file, std::string_view bytes)
{
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void whole_file(std::string_view bytes, std::filesystem::path const& folder, Exporting exporting)
{
    put(folder / kDatabaseName, bytes);
    auto store = Store::open(folder, test::called("fuzz", kNoLocks));
    if (store) read_everything(store.value(), folder / "out", exporting);
}

std::int64_t number(std::string_view text)
{
    std::uint64_t bits = 1;
    for (char const letter : text.substr(0, 8)) bits = bits * 256 + static_cast<unsigned char>(letter);
    return static_cast<std::int64_t>(bits);
}

// One row of a table: for each letter of `columns` a text (t), a number (n), or whether there is one (b).
void insert(Database& database, std::string const& sql, std::string_view columns, std::string_view& left)
{
    auto statement = database.prepare(sql);
    if (!statement) std::abort();
    int column = 0;
    for (char const kind : columns) {
        auto const value = piece(left);
        ++column;
        if (kind == 't') statement.value().bind(column, value);
        if (kind == 'n') statement.value().bind(column, number(value));
        if (kind == 'b') statement.value().bind(column, std::int64_t{!value.empty()});
    }
    (void)statement.value().step(); // what the table refuses is refused
}

// Of rows more bytes than these say nothing new; whole files need more.
constexpr std::size_t kLongestCells = 4096;

// One in 32. By all of the bytes rather than by one of them: what is kept for what an export does would else breed
// nothing but exports.
bool exports(std::string_view bytes)
{
    std::uint32_t hash = 2'166'136'261U; // FNV-1a
    for (char const letter : bytes) hash = (hash ^ static_cast<unsigned char>(letter)) * 16'777'619U;
    return hash % 32 == 0;
}

void cells(std::string_view left, std::filesystem::path const& folder, Exporting exporting)
{
    put(folder / kDatabaseName, sound_database());
    auto store = Store::open(folder, test::called("fuzz", kNoLocks));
    if (!store) std::abort();
    auto& database = store.value().database();
    {
        // As one: each by itself would make a journal and take it away again.
        auto transaction = Transaction::begin(database, TransactionKind::writing);
        while (!left.empty()) {
            insert(database, "INSERT OR IGNORE INTO tally VALUES (?, ?, ?, ?, ?, ?, ?, ?)", "tbbttttn", left);
            insert(database, "INSERT OR IGNORE INTO tally VALUES (?, ?, ?, ?, ?, ?, ?, ?)", "tnnttttn", left);
            insert(database, "INSERT INTO machine_log VALUES (NULL, ?, ?, ?, ?, ?, ?)", "nntbtt", left);
            insert(database, "INSERT OR REPLACE INTO meta VALUES (?, ?)", "tt", left);
            insert(database, "INSERT OR IGNORE INTO label VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   "bbtttttttttttn", left);
            insert(database, "INSERT OR IGNORE INTO day VALUES (?, ?, ?)", "ttt", left);
            insert(database, "INSERT OR IGNORE INTO remark (day, text) VALUES (?, ?)", "tt", left);
            insert(database, "INSERT OR IGNORE INTO word VALUES (?, ?, ?, ?, ?, ?)", "tttttn", left);
            insert(database, "INSERT OR IGNORE INTO release VALUES (NULL, ?, ?, ?, ?, ?, ?)", "bttntb", left);
            insert(database, "INSERT OR IGNORE INTO released VALUES (?, ?, ?, ?, ?)", "btttn", left);
        }
        if (transaction) (void)transaction.value().commit();
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
    (void)make_folder(folder);
    std::string_view const bytes(reinterpret_cast<char const*>(data) + 1, size - 1);
    auto const exporting = exports(bytes) ? Exporting::yes : Exporting::no;
    if (data[0] % 2 == 0)
        whole_file(bytes, folder, exporting);
    else
        cells(bytes.substr(0, kLongestCells), folder, exporting);
    return 0;
}
