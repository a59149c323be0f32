#include "base/utf8.h"
#include "package/package.h"
#include "package/package_draft.h"

#include <nlohmann/json.hpp>

namespace kiosk::package {

namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson describe(TableSchema const& form, FileDigest const& file)
{
    OrderedJson fields = OrderedJson::array();
    for (auto const& column : form.columns)
        fields.push_back({{"name", column.name},
                          {"type", column.type},
                          {"title", column.title},
                          {"description", column.description}});
    OrderedJson schema{{"fields", fields}};
    if (!form.key.empty()) schema["primaryKey"] = form.key;
    for (auto const& reference : form.references)
        schema["foreignKeys"].push_back(
            {{"fields", reference.column}, {"reference", {{"resource", reference.table}, {"fields", reference.of}}}});
    schema["missingValues"] = form.empty == Empty::missing ? OrderedJson::array({""}) : OrderedJson::array();
    return {{"name", std::string(form.file.substr(0, form.file.find('.')))},
            {"title", form.title},
            {"path", file.name},
            {"profile", "tabular-data-resource"},
            {"format", "csv"},
            {"mediatype", "text/csv"},
            {"encoding", "utf-8"},
            {"bytes", file.bytes},
            {"hash", "sha256:" + file.sha256},
            {"schema", schema}};
}

OrderedJson describe_workbook(FileDigest const& file)
{
    return {{"name", "figures"},
            {"title", "The same for people"},
            {"path", file.name},
            {"format", "xlsx"},
            {"mediatype", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
            {"bytes", file.bytes},
            {"hash", "sha256:" + file.sha256}};
}

// RFC 3339, which the package's "created" must follow; of the moment no more than the day, as everywhere.
std::string created(WallTime time) { return figures::date_text(time) + "T00:00:00Z"; }

// What is no whole export says so wherever a person looks first.
std::string_view warning(figures::ExportKind kind)
{
    switch (kind) {
    case figures::ExportKind::preview: return "A PREVIEW: nothing was closed by it, and no tool takes it. ";
    case figures::ExportKind::internal:
        return "FOR THE HOUSE ONLY: small counts are not masked here. It must not leave. ";
    case figures::ExportKind::whole: break;
    }
    return "";
}

} // namespace

std::string description(PackageDraft const& making)
{
    auto const& label = making.store.label().text;
    auto const& options = making.options;
    OrderedJson resources = OrderedJson::array();
    auto const forms = package_tables();
    for (std::size_t i = 0; i < forms.size(); ++i) resources.push_back(describe(*forms[i], making.tables[i]));
    if (making.workbook) resources.push_back(describe_workbook(*making.workbook));
    OrderedJson package{
        // Not "tabular-data-package", which no workbook may lie in.
        {"profile", "data-package"},
        {"name", fmt::format("kiosk-{}-{}", small_letters(file_name_for(label.kiosk)), making.store.machine())},
        {"title", fmt::format("{}Figures of the kiosk {}", warning(options.kind), label.kiosk)},
        {"created", created(options.now)},
        {"schema_version", kPackageFormat},
        {"machine", making.store.machine()},
        {"kiosk", label.kiosk},
        {"partner", label.partner},
        {"country", label.country},
        {"setting", label.setting},
        {"event", label.event},
        {"zone", label.zone},
        {"snapshot", options.snapshot},
        {"clock_trusted", !options.today.empty()},
        {"period", {{"first", making.account.figures().first_day()}, {"last", making.account.figures().last_day()}}},
        {"content_versions", making.account.figures().content_versions},
        {"threshold", options.threshold.value()},
        {"threshold_note",
         "Figures of reporting and support are released by closed periods, once and for all. A cell that is missing is "
         "masked: it stands for anything from 0 to the threshold less 1, or hides such a one."},
        {"resources", resources}};
    if (options.kind != figures::ExportKind::whole) package["kind"] = figures::name(options.kind);
    return package.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

std::string readme(PackageDraft const& making)
{
    auto const& options = making.options;
    return fmt::format(
        "{}Figures of the kiosk {}, exported on {}.\n\n"
        "figures.xlsx      the same for people: summary, charts, questions, notes\n"
        "tallies.csv       how often each thing happened, by day or hour; for pivot tables\n"
        "labels.csv        what the kiosk was called, who had it and where it stood\n"
        "days.csv          days on which it was on\n"
        "releases.csv      periods whose figures of reporting and support are released\n"
        "reporting.csv     those figures; counts below {} are masked, and whatever would give one away\n"
        "words.csv         what questions, answers, pages and channels are called\n"
        "remarks.csv       what staff said of a day\n"
        "machine.csv       what the machine went through\n"
        "measures.csv      what each measure counts, and why\n"
        "datapackage.json  the description of all of it, for programs (Frictionless Data Package)\n"
        "{}\n"
        "These are sums. No row stands for a visitor, nothing tells who anybody was or in what order things "
        "happened.\n",
        warning(options.kind), making.store.label().text.kiosk,
        options.today.empty() ? "a day that is not known" : options.today,
        options.kind == figures::ExportKind::internal ? options.internal_threshold : options.threshold.value(),
        options.key ? "datapackage.json.sig  the kiosk's signature on that description: who made the package\n" : "");
}

} // namespace kiosk::package
