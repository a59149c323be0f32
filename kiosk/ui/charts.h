// Bar charts for staff: rows (label, bar, value), columns (hours or days) and one bar of several parts. Every bar
// begins at zero, shows its value in words and is a node of the scene. There are no axes, grids or colours of a chart's
// own: a bar's colour is a role of the theme. Where nothing was counted the chart shows its text `empty`. Amounts are
// counts or shares; lengths are pixels. Nothing is kept between frames.
#pragma once
#include "ui/widgets.h"

#include <optional>

namespace kiosk::ui {

struct Bar {
    std::string id;
    std::string label;            // beside, above or below it
    std::string value;            // at its end, in words
    std::string accessible_text;  // label of its node: "Wednesday 24 November: 123 visits"
    std::optional<double> amount; // nothing: not published; `value` is drawn in place of the bar
    Ink ink = Ink::line;
};

// beside: short names; above: sentences, where a panel is too narrow for both.
enum class RowLabels { beside, above };
// shown: how long a bar could be, for shares of a whole.
enum class Track { none, shown };

struct BarRows {
    std::string id;
    std::vector<Bar> bars;
    std::string empty; // drawn in place of the chart where nothing was counted
    double whole = 0;  // amount of a bar that is full; 0: the largest
    Track track = Track::none;
    TextStep step = TextStep::reading;
    float most_for_labels = 0.45F; // of the width
    RowLabels labels = RowLabels::beside;
};

void bar_rows(Canvas& canvas, Rect const& rect, BarRows const& rows);
float bar_rows_height(Canvas& canvas, float width, BarRows const& rows);
// Heights of the pages of a list, [px].
struct PageHeights {
    float first = 0, others = 0;
};
// The first row of each page, such that no row is cut; at least one row a page.
std::vector<std::size_t> bar_row_pages(Canvas& canvas, float width, PageHeights const& heights, BarRows const& rows);

struct BarColumns {
    std::string id;
    std::vector<Bar> bars; // in the order of time; all have amounts
    std::string empty;
};

// As high as the rectangle. Labels and values that would overlap are not drawn; their bars are in the scene all the
// same.
void bar_columns(Canvas& canvas, Rect const& rect, BarColumns const& columns);

struct PartsBar {
    std::string id;
    std::vector<Bar> parts; // of one whole, in the order to be read
    std::string empty;
};

// One bar of several parts, and below it what each is.
void parts_bar(Canvas& canvas, Rect const& rect, PartsBar const& bar);
float parts_bar_height(Canvas& canvas, float width, PartsBar const& bar);

// Geometry of the charts, pure.

struct RowSize {
    std::optional<double> amount;
    float label_height = 0;
    Size value;
};

struct RowMetrics {
    float label_width = 0; // of labels beside; 0: they stand above
    float thickness = 0;   // of a bar
    float gap = 0;         // between label, bar and value
    float between = 0;     // rows
    double whole = 0;
};

struct PlacedRow {
    Rect row, label, bar, value;
    float longest = 0; // of a full bar
};

std::vector<PlacedRow> place_rows(Rect const& area, std::vector<RowSize> const& rows, RowMetrics const& metrics);

struct ColumnSize {
    double amount = 0;
    float label_width = 0, value_width = 0;
};

struct ColumnMetrics {
    float label_height = 0, value_height = 0;
    float gap = 0;   // least, between two labels
    float pitch = 0; // most, from one column to the next
};

struct PlacedColumn {
    Rect column;
    std::optional<Rect> label, value; // nothing: there is no room
};

std::vector<PlacedColumn> place_columns(Rect const& area, std::vector<ColumnSize> const& columns,
                                        ColumnMetrics const& metrics);

} // namespace kiosk::ui
