#include "workbook/check.h"
#include "files/files.h"

#include <optional>
#include <string_view>
#include <zlib.h>

namespace kiosk::workbook {

namespace {

// Places in the records of a zip file (PKWARE's application note).
constexpr std::size_t kEndRecord = 22, kEntryRecord = 46, kLocalRecord = 30;
constexpr std::string_view kEndMark = "PK\x05\x06", kEntryMark = "PK\x01\x02", kLocalMark = "PK\x03\x04";
constexpr std::size_t kLargestPart = 256U << 20U;

// A little-endian number of so many bytes; nothing behind the end.
std::optional<std::size_t> number_at(std::string_view bytes, std::size_t at, std::size_t length)
{
    if (at + length > bytes.size()) return std::nullopt;
    std::size_t number = 0;
    for (std::size_t i = length; i-- > 0;) number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

std::size_t half(std::string_view bytes, std::size_t at) { return number_at(bytes, at, 2).value_or(0); }
std::size_t word(std::string_view bytes, std::size_t at) { return number_at(bytes, at, 4).value_or(0); }

std::optional<std::string> unpacked(std::string_view packed, std::size_t length)
{
    if (length > kLargestPart) return std::nullopt;
    std::string bytes(length + 1, '\0'); // one more, so that a longer part is noticed
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data())); // zlib does not write there
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    int const ended = inflate(&stream, Z_FINISH);
    auto const got = stream.total_out;
    inflateEnd(&stream);
    if (ended != Z_STREAM_END || got != length) return std::nullopt;
    bytes.resize(length);
    return bytes;
}

// Counts tags only: what the library writes is well formed unless some of it is missing.
bool closes_every_tag(std::string_view xml)
{
    std::size_t open = 0;
    bool any = false;
    std::size_t at = 0;
    for (auto begin = xml.find('<'); begin != std::string_view::npos; begin = xml.find('<', at)) {
        auto const end = xml.find('>', begin);
        if (end == std::string_view::npos) return false;
        at = end + 1;
        any = true;
        char const kind = xml[begin + 1];
        if (kind == '?' || kind == '!' || xml[end - 1] == '/') continue;
        if (kind != '/') {
            ++open;
        } else if (open == 0) {
            return false;
        } else {
            --open;
        }
    }
    return any && open == 0;
}

// The entry whose record begins here is as it should be.
bool is_entry_intact(std::string_view bytes, std::size_t entry)
{
    if (entry + kEntryRecord > bytes.size() || bytes.substr(entry, 4) != kEntryMark) return false;
    auto const method = half(bytes, entry + 10);
    auto const sum = word(bytes, entry + 16);
    auto const packed = word(bytes, entry + 20);
    auto const length = word(bytes, entry + 24);
    auto const local = word(bytes, entry + 42);
    if (local + kLocalRecord > bytes.size() || bytes.substr(local, 4) != kLocalMark) return false;
    auto const begin = local + kLocalRecord + half(bytes, local + 26) + half(bytes, local + 28);
    if (method != Z_DEFLATED || begin + packed > bytes.size()) return false;
    auto const part = unpacked(bytes.substr(begin, packed), length);
    if (!part || crc32(0, reinterpret_cast<Bytef const*>(part->data()), static_cast<uInt>(part->size())) != sum)
        return false;
    return closes_every_tag(*part);
}

bool is_intact(std::string_view bytes)
{
    if (bytes.size() < kEndRecord) return false;
    auto const end = bytes.size() - kEndRecord; // no comment follows
    if (bytes.substr(end, 4) != kEndMark) return false;
    auto const entries = half(bytes, end + 10);
    auto at = word(bytes, end + 16);
    for (std::size_t i = 0; i < entries; ++i) {
        if (!is_entry_intact(bytes, at)) return false;
        at += kEntryRecord + half(bytes, at + 28) + half(bytes, at + 30) + half(bytes, at + 32);
    }
    return entries > 0;
}

} // namespace

Result<> check_workbook(std::filesystem::path const& path)
{
    auto const bytes = read_file(path);
    if (!bytes) return bytes.error();
    if (!is_intact(bytes.value()))
        return Error{path.string(), "the workbook is not whole: something of it could not be written",
                     "check that there is room, here and in the folder for temporary files"};
    return success();
}

} // namespace kiosk::workbook
