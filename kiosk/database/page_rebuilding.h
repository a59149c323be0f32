// Rebuilds a page of an SQLite file (sqlite.org/fileformat2.html) as if its rows had just been inserted. On a b-tree
// page SQLite leaves old bytes in the gap between pointers and cells and in freed blocks, and the positions of cells
// show the order in which rows came. Here cells lie in the order of their keys and everything between is zero; the page
// reads the same. Pure functions.
#pragma once
#include <cstddef>
#include <optional>
#include <span>

namespace kiosk::database {

// Page sizes from the header of the database, [bytes].
struct PageFormat {
    std::size_t page = 0;   // 512 to 65,536
    std::size_t usable = 0; // without what is reserved at the end of each
};

constexpr std::size_t kLargestPage = 65'536; // [bytes], of the file format
// The first bytes of the file that read_page_format() looks at.
constexpr std::size_t kFileHeader = 100;
// A file of more pages is left as it is, see rewritten().
constexpr std::size_t kMostPages = 1U << 20U;

// Nothing where b-tree pages cannot be recognised with certainty: the file is no database yet, or has pointer maps
// (auto_vacuum), whose first byte may be that of a b-tree page.
std::optional<PageFormat> read_page_format(std::span<unsigned char const> file_header);

enum class PagePlace { first, later }; // the first page begins with the file's header

// Writes the rebuilt page into `clean`, which is as long as `page`. False where it is no b-tree page or is damaged:
// then the page is to be written as it is. B-tree pages are recognised with certainty: without pointer maps all other
// pages that are ever read again (overflow pages, trunks of the free list) begin with a page number in four bytes, of
// which the first is 0 below 16,777,216 pages, and no b-tree page begins with 0.
bool rebuild_page(std::span<unsigned char const> page, PagePlace place, PageFormat const& form,
                  std::span<unsigned char> clean);

} // namespace kiosk::database
