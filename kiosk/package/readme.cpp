// The figures as text for a person: open measures by item, what share of the questions was answered right, and the last
// release of reporting and support.
#include "package/export.h"

#include <fmt/format.h>

namespace kiosk::package {

namespace {

std::string section(MeasureEntry const& measure, figures::Items const& items)
{
    auto text = fmt::format("\n{} ({})\n", measure.id, measure.counts);
    if (items.empty()) return text + "  none\n";
    for (auto const& [item, n] : items) text += fmt::format("  {:<44} {:>8}\n", item, n);
    return text;
}

std::string shares(figures::Figures const& figures)
{
    std::string text;
    for (auto const& question : figures.questions())
        if (question.answered > 0)
            text += fmt::format("  {:<44} {:>6.0f} % of {}\n", question.quiz + "/" + question.question,
                                100.0 * static_cast<double>(question.right) / static_cast<double>(question.answered),
                                question.answered);
    return text.empty() ? text : "\nshare of right answers\n" + text;
}

std::string reporting(std::vector<figures::Release> const& releases)
{
    if (releases.empty()) return "\nreporting and support\n  no period is closed yet\n";
    auto const& release = releases.back();
    auto text = fmt::format("\nreporting and support, {}\n",
                            release.first.empty() ? "of an unknown day" : release.first + " to " + release.last);
    for (auto const& cell : release.cells)
        if (cell.language == figures::kAll)
            text += fmt::format("  {:<44} {:>8}\n",
                                cell.measure + " " + (cell.item == figures::kAll ? "all" : cell.item), cell.n);
    return text + fmt::format("  whatever is not here is fewer than {}, or hides one that is\n", release.threshold);
}

} // namespace

Result<std::string> summary(store::Store& store)
{
    figures::Figures figures;
    KIOSK_TRY(store.each_tally([&](figures::TallyView const& row) {
        figures.add(row);
        return success();
    }));
    auto const releases = store.releases();
    if (!releases) return releases.error();
    auto const first = figures.first_day();
    auto text = fmt::format("Figures of the kiosk {}, {}\n", store.label().text.kiosk,
                            first.empty() ? "nothing yet" : first + " to " + figures.last_day());
    for (auto const& measure : kMeasures)
        if (measure.guard == Guard::open) text += section(measure, figures.items(measure.measure));
    return text + shares(figures) + reporting(releases.value());
}

} // namespace kiosk::package
