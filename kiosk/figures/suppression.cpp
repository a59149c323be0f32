#include "figures/suppression.h"

#include <algorithm>

namespace kiosk::figures {

namespace {

struct Row {
    std::map<std::string, std::int64_t> by_language;
    std::int64_t total = 0;
};

// Every row and column that there could be, zeros in place.
std::map<std::string, Row> rows_of(ReportingTable const& table)
{
    std::map<std::string, Row> rows;
    Row empty;
    for (auto const& language : table.languages) empty.by_language[language] = 0;
    for (auto const& item : table.items) rows[item] = empty;
    for (auto const& [key, n] : table.n) {
        auto& row = rows.try_emplace(key.first, empty).first->second;
        row.by_language[key.second] += n;
        row.total += n;
    }
    return rows;
}

bool hides(std::int64_t masked_sum, std::int64_t masked_count, std::int64_t threshold)
{
    return masked_sum >= threshold && masked_sum <= (masked_count - 1) * (threshold - 1);
}

} // namespace

std::vector<ReleasedCell> publishable(ReportingTable const& table, Threshold threshold)
{
    return cells_at(table, threshold.value());
}

std::vector<ReleasedCell> cells_at(ReportingTable const& table, std::int64_t threshold)
{
    std::vector<ReleasedCell> cells;
    std::int64_t all = 0;
    std::int64_t masked_sum = 0;
    std::int64_t masked_count = 0;
    for (auto const& [item, row] : rows_of(table)) {
        all += row.total;
        if (row.total < threshold) {
            masked_sum += row.total;
            ++masked_count;
            continue;
        }
        cells.push_back({table.measure, item, std::string(kAll), row.total});
        bool const each = std::all_of(row.by_language.begin(), row.by_language.end(),
                                      [&](auto const& column) { return column.second >= threshold; });
        if (!each) continue;
        for (auto const& [language, n] : row.by_language) cells.push_back({table.measure, item, language, n});
    }
    bool const has_sum = table.measure != entry(Measure::report_step).id;
    if (!has_sum) {
        std::sort(cells.begin(), cells.end());
        return cells;
    }
    if (masked_count == 0 ? all >= threshold : hides(masked_sum, masked_count, threshold))
        cells.push_back({table.measure, std::string(kAll), std::string(kAll), all});
    std::sort(cells.begin(), cells.end());
    return cells;
}

} // namespace kiosk::figures
