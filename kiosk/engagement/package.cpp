#include "engagement/package.h"
#include "base/files.h"
#include "engagement/csv.h"
#include "engagement/days.h"
#include "engagement/plausible.h"
#include "engagement/written_file.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kiosk::engagement {

namespace {

using Json = nlohmann::json;

constexpr char const* kAgain = "copy the package again from the stick";

std::optional<std::int64_t> whole_number(std::string_view text)
{
    std::int64_t value = 0;
    auto const* end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, value);
    if (text.empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return value;
}

Error bad_value(std::string_view column, std::string_view value)
{
    return {"", fmt::format("'{}' is no {}", value.substr(0, 60), column), kAgain};
}

std::string text_of(Json const& json, char const* key)
{
    auto const found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::int64_t number_of(Json const& json, char const* key)
{
    auto const found = json.find(key);
    return found != json.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

bool is_epoch(std::string const& text)
{
    return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

Result<PackageInfo> read_info(Json const& json, std::string const& file)
{
    if (!json.is_object() || !json.contains("schema_version"))
        return Error{file, "does not describe a package of a kiosk", "give a folder as kiosk-log export made it"};
    auto const schema = number_of(json, "schema_version");
    if (schema > kPackageSchema)
        return Error{file, fmt::format("was written by a later version (form {})", schema), "use a newer kiosk-log"};
    PackageInfo info;
    info.kiosk = text_of(json, "kiosk");
    info.partner = text_of(json, "partner");
    info.country = text_of(json, "country");
    info.epoch = text_of(json, "epoch");
    info.snapshot = number_of(json, "snapshot");
    info.created = text_of(json, "created").substr(0, 10);
    info.threshold = number_of(json, "threshold");
    if (json.contains("period") && json["period"].is_object()) {
        info.first = text_of(json["period"], "first");
        info.last = text_of(json["period"], "last");
    }
    if (auto const versions = json.find("content_versions"); versions != json.end() && versions->is_array())
        for (auto const& version : *versions)
            if (version.is_string()) info.content_versions.push_back(version.get<std::string>());
    if (schema != kPackageSchema || info.kiosk.empty() || !is_epoch(info.epoch) || info.snapshot < 1)
        return Error{file, "does not say whose figures these are", kAgain};
    return info;
}

// The description names each file of the form once, and each is what it says, to the byte.
Result<> check_file(std::filesystem::path const& folder, Json const& resource, ReadFrom from)
{
    auto const name = text_of(resource, "path");
    auto const found = hash_file(folder / name, from);
    if (!found) return Error{(folder / name).string(), "is missing or cannot be read", kAgain};
    bool const same = resource.contains("bytes") && resource["bytes"] == found.value().bytes &&
                      text_of(resource, "hash") == "sha256:" + found.value().sha256;
    if (!same) return Error{(folder / name).string(), "is not what was exported: its bytes were changed", kAgain};
    return success();
}

Result<> check_files(std::filesystem::path const& folder, Json const& json, std::string const& file, ReadFrom from)
{
    auto const resources = json.find("resources");
    if (resources == json.end() || !resources->is_array()) return Error{file, "names no files", kAgain};
    std::vector<std::string> known{std::string(kWorkbookFile)};
    for (auto const* form : package_tables()) known.emplace_back(form->file);
    std::set<std::string> seen;
    for (auto const& resource : *resources) {
        auto const name = text_of(resource, "path");
        if (std::find(known.begin(), known.end(), name) == known.end() || !seen.insert(name).second)
            return Error{file, fmt::format("names '{}', which is no file of a package", name.substr(0, 60)), kAgain};
        KIOSK_TRY(check_file(folder, resource, from));
    }
    for (auto const* form : package_tables())
        if (!seen.contains(std::string(form->file)))
            return Error{file, fmt::format("does not name {}", form->file), kAgain};
    return success();
}

bool is_bucket(std::string_view text)
{
    if (text == "unknown") return true;
    if (text.size() == 10) return is_day(text);
    return text.size() == 13 && text[10] == 'T' && is_day(text.substr(0, 10)) && whole_number(text.substr(11)) &&
           *whole_number(text.substr(11)) >= 0 && *whole_number(text.substr(11)) < 24;
}

} // namespace

Result<Package> Package::open(std::filesystem::path const& folder, ReadFrom from)
{
    auto const file = folder / kDescriptionFile;
    auto const bytes = read_file(file);
    if (!bytes) return bytes.error();
    auto const json = Json::parse(bytes.value(), nullptr, false);
    if (json.is_discarded()) return Error{file.string(), "is damaged: it is not JSON", kAgain};
    auto info = read_info(json, file.string());
    if (!info) return info.error();
    KIOSK_TRY(check_files(folder, json, file.string(), from));
    Package package;
    package.info_ = info.take();
    package.folder_ = folder;
    return package;
}

Result<> Package::each_tally(std::function<Result<>(TallyView const&)> const& take) const
{
    std::string last_bucket; // most rows have that of the row before
    auto const& form = tallies_form();
    return read_csv(folder_ / form.file, form.names(), [&](CsvRow const& row) -> Result<> {
        if (row[0] != last_bucket) {
            if (!is_bucket(row[0])) return bad_value("day or hour", row[0]);
            last_bucket = row[0];
        }
        auto const n = whole_number(row[5]);
        if (!n || *n < 1 || *n > kMostOfACell) return bad_value("count", row[5]);
        return take({row[0], row[1], row[2], row[3], row[4], *n});
    });
}

Result<std::vector<Release>> Package::releases() const
{
    std::vector<Release> releases;
    auto const& periods = releases_form();
    KIOSK_TRY(read_csv(folder_ / periods.file, periods.names(), [&](CsvRow const& row) -> Result<> {
        auto const number = whole_number(row[0]);
        auto const threshold = whole_number(row[3]);
        if (!number || (!releases.empty() && *number <= releases.back().number)) return bad_value("number", row[0]);
        if (!is_day(row[1])) return bad_value("day", row[1]);
        if (!is_day(row[2])) return bad_value("day", row[2]);
        if (!threshold || *threshold < 1) return bad_value("threshold", row[3]);
        releases.push_back({*number, std::string(row[1]), std::string(row[2]), *threshold, {}});
        return success();
    }));
    auto const& cells = reporting_form();
    KIOSK_TRY(read_csv(folder_ / cells.file, cells.names(), [&](CsvRow const& row) -> Result<> {
        auto const number = whole_number(row[0]);
        auto const release = std::find_if(releases.begin(), releases.end(),
                                          [&](Release const& one) { return number && one.number == *number; });
        if (release == releases.end()) return bad_value("number of a release", row[0]);
        auto const n = whole_number(row[4]);
        if (!n || *n < release->threshold) return bad_value("count that may be published", row[4]);
        release->cells.push_back({std::string(row[1]), std::string(row[2]), std::string(row[3]), *n});
        return success();
    }));
    return releases;
}

Result<std::vector<MachineRow>> Package::machine_log() const
{
    std::vector<MachineRow> rows;
    auto const& form = machine_form();
    KIOSK_TRY(read_csv(folder_ / form.file, form.names(), [&](CsvRow const& row) -> Result<> {
        auto const sequence = whole_number(row[0]);
        auto const boot = whole_number(row[1]);
        auto const seconds = whole_number(row[2]);
        if (!sequence || !boot || !seconds) return bad_value("number", row[0]);
        if (!row[3].empty() && !is_day(row[3])) return bad_value("day", row[3]);
        rows.push_back({*sequence, *boot, *seconds, std::string(row[3]), row[4] == "true", std::string(row[5]),
                        std::string(row[6])});
        return success();
    }));
    return rows;
}

} // namespace kiosk::engagement
