// The figures as text for a person: totals by measure and item, guarded ones masked.
#include "engagement/export.h"

#include <fmt/format.h>

namespace kiosk::engagement {

namespace {

using Items = std::map<std::string, std::int64_t>;

std::string shown(MeasureEntry const& measure, std::int64_t n, std::int64_t threshold)
{
    if (measure.guard == Guard::guarded && n < threshold) return fmt::format("fewer than {}", threshold);
    return std::to_string(n);
}

// Guarded items all appear or none do: which of them are missing would tell.
std::string section(MeasureEntry const& measure, Items const& items, std::int64_t threshold)
{
    auto text = fmt::format("\n{} ({})\n", measure.id, measure.counts);
    if (items.empty())
        return text + (measure.guard == Guard::guarded ? fmt::format("  fewer than {} of each\n", threshold)
                                                       : std::string("  none\n"));
    bool masked = false;
    for (auto const& [item, n] : items) {
        if (measure.guard == Guard::guarded && n < threshold) {
            masked = true;
            continue;
        }
        text += fmt::format("  {:<44} {:>8}\n", item, shown(measure, n, threshold));
    }
    if (masked) text += fmt::format("  all others: fewer than {} each\n", threshold);
    return text;
}

} // namespace

Result<std::string> summary(Store& store, ExportOptions const& options)
{
    auto const rows = store.tallies();
    if (!rows) return rows.error();
    std::map<std::string, Items> by_measure;
    std::string first;
    std::string last;
    for (auto const& row : rows.value()) {
        by_measure[row.measure][row.item] += row.n;
        if (row.bucket == "unknown") continue;
        if (first.empty() || row.bucket < first) first = row.bucket;
        if (row.bucket > last) last = row.bucket;
    }
    auto text = fmt::format("Figures of the kiosk {}, {} to {}\n", store.kiosk(), first.empty() ? "nothing yet" : first,
                            last.empty() ? "nothing yet" : last);
    for (auto const& measure : kMeasures)
        text += section(measure, by_measure[std::string(measure.id)], options.threshold);
    return text;
}

} // namespace kiosk::engagement
