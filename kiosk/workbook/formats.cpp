// How cells look: one table of styles.
#include "base/utf8.h"
#include "workbook/book.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::workbook {

namespace {

enum class Weight { regular, bold };
enum class Wrap { no, yes };
enum class Rule { none, hair, under, over };

struct StyleLook {
    Style style;
    double points;
    lxw_color_t colour;
    Weight weight;
    int align; // of libxlsxwriter
    Wrap wrap;
    Rule rule;
    char const* format; // of numbers; "share", "day" and "month" stand for the language's own
};

constexpr int kLeft = LXW_ALIGN_LEFT, kRight = LXW_ALIGN_RIGHT;

constexpr std::array<StyleLook, static_cast<std::size_t>(Style::count_of)> kLooks{{
    {Style::kiosk_title, 24, kDeepBlue, Weight::bold, kLeft, Wrap::no, Rule::none, ""},
    {Style::title, 18, kDeepBlue, Weight::bold, kLeft, Wrap::yes, Rule::none, ""},
    {Style::subtitle, 10, kQuiet, Weight::regular, kLeft, Wrap::no, Rule::none, ""},
    {Style::heading, 13, kDeepBlue, Weight::bold, kLeft, Wrap::no, Rule::none, ""},
    {Style::text, 10, kInk, Weight::regular, kLeft, Wrap::yes, Rule::none, ""},
    {Style::quiet, 9, kQuiet, Weight::regular, kLeft, Wrap::yes, Rule::none, ""},
    {Style::term, 10, kInk, Weight::bold, kLeft, Wrap::yes, Rule::none, ""},
    {Style::header, 9, kQuiet, Weight::bold, kLeft, Wrap::yes, Rule::under, ""},
    {Style::header_number, 9, kQuiet, Weight::bold, kRight, Wrap::yes, Rule::under, ""},
    {Style::header_text, 9, kQuiet, Weight::bold, kLeft, Wrap::yes, Rule::under, ""},
    {Style::label, 10, kInk, Weight::regular, kLeft, Wrap::yes, Rule::hair, ""},
    {Style::aside, 10, kInk, Weight::regular, kLeft, Wrap::yes, Rule::hair, ""},
    {Style::aside_right, 10, kInk, Weight::regular, kRight, Wrap::yes, Rule::hair, ""},
    {Style::plain, 10, kInk, Weight::regular, kLeft, Wrap::no, Rule::none, ""},
    {Style::plain_number, 10, kInk, Weight::regular, kRight, Wrap::no, Rule::none, "#,##0"},
    {Style::plain_day, 10, kInk, Weight::regular, kLeft, Wrap::no, Rule::none, "day"},
    {Style::plain_month, 10, kInk, Weight::regular, kLeft, Wrap::no, Rule::none, "month"},
    {Style::number, 10, kInk, Weight::regular, kRight, Wrap::no, Rule::hair, "#,##0"},
    {Style::rate, 10, kInk, Weight::regular, kRight, Wrap::no, Rule::hair, "#,##0.0"},
    {Style::change, 10, kInk, Weight::regular, kRight, Wrap::no, Rule::hair, "+#,##0;-#,##0;0"},
    {Style::share, 10, kInk, Weight::regular, kRight, Wrap::no, Rule::hair, "share"},
    {Style::day, 10, kInk, Weight::regular, kLeft, Wrap::no, Rule::hair, "day"},
    {Style::day_right, 10, kInk, Weight::regular, kRight, Wrap::no, Rule::hair, "day"},
    {Style::month, 10, kInk, Weight::regular, kLeft, Wrap::no, Rule::hair, "month"},
    {Style::at_least, 10, kInk, Weight::regular, kRight, Wrap::no, Rule::hair, "\"≥ \"#,##0"},
    {Style::masked, 12, kInk, Weight::bold, kRight, Wrap::no, Rule::hair, ""},
    {Style::link, 10, kDeepBlue, Weight::regular, kLeft, Wrap::yes, Rule::hair, ""},
    {Style::total_label, 10, kInk, Weight::bold, kLeft, Wrap::yes, Rule::over, ""},
    {Style::total_number, 10, kInk, Weight::bold, kRight, Wrap::no, Rule::over, "#,##0"},
    {Style::total_change, 10, kInk, Weight::bold, kRight, Wrap::no, Rule::over, "+#,##0;-#,##0;0"},
    {Style::total_share, 10, kInk, Weight::bold, kRight, Wrap::no, Rule::over, "share"},
    {Style::mark, 11, kInk, Weight::bold, kLeft, Wrap::yes, Rule::none, ""},
    {Style::card_number, 30, kDeepBlue, Weight::bold, kLeft, Wrap::no, Rule::none, "#,##0"},
    {Style::card_change, 30, kDeepBlue, Weight::bold, kLeft, Wrap::no, Rule::none, "+#,##0;-#,##0;0"},
    {Style::card_label, 11, kInk, Weight::bold, kLeft, Wrap::no, Rule::none, ""},
    {Style::card_text, 9, kQuiet, Weight::regular, kLeft, Wrap::yes, Rule::none, ""},
}};

void rule(lxw_format* format, Rule rule)
{
    switch (rule) {
    case Rule::none: return;
    case Rule::hair:
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bottom_color(format, 0xE3E9EE);
        return;
    case Rule::under:
        format_set_bottom(format, LXW_BORDER_MEDIUM);
        format_set_bottom_color(format, kDeepBlue);
        return;
    case Rule::over:
        format_set_top(format, LXW_BORDER_THIN);
        format_set_top_color(format, kDeepBlue);
        return;
    }
}

bool is_card(Style style) { return style >= Style::card_number && style <= Style::card_text; }

// Where a text stands in a row that is higher than it.
int vertical_alignment(StyleLook const& look)
{
    if (look.rule == Rule::under || look.style == Style::card_label) return LXW_ALIGN_VERTICAL_BOTTOM;
    bool const of_card = look.style == Style::card_number || look.style == Style::card_change;
    return look.rule == Rule::none && !of_card ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER;
}

struct Part {
    std::string_view sample;
    std::string text; // in its place
};

// A sample with its parts replaced, and what stands between them as `between` writes it.
template <typename Between>
std::string replaced(std::string_view sample, std::vector<Part> const& parts, Between between)
{
    std::string result, rest;
    auto const end_rest = [&] {
        if (!rest.empty()) result += between(rest);
        rest.clear();
    };
    while (!sample.empty()) {
        auto const part =
            std::find_if(parts.begin(), parts.end(), [&](Part const& each) { return sample.starts_with(each.sample); });
        if (part == parts.end()) {
            rest += sample.front();
            sample.remove_prefix(1);
            continue;
        }
        end_rest();
        result += part->text;
        sample.remove_prefix(part->sample.size());
    }
    end_rest();
    return result;
}

std::string as_it_is(std::string const& text) { return text; }

// Strokes need no backslash before them in a format of days.
std::string escaped(std::string const& text)
{
    std::string result;
    for (auto const point : code_points(text)) {
        if (point != U'/' && point != U'-') result += '\\';
        append_utf8(result, point);
    }
    return result;
}

std::string day_in_numbers(std::string_view sample)
{
    return replaced(
        sample, {{figures::kSampleYear, "yyyy"}, {figures::kSampleMonth, "mm"}, {figures::kSampleDay, "dd"}}, escaped);
}

} // namespace

std::string short_day_format(figures::Formats const& formats) { return day_in_numbers(formats.short_day); }

std::string day_format(figures::Formats const& formats)
{
    return fmt::format("[$-{:X}]ddd {}", formats.locale, day_in_numbers(formats.day));
}

std::string month_format(figures::Formats const& formats)
{
    bool const year_first = formats.day.starts_with(figures::kSampleYear);
    return fmt::format("[$-{:X}]{}", formats.locale, year_first ? "yyyy mmm" : "mmm yyyy");
}

std::string share_format(figures::Formats const& formats)
{
    return replaced(formats.percent, {{figures::kSamplePercent, "0"}, {"%", "%"}},
                    [](std::string const& text) { return fmt::format("\"{}\"", text); });
}

std::string format_percent(figures::Formats const& formats, std::int64_t percent)
{
    return replaced(formats.percent, {{figures::kSamplePercent, std::to_string(percent)}}, as_it_is);
}

std::string format_day(figures::Formats const& formats, std::string_view day)
{
    return replaced(formats.day,
                    {{figures::kSampleYear, std::string(day.substr(0, 4))},
                     {figures::kSampleMonth, std::string(day.substr(5, 2))},
                     {figures::kSampleDay, std::string(day.substr(8, 2))}},
                    as_it_is);
}

lxw_format* make_format(lxw_workbook* workbook, Style style, figures::Formats const& formats)
{
    auto const look =
        std::find_if(kLooks.begin(), kLooks.end(), [&](StyleLook const& each) { return each.style == style; });
    auto* const format = workbook_add_format(workbook);
    format_set_font_name(format, kFont);
    format_set_font_size(format, look->points);
    format_set_font_color(format, look->colour);
    if (look->weight == Weight::bold) format_set_bold(format);
    format_set_align(format, static_cast<std::uint8_t>(look->align));
    format_set_align(format, static_cast<std::uint8_t>(vertical_alignment(*look)));
    if (look->wrap == Wrap::yes) format_set_text_wrap(format);
    rule(format, look->rule);
    std::string_view const numbers = look->format;
    if (numbers == "share")
        format_set_num_format(format, share_format(formats).c_str());
    else if (numbers == "day")
        format_set_num_format(format, day_format(formats).c_str());
    else if (numbers == "month")
        format_set_num_format(format, month_format(formats).c_str());
    else if (!numbers.empty())
        format_set_num_format(format, look->format);
    // Away from what stands before it.
    if (style == Style::link || style == Style::aside || style == Style::header_text || style == Style::plain)
        format_set_indent(format, 1);
    if (style == Style::mark) format_set_bg_color(format, kAmber);
    if (is_card(style)) {
        format_set_bg_color(format, kPale);
        format_set_indent(format, 1);
        // White between the cards, where no column could stand without tearing the tables below apart.
        format_set_right(format, LXW_BORDER_THICK);
        format_set_right_color(format, 0xFFFFFF);
    }
    return format;
}

} // namespace kiosk::workbook
