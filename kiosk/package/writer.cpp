#include "package/writer.h"
#include "figures/days.h"
#include "files/files.h"
#include "package/csv.h"
#include "package/package_draft.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::package {

namespace {

// One table: a row at a time, closed at the end.
class TableWriter {
public:
    static Result<TableWriter> begin(PackageDraft& making, TableSchema const& form)
    {
        auto file =
            FileWriter::create(making.folder / making.file_name(form.file), Replace::never, FolderLink::refused);
        if (!file) return file.error();
        KIOSK_TRY(file.value().append(csv_row(form.names())));
        return TableWriter(making, file.take());
    }
    Result<> row(std::vector<std::string_view> const& cells)
    {
        text_.clear();
        append_csv_row(text_, cells);
        return file_.append(text_);
    }
    Result<> finish()
    {
        auto written = file_.close();
        if (!written) return written.error();
        making_->tables.push_back(written.take());
        return success();
    }

private:
    TableWriter(PackageDraft& making, FileWriter file) : making_(&making), file_(std::move(file)) {}
    PackageDraft* making_;
    FileWriter file_;
    std::string text_;
};

std::string number(std::int64_t value) { return fmt::format_int(value).str(); }

Result<> write_tallies(PackageDraft& making)
{
    auto file = TableWriter::begin(making, tallies_schema());
    if (!file) return file.error();
    static figures::Label const kNone;
    figures::Label const* label = &kNone;
    KIOSK_TRY(making.store.each_tally([&](figures::TallyView const& tally) -> Result<> {
        // What belongs to reporting leaves by releases; what this version does not know may belong there.
        auto const measure = measure_by_id(tally.measure);
        if (!measure || entry(*measure).guard == Guard::guarded) return success();
        making.account.add(tally);
        if (label->number != tally.label || label == &kNone) {
            label = making.label(tally.label);
            if (!label) label = &kNone; // damage: a row of no label
        }
        auto const& text = label->text;
        auto const hour = tally.hour == figures::kWholeDay ? std::string() : number(tally.hour);
        return file.value().row({number(tally.label), text.kiosk, text.setting, text.event, tally.day, hour,
                                 tally.day.empty() ? "doubtful" : "trusted", tally.content_version, tally.language,
                                 tally.measure, tally.item, number(tally.n)});
    }));
    return file.value().finish();
}

Result<> write_labels(PackageDraft& making)
{
    auto file = TableWriter::begin(making, labels_schema());
    if (!file) return file.error();
    for (auto const& label : making.account.names()) {
        auto const& text = label.text;
        KIOSK_TRY(file.value().row({number(label.number), label.kind == figures::LabelKind::own ? "own" : "former",
                                    text.kiosk, text.partner, text.country, text.setting, text.event, text.event_first,
                                    text.event_last, text.zone, label.first, label.last}));
    }
    return file.value().finish();
}

Result<> write_days(PackageDraft& making)
{
    auto const days = making.store.days();
    if (!days) return days.error();
    auto file = TableWriter::begin(making, days_schema());
    if (!file) return file.error();
    for (auto const& day : days.value()) KIOSK_TRY(file.value().row({day.day, day.mark, day.open}));
    return file.value().finish();
}

Result<> write_releases(PackageDraft& making)
{
    auto periods = TableWriter::begin(making, releases_schema());
    if (!periods) return periods.error();
    for (auto const& release : making.releases)
        KIOSK_TRY(periods.value().row({number(release.number), number(release.label), release.first, release.last,
                                       number(release.threshold), release.mark}));
    KIOSK_TRY(periods.value().finish());
    auto cells = TableWriter::begin(making, reporting_schema());
    if (!cells) return cells.error();
    for (auto const& release : making.releases)
        for (auto const& cell : release.cells)
            KIOSK_TRY(
                cells.value().row({number(release.number), cell.measure, cell.item, cell.language, number(cell.n)}));
    return cells.value().finish();
}

Result<> write_words(PackageDraft& making)
{
    auto const words = making.store.words();
    if (!words) return words.error();
    auto file = TableWriter::begin(making, words_schema());
    if (!file) return file.error();
    for (auto const& row : words.value())
        KIOSK_TRY(file.value().row({row.content_version, row.language, row.measure, row.item, row.words,
                                    row.right < 0   ? ""
                                    : row.right > 0 ? "true"
                                                    : "false"}));
    return file.value().finish();
}

Result<> write_remarks(PackageDraft& making)
{
    auto const remarks = making.store.remarks();
    if (!remarks) return remarks.error();
    auto file = TableWriter::begin(making, remarks_schema());
    if (!file) return file.error();
    for (auto const& remark : remarks.value())
        KIOSK_TRY(file.value().row({number(remark.number), remark.day, remark.text}));
    return file.value().finish();
}

Result<> write_machine(PackageDraft& making)
{
    auto const rows = making.store.machine_log();
    if (!rows) return rows.error();
    auto file = TableWriter::begin(making, machine_schema());
    if (!file) return file.error();
    for (auto const& row : rows.value())
        KIOSK_TRY(file.value().row({number(row.sequence), number(row.boot), number(row.monotonic_seconds), row.wall,
                                    row.clock_trusted ? "true" : "false", row.event, row.detail}));
    return file.value().finish();
}

Result<> write_measures(PackageDraft& making)
{
    auto file = TableWriter::begin(making, measures_schema());
    if (!file) return file.error();
    for (auto const& measure : kMeasures)
        KIOSK_TRY(file.value().row({measure.id, measure.counts, measure.items, measure.why,
                                    measure.guard == Guard::guarded ? "true" : "false"}));
    return file.value().finish();
}

Result<> write_workbook_file(PackageDraft& making)
{
    auto const& options = making.options;
    if (!options.labels) return success();
    workbook::WorkbookOptions workbook;
    workbook.title = making.store.label().text.kiosk;
    workbook.made_on = options.today;
    workbook.kind = options.kind;
    workbook.source = fmt::format("{} · {}", making.store.machine(), options.snapshot);
    workbook.threshold = options.kind == figures::ExportKind::internal ? options.internal_threshold
                                                                       : std::int64_t{options.threshold.value()};
    workbook.temporary_folder = options.scratch_folder.string();
    auto const labels = making.account.labels();
    auto const path = making.folder / making.file_name(kWorkbookFile);
    KIOSK_TRY(workbook::write_workbook(path, making.account.finish(making.releases), labels, workbook));
    auto written = sync_and_hash_file(path);
    if (!written) return written.error();
    making.workbook = written.take();
    return success();
}

Result<> write_text(PackageDraft const& making, std::string_view file_name, std::string const& text)
{
    auto file = FileWriter::create(making.folder / file_name, Replace::never, FolderLink::refused);
    if (!file) return file.error();
    KIOSK_TRY(file.value().append(text));
    auto const written = file.value().close();
    return written ? success() : Result<>(written.error());
}

// Of a look in the house: what is not closed yet, label by label.
Result<> add_open_periods(PackageDraft& making)
{
    for (auto const& label : making.account.names()) {
        auto const through = making.store.closed_through(label.number);
        if (!through) return through.error();
        figures::Release open;
        open.number = making.releases.empty() ? 1 : making.releases.back().number + 1;
        open.label = label.number;
        open.first = through.value().empty() ? label.first : figures::day_after(through.value());
        open.last = std::max(label.last, making.options.today);
        open.threshold = making.options.internal_threshold;
        if (!figures::is_day(open.first) || open.first > open.last) continue;
        auto const tables = making.store.reporting(label.number, open.first, open.last);
        if (!tables) return tables.error();
        for (auto const& table : tables.value()) {
            auto const cells = figures::cells_at(table, open.threshold);
            open.cells.insert(open.cells.end(), cells.begin(), cells.end());
        }
        making.releases.push_back(std::move(open));
    }
    return success();
}

Result<> read_releases(PackageDraft& making)
{
    auto releases = making.store.releases();
    if (!releases) return releases.error();
    making.releases = releases.take();
    auto const& options = making.options;
    if (options.closing) {
        making.releases.insert(making.releases.end(), options.closing->begin(), options.closing->end());
        std::sort(making.releases.begin(), making.releases.end());
    }
    return options.kind == figures::ExportKind::internal ? add_open_periods(making) : success();
}

// One transaction, so that a kiosk that goes on counting does not come between the tables.
Result<> write_tables(PackageDraft& making)
{
    auto const transaction = database::Transaction::begin(making.store.database(), database::TransactionKind::reading);
    if (!transaction) return transaction.error();
    auto account = KioskWorkbookData::begin(making.store, making.options.labels);
    if (!account) return account.error();
    making.account = account.take();
    KIOSK_TRY(read_releases(making));
    KIOSK_TRY(write_tallies(making));
    KIOSK_TRY(write_labels(making));
    KIOSK_TRY(write_days(making));
    KIOSK_TRY(write_releases(making));
    KIOSK_TRY(write_words(making));
    KIOSK_TRY(write_remarks(making));
    KIOSK_TRY(write_machine(making));
    return write_measures(making);
}

} // namespace

Result<> write_package(store::Store& store, std::filesystem::path const& folder, PackageOptions const& options)
{
    PackageDraft making{store, folder, options, {}, {}, {}, {}};
    KIOSK_TRY(make_folder(folder));
    KIOSK_TRY(write_tables(making));
    KIOSK_TRY(write_workbook_file(making));
    KIOSK_TRY(write_text(making, making.file_name(kReadmeFile), readme(making)));
    auto const described = description(making);
    if (options.key) KIOSK_TRY(write_text(making, store::kSignatureFile, options.key->sign(described)));
    // By this name a package is found; what is none has it in its title.
    return write_text(making, kDescriptionFile, described);
}

std::string file_name_for(std::string const& name)
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

} // namespace kiosk::package
