#include "workbook/book.h"

namespace kiosk::workbook {

namespace {

lxw_chart_font font(double points, lxw_color_t colour)
{
    static std::string name = kFont;
    lxw_chart_font font{};
    font.name = name.data();
    font.size = points;
    font.color = colour;
    return font;
}

// The library takes what begins with "=" for a reference.
std::string as_text(std::string const& title) { return (title.starts_with('=') ? " " : "") + clean(title); }

void set_title(lxw_chart* chart, std::string const& title)
{
    auto look = font(11, kDeepBlue);
    look.bold = LXW_TRUE;
    chart_title_set_name(chart, as_text(title).c_str());
    chart_title_set_name_font(chart, &look);
}

void colour_points(lxw_chart_series* series, ChartPlan const& plan)
{
    if (plan.quiet.empty() && plan.accent.empty()) return;
    lxw_chart_fill usual{}, quiet{}, accent{};
    usual.color = kDeepBlue;
    quiet.color = kStone;
    accent.color = kAmber;
    std::vector<lxw_chart_point> points(plan.range.rows());
    for (auto& point : points) point.fill = &usual;
    for (auto const at : plan.quiet) points.at(at).fill = &quiet;
    for (auto const at : plan.accent) points.at(at).fill = &accent;
    std::vector<lxw_chart_point*> list;
    for (auto& point : points) list.push_back(&point);
    list.push_back(nullptr);
    chart_series_set_points(series, list.data());
}

bool has_labels(ChartPlan const& plan) { return plan.range.rows() <= plan.most_labelled; }

void set_axes(lxw_chart* chart, ChartPlan const& plan)
{
    auto words = font(9, kInk);
    lxw_chart_line thin{};
    thin.color = kLine;
    thin.width = 0.75F;
    lxw_chart_line none{};
    none.none = LXW_TRUE;
    // For libxlsxwriter x is the axis that lies: that of the numbers where bars lie too.
    bool const bars = plan.shape == Shape::bars;
    auto* const names = bars ? chart->y_axis : chart->x_axis;
    auto* const numbers = bars ? chart->x_axis : chart->y_axis;
    chart_axis_set_num_font(names, &words);
    chart_axis_set_line(names, &thin);
    chart_axis_set_major_tick_mark(names, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_major_gridlines_set_visible(names, LXW_FALSE);
    if (!plan.label_format.empty()) chart_axis_set_num_format(names, plan.label_format.c_str());
    if (bars) chart_axis_set_reverse(names); // the first row at the top

    chart_axis_set_min(numbers, 0); // bars that begin elsewhere would lie
    if (plan.scale == Scale::shares) chart_axis_set_max(numbers, 1);
    if (has_labels(plan)) {
        chart_axis_major_gridlines_set_visible(numbers, LXW_FALSE);
        chart_axis_off(numbers);
        return;
    }
    chart_axis_set_num_font(numbers, &words);
    chart_axis_set_line(numbers, &none);
    chart_axis_set_major_tick_mark(numbers, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_major_gridlines_set_visible(numbers, LXW_TRUE);
    chart_axis_major_gridlines_set_line(numbers, &thin);
}

} // namespace

lxw_chart* make_chart(Book& book, ChartPlan const& plan)
{
    bool const bars = plan.shape == Shape::bars;
    auto* const chart = workbook_add_chart(book.raw(), bars ? LXW_CHART_BAR : LXW_CHART_COLUMN);
    auto* const series = chart_add_series(chart, nullptr, nullptr);
    auto const* const sheet = plan.sheet.c_str();
    chart_series_set_categories(series, sheet, plan.range.first_row, plan.labels, plan.range.last_row, plan.labels);
    chart_series_set_values(series, sheet, plan.range.first_row, plan.values, plan.range.last_row, plan.values);
    chart_series_set_name(series, as_text(plan.title).c_str());
    lxw_chart_fill fill{};
    fill.color = kDeepBlue;
    chart_series_set_fill(series, &fill);
    colour_points(series, plan);
    if (has_labels(plan)) {
        auto numbers = font(9, kInk);
        chart_series_set_labels(series);
        chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_OUTSIDE_END);
        chart_series_set_labels_font(series, &numbers);
        auto const shares = share_format(book.labels().formats);
        chart_series_set_labels_num_format(series, plan.scale == Scale::shares ? shares.c_str() : "#,##0");
    }
    set_title(chart, plan.title);
    set_axes(chart, plan);
    constexpr std::uint16_t kApart = 45; // between bars, in hundredths of their width
    chart_set_series_gap(chart, kApart);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    lxw_chart_line border{};
    border.color = kLine;
    border.width = 0.75F;
    chart_chartarea_set_line(chart, &border);
    return chart;
}

int bars_height(std::size_t bars)
{
    constexpr int kTitle = 50, kBar = 27, kLeast = 140;
    return std::max(kLeast, kTitle + kBar * static_cast<int>(bars));
}

} // namespace kiosk::workbook
