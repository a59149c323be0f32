#include "database/page_rebuilding.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <string_view>

namespace kiosk::database {

namespace {

using PageBytes = std::span<unsigned char const>;

constexpr std::size_t kSmallestUsable = 480; // of the file format
constexpr std::size_t kSmallestCell = 4;     // a cell takes no less, so that a freed one can be a link

// The first byte of a b-tree page.
enum class PageKind : unsigned char { index_interior = 2, table_interior = 5, index_leaf = 10, table_leaf = 13 };

std::size_t two_bytes_at(PageBytes bytes, std::size_t at) { return std::size_t{bytes[at]} << 8U | bytes[at + 1]; }

void put_two_bytes(std::span<unsigned char> bytes, std::size_t at, std::size_t number)
{
    bytes[at] = static_cast<unsigned char>(number >> 8U & 0xFFU);
    bytes[at + 1] = static_cast<unsigned char>(number & 0xFFU);
}

// A number of one to nine bytes; moves `at` behind it. Nothing, if the page ends within it.
std::optional<std::uint64_t> read_varint(PageBytes page, std::size_t& at)
{
    constexpr int kLongest = 9;
    std::uint64_t number = 0;
    for (int i = 1; i <= kLongest; ++i) {
        if (at >= page.size()) return std::nullopt;
        auto const byte = page[at++];
        if (i == kLongest) return number << 8U | byte;
        number = number << 7U | (byte & 0x7FU);
        if (byte < 0x80U) return number;
    }
    return number;
}

// How much of a payload lies on the page itself, and the number of the page with the rest.
std::size_t local_bytes(std::uint64_t payload, std::size_t usable, PageKind kind)
{
    constexpr std::size_t kOverflowNumber = 4;
    std::size_t const most = kind == PageKind::table_leaf ? usable - 35 : (usable - 12) * 64 / 255 - 23;
    if (payload <= most) return static_cast<std::size_t>(payload);
    std::size_t const least = (usable - 12) * 32 / 255 - 23;
    auto const rest = least + static_cast<std::size_t>((payload - least) % (usable - 4));
    return (rest <= most ? rest : least) + kOverflowNumber;
}

// How long the cell is that begins there; nothing, if it does not lie within the page.
std::optional<std::size_t> cell_bytes(PageBytes usable_page, std::size_t start, PageKind kind)
{
    auto at = start;
    if (kind == PageKind::index_interior || kind == PageKind::table_interior) at += 4; // the page below
    auto const first = read_varint(usable_page, at);
    if (!first) return std::nullopt;
    if (kind == PageKind::table_leaf && !read_varint(usable_page, at)) return std::nullopt; // the row's number
    if (kind != PageKind::table_interior) at += local_bytes(*first, usable_page.size(), kind);
    auto const size = std::max(at - start, kSmallestCell);
    if (start + size > usable_page.size()) return std::nullopt;
    return size;
}

} // namespace

std::optional<PageFormat> read_page_format(std::span<unsigned char const> file_header)
{
    constexpr std::string_view kMagic("SQLite format 3\0", 16);
    constexpr std::size_t kPageSizeAt = 16, kReservedAt = 20, kLargestRootAt = 52;
    if (file_header.size() < kFileHeader ||
        !std::equal(kMagic.begin(), kMagic.end(), file_header.begin(),
                    [](char wanted, unsigned char there) { return static_cast<unsigned char>(wanted) == there; }))
        return std::nullopt;
    auto const written = two_bytes_at(file_header, kPageSizeAt);
    auto const page = written == 1 ? kLargestPage : written;
    auto const reserved = std::size_t{file_header[kReservedAt]};
    // Other than zero where there are pointer maps.
    bool const has_maps = std::any_of(&file_header[kLargestRootAt], &file_header[kLargestRootAt] + 4,
                                      [](auto byte) { return byte != 0; });
    bool const power_of_two = page != 0 && (page & (page - 1)) == 0;
    if (has_maps || !power_of_two || page < 512 || page - reserved < kSmallestUsable) return std::nullopt;
    return PageFormat{page, page - reserved};
}

bool rebuild_page(std::span<unsigned char const> page, PagePlace place, PageFormat const& form,
                  std::span<unsigned char> clean)
{
    if (page.size() != form.page || clean.size() != page.size()) return false;
    std::size_t const header = place == PagePlace::first ? kFileHeader : 0;
    auto const kind = static_cast<PageKind>(page[header]);
    bool const is_leaf = kind == PageKind::index_leaf || kind == PageKind::table_leaf;
    if (!is_leaf && kind != PageKind::index_interior && kind != PageKind::table_interior) return false;

    auto const usable = page.first(form.usable);
    auto const pointers = header + (is_leaf ? 8 : 12);
    auto const cells = two_bytes_at(page, header + 3);
    auto const pointers_end = pointers + 2 * cells;
    if (pointers_end > form.usable) return false;
    std::fill(clean.begin(), clean.end(), static_cast<unsigned char>(0));
    std::copy_n(page.begin(), pointers, clean.begin());
    std::copy(page.begin() + static_cast<std::ptrdiff_t>(form.usable), page.end(),
              clean.begin() + static_cast<std::ptrdiff_t>(form.usable));

    // From the end of the page downwards, the first key last. Two cells that share a byte are damage.
    std::bitset<kLargestPage> taken;
    auto content = form.usable;
    for (std::size_t i = 0; i < cells; ++i) {
        auto const start = two_bytes_at(page, pointers + 2 * i);
        if (start < pointers_end) return false;
        auto const size = cell_bytes(usable, start, kind);
        if (!size || content - pointers_end < *size) return false;
        for (auto at = start; at < start + *size; ++at) {
            if (taken[at]) return false;
            taken[at] = true;
        }
        content -= *size;
        std::copy_n(page.begin() + static_cast<std::ptrdiff_t>(start), *size,
                    clean.begin() + static_cast<std::ptrdiff_t>(content));
        put_two_bytes(clean, pointers + 2 * i, content);
    }
    put_two_bytes(clean, header + 1, 0);       // no freed block
    put_two_bytes(clean, header + 5, content); // where the cells begin; 65,536 is written as 0
    clean[header + 7] = 0;                     // no fragment
    return true;
}

} // namespace kiosk::database
