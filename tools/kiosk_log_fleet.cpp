// The commands of the office: many kiosks together.
#include "figures/bucket.h"
#include "files/file_writer.h"
#include "files/hexadecimal.h"
#include "files/output_files.h"
#include "fleet/report/report.h"
#include "naming/display_names.h"
#include "package/csv.h"
#include "system/print.h"
#include "system/version.h"
#include "tools/kiosk_log_common.h"

#include <fmt/format.h>
#include <map>

namespace kiosk::tools {

namespace {

void print_remarks(std::vector<fleet::Remark> const& remarks)
{
    if (remarks.empty()) return;
    print(Channel::output, "To look at:\n");
    for (auto const& remark : remarks) print(Channel::output, "  {}\n", fleet::text(remark));
}

void print_fairs(std::vector<figures::Subtotal> const& fairs)
{
    if (fairs.empty()) return;
    print(Channel::output, "Fairs:\n");
    for (auto const& fair : fairs)
        print(Channel::output, "  {}: {} visits, {} to {}\n", fair.name, fair.visits(), fair.first, fair.last);
}

// Writes every count of open measures, a row each, finer than the workbook's sheet of data.
Result<> write_table(fleet::FleetStore& store, FleetReportChoice const& choice)
{
    auto const labels = store.labels();
    if (!labels) return labels.error();
    std::map<std::int64_t, figures::LabelText> texts;
    for (auto const& label : labels.value()) texts[label.id] = label.label.text;
    auto file = FileWriter::create(choice.table);
    if (!file) return file.error();
    KIOSK_TRY(file.value().append(package::csv_row({"kiosk", "partner", "country", "setting", "event", "day", "hour",
                                                    "content_version", "language", "measure", "item", "n"})));
    fleet::DaySpan const span{choice.first, choice.last};
    std::string line;
    KIOSK_TRY(store.each_tally([&](std::string_view, figures::TallyView const& row) -> Result<> {
        auto const& text = texts[row.label];
        if (!span.contains(row.day) || (!choice.fair.empty() && text.event != choice.fair) ||
            (!choice.kiosk.empty() && text.kiosk != choice.kiosk))
            return success();
        auto const hour = row.hour == figures::kWholeDay ? std::string() : std::to_string(row.hour);
        auto const n = std::to_string(row.n);
        line.clear();
        package::append_csv_row(line, {text.kiosk, text.partner, text.country, text.setting, text.event, row.day, hour,
                                       row.content_version, row.language, row.measure, row.item, n});
        return file.value().append(line);
    }));
    auto const written = file.value().close();
    return written ? success() : Result<>(written.error());
}

// Remarks of staff about days, noted at the kiosks.
Result<> print_staff_remarks(fleet::FleetStore& store)
{
    auto const remarks = store.remarks();
    if (!remarks) return remarks.error();
    if (remarks.value().empty()) return success();
    auto const labels = store.labels();
    if (!labels) return labels.error();
    std::map<std::int64_t, std::string> names; // by machine: the last one
    for (auto const& label : labels.value()) names[label.machine] = label.label.text.kiosk;
    print(Channel::output, "Said by staff:\n");
    for (auto const& [machine, row] : remarks.value())
        print(Channel::output, "  {}\n",
              fmt::format("{}, {}: {}", names[machine], row.day.empty() ? "?" : row.day, row.text));
    return success();
}

// Checks the fleet's file and the new one that will replace it. A link to an existing fleet is followed.
Result<> check_fleet_output(MergeChoice const& choice, std::vector<package::Package> const& packages)
{
    std::error_code code;
    auto file = std::filesystem::canonical(choice.out, code);
    if (code) file = choice.out;
    auto beside = file;
    beside += ".part";
    std::vector<std::filesystem::path> inputs{choice.list};
    for (auto const& package : packages) inputs.push_back(package.folder());
    return check_outputs({file, beside}, inputs);
}

} // namespace

int merge_command(MergeChoice const& choice)
{
    auto const& out = choice.out;
    auto const options = take_options(choice.list);
    if (!options) return fail(options.error());
    auto packages = open_packages(choice.packages, choice.bad, options.value().today);
    if (!packages) return fail(packages.error());
    auto opened = packages.take();
    if (auto const checked = check_fleet_output(choice, opened.good); !checked) return fail(checked.error());
    auto store = fleet::FleetStore::open(out);
    if (!store) return fail(store.error());
    std::vector<Error> faults;
    auto const merged = store.value().merge(std::move(opened.good), &faults, options.value());
    for (auto const& fault : faults) fail(fault);
    if (!merged) return fail(merged.error());
    auto const report = fleet::read_fleet(store.value(), fleet::Sums::visits);
    if (!report) return fail(report.error());
    auto const& all = report.value();
    auto const& figures = all.account.figures;
    print(Channel::output, "{}: {} packages taken, {} of them given twice; {} kiosks, {} visits{}\n", out,
          merged.value().packages + merged.value().repeated, merged.value().repeated, all.kiosks,
          figures.sum(Measure::visits),
          figures.first_day().empty() ? "" : fmt::format(", {} to {}", figures.first_day(), figures.last_day()));
    print_fairs(all.account.fairs);
    print_remarks(all.remarks);
    if (auto const said = print_staff_remarks(store.value()); !said) return fail(said.error());
    return print_provenance(merged.value().left_out, merged.value().remarks, merged.value().unchecked, opened.left_out);
}

namespace {

// The kiosk's number: as given, or read from the package at this path.
Result<std::string> machine_of(std::string const& source)
{
    bool const is_number = is_hexadecimal(source, kRandomIdDigits);
    if (is_number) return source;
    auto const package = package::Package::open(source);
    if (!package) return package.error();
    return package.value().info().machine;
}

// Lists the kiosks of the file, after an unknown number was given.
Result<> print_machines(fleet::FleetStore& store)
{
    auto const machines = store.machines();
    if (!machines) return machines.error();
    auto const labels = store.labels();
    if (!labels) return labels.error();
    std::map<std::int64_t, std::string> names; // by machine: the last one
    for (auto const& label : labels.value()) names[label.machine] = label.label.text.kiosk;
    for (auto const& machine : machines.value()) print(Channel::errors, "  {} {}\n", machine.number, names[machine.id]);
    return success();
}

Result<bool> forget_in_file(std::string const& machine, std::string const& file)
{
    if (std::error_code ignored; !std::filesystem::exists(file, ignored))
        return Error{file, "is not there", "check the path"};
    // An empty file would become a fleet by being opened.
    if (auto const is_fleet = fleet::FleetStore::open_to_read(file); !is_fleet) return is_fleet.error();
    auto store = fleet::FleetStore::open(file);
    if (!store) return store.error();
    auto forgotten = store.value().forget(machine);
    if (forgotten && !forgotten.value()) {
        print(Channel::errors, "kiosk-log: {}: no kiosk {} in it; there are\n", file, machine);
        KIOSK_TRY(print_machines(store.value()));
    }
    return forgotten;
}

} // namespace

int forget_command(ForgetChoice const& choice)
{
    if (choice.fleet.empty() && choice.url.empty())
        return fail({"", "it is not said where to forget it", "give --fleet FILE or --url URL, or both"});
    auto const machine = machine_of(choice.source);
    if (!machine) return fail(machine.error());
    int code = kDone;
    auto const conclude = [&](Result<bool> const& forgotten, std::string const& where) {
        if (!forgotten)
            code = fail(forgotten.error());
        else if (forgotten.value())
            print(Channel::output,
                  "{}: {} is forgotten; merge or load the packages of all kiosks again, since what questions and "
                  "answers are called is forgotten with it\n",
                  where, machine.value());
        else
            code = kFault;
    };
    if (!choice.fleet.empty()) conclude(forget_in_file(machine.value(), choice.fleet), choice.fleet);
    if (choice.url.empty()) return code;
    auto const forgotten = forget_in_database(machine.value(), choice.url);
    if (forgotten && !forgotten.value())
        print(Channel::errors, "kiosk-log: the database: no kiosk {} in it\n", machine.value());
    conclude(forgotten, "the database");
    return code;
}

namespace {

// The workbook and the table; the workbook is made beside its name first.
Result<> check_report_files(FleetReportChoice const& choice)
{
    std::vector<std::filesystem::path> outputs{choice.out, choice.out + ".part"};
    if (!choice.table.empty()) outputs.emplace_back(choice.table);
    KIOSK_TRY(check_outputs(outputs, {choice.fleet}));
    KIOSK_TRY(check_ending(choice.out, {".xlsx"}));
    return choice.table.empty() ? success() : check_ending(choice.table, {".csv"});
}

} // namespace

int report_command(FleetReportChoice const& choice)
{
    if (auto const checked = check_report_files(choice); !checked) return fail(checked.error());
    if (!choice.first.empty() && !choice.last.empty() && choice.last < choice.first)
        return fail({"--to", choice.last + " is before --from, so that no day lies between them", "exchange them"});
    auto const words = load_words(choice.words);
    if (!words) return fail(words.error());
    auto store = fleet::FleetStore::open_to_read(choice.fleet);
    if (!store) return fail(store.error());
    auto const labels = naming::make_display_names(words.value().content, words.value().language);
    auto const report = fleet::read_fleet(store.value(), fleet::Sums::all, labels,
                                          {choice.first, choice.last, choice.fair, choice.kiosk});
    if (!report) return fail(report.error());
    if (report.value().kiosks == 0 && !(choice.fair.empty() && choice.kiosk.empty()))
        return fail({choice.fleet, "has no such fair or kiosk", "names are as in the workbook of the whole fleet"});
    auto const now = SystemClock().wall();
    bool const believed = figures::clock_trust(now, {kReleaseTime, {}}) == figures::TimeTrust::trusted;
    fleet::ReportOptions const options{choice.title.empty() ? std::filesystem::path(choice.fleet).stem().string()
                                                            : choice.title,
                                       believed ? Zone::brussels().day(now) : ""};
    if (auto const written = fleet::write_report(report.value(), choice.out, options); !written)
        return fail(written.error());
    if (!choice.table.empty())
        if (auto const written = write_table(store.value(), choice); !written) return fail(written.error());
    print(Channel::output, "{}\n", choice.out);
    return kDone;
}

} // namespace kiosk::tools
