// Used in this room only: the open workbook, its styles, and a sheet that is written from top to bottom. A Book owns
// the objects of libxlsxwriter; a Sheet borrows them. Lengths: columns in characters, rows and charts in pixels of 1/96
// inch. The first error of the library is stored and returned by close(); later calls are harmless.
#pragma once
#include "workbook/cells.h"
#include "workbook/workbook.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <xlsxwriter.h>

namespace kiosk::workbook {

// The kiosk's colours in print: deep blue, amber for the one thing to be seen first, greys of the same blue.
constexpr lxw_color_t kDeepBlue = 0x1F4E6B, kAmber = 0xFFC233, kStone = 0xA3B5C3, kLine = 0xC9D3DB, kInk = 0x101820,
                      kQuiet = 0x4A5A68, kPale = 0xEEF3F7;
constexpr char const* kFont = "Arial";

constexpr int kRowPixels = 20;
constexpr int kBelowBreak = 3;                  // keeps a chart's border off the previous printed page
constexpr double kLabelWidth = 50, kWidth = 12; // of the first column, of the others [characters]
constexpr lxw_col_t kChartColumn = 4;           // charts begin here, beside tables of up to four columns
constexpr lxw_col_t kChartColumns = 7;          // columns that a chart takes

enum class Style {
    kiosk_title,
    title,
    subtitle,
    heading,
    text,
    quiet,
    term,
    header,
    header_number,
    header_text,
    label,
    aside,
    aside_right,
    plain, // of long tables: no rules, no wrapping
    plain_number,
    plain_day,
    plain_month,
    number,
    rate,
    change,
    share,
    day,
    day_right,
    month,
    at_least,
    masked,
    link,
    total_label,
    total_number,
    total_change,
    total_share,
    mark, // the banner of a preview or of internal figures
    card_number,
    card_change,
    card_label,
    card_text,
    count_of // the number of styles
};

lxw_format* make_format(lxw_workbook* workbook, Style style, figures::Formats const& formats);
// Of numbers: "0%", "0 %"; of days, whatever the language of the reader's machine: "Mon 23/11/2026", "23/11",
// "Nov 2026".
std::string share_format(figures::Formats const& formats);
std::string day_format(figures::Formats const& formats);
std::string short_day_format(figures::Formats const& formats);
std::string month_format(figures::Formats const& formats);
// As text: "12 %"; "23/11/2026" of "2026-11-23".
std::string format_percent(figures::Formats const& formats, std::int64_t percent);
std::string format_day(figures::Formats const& formats, std::string_view day);

using Values = std::vector<std::pair<std::string, std::string>>;

class Book {
public:
    Book(std::filesystem::path const& path, figures::DisplayNames const& labels, WorkbookOptions const& options);
    ~Book();
    Book(Book const&) = delete;
    Book& operator=(Book const&) = delete;

    figures::DisplayNames const& labels() const { return labels_; }
    WorkbookOptions const& options() const { return options_; }
    lxw_workbook* raw() { return workbook_; }
    lxw_format* format(Style style) { return formats_[static_cast<std::size_t>(style)]; }

    // A text of the workbook, with its {names} filled in.
    std::string words(std::string_view key, Values const& values = {}) const;
    std::string item(Measure measure, std::string_view item) const;
    // For a column with items of several measures: an answer comes with its question.
    std::string item_with_question(Measure measure, std::string const& item) const;
    std::string language(std::string_view code) const;
    std::string question(QuestionFigures const& question) const;
    std::string answer(QuestionFigures const& question, std::string_view answer) const;
    std::string number(std::int64_t number) const;                    // 1,234 as the language groups it
    std::string percent(std::int64_t part, std::int64_t whole) const; // 12 %, as the language writes it
    std::string day(std::string_view day) const;                      // 23/11/2026
    std::string period(std::string_view first, std::string_view last) const;
    std::string country(std::string const& code) const;
    std::string campaign(std::string const& id) const;
    // The words for a preview or internal figures; "" for a whole export.
    std::string kind() const;

    // A name that Excel accepts and no other sheet has.
    std::string sheet_name(std::string const& wished);
    // Names a range, the same in every language, for formulas and for programs that read the workbook.
    void name_range(std::string const& name, std::string const& sheet, Range const& range);
    void check(lxw_error error);
    void properties(figures::Figures const& figures);
    // Writes the file.
    Result<> close();

private:
    std::filesystem::path path_;
    figures::DisplayNames const& labels_;
    WorkbookOptions const& options_;
    lxw_workbook* workbook_ = nullptr;
    std::array<lxw_format*, static_cast<std::size_t>(Style::count_of)> formats_{};
    std::set<std::string> sheet_names_; // in small letters
    lxw_error error_ = LXW_NO_ERROR;
};

// A table to be written at the sheet's next row: headings, rows, and a row of totals or none.
struct Table {
    std::vector<std::string> headings;
    std::vector<std::vector<Cell>> rows;
    std::vector<Cell> total;
    std::string name; // of the range of the rows, "" for none
    // Instead of `rows` for long tables: `row_at` makes each of `many` rows when it is written.
    std::size_t many = 0;
    std::function<std::vector<Cell>(std::size_t)> row_at = {};

    std::size_t count() const { return row_at ? many : rows.size(); }
    std::vector<Cell> row(std::size_t at) const { return row_at ? row_at(at) : rows.at(at); }
};

// The position of a chart [pixels], from the upper left corner of its cell.
struct Box {
    int left = 0, top = 0, width = 0, height = 0;
};

enum class Orientation { landscape, portrait };

class Sheet {
public:
    // `name` is one that the book gave.
    Sheet(Book& book, std::string const& name, Orientation orientation = Orientation::landscape);

    Book& book() { return book_; }
    std::string const& name() const { return name_; }
    lxw_worksheet* raw() { return worksheet_; }
    lxw_row_t row() const { return static_cast<lxw_row_t>(heights_.size()); } // the next one
    int top() const { return y_; }                                            // the top of that row, [pixels]

    // Sets the widths of columns. Charts stand from `charts_from` on; without it there is no room for charts.
    void widths(std::vector<double> const& characters, std::optional<lxw_col_t> charts_from = std::nullopt);
    // Frozen at the top.
    void title(std::string const& title, std::string const& subtitle);
    // The banner of Book::kind(), if there is one.
    void export_kind_banner();
    // Begins a section; its charts stand beside what follows.
    void section(std::string const& heading);
    // For tables of more than four columns.
    void charts_from(lxw_col_t column);
    // Reserves height for something drawn below this row.
    void reserve(int pixels) { section_bottom_ = std::max(section_bottom_, y_ + pixels); }
    // Adds rows below the section's charts. The section moves to a new printed page where it would be split.
    void end_section();
    void paragraph(std::string const& text, Style style = Style::text);
    // A word and what it means, in the first two columns.
    void entry(std::string const& term, std::string const& text);
    // Returns the range of the rows, without headings and totals.
    Range table(Table const& table);
    void blank(int pixels = kRowPixels);
    // Single cells; the caller advances with blank().
    void cell(lxw_row_t row, lxw_col_t column, Cell const& cell, Style style);
    void cell(lxw_row_t row, lxw_col_t column, Cell const& cell);
    void merged(lxw_row_t row, lxw_col_t first, lxw_col_t last, Cell const& cell, Style style);
    void chart(lxw_chart* chart, std::string const& description, int width, int height);
    void chart_at(lxw_chart* chart, std::string const& description, lxw_row_t row, lxw_col_t column, Box const& box);
    void freeze(lxw_row_t row) { worksheet_freeze_panes(worksheet_, row, 0); }
    void finish(); // sets the print area and the page breaks

private:
    int page_pixels() const;
    int width_of(lxw_col_t first, lxw_col_t last) const; // [characters]
    void row_of_headings(Table const& table);

    Book& book_;
    std::string name_;
    lxw_worksheet* worksheet_ = nullptr;
    std::vector<double> widths_;
    std::vector<int> heights_; // of the rows so far
    lxw_col_t last_column_ = 0;
    int y_ = 0;
    lxw_row_t section_row_ = 0;
    int section_top_ = 0, section_bottom_ = 0;
    lxw_col_t chart_column_ = kChartColumn;
    Orientation orientation_;
    int page_top_ = 0; // in print
    std::vector<lxw_row_t> breaks_;
};

// Charts refer to cells. One series: labels from one column, values from another.
enum class Shape { columns, bars };
enum class Scale { counts, shares };
struct ChartPlan {
    Shape shape = Shape::columns;
    Scale scale = Scale::counts;
    std::string title;
    std::string sheet;
    Range range; // rows of the cells
    lxw_col_t labels = 0, values = 1;
    std::string label_format;             // of days
    std::vector<std::size_t> quiet = {};  // rows that step back
    std::vector<std::size_t> accent = {}; // rows to be seen first
    std::size_t most_labelled = 40;       // rows that have room for their number beside them
};
lxw_chart* make_chart(Book& book, ChartPlan const& plan);
// A height at which each bar has room for its label [pixels].
int bars_height(std::size_t bars);
// All charts beside tables have this width [pixels].
inline constexpr int kChartWidth = 590;

// A table of counts by name with their shares of the total. `item` is the heading of the names, `counted` that of the
// numbers; the returned range has names in column 0, counts in 1, shares in 2.
using Named = std::vector<std::pair<std::string, std::int64_t>>;
Range counts_table(Sheet& sheet, std::string const& item, std::string const& counted, Named const& rows,
                   std::string const& name);
// Sorted by count, the highest first; equal counts by id, so that the order is deterministic.
std::vector<std::pair<std::string, std::int64_t>> by_count(figures::Items const& items);

Named lengths(Book& book, figures::Figures const& figures);
Named endings(Book& book, figures::Figures const& figures);
Named learning_rows(Book& book, figures::Figures const& figures); // what was learned first
// A sentence on how many quizzes guessing alone moves each way; "" where that is not known.
std::string guessing_note(Book& book, figures::Figures const& figures);

// Most days in a chart; for more, the chart shows months.
constexpr std::size_t kMostDays = 62;
struct DayAndHour {
    std::string day;
    int hour = 0;
};
std::optional<DayAndHour> day_and_hour(std::string const& bucket);
std::string hour_name(Book& book, std::size_t hour); // "14–15 h"
std::array<std::int64_t, 24> visits_by_hour(figures::Figures const& figures);
// From Monday on. Days without visits are not counted.
struct Weekday {
    std::int64_t days = 0, visits = 0;
};
std::array<Weekday, 7> visits_by_weekday(figures::Figures const& figures);
std::string weekday_name(Book& book, std::size_t weekday); // from 0, Monday
// The busiest one, "–" where there are no visits.
std::string peak_hour(Book& book, figures::Figures const& figures);
std::string peak_day(Book& book, figures::Figures const& figures);
// "campaign" -> how often pages of it were opened.
std::map<std::string, std::int64_t> by_campaign(figures::Figures const& figures);

// The cells of other sheets that charts of the summary show.
struct ChartSources {
    std::string time, visits, quiz; // sheets
    Range days, hours;              // rows of visits by day (or by month), by hour of the day; columns 0 and 1
    std::string days_title, days_format;
    bool has_days = false, has_hours = false;
    Range questions; // columns 0 and 3
    bool has_questions = false;
};

// The sheets, one function each.
void write_time(Book& book, figures::WorkbookData const& account, ChartSources& places);
void write_fairs(Book& book, std::vector<figures::Subtotal> const& fairs);
void write_fleet(Book& book, figures::WorkbookData const& account);
void write_visits(Book& book, figures::Figures const& figures, ChartSources& places);
void write_pages(Book& book, figures::Figures const& figures);
void write_quiz(Book& book, figures::Figures const& figures, ChartSources& places);
void write_reporting(Book& book, figures::WorkbookData const& account);
void write_pivot(Book& book, figures::Pivot const& pivot);
void write_notes(Book& book, figures::WorkbookData const& account);
void write_summary(Sheet& sheet, figures::WorkbookData const& account, ChartSources const& places);

} // namespace kiosk::workbook
