// The figures as text for a person: totals by measure and item, guarded ones masked, and what share of the questions
// was answered right.
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

// "travellers/age/right" and "travellers/age/reconsider" as one line: the share of right answers.
std::string shares(Items const& items)
{
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> questions; // right, all
    for (auto const& [item, n] : items) {
        auto const slash = item.rfind('/');
        if (slash == std::string::npos) continue;
        auto& [right, all] = questions[item.substr(0, slash)];
        if (item.substr(slash + 1) == "right") right += n;
        all += n;
    }
    if (questions.empty()) return {};
    std::string text = "\nshare of right answers\n";
    for (auto const& [question, counts] : questions)
        if (counts.second > 0)
            text += fmt::format("  {:<44} {:>6.0f} % of {}\n", question,
                                100.0 * static_cast<double>(counts.first) / static_cast<double>(counts.second),
                                counts.second);
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
    text += shares(by_measure[std::string(entry(Measure::quiz_right).id)]);
    return text + "\nFor the house: beside a published package, sums of reporting and support could give back what it "
                  "leaves out.\n";
}

} // namespace kiosk::engagement
