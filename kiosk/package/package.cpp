#include "package/package.h"
#include "figures/days.h"
#include "figures/plausible.h"
#include "figures/threshold.h"
#include "files/file_writer.h"
#include "files/files.h"
#include "files/hexadecimal.h"
#include "files/readable_file.h"
#include "package/csv.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kiosk::package {

namespace {

using Json = nlohmann::json;

constexpr char const* kAgain = "copy the package again from the stick";
constexpr char const* kLeaveOut = "the package is not what it seems: leave it out";

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

Result<> check_format(Json const& json, std::string const& file)
{
    if (!json.is_object() || !json.contains("schema_version"))
        return Error{file, "does not describe a package of a kiosk", "give a folder as kiosk-log export made it"};
    auto const form = number_of(json, "schema_version");
    if (form > kPackageFormat)
        return Error{file, fmt::format("was written by a later version (form {})", form), "use a newer kiosk-log"};
    if (form == 1)
        return Error{file, "is of the first form (1), which had no periods of reporting and is no longer read",
                     "export again from the kiosk that it came from"};
    if (form < kFormatBeforeLabels) return Error{file, "is of a form that there is not", kAgain};
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

Result<Json> parse_description(std::string const& bytes, std::filesystem::path const& file)
{
    if (is_too_deep(bytes)) return Error{file.string(), "is no description of a package", kAgain};
    auto json = Json::parse(bytes, nullptr, false);
    if (json.is_discarded()) return Error{file.string(), "is damaged: it is not JSON", kAgain};
    return json;
}

// Of its file, [bytes]: ours have 239.
constexpr std::uintmax_t kLargestSignature = 1024;

store::PackageSignature read_signature(std::filesystem::path const& folder, std::string_view description)
{
    auto const file = folder / store::kSignatureFile;
    std::error_code code;
    auto const status = std::filesystem::symlink_status(file, code);
    if (status.type() == std::filesystem::file_type::not_found) return {};
    auto const text = read_file(file, kLargestSignature);
    return text ? store::check_signature(description, text.value())
                : store::PackageSignature{store::SignatureState::bad, ""};
}

figures::ExportKind kind_of(Json const& json)
{
    auto const text = text_of(json, "kind");
    for (auto const kind : {figures::ExportKind::preview, figures::ExportKind::internal})
        if (text == figures::name(kind)) return kind;
    return figures::ExportKind::whole;
}

Result<PackageInfo> read_info(Json const& json, std::string const& file)
{
    KIOSK_TRY(check_format(json, file));
    PackageInfo info;
    info.form = number_of(json, "schema_version");
    info.kind = kind_of(json);
    info.machine = text_of(json, info.form == kFormatBeforeLabels ? "epoch" : "machine");
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
    if (!figures::is_day(info.created))
        return Error{file, fmt::format("'{}' is no day on which it can have been made", info.created), kLeaveOut};
    if (info.kind == figures::ExportKind::whole && !figures::Threshold::of(info.threshold))
        return Error{
            file,
            fmt::format("{} is no threshold: a kiosk has {} at least", info.threshold, figures::Threshold::kLeast),
            kLeaveOut};
    bool const named = info.form > kFormatBeforeLabels || !info.kiosk.empty();
    if (info.snapshot > figures::kMaxExportNumber)
        return Error{file, fmt::format("{} is no likely number of an export", info.snapshot), kAgain};
    bool const numbered = info.snapshot >= 1 || info.kind != figures::ExportKind::whole;
    if (!named || !numbered || !is_hexadecimal(info.machine, kRandomIdDigits))
        return Error{file, "does not say whose figures these are", kAgain};
    return info;
}

std::vector<TableSchema const*> tables_of(PackageInfo const& info)
{
    return info.form == kFormatBeforeLabels ? package_tables_2() : package_tables();
}

// Of what is no whole export every file says so in its name.
std::string file_name(PackageInfo const& info, std::string_view file)
{
    auto const kind = figures::name(info.kind);
    return kind.empty() ? std::string(file) : fmt::format("{}-{}", kind, file);
}

// The description names each file of the form once, and each is what it says, to the byte.
Result<> check_file(std::filesystem::path const& folder, Json const& resource, ReadFrom from)
{
    auto const name = text_of(resource, "path");
    // Before a byte of it is read: a file with a hole is as long as somebody says, and takes minutes to be hashed.
    if (auto const file = ReadableFile::open(folder / name, Links::refused); file) {
        auto const size = file.value().size();
        if (size > kLargestPackageFile)
            return Error{(folder / name).string(),
                         fmt::format("is {} bytes long, and no kiosk has written so much", size), kLeaveOut};
        if (!resource.contains("bytes") || resource["bytes"] != size)
            return Error{(folder / name).string(), "is not what was exported: its bytes were changed", kAgain};
    }
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

} // namespace

Result<Package> Package::open(std::filesystem::path const& folder, ReadFrom from, Accept accept)
{
    auto const file = folder / kDescriptionFile;
    auto const bytes = read_file(file, kLargestDescription);
    if (!bytes) return bytes.error();
    auto const described = parse_description(bytes.value(), file);
    if (!described) return described.error();
    auto const& json = described.value();
    auto info = read_info(json, file.string());
    if (!info) return info.error();
    if (accept == Accept::whole_only && info.value().kind == figures::ExportKind::preview)
        return Error{folder.string(), "is a preview, not an export", "export at the kiosk, without --preview"};
    if (accept == Accept::whole_only && info.value().kind == figures::ExportKind::internal)
        return Error{folder.string(), "is a look for the house only and must not leave it", "export at the kiosk"};
    KIOSK_TRY(check_files(folder, json, info.value(), from));
    Package package;
    package.info_ = info.take();
    package.folder_ = folder;
    package.signature_ = read_signature(folder, bytes.value());
    auto labels = package.read_labels();
    if (!labels) return labels.error();
    package.labels_ = labels.take();
    return package;
}

std::filesystem::path Package::file(TableSchema const& form) const { return folder_ / file_name(info_, form.file); }

} // namespace kiosk::package
