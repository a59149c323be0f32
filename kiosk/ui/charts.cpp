#include "ui/charts.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

namespace {

TextStyle label_style(Canvas const& canvas, TextStep step)
{
    return {Face::regular, canvas.layout().text(step), 1.25F, Wrap::natural};
}

TextStyle value_style(Canvas const& canvas, TextStep step)
{
    return {Face::semibold, canvas.layout().text(step), 1.25F, Wrap::natural};
}

ShapedText const& shaped(Canvas& canvas, std::string const& text, TextStyle const& style, float width)
{
    return canvas.text().shape(text, canvas.language(), style, width);
}

void add_figure(Canvas& canvas, Bar const& bar, Rect const& rect)
{
    canvas.add({Role::figure, bar.id, bar.accessible_text, bar.value, "", rect});
}

bool nothing_counted(std::vector<Bar> const& bars)
{
    return std::none_of(bars.begin(), bars.end(), [](Bar const& bar) { return !bar.amount || *bar.amount > 0; });
}

// A share of none of a whole is a figure, and so is a page of zeros of a list that has more.
bool nothing_counted(BarRows const& rows)
{
    return rows.bars.empty() || (rows.whole <= 0 && nothing_counted(rows.bars));
}

void draw_empty(Canvas& canvas, Rect const& rect, std::string const& id, std::string const& words)
{
    text_block(canvas, rect, {id + ".empty", words, TextStep::reading, Face::regular, Ink::quiet, Role::text, 1.4F});
}

float empty_height(Canvas& canvas, float width, std::string const& words)
{
    return text_height(canvas, width, {"", words, TextStep::reading, Face::regular, Ink::quiet, Role::text, 1.4F});
}

// What the rows of a chart have in common, whatever part of them is shown.
struct RowLayout {
    RowLabels labels = RowLabels::beside;
    RowMetrics metrics;
    float label_room = 0; // for a label's lines
    float value_room = 0; // for words that stand in place of a bar
};

// Beside the bars as far as no word of a label is cut there.
void place_labels(Canvas& canvas, float width, BarRows const& rows, RowLayout& look)
{
    look.labels = rows.labels;
    look.label_room = width;
    if (rows.labels == RowLabels::above) return;
    auto const most = std::floor(width * rows.most_for_labels);
    float widest = 1;
    for (auto const& bar : rows.bars) {
        auto const style = label_style(canvas, rows.step);
        auto const& label = shaped(canvas, bar.label, style, most);
        if (label.word_broken) {
            look.labels = RowLabels::above;
            return;
        }
        widest = std::max(widest, label.size.width);
    }
    look.label_room = look.metrics.label_width = std::min(most, std::ceil(widest));
}

RowLayout row_layout_of(Canvas& canvas, float width, BarRows const& rows)
{
    auto const& layout = canvas.layout();
    RowLayout look;
    place_labels(canvas, width, rows, look);
    look.metrics.thickness = std::round(layout.text(rows.step) * 0.8F);
    look.metrics.gap = layout.units(14);
    look.metrics.between = layout.units(look.labels == RowLabels::above ? 16 : 14);
    look.metrics.whole = rows.whole;
    if (rows.whole <= 0)
        for (auto const& bar : rows.bars) look.metrics.whole = std::max(look.metrics.whole, bar.amount.value_or(0));
    look.value_room = std::max(1.F, width - look.metrics.label_width - 2 * look.metrics.gap);
    return look;
}

std::vector<RowSize> specs_of(Canvas& canvas, RowLayout const& look, BarRows const& rows)
{
    std::vector<RowSize> specs;
    for (auto const& bar : rows.bars) {
        auto const label = shaped(canvas, bar.label, label_style(canvas, rows.step), look.label_room).size;
        auto const style = bar.amount ? value_style(canvas, rows.step) : label_style(canvas, rows.step);
        specs.push_back({bar.amount, label.height, shaped(canvas, bar.value, style, look.value_room).size});
    }
    return specs;
}

void draw_row(Canvas& canvas, RowLayout const& look, PlacedRow const& place, Bar const& bar, BarRows const& rows)
{
    auto const& layout = canvas.layout();
    auto const label_text = label_style(canvas, rows.step);
    auto const& label = shaped(canvas, bar.label, label_text, look.label_room);
    if (label.word_broken) canvas.report_overflow();
    canvas.glyphs(label, {place.label.x, place.label.y}, canvas.color(Ink::text));
    if (bar.amount && rows.track == Track::shown) {
        Rect const whole{place.bar.x, place.bar.y, place.longest, place.bar.height};
        canvas.outline(whole, canvas.color(Ink::line), layout.hairline());
    }
    if (place.bar.width > 0) canvas.fill(place.bar, canvas.color(bar.ink));
    auto const value_text = bar.amount ? value_style(canvas, rows.step) : label_style(canvas, rows.step);
    canvas.glyphs(shaped(canvas, bar.value, value_text, look.value_room), {place.value.x, place.value.y},
                  canvas.color(bar.amount ? Ink::text : Ink::quiet));
    add_figure(canvas, bar, place.row);
}

} // namespace

void bar_rows(Canvas& canvas, Rect const& rect, BarRows const& rows)
{
    if (nothing_counted(rows)) {
        draw_empty(canvas, rect, rows.id, rows.empty);
        return;
    }
    auto const look = row_layout_of(canvas, rect.width, rows);
    // A track ends where all values stand: beyond its end, not beyond the bar's.
    auto places = place_rows(rect, specs_of(canvas, look, rows), look.metrics);
    if (rows.track == Track::shown)
        for (std::size_t i = 0; i < places.size(); ++i)
            if (rows.bars[i].amount) places[i].value.x = places[i].bar.x + places[i].longest + look.metrics.gap;
    for (std::size_t i = 0; i < places.size(); ++i) draw_row(canvas, look, places[i], rows.bars[i], rows);
    if (places.back().row.bottom() > rect.bottom() + 1) canvas.report_overflow();
    // Zero, where all bars begin.
    auto const line = canvas.layout().hairline();
    if (look.labels == RowLabels::beside)
        canvas.fill({places.front().bar.x - line, rect.y, line, places.back().row.bottom() - rect.y},
                    canvas.color(Ink::line));
}

float bar_rows_height(Canvas& canvas, float width, BarRows const& rows)
{
    if (nothing_counted(rows)) return empty_height(canvas, width, rows.empty);
    auto const look = row_layout_of(canvas, width, rows);
    auto const places = place_rows({0, 0, width, 0}, specs_of(canvas, look, rows), look.metrics);
    return places.back().row.bottom();
}

std::vector<std::size_t> bar_row_pages(Canvas& canvas, float width, PageHeights const& heights, BarRows const& rows)
{
    std::vector<std::size_t> pages{0};
    if (nothing_counted(rows)) return pages;
    auto const look = row_layout_of(canvas, width, rows);
    auto const places = place_rows({0, 0, width, 0}, specs_of(canvas, look, rows), look.metrics);
    for (std::size_t i = 1; i < places.size(); ++i) {
        auto const height = pages.size() == 1 ? heights.first : heights.others;
        if (places[i].row.bottom() - places[pages.back()].row.y > height) pages.push_back(i);
    }
    return pages;
}

void bar_columns(Canvas& canvas, Rect const& rect, BarColumns const& columns)
{
    if (nothing_counted(columns.bars)) {
        draw_empty(canvas, rect, columns.id, columns.empty);
        return;
    }
    auto const& layout = canvas.layout();
    auto const style = label_style(canvas, TextStep::small);
    auto const strong = value_style(canvas, TextStep::small);
    std::vector<ColumnSize> specs;
    for (auto const& bar : columns.bars)
        specs.push_back({bar.amount.value_or(0), shaped(canvas, bar.label, style, rect.width).size.width,
                         shaped(canvas, bar.value, strong, rect.width).size.width});
    auto const line_height = std::ceil(style.size * style.line_height);
    ColumnMetrics const metrics{line_height, line_height, layout.units(10), layout.units(190)};
    // Less is no chart: the screen then scrolls.
    if (rect.height < layout.units(260)) canvas.report_overflow();
    auto const places = place_columns(rect, specs, metrics);
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto const& bar = columns.bars[i];
        auto const& place = places[i];
        canvas.fill(place.column, canvas.color(bar.ink));
        if (place.label)
            canvas.glyphs(shaped(canvas, bar.label, style, rect.width), {place.label->x, place.label->y},
                          canvas.color(Ink::quiet));
        if (place.value)
            canvas.glyphs(shaped(canvas, bar.value, strong, rect.width), {place.value->x, place.value->y},
                          canvas.color(Ink::text));
        add_figure(canvas, bar, place.column);
    }
    auto const line = layout.hairline();
    auto const right = places.back().column.right() + places.front().column.x - rect.x;
    canvas.fill({rect.x, places.front().column.bottom(), right - rect.x, line}, canvas.color(Ink::line));
}

namespace {

struct LegendLayout {
    int columns = 1;
    float swatch = 0, gap = 0, row = 0; // heights and widths, [px]
    float room = 0;                     // for an entry's words
};

std::string legend_words(Bar const& part) { return part.value + " " + part.label; }

LegendLayout legend_of(Canvas& canvas, float width, PartsBar const& bar)
{
    auto const& layout = canvas.layout();
    LegendLayout look;
    look.swatch = std::round(layout.text(TextStep::small) * 0.7F);
    look.gap = layout.units(12);
    auto const style = label_style(canvas, TextStep::small);
    auto const count = static_cast<int>(bar.parts.size());
    // As many side by side as stand on one line each; as even as that allows.
    for (look.columns = count; look.columns > 1; --look.columns) {
        if (count % look.columns != 0) continue;
        look.room = cell({0, 0, width, 1}, 0, look.columns, layout.gap()).width - look.swatch - look.gap;
        if (std::all_of(bar.parts.begin(), bar.parts.end(), [&](Bar const& part) {
                return look.room > 1 && shaped(canvas, legend_words(part), style, look.room).lines == 1;
            }))
            break;
    }
    look.room = cell({0, 0, width, 1}, 0, look.columns, layout.gap()).width - look.swatch - look.gap;
    for (auto const& part : bar.parts)
        look.row = std::max(look.row, shaped(canvas, legend_words(part), style, look.room).size.height);
    return look;
}

float parts_thickness(Canvas const& canvas) { return std::round(canvas.layout().text(TextStep::reading) * 1.1F); }

} // namespace

float parts_bar_height(Canvas& canvas, float width, PartsBar const& bar)
{
    if (nothing_counted(bar.parts)) return empty_height(canvas, width, bar.empty);
    auto const look = legend_of(canvas, width, bar);
    auto const rows = static_cast<float>((static_cast<int>(bar.parts.size()) + look.columns - 1) / look.columns);
    return parts_thickness(canvas) + look.gap + rows * (look.row + look.gap / 2) - look.gap / 2;
}

void parts_bar(Canvas& canvas, Rect const& rect, PartsBar const& bar)
{
    if (nothing_counted(bar.parts)) {
        draw_empty(canvas, rect, bar.id, bar.empty);
        return;
    }
    double all = 0;
    for (auto const& part : bar.parts) all += part.amount.value_or(0);
    auto const look = legend_of(canvas, rect.width, bar);
    auto const thickness = parts_thickness(canvas);
    auto const apart = canvas.layout().units(4);
    double before = 0;
    for (std::size_t i = 0; i < bar.parts.size(); ++i) {
        auto const& part = bar.parts[i];
        auto const amount = part.amount.value_or(0);
        auto const left = rect.x + std::round(rect.width * static_cast<float>(before / all));
        before += amount;
        auto const right = rect.x + std::round(rect.width * static_cast<float>(before / all));
        auto const end = right < rect.right() - 1 ? apart : 0;
        if (amount > 0)
            canvas.fill({left, rect.y, std::max(2.F, right - left - end), thickness}, canvas.color(part.ink));

        auto const index = static_cast<int>(i);
        Rect const line{rect.x,
                        rect.y + thickness + look.gap +
                            static_cast<float>(index / look.columns) * (look.row + look.gap / 2),
                        rect.width, look.row};
        auto const entry = cell(line, index % look.columns, look.columns, canvas.layout().gap());
        auto const style = label_style(canvas, TextStep::small);
        auto const legend = legend_words(part);
        auto const& words = shaped(canvas, legend, style, look.room);
        auto const first_line = style.size * style.line_height;
        canvas.fill({entry.x, std::round(entry.y + (first_line - look.swatch) / 2), look.swatch, look.swatch},
                    canvas.color(part.ink));
        canvas.glyphs(words, {entry.x + look.swatch + look.gap, entry.y}, canvas.color(Ink::text));
        add_figure(canvas, part, {entry.x, entry.y, entry.width, look.row});
    }
    if (rect.y + parts_bar_height(canvas, rect.width, bar) > rect.bottom() + 1) canvas.report_overflow();
}

} // namespace kiosk::ui
