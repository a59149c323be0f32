#include "engagement/export.h"
#include "base/files.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>
#include <sodium.h>
#include <unistd.h>

namespace kiosk::engagement {

namespace {

using Json = nlohmann::ordered_json;

struct Column {
    char const* name;
    char const* type;
    char const* title;
    char const* description;
};

// A text that may be empty and still is a value, as in a primary key; or one whose emptiness says "not known".
enum class Empty { value, missing };

struct Table {
    std::string file, title;
    std::vector<Column> columns;
    std::vector<std::string> key;
    Empty empty = Empty::value;
    std::string csv;
};

std::string header(std::vector<Column> const& columns)
{
    std::vector<std::string> names;
    for (auto const& column : columns) names.emplace_back(column.name);
    return csv_row(names);
}

Table tallies_table(std::vector<TallyRow> const& rows)
{
    Table table{
        "tallies.csv",
        "How often each thing happened",
        {{"kiosk", "string", "Kiosk", "name of the kiosk"},
         {"epoch", "string", "Database", "which of its databases; a new one is begun when the old one cannot be used"},
         {"bucket", "string", "Day or hour",
          "the day, or at fairs the hour, of Brussels; unknown when the clock was wrong"},
         {"content_version", "string", "Version of the content", "version of what visitors read"},
         {"language", "string", "Language", "of the visitor, ISO 639-1"},
         {"measure", "string", "Measure", "what was counted: see measures.csv"},
         {"item", "string", "Item", "which of it: see measures.csv"},
         {"n", "integer", "Count", "how often"}},
        {"kiosk", "epoch", "bucket", "content_version", "language", "measure", "item"},
        Empty::value,
        ""};
    table.csv = header(table.columns);
    for (auto const& row : rows)
        table.csv += csv_row({row.kiosk, row.epoch, row.bucket, row.content_version, row.language, row.measure,
                              row.item, std::to_string(row.n)});
    return table;
}

Table machine_table(std::vector<MachineRow> const& rows)
{
    Table table{"machine.csv",
                "What the machine itself went through",
                {{"seq", "integer", "Number", "order"},
                 {"boot", "integer", "Start", "how often the program had started"},
                 {"monotonic_s", "integer", "Seconds", "seconds since that start"},
                 {"wall", "date", "Day", "the day, empty when the clock was wrong"},
                 {"clock_trusted", "boolean", "Clock trusted", "whether the clock was believed"},
                 {"event", "string", "Event", "boot, content, fault, export, quarantine, clock"},
                 {"detail", "string", "Detail", "more of it"}},
                {"seq"},
                Empty::missing,
                ""};
    table.csv = header(table.columns);
    for (auto const& row : rows)
        table.csv +=
            csv_row({std::to_string(row.sequence), std::to_string(row.boot), std::to_string(row.monotonic_seconds),
                     row.wall, row.clock_trusted ? "true" : "false", row.event, row.detail});
    return table;
}

Table measures_table()
{
    Table table{"measures.csv",
                "The dictionary of measures",
                {{"measure", "string", "Measure", "name in tallies.csv"},
                 {"counts", "string", "One count", "what one count stands for"},
                 {"items", "string", "Items", "what the item column holds"},
                 {"why", "string", "Why", "what it is needed for"},
                 {"guarded", "boolean", "Guarded",
                  "by the day only, and left out below the threshold: a row that is missing stands for anything from 0 "
                  "to the threshold less 1"}},
                {"measure"},
                Empty::value,
                ""};
    table.csv = header(table.columns);
    for (auto const& measure : kMeasures)
        table.csv += csv_row({std::string(measure.id), std::string(measure.counts), std::string(measure.items),
                              std::string(measure.why), measure.guard == Guard::guarded ? "true" : "false"});
    return table;
}

std::string sha256(std::string const& bytes)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
    std::string text;
    for (auto const byte : hash) text += fmt::format("{:02x}", byte);
    return text;
}

Json describe(Table const& table)
{
    Json fields = Json::array();
    for (auto const& column : table.columns)
        fields.push_back({{"name", column.name},
                          {"type", column.type},
                          {"title", column.title},
                          {"description", column.description}});
    auto const missing = table.empty == Empty::missing ? Json::array({""}) : Json::array();
    return {{"name", table.file.substr(0, table.file.find('.'))},
            {"title", table.title},
            {"path", table.file},
            {"profile", "tabular-data-resource"},
            {"format", "csv"},
            {"mediatype", "text/csv"},
            {"encoding", "utf-8"},
            {"bytes", table.csv.size()},
            {"hash", "sha256:" + sha256(table.csv)},
            {"schema", {{"fields", fields}, {"primaryKey", table.key}, {"missingValues", missing}}}};
}

// A name that is one plain part of a path and of a package's name, whatever the kiosk is called.
std::string plain(std::string const& name)
{
    std::string text;
    for (char const letter : name) {
        bool const digit = letter >= '0' && letter <= '9';
        bool const small = letter >= 'a' && letter <= 'z';
        bool const capital = letter >= 'A' && letter <= 'Z';
        text += digit || small || capital || letter == '_' ? letter : '-';
    }
    return text.empty() ? "kiosk" : text;
}

std::string lowered(std::string text)
{
    for (auto& letter : text)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return text;
}

// RFC 3339, which the package's "created" must follow.
std::string moment_text(WallTime time)
{
    auto const second = ((time.unix_seconds % 86400) + 86400) % 86400;
    return fmt::format("{}T{:02}:{:02}:{:02}Z", date_text(time), second / 3600, second / 60 % 60, second % 60);
}

std::string package_text(Store& store, std::vector<TallyRow> const& rows, std::vector<Table> const& tables,
                         ExportOptions const& options)
{
    std::set<std::string> versions;
    std::set<std::string> buckets;
    for (auto const& row : rows) {
        versions.insert(row.content_version);
        if (row.bucket != "unknown") buckets.insert(row.bucket.substr(0, 10));
    }
    Json resources = Json::array();
    for (auto const& table : tables) resources.push_back(describe(table));
    Json const package{
        {"profile", "tabular-data-package"},
        {"name", fmt::format("kiosk-{}-{}", lowered(plain(store.kiosk())), store.epoch())},
        {"title", fmt::format("Figures of the kiosk {}", store.kiosk())},
        {"created", moment_text(options.now)},
        {"kiosk", store.kiosk()},
        {"epoch", store.epoch()},
        {"period",
         {{"first", buckets.empty() ? "" : *buckets.begin()}, {"last", buckets.empty() ? "" : *buckets.rbegin()}}},
        {"content_versions", versions},
        {"threshold", options.threshold},
        {"threshold_note", "Counts of guarded measures below the threshold are left out: a row that is missing stands "
                           "for anything from 0 to the threshold less 1."},
        {"resources", resources}};
    return package.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string readme_text(Store& store, ExportOptions const& options)
{
    return fmt::format(
        "Figures of the kiosk {}, exported on {}.\n\n"
        "tallies.csv holds sums for a day (at fairs, for an hour): how often a thing happened, never who did it or in\n"
        "what order. measures.csv says what each measure counts. machine.csv is the machine's own diary: starts and\n"
        "faults. datapackage.json describes all three for programs (Frictionless Tabular Data Package).\n\n"
        "Counts of reporting and support below {} are left out, zeros too: a row that is not there stands for "
        "anything\n"
        "from 0 to {}.\n",
        store.kiosk(), date_text(options.now), options.threshold, options.threshold - 1);
}

// A name that is not taken yet.
std::filesystem::path free_folder(std::filesystem::path const& out, std::string const& name)
{
    auto path = out / name;
    std::error_code ignored;
    for (int number = 2; std::filesystem::exists(path, ignored); ++number)
        path = out / fmt::format("{}-{}", name, number);
    return path;
}

Result<> write_all(std::filesystem::path const& folder, std::vector<Table> const& tables, std::string const& package,
                   std::string const& readme)
{
    KIOSK_TRY(make_folder(folder));
    for (auto const& table : tables) KIOSK_TRY(write_file_atomically(folder / table.file, table.csv));
    KIOSK_TRY(write_file_atomically(folder / "datapackage.json", package));
    return write_file_atomically(folder / "README.txt", readme);
}

// A folder's new names outlive the plug only once the folder itself is synced.
Result<> sync_folder(std::filesystem::path const& folder)
{
    int const descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool const synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    auto const code = errno;
    if (descriptor >= 0) ::close(descriptor);
    // Some file systems of sticks cannot sync a folder, and say so with EINVAL.
    if (synced || code == EINVAL) return success();
    return Error{folder.string(), fmt::format("cannot be synced: {}", std::strerror(code)), "check the disk"};
}

// Named only when all of it is on the disk: whoever finds the folder finds it whole.
Result<> finish(std::filesystem::path const& part, std::filesystem::path const& folder)
{
    KIOSK_TRY(sync_folder(part));
    std::error_code code;
    std::filesystem::rename(part, folder, code);
    if (code) return Error{folder.string(), "cannot be named: " + code.message(), "check the disk"};
    // It is there and whole by now; only how long it outlives the plug is still open, which is no reason to fail.
    (void)sync_folder(folder.parent_path());
    return success();
}

struct Figures {
    std::vector<TallyRow> tallies;
    std::vector<MachineRow> machine;
};

// One transaction, so that a kiosk that goes on counting does not come between the two.
Result<Figures> read_figures(Store& store)
{
    KIOSK_TRY(store.database().run("BEGIN"));
    auto tallies = store.tallies();
    auto machine = store.machine_log();
    store.database().roll_back(); // nothing was written
    if (!tallies) return tallies.error();
    if (!machine) return machine.error();
    return Figures{tallies.take(), machine.take()};
}

} // namespace

std::string csv_row(std::vector<std::string> const& cells)
{
    std::string row;
    for (auto const& cell : cells) {
        if (!row.empty() || &cell != &cells.front()) row += ',';
        if (cell.find_first_of(",\"\n\r") == std::string::npos) {
            row += cell;
            continue;
        }
        row += '"';
        for (char const letter : cell) {
            if (letter == '"') row += '"';
            row += letter;
        }
        row += '"';
    }
    return row + "\n";
}

std::vector<TallyRow> publishable(std::vector<TallyRow> const& rows, std::int64_t threshold)
{
    std::vector<TallyRow> kept;
    for (auto const& row : rows) {
        auto const measure = measure_by_id(row.measure);
        // A measure this version does not know is guarded: it may have been.
        bool const guarded = !measure || entry(*measure).guard == Guard::guarded;
        if (!guarded || row.n >= threshold) kept.push_back(row);
    }
    return kept;
}

Result<std::filesystem::path> export_package(Store& store, std::filesystem::path const& out,
                                             ExportOptions const& options)
{
    auto const figures = read_figures(store);
    if (!figures) return figures.error();
    auto const rows = publishable(figures.value().tallies, options.threshold);
    std::vector<Table> const tables{tallies_table(rows), machine_table(figures.value().machine), measures_table()};

    KIOSK_TRY(make_folder(out));
    auto const folder = free_folder(out, fmt::format("{}-{}", plain(store.kiosk()), date_text(options.now)));
    auto part = folder;
    part += ".part";
    std::error_code code;
    std::filesystem::remove_all(part, code);
    auto written = write_all(part, tables, package_text(store, rows, tables, options), readme_text(store, options));
    if (written) written = finish(part, folder);
    if (!written) {
        std::filesystem::remove_all(part, code);
        return written.error();
    }
    return folder;
}

} // namespace kiosk::engagement
