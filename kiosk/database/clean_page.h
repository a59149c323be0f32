// A page of an SQLite file (sqlite.org/fileformat2.html), as if it had been made of its rows just now. On a b-tree page
// SQLite leaves what rows once held in the gap between pointers and cells and in freed blocks, and puts cells where
// there was room, so that their places tell the order in which rows came. Here the cells lie in the order of their keys
// and everything between is zero; the page says the same to whoever reads it. Pure functions; nothing is owned.
#pragma once
#include <cstddef>
#include <optional>
#include <span>

namespace kiosk::database {

// What the header of the database says of all pages, [bytes].
struct PageForm {
    std::size_t page = 0;   // 512 to 65,536
    std::size_t usable = 0; // without what is reserved at the end of each
};

constexpr std::size_t kLargestPage = 65'536; // [bytes], of the file format
// The first bytes of the file that page_form() looks at.
constexpr std::size_t kFileHeader = 100;
// A file of more pages is left as it is, see rewritten().
constexpr std::size_t kMostPages = 1U << 20U;

// Nothing, where the pages of this file cannot be told apart for certain: it is no database yet, or has pointer maps
// (auto_vacuum), whose first byte may be that of a b-tree page.
std::optional<PageForm> page_form(std::span<unsigned char const> file_header);

enum class PagePlace { first, later }; // the first page begins with the file's header

// Makes `clean`, as long as `page`, the page as it should lie on the disk. False, and `clean` holds nothing of use, if
// it is no b-tree page or is damaged: it is to be written as it is. Which pages are b-tree pages is certain: without
// pointer maps the others are overflow pages and the free list's trunks, which begin with the number of a page in four
// bytes, of which the first is 0 below 16,777,216 pages (no b-tree page begins with 0), and free pages, of which
// nothing is read again.
bool rewritten(std::span<unsigned char const> page, PagePlace place, PageForm const& form,
               std::span<unsigned char> clean);

} // namespace kiosk::database
