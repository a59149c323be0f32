#include "package/tar.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

namespace kiosk::package {

namespace {

// Where a field of the header stands, and how long it is.
struct Field {
    std::size_t at, bytes;
};
constexpr Field kName{0, 100}, kRights{100, 8}, kUser{108, 8}, kGroup{116, 8}, kSize{124, 12}, kTime{136, 12},
    kSum{148, 8}, kType{156, 1}, kMagic{257, 6}, kVersion{263, 2}, kPrefix{345, 155};
constexpr std::string_view kUstar("ustar\0", 6);
constexpr std::string_view kGnu = "ustar "; // GNU tar without --format says so, and writes short names the same
constexpr char kFile = '0', kOldFile = '\0', kFolder = '5';
constexpr std::string_view kOfOtherForms = "xgLKNS"; // POSIX.1-2001 and GNU: what does not fit into a header
constexpr unsigned kFileRights = 0600, kFolderRights = 0700;

std::string_view field_of(std::string_view block, Field const& field) { return block.substr(field.at, field.bytes); }

void put(std::string& block, Field const& field, std::string_view text) { block.replace(field.at, text.size(), text); }

// Octal digits, and a zero byte behind them.
void put_number(std::string& block, Field const& field, std::uint64_t number)
{
    put(block, field, fmt::format("{:0{}o}", number, field.bytes - 1));
}

// Digits among blanks, up to a zero byte or the end.
std::optional<std::uint64_t> number_in(std::string_view field)
{
    field = field.substr(0, field.find('\0'));
    field.remove_prefix(std::min(field.find_first_not_of(' '), field.size()));
    field = field.substr(0, field.find(' '));
    if (field.empty() || field.find_first_not_of("01234567") != std::string_view::npos) return std::nullopt;
    std::uint64_t number = 0;
    for (auto const digit : field) number = number * 8 + static_cast<std::uint64_t>(digit - '0');
    return number;
}

// Of all bytes, with blanks where the sum itself stands.
std::uint64_t sum_of(std::string_view block)
{
    std::uint64_t sum = 0;
    for (std::size_t at = 0; at < block.size(); ++at) {
        bool const own = at >= kSum.at && at < kSum.at + kSum.bytes;
        sum += own ? static_cast<unsigned char>(' ') : static_cast<unsigned char>(block[at]);
    }
    return sum;
}

std::string path_in(std::string_view block)
{
    auto const text = [&](Field const& field) {
        auto const whole = field_of(block, field);
        return whole.substr(0, whole.find('\0'));
    };
    auto const prefix = field_of(block, kMagic) == kUstar ? text(kPrefix) : std::string_view();
    return prefix.empty() ? std::string(text(kName)) : fmt::format("{}/{}", prefix, text(kName));
}

Error no_archive(std::string message, std::string advice) { return Error{"", std::move(message), std::move(advice)}; }

Result<TarEntry> read_header(std::string_view block)
{
    auto const magic = field_of(block, kMagic);
    auto const size = number_in(field_of(block, kSize));
    if ((magic != kUstar && magic != kGnu) || number_in(field_of(block, kSum)) != sum_of(block))
        return no_archive("holds no tar archive", "export it again");
    auto const type = block[kType.at];
    if (kOfOtherForms.find(type) != std::string_view::npos)
        return no_archive("holds a tar archive of another form",
                          "pack it with tar --format=ustar, without sparse files");
    if ((type != kFile && type != kOldFile && type != kFolder) || !size)
        return no_archive("holds something that is neither a file nor a folder", "export it again");
    TarEntry entry;
    entry.kind = type == kFolder ? TarEntry::Kind::folder : TarEntry::Kind::file;
    entry.path = path_in(block);
    entry.bytes = *size;
    return entry;
}

} // namespace

std::string tar_header(TarEntry const& entry)
{
    bool const folder = entry.kind == TarEntry::Kind::folder;
    std::string block(kTarBlock, '\0');
    put(block, kName, entry.path.substr(0, kName.bytes - 1));
    put_number(block, kRights, folder ? kFolderRights : kFileRights);
    for (auto const& nobody : {kUser, kGroup}) put_number(block, nobody, 0);
    put_number(block, kSize, entry.bytes);
    put_number(block, kTime, static_cast<std::uint64_t>(std::max<std::int64_t>(entry.modified, 0)));
    block[kType.at] = folder ? kFolder : kFile;
    put(block, kMagic, kUstar);
    put(block, kVersion, "00");
    put(block, kSum, fmt::format("{:06o}", sum_of(block)));
    block[kSum.at + kSum.bytes - 1] = ' '; // behind six digits and a zero byte, as the standard has it
    return block;
}

std::string tar_padding(std::uint64_t bytes) { return std::string((kTarBlock - bytes % kTarBlock) % kTarBlock, '\0'); }

std::string tar_end() { return std::string(2 * kTarBlock, '\0'); }

Result<> TarReader::take(std::string_view bytes)
{
    while (!bytes.empty()) {
        if (left_ > 0) {
            auto const part = bytes.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size())));
            KIOSK_TRY(callbacks_.add(part));
            left_ -= part.size();
            bytes.remove_prefix(part.size());
            if (left_ == 0) KIOSK_TRY(callbacks_.end());
            continue;
        }
        auto const skipped = std::min(padding_, bytes.size());
        padding_ -= skipped;
        bytes.remove_prefix(skipped);
        auto const taken = bytes.substr(0, kTarBlock - block_.size());
        block_ += taken;
        bytes.remove_prefix(taken.size());
        if (block_.size() == kTarBlock) KIOSK_TRY(take_block());
    }
    return success();
}

Result<> TarReader::take_block()
{
    auto const block = std::exchange(block_, {});
    if (block.find_first_not_of('\0') == std::string::npos) {
        ++zeros_;
        return success();
    }
    if (zeros_ > 0) return no_archive("holds something behind the end of its archive", "export it again");
    auto const entry = read_header(block);
    if (!entry) return entry.error();
    KIOSK_TRY(callbacks_.begin(entry.value()));
    if (entry.value().kind == TarEntry::Kind::folder) return success();
    left_ = entry.value().bytes;
    padding_ = tar_padding(left_).size();
    return left_ == 0 ? callbacks_.end() : success();
}

} // namespace kiosk::package
