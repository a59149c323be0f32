#include "updates/manifest.h"
#include "files/lines.h"
#include "updates/limits.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::updates {

namespace {

constexpr std::string_view kLowHexadecimal = "0123456789abcdef";
constexpr std::string_view kNameLetters = "abcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t kHashDigits = 64;

bool all_of(std::string_view text, std::string_view letters)
{
    return !text.empty() && text.find_first_not_of(letters) == std::string_view::npos;
}

std::uint64_t most_bytes(std::string_view path) { return path.ends_with(".png") ? kMostPictureBytes : kMostTextBytes; }

struct ReadFile {
    ArchivedFile file;
    std::optional<RefusalReason> refused;
};

// "<SHA-256> <bytes> <path>"
ReadFile read_file_line(LineParser& lines, std::string_view line)
{
    ReadFile read;
    read.file.sha256 = take_word(line);
    if (!all_of(read.file.sha256, kLowHexadecimal) || read.file.sha256.size() != kHashDigits) lines.fail("no SHA-256");
    read.file.bytes = static_cast<std::uint64_t>(
        lines.number(take_word(line), 0, static_cast<std::int64_t>(kMostArchiveBytes) * 1000));
    read.file.path = line;
    if (!is_safe_path(line))
        read.refused = RefusalReason::unsafe_name;
    else if (read.file.bytes > most_bytes(line))
        read.refused = RefusalReason::too_large;
    return read;
}

std::optional<Refusal> read_files(LineParser& lines, Manifest& manifest, std::string const& where)
{
    using enum RefusalReason;
    auto const count = lines.number(lines.expect("files"), 1, kHighestNumber);
    if (!lines.ok()) return std::nullopt;
    if (count > static_cast<std::int64_t>(kMostFiles)) return refuse(too_large, where, fmt::format("{} files", count));
    std::uint64_t bytes = 0;
    for (std::int64_t i = 0; i < count && lines.ok(); ++i) {
        auto read = read_file_line(lines, lines.expect("file"));
        if (!lines.ok()) return std::nullopt;
        if (read.refused) return refuse(*read.refused, where, fmt::format("file {}", i + 1));
        if (!manifest.files.empty() && manifest.files.back().path >= read.file.path) lines.fail("out of order");
        bytes += read.file.bytes;
        manifest.files.push_back(std::move(read.file));
    }
    if (bytes > kMostArchiveBytes) return refuse(too_large, where, fmt::format("{} bytes in all", bytes));
    return std::nullopt;
}

} // namespace

std::string text_of(ProgramVersion const& version)
{
    return fmt::format("{}.{}.{}", version.first, version.second, version.third);
}

Result<ProgramVersion> program_version(std::string_view text)
{
    ProgramVersion version;
    auto const* at = text.data();
    auto const* end = at + text.size();
    for (auto* part : {&version.first, &version.second, &version.third}) {
        auto const read = std::from_chars(at, end, *part);
        if (read.ec != std::errc() || *part < 0) break;
        at = read.ptr;
        if (at != end && *at == '.' && part != &version.third) ++at;
    }
    if (at != end || text_of(version) != text)
        return Error{"version", "is no version of a program", "write it as 0.1.0"};
    return version;
}

std::uint64_t Manifest::bytes() const
{
    std::uint64_t sum = 0;
    for (auto const& file : files) sum += file.bytes;
    return sum;
}

bool is_safe_path(std::string_view path)
{
    if (path.empty() || path.size() > kLongestPath) return false;
    if (!path.ends_with(".toml") && !path.ends_with(".png")) return false;
    int names = 1;
    for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
        if (!all_of(path.substr(0, slash), kNameLetters)) return false;
        path.remove_prefix(slash + 1);
        ++names;
    }
    auto const stem = path.substr(0, path.rfind('.'));
    auto const begins_well = !stem.empty() && kNameLetters.find(stem.front()) != std::string_view::npos;
    return names <= kDeepest && begins_well && all_of(stem, std::string(kNameLetters) + ".");
}

bool is_version_text(std::string_view text)
{
    return text.size() <= kLongestVersion &&
           all_of(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-");
}

std::string manifest_text(Manifest const& manifest)
{
    auto text = fmt::format("{}\nproduct {}\nschema {}\nprogram {}\nepoch {}\ncontent {}\nversion {}\nvalid-until {}\n"
                            "files {}\n",
                            first_line_of(SignedKind::content), manifest.product, manifest.schema,
                            text_of(manifest.program), manifest.epoch, manifest.content, manifest.version,
                            day_text(manifest.valid_until), manifest.files.size());
    for (auto const& file : manifest.files) text += fmt::format("file {} {} {}\n", file.sha256, file.bytes, file.path);
    return text + "end\n";
}

Accepted<Manifest> read_manifest(std::string_view text, std::string const& where)
{
    using enum RefusalReason;
    if (text.size() > kMostManifest) return refuse(too_large, where, "its list");
    LineParser lines(text);
    Manifest manifest;
    lines.expect_line(first_line_of(SignedKind::content));
    manifest.product = lines.expect("product");
    if (lines.ok() && manifest.product != kProduct) return refuse(wrong_product, where);
    manifest.schema = lines.number(lines.expect("schema"), 1, kHighestNumber);
    if (lines.ok() && manifest.schema != kSchema)
        return refuse(wrong_product, where, fmt::format("schema {}", manifest.schema));
    auto const program = program_version(lines.expect("program"));
    if (!program) lines.fail("no version of a program");
    if (program) manifest.program = program.value();
    manifest.epoch = lines.number(lines.expect("epoch"), 1, kHighestNumber);
    manifest.content = lines.number(lines.expect("content"), 1, kHighestNumber);
    manifest.version = lines.expect("version");
    if (!is_version_text(manifest.version)) lines.fail("no text of a version");
    auto const valid_until = calendar_day(lines.expect("valid-until"));
    if (!valid_until) lines.fail("no day");
    if (valid_until) manifest.valid_until = *valid_until;
    if (lines.ok())
        if (auto refused = read_files(lines, manifest, where)) return *refused;
    lines.expect_line("end");
    lines.end();
    if (!lines.ok()) return refuse(damaged, where, lines.fault());
    return manifest;
}

std::string key_list_text(KeyList const& list)
{
    auto text = fmt::format("{}\nepoch {}\n", first_line_of(SignedKind::keys), list.epoch);
    for (auto const& key : list.keys) text += fmt::format("key {}\n", crypto::public_key_text(key));
    return text + "end\n";
}

Accepted<KeyList> read_key_list(std::string_view text, std::string const& where)
{
    LineParser lines(text);
    KeyList list;
    lines.expect_line(first_line_of(SignedKind::keys));
    list.epoch = lines.number(lines.expect("epoch"), 1, kHighestNumber);
    while (lines.ok() && lines.next_is("key ")) {
        auto const key = crypto::read_public_key(lines.expect("key"));
        if (!key || has_signer(list, key.value()) || list.keys.size() == kMostKeys)
            lines.fail("no key, one key twice, or too many");
        else
            list.keys.push_back(key.value());
    }
    if (list.keys.empty()) lines.fail("no key");
    lines.expect_line("end");
    lines.end();
    if (!lines.ok()) return refuse(RefusalReason::damaged, where, lines.fault());
    return list;
}

} // namespace kiosk::updates
