#include "package/csv.h"
#include "base/formula.h"
#include "files/readable_file.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::package {

namespace {

Error bad_row(std::filesystem::path const& file, long line, std::string message)
{
    return {fmt::format("{}:{}", file.string(), line), std::move(message), "copy the package again from the stick"};
}

// Reads a file in chunks: hands out whole rows and keeps the beginning of the next one.
class ChunkReader {
public:
    explicit ChunkReader(ReadableFile file) : file_(std::move(file)) {}

    // Skips `used` bytes and returns the text after them: at least one whole row, unless the file ends or the row is
    // too long. Empty at the end.
    Result<std::string_view> more(std::size_t used)
    {
        begin_ += used;
        for (;;) {
            auto const left = std::string_view(buffer_).substr(begin_);
            if (ended_ || holds_a_row(left)) return left; // a line feed between quotes does not end a row
            if (left.size() > kLongestRow) return left;
            buffer_.erase(0, begin_);
            begin_ = 0;
            auto const before = buffer_.size();
            buffer_.resize(before + kPiece);
            auto const count = file_.read(buffer_.data() + before, kPiece);
            if (!count) return count.error();
            buffer_.resize(before + count.value());
            ended_ = count.value() == 0;
        }
    }

private:
    static constexpr std::size_t kPiece = 256U << 10U;

    static bool holds_a_row(std::string_view text)
    {
        auto const feed = text.find('\n');
        if (feed == std::string_view::npos) return false;
        if (text.substr(0, feed).find('"') == std::string_view::npos) return true;
        bool quoted = false;
        for (char const letter : text) {
            if (letter == '"') quoted = !quoted;
            if (letter == '\n' && !quoted) return true;
        }
        return false;
    }

    ReadableFile file_;
    std::string buffer_;
    std::size_t begin_ = 0;
    bool ended_ = false;
};

// Splits one row into cells; the text of quoted ones is put into `scratch`. Returns the length of the row, 0 if it is
// not valid.
std::size_t take_row(std::string_view text, CsvRow& cells, std::vector<std::string>& scratch)
{
    cells.clear();
    std::size_t quoted = 0;
    std::size_t at = 0;
    for (;;) {
        if (at < text.size() && text[at] == '"') {
            if (quoted == scratch.size()) scratch.emplace_back();
            auto& cell = scratch[quoted++];
            cell.clear();
            for (++at;; ++at) {
                if (at >= text.size()) return 0;
                if (text[at] != '"') {
                    cell += text[at];
                } else if (at + 1 < text.size() && text[at + 1] == '"') {
                    cell += text[at++];
                } else {
                    ++at;
                    break;
                }
            }
            cells.emplace_back(); // set below, when scratch no longer grows
        } else {
            auto end = at;
            while (end < text.size() && text[end] != ',' && text[end] != '\n' && text[end] != '"') ++end;
            if (end < text.size() && text[end] == '"') return 0;
            cells.push_back(text.substr(at, end - at));
            at = end;
        }
        if (at >= text.size() || text[at] == '\n') break;
        if (text[at] != ',') return 0;
        ++at;
    }
    quoted = 0;
    for (auto& cell : cells) {
        if (!cell.data()) {
            auto& text_of_cell = scratch[quoted++];
            if (text_of_cell.find('\'') != std::string::npos) text_of_cell = unescape_formulas(text_of_cell);
            cell = text_of_cell;
        } else if (cell.starts_with('\'') && find_formula(cell) == 0) {
            cell.remove_prefix(1); // an unquoted cell cannot hold a second formula
        }
    }
    return std::min(at + 1, text.size());
}

// Also ; and tab, which some spreadsheets take for the end of a cell.
bool must_be_quoted(char letter)
{
    return letter == ',' || letter == '"' || letter == '\n' || letter == '\r' || letter == ';' || letter == '\t';
}

void append_cell(std::string& text, std::string_view cell)
{
    if (std::none_of(cell.begin(), cell.end(), must_be_quoted)) {
        text += cell;
        return;
    }
    text += '"';
    for (char const letter : cell) {
        if (letter == '"') text += '"';
        text += letter;
    }
    text += '"';
}

Result<> check_header(std::filesystem::path const& file, CsvRow const& found,
                      std::vector<std::string_view> const& columns)
{
    for (auto const name : found)
        if (std::find(columns.begin(), columns.end(), name) == columns.end())
            return Error{fmt::format("{}:1", file.string()),
                         fmt::format("has a column '{}' that this version does not know", name),
                         "use a newer kiosk-log, or export again with this one"};
    for (auto const name : columns)
        if (std::find(found.begin(), found.end(), name) == found.end())
            return Error{fmt::format("{}:1", file.string()), fmt::format("has no column '{}'", name),
                         "copy the package again from the stick"};
    if (!std::equal(found.begin(), found.end(), columns.begin(), columns.end()))
        return bad_row(file, 1, "has its columns in another order");
    return success();
}

} // namespace

void append_csv_row(std::string& text, std::vector<std::string_view> const& cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text += ',';
        if (find_formula(cells[i]) == std::string_view::npos)
            append_cell(text, cells[i]);
        else
            append_cell(text, escape_formulas(cells[i]));
    }
    text += '\n';
}

std::string csv_row(std::vector<std::string_view> const& cells)
{
    std::string text;
    append_csv_row(text, cells);
    return text;
}

Result<> read_csv(std::filesystem::path const& file, std::vector<std::string_view> const& columns,
                  std::function<Result<>(CsvRow const&)> const& take)
{
    auto opened = ReadableFile::open(file, Links::refused);
    if (!opened) return opened.error();
    ChunkReader pieces(opened.take());
    CsvRow cells;
    std::vector<std::string> scratch;
    long line = 0;
    std::size_t used = 0;
    for (;;) {
        auto const more = pieces.more(used);
        if (!more) return more.error();
        auto const text = more.value();
        if (text.empty()) break;
        ++line;
        used = take_row(text.substr(0, kLongestRow + 1), cells, scratch);
        if (used > kLongestRow || (used == 0 && text.size() > kLongestRow))
            return bad_row(file, line, fmt::format("is a row of more than {} bytes", kLongestRow));
        if (used == 0) return bad_row(file, line, "has a quotation mark where none can be");
        if (line == 1) {
            KIOSK_TRY(check_header(file, cells, columns));
            continue;
        }
        if (cells.size() != columns.size())
            return bad_row(file, line, fmt::format("has {} cells instead of {}", cells.size(), columns.size()));
        if (auto taken = take(cells); !taken) {
            if (!taken.error().where.empty()) return taken;
            auto told = bad_row(file, line, taken.error().message);
            if (!taken.error().advice.empty()) told.advice = taken.error().advice;
            return told;
        }
    }
    if (line == 0) return bad_row(file, 1, "is empty");
    return success();
}

} // namespace kiosk::package
