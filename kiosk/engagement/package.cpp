#include "engagement/package.h"
#include "base/files.h"
#include "engagement/csv.h"
#include "engagement/days.h"
#include "engagement/plausible.h"
#include "engagement/written_file.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
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
    if (found == json.end() || !found->is_number_integer()) return 0;
    // A number past the signed ones would be read as a negative one.
    if (found->is_number_unsigned() && found->get<std::uint64_t>() > INT64_MAX) return 0;
    return found->get<std::int64_t>();
}

bool is_sixteen_digits(std::string const& text)
{
    return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

constexpr std::int64_t kFormBeforeLabels = 2;

Result<> check_form(Json const& json, std::string const& file)
{
    if (!json.is_object() || !json.contains("schema_version"))
        return Error{file, "does not describe a package of a kiosk", "give a folder as kiosk-log export made it"};
    auto const form = number_of(json, "schema_version");
    if (form > kPackageSchema)
        return Error{file, fmt::format("was written by a later version (form {})", form), "use a newer kiosk-log"};
    if (form == 1)
        return Error{file, "is of the first form (1), which had no periods of reporting and is no longer read",
                     "export again from the kiosk that it came from"};
    if (form < kFormBeforeLabels) return Error{file, "is of a form that there is not", kAgain};
    return success();
}

// Of our own descriptions the deepest has five. What nests deeper is nobody's, and a file of nothing but brackets would
// take seventy times its size in memory.
constexpr int kDeepest = 16;

bool is_too_deep(std::string_view json)
{
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        char const letter = json[i];
        if (quoted && letter == '\\') ++i;
        if (letter == '"') quoted = !quoted;
        if (quoted) continue;
        if (letter == '[' || letter == '{') ++depth;
        if (letter == ']' || letter == '}') --depth;
        if (depth > kDeepest) return true;
    }
    return false;
}

Result<Json> read_description(std::filesystem::path const& file)
{
    auto const bytes = read_file(file, kLargestDescription);
    if (!bytes) return bytes.error();
    if (is_too_deep(bytes.value())) return Error{file.string(), "is no description of a package", kAgain};
    auto json = Json::parse(bytes.value(), nullptr, false);
    if (json.is_discarded()) return Error{file.string(), "is damaged: it is not JSON", kAgain};
    return json;
}

ExportKind kind_of(Json const& json)
{
    auto const text = text_of(json, "kind");
    for (auto const kind : {ExportKind::preview, ExportKind::house})
        if (text == name(kind)) return kind;
    return ExportKind::whole;
}

Result<PackageInfo> read_info(Json const& json, std::string const& file)
{
    KIOSK_TRY(check_form(json, file));
    PackageInfo info;
    info.form = number_of(json, "schema_version");
    info.kind = kind_of(json);
    info.machine = text_of(json, info.form == kFormBeforeLabels ? "epoch" : "machine");
    info.kiosk = text_of(json, "kiosk");
    info.partner = text_of(json, "partner");
    info.country = text_of(json, "country");
    info.snapshot = number_of(json, "snapshot");
    info.created = text_of(json, "created").substr(0, 10);
    info.clock_trusted = json.contains("clock_trusted") && json["clock_trusted"] == true;
    info.threshold = number_of(json, "threshold");
    if (json.contains("period") && json["period"].is_object()) {
        info.first = text_of(json["period"], "first");
        info.last = text_of(json["period"], "last");
    }
    if (auto const versions = json.find("content_versions"); versions != json.end() && versions->is_array())
        for (auto const& version : *versions)
            if (version.is_string()) info.content_versions.push_back(version.get<std::string>());
    bool const named = info.form > kFormBeforeLabels || !info.kiosk.empty();
    bool const numbered = info.snapshot >= 1 || info.kind != ExportKind::whole;
    if (!named || !numbered || !is_sixteen_digits(info.machine))
        return Error{file, "does not say whose figures these are", kAgain};
    return info;
}

std::vector<TableForm const*> tables_of(PackageInfo const& info)
{
    return info.form == kFormBeforeLabels ? package_tables_2() : package_tables();
}

// Of what is no whole export every file says so in its name.
std::string file_name(PackageInfo const& info, std::string_view file)
{
    auto const kind = name(info.kind);
    return kind.empty() ? std::string(file) : fmt::format("{}-{}", kind, file);
}

// The description names each file of the form once, and each is what it says, to the byte.
Result<> check_file(std::filesystem::path const& folder, Json const& resource, ReadFrom from)
{
    auto const name = text_of(resource, "path");
    auto const found = hash_file(folder / name, from);
    if (!found) {
        std::error_code ignored;
        bool const there = std::filesystem::exists(folder / name, ignored);
        return there ? found.error() : Error{(folder / name).string(), "is missing or cannot be read", kAgain};
    }
    bool const same = resource.contains("bytes") && resource["bytes"] == found.value().bytes &&
                      text_of(resource, "hash") == "sha256:" + found.value().sha256;
    if (!same) return Error{(folder / name).string(), "is not what was exported: its bytes were changed", kAgain};
    return success();
}

Result<> check_files(std::filesystem::path const& folder, Json const& json, PackageInfo const& info, ReadFrom from)
{
    auto const file = (folder / kDescriptionFile).string();
    auto const resources = json.find("resources");
    if (resources == json.end() || !resources->is_array()) return Error{file, "names no files", kAgain};
    std::vector<std::string> known{file_name(info, kWorkbookFile)};
    for (auto const* form : tables_of(info)) known.push_back(file_name(info, form->file));
    std::set<std::string> seen;
    for (auto const& resource : *resources) {
        auto const name = text_of(resource, "path");
        if (std::find(known.begin(), known.end(), name) == known.end() || !seen.insert(name).second)
            return Error{file, fmt::format("names '{}', which is no file of a package", name.substr(0, 60)), kAgain};
        KIOSK_TRY(check_file(folder, resource, from));
    }
    for (auto const* form : tables_of(info))
        if (!seen.contains(file_name(info, form->file)))
            return Error{file, fmt::format("does not name {}", form->file), kAgain};
    return success();
}

// "2026-11-23", "2026-11-23T14" or "unknown", as form 2 has them.
bool take_bucket(std::string_view text, TallyView& row)
{
    row.day = {};
    row.hour = kWholeDay;
    if (text == "unknown") return true;
    if (!is_day(text.substr(0, 10))) return false;
    row.day = text.substr(0, 10);
    if (text.size() == 10) return true;
    auto const hour = text.size() == 13 && text[10] == 'T' ? whole_number(text.substr(11)) : std::nullopt;
    if (!hour || *hour < 0 || *hour > 23) return false;
    row.hour = static_cast<int>(*hour);
    return true;
}

bool is_day_or_none(std::string_view text) { return text.empty() || is_day(text); }

std::optional<int> hour_of(std::string_view text)
{
    if (text.empty()) return kWholeDay;
    auto const hour = whole_number(text);
    return hour && *hour >= 0 && *hour <= 23 ? std::optional(static_cast<int>(*hour)) : std::nullopt;
}

bool is_count(std::optional<std::int64_t> n) { return n && *n >= 1 && *n <= kMostOfACell; }

} // namespace

Result<Package> Package::open(std::filesystem::path const& folder, ReadFrom from, Accept accept)
{
    auto const file = folder / kDescriptionFile;
    auto const described = read_description(file);
    if (!described) return described.error();
    auto const& json = described.value();
    auto info = read_info(json, file.string());
    if (!info) return info.error();
    if (accept == Accept::whole_only && info.value().kind == ExportKind::preview)
        return Error{folder.string(), "is a preview, not an export", "export at the kiosk, without --preview"};
    if (accept == Accept::whole_only && info.value().kind == ExportKind::house)
        return Error{folder.string(), "is a look for the house only and must not leave it", "export at the kiosk"};
    KIOSK_TRY(check_files(folder, json, info.value(), from));
    Package package;
    package.info_ = info.take();
    package.folder_ = folder;
    auto labels = package.read_labels();
    if (!labels) return labels.error();
    package.labels_ = labels.take();
    return package;
}

std::filesystem::path Package::file(TableForm const& form) const { return folder_ / file_name(info_, form.file); }

Result<std::vector<Label>> Package::read_labels() const
{
    if (info_.form == kFormBeforeLabels) {
        Label label;
        label.kind = LabelKind::former;
        label.text = {info_.kiosk, info_.partner, info_.country, "", "", "", "", "Europe/Brussels"};
        label.first = info_.first;
        label.last = info_.last;
        return std::vector{label};
    }
    std::vector<Label> labels;
    auto const& form = labels_form();
    KIOSK_TRY(read_csv(file(form), form.names(), [&](CsvRow const& row) -> Result<> {
        Label label;
        auto const number = whole_number(row[0]);
        if (!number || (!labels.empty() && *number <= labels.back().number)) return bad_value("number", row[0]);
        if (row[1] != "own" && row[1] != "former") return bad_value("kind of a label", row[1]);
        for (auto const column : {7, 8, 10, 11})
            if (auto const day = row[static_cast<std::size_t>(column)]; !is_day_or_none(day))
                return bad_value("day", day);
        label.number = *number;
        label.kind = row[1] == "own" ? LabelKind::own : LabelKind::former;
        label.text = {std::string(row[2]), std::string(row[3]), std::string(row[4]), std::string(row[5]),
                      std::string(row[6]), std::string(row[7]), std::string(row[8]), std::string(row[9])};
        label.first = row[10];
        label.last = row[11];
        labels.push_back(std::move(label));
        return success();
    }));
    return labels;
}

Result<> Package::each_tally_of_form_2(std::function<Result<>(TallyView const&)> const& take) const
{
    auto const& form = tallies_form_2();
    return read_csv(file(form), form.names(), [&](CsvRow const& row) -> Result<> {
        TallyView view;
        if (!take_bucket(row[0], view)) return bad_value("day or hour", row[0]);
        auto const n = whole_number(row[5]);
        if (!is_count(n)) return bad_value("count", row[5]);
        view.content_version = row[1];
        view.language = row[2];
        view.measure = row[3];
        view.item = row[4];
        view.n = *n;
        return take(view);
    });
}

Result<> Package::each_tally(std::function<Result<>(TallyView const&)> const& take) const
{
    if (info_.form == kFormBeforeLabels) return each_tally_of_form_2(take);
    std::string last_day; // most rows have that of the row before
    std::int64_t last_label = -1;
    auto const& form = tallies_form();
    return read_csv(file(form), form.names(), [&](CsvRow const& row) -> Result<> {
        if (row[4] != last_day) {
            if (!is_day_or_none(row[4])) return bad_value("day", row[4]);
            last_day = row[4];
        }
        auto const label = whole_number(row[0]);
        if (!label) return bad_value("number of a label", row[0]);
        if (*label != last_label) {
            bool const known =
                std::any_of(labels_.begin(), labels_.end(), [&](Label const& one) { return one.number == *label; });
            if (!known) return bad_value("number of a label", row[0]);
            last_label = *label;
        }
        auto const hour = hour_of(row[5]);
        if (!hour) return bad_value("hour", row[5]);
        auto const n = whole_number(row[11]);
        if (!is_count(n)) return bad_value("count", row[11]);
        return take({*label, row[4], *hour, row[7], row[8], row[9], row[10], *n});
    });
}

Result<std::vector<Release>> Package::periods() const
{
    bool const old = info_.form == kFormBeforeLabels;
    auto const& form = old ? releases_form_2() : releases_form();
    std::vector<Release> releases;
    KIOSK_TRY(read_csv(file(form), form.names(), [&](CsvRow const& row) -> Result<> {
        auto const at = old ? std::size_t{0} : std::size_t{1}; // form 2 has no label
        auto const number = whole_number(row[0]);
        auto const label = old ? std::optional<std::int64_t>(0) : whole_number(row[1]);
        auto const threshold = whole_number(row[at + 3]);
        if (!number || (!releases.empty() && *number <= releases.back().number)) return bad_value("number", row[0]);
        if (!label) return bad_value("number of a label", row[1]);
        bool const unknown = !old && row[at + 1].empty() && row[at + 2].empty();
        if (!unknown && !is_day(row[at + 1])) return bad_value("day", row[at + 1]);
        if (!unknown && !is_day(row[at + 2])) return bad_value("day", row[at + 2]);
        if (!threshold || *threshold < 1) return bad_value("threshold", row[at + 3]);
        Release release;
        release.number = *number;
        release.label = *label;
        release.first = row[at + 1];
        release.last = row[at + 2];
        release.threshold = *threshold;
        if (!old) release.mark = row[5];
        releases.push_back(std::move(release));
        return success();
    }));
    return releases;
}

Result<std::vector<Release>> Package::releases() const
{
    auto releases = periods();
    if (!releases) return releases;
    auto const& cells = reporting_form();
    KIOSK_TRY(read_csv(file(cells), cells.names(), [&](CsvRow const& row) -> Result<> {
        auto const number = whole_number(row[0]);
        auto const release = std::find_if(releases.value().begin(), releases.value().end(),
                                          [&](Release const& one) { return number && one.number == *number; });
        if (release == releases.value().end()) return bad_value("number of a release", row[0]);
        auto const n = whole_number(row[4]);
        if (!n || *n < release->threshold || *n > kMostOfACell) return bad_value("count that may be published", row[4]);
        release->cells.push_back({std::string(row[1]), std::string(row[2]), std::string(row[3]), *n});
        return success();
    }));
    return releases;
}

Result<std::vector<DayRow>> Package::days() const
{
    std::vector<DayRow> rows;
    if (info_.form == kFormBeforeLabels) return rows;
    auto const& form = days_form();
    KIOSK_TRY(read_csv(file(form), form.names(), [&](CsvRow const& row) -> Result<> {
        if (!is_day_or_none(row[0])) return bad_value("day", row[0]);
        if (!is_sixteen_digits(std::string(row[1]))) return bad_value("mark", row[1]);
        rows.push_back({std::string(row[0]), std::string(row[1]), std::string(row[2])});
        return success();
    }));
    return rows;
}

Result<std::vector<WordRow>> Package::words() const
{
    std::vector<WordRow> rows;
    if (info_.form == kFormBeforeLabels) return rows;
    auto const& form = words_form();
    KIOSK_TRY(read_csv(file(form), form.names(), [&](CsvRow const& row) -> Result<> {
        int const right = row[5].empty() ? -1 : row[5] == "true" ? 1 : 0;
        rows.push_back({std::string(row[0]), std::string(row[1]), std::string(row[2]), std::string(row[3]),
                        std::string(row[4]), right});
        return success();
    }));
    return rows;
}

Result<std::vector<RemarkRow>> Package::remarks() const
{
    std::vector<RemarkRow> rows;
    if (info_.form == kFormBeforeLabels) return rows;
    auto const& form = remarks_form();
    KIOSK_TRY(read_csv(file(form), form.names(), [&](CsvRow const& row) -> Result<> {
        auto const number = whole_number(row[0]);
        if (!number) return bad_value("number", row[0]);
        if (!is_day_or_none(row[1])) return bad_value("day", row[1]);
        rows.push_back({*number, std::string(row[1]), std::string(row[2])});
        return success();
    }));
    return rows;
}

Result<std::vector<MachineRow>> Package::machine_log() const
{
    std::vector<MachineRow> rows;
    auto const& form = machine_form();
    KIOSK_TRY(read_csv(file(form), form.names(), [&](CsvRow const& row) -> Result<> {
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
