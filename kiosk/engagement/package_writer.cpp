#include "engagement/package_writer.h"
#include "base/files.h"
#include "engagement/csv.h"
#include "engagement/package.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kiosk::engagement {

namespace {

using OrderedJson = nlohmann::ordered_json;

// Everything of one package that is not a file's own.
struct Making {
    Store& store;
    std::filesystem::path folder;
    PackageOptions const& options;
    Figures figures;
    std::vector<Release> releases;
    std::vector<WrittenFile> tables; // in the order of package_tables()
    std::optional<WrittenFile> workbook;
};

Result<FileWriter> begin(Making const& making, TableForm const& form)
{
    auto file = FileWriter::create(making.folder / form.file);
    if (file) KIOSK_TRY(file.value().append(csv_row(form.names())));
    return file;
}

Result<> finish(Making& making, FileWriter& file)
{
    auto written = file.close();
    if (!written) return written.error();
    making.tables.push_back(written.take());
    return success();
}

Result<> write_tallies(Making& making)
{
    auto file = begin(making, tallies_form());
    if (!file) return file.error();
    std::string row;
    KIOSK_TRY(making.store.each_tally([&](TallyView const& tally) -> Result<> {
        // What belongs to reporting leaves by releases; what this version does not know may belong there.
        auto const measure = measure_by_id(tally.measure);
        if (!measure || entry(*measure).guard == Guard::guarded) return success();
        making.figures.add(tally);
        row.clear();
        append_csv_row(row, {tally.bucket, tally.content_version, tally.language, tally.measure, tally.item,
                             fmt::format_int(tally.n).str()});
        return file.value().append(row);
    }));
    return finish(making, file.value());
}

Result<> write_releases(Making& making)
{
    auto periods = begin(making, releases_form());
    if (!periods) return periods.error();
    for (auto const& release : making.releases)
        KIOSK_TRY(periods.value().append(
            csv_row({std::to_string(release.number), release.first, release.last, std::to_string(release.threshold)})));
    KIOSK_TRY(finish(making, periods.value()));
    auto cells = begin(making, reporting_form());
    if (!cells) return cells.error();
    for (auto const& release : making.releases)
        for (auto const& cell : release.cells)
            KIOSK_TRY(cells.value().append(csv_row(
                {std::to_string(release.number), cell.measure, cell.item, cell.language, std::to_string(cell.n)})));
    return finish(making, cells.value());
}

Result<> write_machine(Making& making, std::vector<MachineRow> const& rows)
{
    auto file = begin(making, machine_form());
    if (!file) return file.error();
    for (auto const& row : rows)
        KIOSK_TRY(file.value().append(
            csv_row({std::to_string(row.sequence), std::to_string(row.boot), std::to_string(row.monotonic_seconds),
                     row.wall, row.clock_trusted ? "true" : "false", row.event, row.detail})));
    return finish(making, file.value());
}

Result<> write_measures(Making& making)
{
    auto file = begin(making, measures_form());
    if (!file) return file.error();
    for (auto const& measure : kMeasures)
        KIOSK_TRY(file.value().append(csv_row({measure.id, measure.counts, measure.items, measure.why,
                                               measure.guard == Guard::guarded ? "true" : "false"})));
    return finish(making, file.value());
}

Result<> write_workbook_file(Making& making)
{
    auto const& options = making.options;
    if (!options.labels) return success();
    WorkbookOptions workbook;
    workbook.title = making.store.kiosk();
    workbook.made_on = options.today;
    workbook.threshold = options.threshold;
    workbook.temporary_folder = options.workshop.string();
    auto const path = making.folder / kWorkbookFile;
    KIOSK_TRY(write_workbook(path, making.figures, making.releases, *options.labels, workbook));
    auto written = sync_file(path);
    if (!written) return written.error();
    making.workbook = written.take();
    return success();
}

OrderedJson describe(TableForm const& form, WrittenFile const& file)
{
    OrderedJson fields = OrderedJson::array();
    for (auto const& column : form.columns)
        fields.push_back({{"name", column.name},
                          {"type", column.type},
                          {"title", column.title},
                          {"description", column.description}});
    auto const missing = form.empty == Empty::missing ? OrderedJson::array({""}) : OrderedJson::array();
    return {{"name", std::string(form.file.substr(0, form.file.find('.')))},
            {"title", form.title},
            {"path", form.file},
            {"profile", "tabular-data-resource"},
            {"format", "csv"},
            {"mediatype", "text/csv"},
            {"encoding", "utf-8"},
            {"bytes", file.bytes},
            {"hash", "sha256:" + file.sha256},
            {"schema", {{"fields", fields}, {"primaryKey", form.key}, {"missingValues", missing}}}};
}

OrderedJson describe_workbook(WrittenFile const& file)
{
    return {{"name", "figures"},
            {"title", "The same for people"},
            {"path", file.name},
            {"format", "xlsx"},
            {"mediatype", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
            {"bytes", file.bytes},
            {"hash", "sha256:" + file.sha256}};
}

std::string lowered(std::string text)
{
    for (auto& letter : text)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return text;
}

// RFC 3339, which the package's "created" must follow; of the moment no more than the day, as everywhere.
std::string created(WallTime time) { return date_text(time) + "T00:00:00Z"; }

std::string description(Making const& making)
{
    auto const& store = making.store;
    OrderedJson resources = OrderedJson::array();
    auto const forms = package_tables();
    for (std::size_t i = 0; i < forms.size(); ++i) resources.push_back(describe(*forms[i], making.tables[i]));
    if (making.workbook) resources.push_back(describe_workbook(*making.workbook));
    OrderedJson const package{
        {"profile", "tabular-data-package"},
        {"name", fmt::format("kiosk-{}-{}", lowered(plain_name(store.kiosk())), store.epoch())},
        {"title", fmt::format("Figures of the kiosk {}", store.kiosk())},
        {"created", created(making.options.now)},
        {"schema_version", kPackageSchema},
        {"kiosk", store.kiosk()},
        {"partner", store.partner()},
        {"country", store.country()},
        {"epoch", store.epoch()},
        {"snapshot", making.options.snapshot},
        {"clock_trusted", !making.options.today.empty()},
        {"period", {{"first", making.figures.first_day()}, {"last", making.figures.last_day()}}},
        {"content_versions", making.figures.content_versions},
        {"threshold", making.options.threshold},
        {"threshold_note",
         "Figures of reporting and support are released by closed periods, once and for all. A cell that is missing is "
         "masked: it stands for anything from 0 to the threshold less 1, or hides such a one."},
        {"resources", resources}};
    return package.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

std::string readme(Making const& making)
{
    return fmt::format(
        "Figures of the kiosk {}, exported on {}.\n\n"
        "figures.xlsx      the same for people: summary, charts, questions, notes\n"
        "tallies.csv       how often each thing happened, by day or hour\n"
        "releases.csv      periods whose figures of reporting and support are released\n"
        "reporting.csv     those figures; counts below {} are masked, and whatever would give one away\n"
        "machine.csv       what the machine went through\n"
        "measures.csv      what each measure counts, and why\n"
        "datapackage.json  the description of all of it, for programs (Frictionless Tabular Data Package)\n\n"
        "These are sums. No row stands for a visitor, nothing tells who anybody was or in what order things "
        "happened.\n",
        making.store.kiosk(), making.options.today.empty() ? "a day that is not known" : making.options.today,
        making.options.threshold);
}

Result<> write_text(Making const& making, std::string_view name, std::string const& text)
{
    auto file = FileWriter::create(making.folder / name);
    if (!file) return file.error();
    KIOSK_TRY(file.value().append(text));
    auto const written = file.value().close();
    return written ? success() : Result<>(written.error());
}

// One transaction, so that a kiosk that goes on counting does not come between the tables.
Result<> write_tables(Making& making)
{
    auto const transaction = Transaction::begin(making.store.database(), TransactionKind::reading);
    if (!transaction) return transaction.error();
    auto releases = making.store.releases();
    if (!releases) return releases.error();
    making.releases = releases.take();
    auto const machine = making.store.machine_log();
    if (!machine) return machine.error();
    KIOSK_TRY(write_tallies(making));
    KIOSK_TRY(write_releases(making));
    return write_machine(making, machine.value());
}

} // namespace

Result<> write_package(Store& store, std::filesystem::path const& folder, PackageOptions const& options)
{
    Making making{store, folder, options, {}, {}, {}, {}};
    KIOSK_TRY(make_folder(folder));
    KIOSK_TRY(write_tables(making));
    KIOSK_TRY(write_measures(making));
    KIOSK_TRY(write_workbook_file(making));
    KIOSK_TRY(write_text(making, kReadmeFile, readme(making)));
    return write_text(making, kDescriptionFile, description(making));
}

std::string plain_name(std::string const& name)
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

} // namespace kiosk::engagement
