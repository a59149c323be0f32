#include "workbook/cells.h"
#include "base/calendar.h"
#include "base/utf8.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace kiosk::workbook {

namespace {

constexpr std::size_t kMostLetters = 32'767;

} // namespace

Cell text_cell(std::string text) { return {Cell::Kind::text, std::move(text), 0, ""}; }

Cell number_cell(std::int64_t number, std::string formula)
{
    return {Cell::Kind::number, "", static_cast<double>(number), std::move(formula)};
}

Cell share_cell(std::int64_t part, std::int64_t whole, std::string const& part_at, std::string const& whole_at)
{
    if (whole <= 0) return {};
    return {Cell::Kind::share, "", static_cast<double>(part) / static_cast<double>(whole),
            fmt::format("={}/{}", part_at, whole_at)};
}

Cell share_cell(std::int64_t part, std::int64_t whole)
{
    if (whole <= 0) return {};
    return {Cell::Kind::share, "", static_cast<double>(part) / static_cast<double>(whole), ""};
}

Cell rate_cell(double rate) { return {Cell::Kind::rate, "", rate, ""}; }

Cell change_cell(std::int64_t change, std::string formula)
{
    return {Cell::Kind::change, "", static_cast<double>(change), std::move(formula)};
}

Cell day_cell(std::string const& day)
{
    auto const number = spreadsheet_day(day);
    if (!number) return text_cell(day);
    return {Cell::Kind::day, "", static_cast<double>(*number), ""};
}

Cell month_cell(std::string const& month)
{
    auto cell = day_cell(month + "-01");
    if (cell.kind == Cell::Kind::day) cell.kind = Cell::Kind::month;
    return cell;
}

Cell at_least_cell(std::optional<std::int64_t> number)
{
    if (!number) return masked_cell();
    return {Cell::Kind::at_least, "", static_cast<double>(*number), ""};
}

Cell masked_cell() { return {Cell::Kind::masked, "·", 0, ""}; }

Cell link_cell(std::string const& sheet, std::string const& words)
{
    return {Cell::Kind::link, sheet + "\n" + words, 0, ""};
}

std::string cell_name(std::uint32_t row, std::uint16_t column)
{
    std::string letters;
    for (int rest = column; rest >= 0; rest = rest / 26 - 1)
        letters.insert(letters.begin(), static_cast<char>('A' + rest % 26));
    return letters + std::to_string(row + 1);
}

std::string sum_of(Range const& rows, std::uint16_t column)
{
    return fmt::format("=SUM({}:{})", cell_name(rows.first_row, column), cell_name(rows.last_row, column));
}

std::optional<int> spreadsheet_day(std::string_view day)
{
    constexpr int kFirstYear = 1901; // spreadsheets disagree on the days of 1900
    constexpr int kOf1970 = 25'569;
    auto const date = calendar_day(day);
    if (!date || parts_of(*date).year < kFirstYear) return std::nullopt;
    return static_cast<int>(date->time_since_epoch().count()) + kOf1970;
}

std::string clean(std::string_view text)
{
    std::string kept;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size() && letters < kMostLetters;) {
        auto code = next_code_point(text, at);
        if (code == '\r' || (code < 0x20 && code != '\n')) continue;
        if (code == 0xFFFE || code == 0xFFFF || code == 0x7F) code = kReplacementCharacter;
        // Spreadsheets count in units of UTF-16.
        letters += code > 0xFFFF ? 2 : 1;
        if (letters <= kMostLetters) append_utf8(kept, code);
    }
    return kept;
}

std::string cut(std::string_view text, std::size_t letters)
{
    if (count_code_points(text) <= letters) return std::string(text);
    std::string kept;
    std::size_t at = 0;
    for (std::size_t i = 0; i + 1 < letters; ++i) append_utf8(kept, next_code_point(text, at));
    return kept + "…";
}

int lines_of(std::string_view text, double width, double points)
{
    // A column of one character is as wide as a digit of 11 points; text of 10 points sets a little closer than that.
    auto const room = std::max(4.0, std::floor(width * 11.2 / points));
    int lines = 0;
    for (std::size_t begin = 0; begin <= text.size();) {
        auto const end = std::min(text.find('\n', begin), text.size());
        double used = 0;
        ++lines;
        for (auto at = begin; at < end;) {
            auto const stop = std::min(text.find(' ', at), end);
            auto const word = static_cast<double>(count_code_points(text.substr(at, stop - at)));
            if (used > 0 && used + 1 + word > room) {
                ++lines;
                used = 0;
            }
            lines += static_cast<int>((word - 1) / room); // a word longer than a line is broken
            used += (used > 0 ? 1 : 0) + std::fmod(word, room);
            at = stop + 1;
        }
        begin = end + 1;
    }
    return lines;
}

} // namespace kiosk::workbook
