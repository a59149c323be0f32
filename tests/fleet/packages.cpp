#include "fleet/packages.h"
#include "files/files.h"
#include "package/csv.h"
#include "package/table_schema.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace test {

using namespace kiosk;
using namespace kiosk::figures;
using namespace kiosk::package;
using namespace kiosk::store;
using namespace kiosk::fleet;

std::vector<Package> open_all(std::vector<std::filesystem::path> const& folders)
{
    std::vector<Package> packages;
    for (auto const& folder : folders) {
        auto package = Package::open(folder);
        if (!package.ok()) FAIL(package.error().line());
        packages.push_back(package.take());
    }
    return packages;
}

std::string merged(std::vector<std::filesystem::path> const& folders, std::filesystem::path const& file)
{
    auto store = FleetStore::open(file);
    if (!store.ok()) FAIL(store.error().line());
    auto const report = store.value().merge(open_all(folders));
    if (!report.ok()) FAIL(report.error().line());
    return told(file);
}

std::string told(std::filesystem::path const& file)
{
    auto opened = FleetStore::open_to_read(file);
    if (!opened.ok()) FAIL(opened.error().line());
    auto& store = opened.value();
    std::map<std::int64_t, std::string> machines;
    std::map<std::int64_t, std::string> labels;
    std::set<std::string> rows;
    for (auto const& machine : store.machines().value()) {
        machines[machine.id] = machine.number;
        rows.insert(csv_row({machine.number, std::to_string(machine.snapshot), machine.created}));
    }
    for (auto const& [id, machine, label] : store.labels().value()) {
        auto const& text = label.text;
        labels[id] = machines[machine] + "/" + std::to_string(label.number) + text.kiosk + text.partner + text.event;
        rows.insert(csv_row(
            {labels[id], text.country, text.setting, text.event_first, text.event_last, label.first, label.last}));
    }
    for (auto const& [machine, day] : store.days().value())
        rows.insert(csv_row({machines[machine], day.day, day.mark, day.open}));
    for (auto const& word : store.words().value())
        rows.insert(csv_row({word.content_version, word.language, word.measure, word.item, word.words}));
    for (auto const& [machine, remark] : store.remarks().value())
        rows.insert(csv_row({machines[machine], remark.day, remark.text}));
    REQUIRE(store
                .each_tally([&](std::string_view mark, TallyView const& row) {
                    rows.insert(csv_row({labels[row.label], mark, time_of(row), row.content_version, row.language,
                                         row.measure, row.item, std::to_string(row.n)}));
                    return success();
                })
                .ok());
    for (auto const& [machine, label, release, doubled] : store.releases().value()) {
        auto const number = std::to_string(release.number) + release.mark + (doubled ? "doubled" : "");
        rows.insert(csv_row({labels[label], number, release.first, release.last}));
        for (auto const& cell : release.cells)
            rows.insert(
                csv_row({machines[machine], number, cell.measure, cell.item, cell.language, std::to_string(cell.n)}));
    }
    for (auto const& [machine, row] : store.machine_log().value())
        rows.insert(csv_row({machines[machine], std::to_string(row.sequence), row.event, row.detail, row.wall}));
    std::string text;
    for (auto const& row : rows) text += row;
    return text;
}

FleetReport report_of(std::filesystem::path const& file)
{
    auto store = FleetStore::open_to_read(file);
    if (!store.ok()) FAIL(store.error().line());
    auto report = read_fleet(store.value());
    if (!report.ok()) FAIL(report.error().line());
    return report.take();
}

std::vector<std::string> remarks_of(std::filesystem::path const& file)
{
    std::vector<std::string> lines;
    for (auto const& remark : report_of(file).remarks) lines.push_back(text(remark));
    return lines;
}

void sign_anew(std::filesystem::path const& package, std::filesystem::path const& data)
{
    REQUIRE(make_folder(data).ok());
    auto const key = ExportKey::of(data);
    REQUIRE(key.ok());
    auto const description = read_file(package / kDescriptionFile).value();
    REQUIRE(write_file_atomically(package / kSignatureFile, key.value().sign(description)).ok());
}

void forge(std::filesystem::path const& package, std::string const& file, std::string const& from,
           std::string const& to, std::filesystem::path const& data)
{
    auto bytes = read_file(package / file).value();
    auto const at = bytes.find(from);
    REQUIRE(at != std::string::npos);
    bytes.replace(at, from.size(), to);
    REQUIRE(write_file_atomically(package / file, bytes).ok());
    auto json = nlohmann::json::parse(read_file(package / kDescriptionFile).value());
    for (auto& resource : json["resources"])
        if (resource["path"] == file) {
            resource["bytes"] = bytes.size();
            resource["hash"] = "sha256:" + sha256(bytes);
        }
    REQUIRE(write_file_atomically(package / kDescriptionFile, json.dump()).ok());
    if (data.empty())
        std::filesystem::remove(package / kSignatureFile);
    else
        sign_anew(package, data);
}

std::filesystem::path write_old(std::filesystem::path const& folder, OldPackage const& package)
{
    REQUIRE(make_folder(folder).ok());
    nlohmann::json json{{"schema_version", 2},
                        {"kiosk", package.kiosk},
                        {"epoch", package.epoch},
                        {"partner", package.partner},
                        {"country", package.country},
                        {"snapshot", package.snapshot},
                        {"created", package.created + "T00:00:00Z"},
                        {"threshold", 10},
                        {"period", {{"first", "2026-11-18"}, {"last", package.created}}},
                        {"resources", nlohmann::json::array()}};
    std::map<std::string, std::string> const rows{{"tallies.csv", package.tallies},
                                                  {"releases.csv", package.releases},
                                                  {"reporting.csv", package.reporting},
                                                  {"machine.csv", package.machine}};
    for (auto const* form : package_tables_2()) {
        std::string const name(form->file);
        auto const found = rows.find(name);
        auto const bytes = csv_row(form->names()) + (found == rows.end() ? "" : found->second);
        REQUIRE(write_file_atomically(folder / name, bytes).ok());
        json["resources"].push_back({{"path", name}, {"bytes", bytes.size()}, {"hash", "sha256:" + sha256(bytes)}});
    }
    REQUIRE(write_file_atomically(folder / kDescriptionFile, json.dump()).ok());
    return folder;
}

} // namespace test
