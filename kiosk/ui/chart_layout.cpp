// Where the bars of a chart and their labels stand.
#include "ui/charts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kiosk::ui {

namespace {

// Of the way from one column to the next.
constexpr float kColumnShare = 0.68F;

bool free_of(Rect const& rect, std::vector<Rect> const& others, float gap)
{
    auto const wide = Rect{rect.x - gap, rect.y, rect.width + 2 * gap, rect.height};
    return std::none_of(others.begin(), others.end(), [&](Rect const& other) { return wide.overlaps(other); });
}

// Centred under or over a column, but within the chart.
Rect centred(Rect const& area, float centre, float width, float y, float height)
{
    auto const x = std::clamp(std::round(centre - width / 2), area.x, std::max(area.x, area.right() - width));
    return {x, y, width, height};
}

// Every label, or every second, third, … from the first on: the fewest left out so that none meet.
void place_labels(Rect const& area, std::vector<ColumnSize> const& columns, ColumnMetrics const& metrics,
                  std::vector<PlacedColumn>& places)
{
    auto const y = area.bottom() - metrics.label_height;
    for (std::size_t step = 1; step <= columns.size(); ++step) {
        std::vector<Rect> placed;
        bool free = true;
        for (std::size_t i = 0; i < columns.size() && free; i += step) {
            auto const rect =
                centred(area, places[i].column.centre().x, columns[i].label_width, y, metrics.label_height);
            free = free_of(rect, placed, metrics.gap);
            placed.push_back(rect);
        }
        if (!free) continue;
        for (std::size_t i = 0; i < columns.size(); i += step) places[i].label = placed[i / step];
        return;
    }
}

// The highest first, so that what stands out keeps its value.
void place_values(Rect const& area, std::vector<ColumnSize> const& columns, ColumnMetrics const& metrics,
                  std::vector<PlacedColumn>& places)
{
    std::vector<std::size_t> order(columns.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return columns[a].amount > columns[b].amount; });
    std::vector<Rect> taken;
    for (auto const& place : places) taken.push_back(place.column);
    for (auto const i : order) {
        if (columns[i].amount <= 0) continue;
        auto const& column = places[i].column;
        auto const rect = centred(area, column.centre().x, columns[i].value_width, column.y - metrics.value_height,
                                  metrics.value_height);
        auto others = taken;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i)); // its own column ends where it begins
        if (!free_of(rect, others, metrics.gap / 2)) continue;
        places[i].value = rect;
        taken.push_back(rect);
    }
}

} // namespace

std::vector<PlacedRow> place_rows(Rect const& area, std::vector<RowSize> const& rows, RowMetrics const& metrics)
{
    bool const beside = metrics.label_width > 0;
    float widest = 0;
    for (auto const& row : rows)
        if (row.amount) widest = std::max(widest, row.value.width);
    auto const left = area.x + (beside ? metrics.label_width + metrics.gap : 0);
    auto const longest = std::max(1.F, area.right() - left - widest - (widest > 0 ? metrics.gap : 0));
    std::vector<PlacedRow> places;
    auto y = area.y;
    for (auto const& row : rows) {
        PlacedRow place;
        place.longest = longest;
        auto const bar_height = std::max(metrics.thickness, row.value.height);
        auto const height = beside ? std::max(row.label_height, bar_height) : row.label_height + bar_height;
        place.row = {area.x, y, area.width, height};
        place.label = {area.x, beside ? std::round(y + (height - row.label_height) / 2) : y,
                       beside ? metrics.label_width : area.width, row.label_height};
        auto const middle = beside ? y + height / 2 : y + row.label_height + bar_height / 2;
        auto const share = row.amount && metrics.whole > 0 ? std::clamp(*row.amount / metrics.whole, 0.0, 1.0) : 0.0;
        auto const length = std::round(longest * static_cast<float>(share));
        place.bar = {left, std::round(middle - metrics.thickness / 2), length, metrics.thickness};
        auto const from = row.amount ? place.bar.right() + metrics.gap : left + metrics.gap;
        place.value = {from, std::round(middle - row.value.height / 2), row.value.width, row.value.height};
        places.push_back(place);
        y += height + metrics.between;
    }
    return places;
}

std::vector<PlacedColumn> place_columns(Rect const& area, std::vector<ColumnSize> const& columns,
                                        ColumnMetrics const& metrics)
{
    std::vector<PlacedColumn> places;
    if (columns.empty()) return places;
    double most = 0;
    for (auto const& column : columns) most = std::max(most, column.amount);
    auto const pitch = std::min(area.width / static_cast<float>(columns.size()), metrics.pitch);
    auto const width = std::max(1.F, std::floor(pitch * kColumnShare));
    auto const baseline = area.bottom() - metrics.label_height - metrics.gap / 2;
    auto const highest = std::max(1.F, baseline - area.y - metrics.value_height);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto const share = most > 0 ? columns[i].amount / most : 0;
        // Whatever was counted can be seen.
        auto const height =
            columns[i].amount > 0 ? std::max(2.F, std::round(highest * static_cast<float>(share))) : 0.F;
        auto const x = std::round(area.x + pitch * static_cast<float>(i) + (pitch - width) / 2);
        places.push_back({{x, baseline - height, width, height}, std::nullopt, std::nullopt});
    }
    place_labels(area, columns, metrics, places);
    place_values(area, columns, metrics, places);
    return places;
}

} // namespace kiosk::ui
