// The commands of the office: many kiosks together.
#include "base/plain.h"
#include "base/version.h"
#include "engagement/bucket.h"
#include "fleet/report.h"
#include "staff/labels.h"
#include "tools/kiosk_log_common.h"

#include <fmt/format.h>
#include <map>

namespace kiosk::tools {

namespace {

void say_remarks(std::vector<fleet::Remark> const& remarks)
{
    if (remarks.empty()) return;
    fmt::print("To look at:\n");
    for (auto const& remark : remarks) fmt::print("  {}\n", plain(fleet::text(remark)));
}

void say_events(std::vector<engagement::FleetLine> const& events)
{
    if (events.empty()) return;
    fmt::print("Fairs:\n");
    for (auto const& event : events)
        fmt::print("  {}: {} visits, {} to {}\n", plain(event.name), event.visits, event.first, event.last);
}

// What staff wrote themselves, on a kiosk's own screen.
Result<> say_staffs_remarks(fleet::FleetStore& store)
{
    auto const remarks = store.remarks();
    if (!remarks) return remarks.error();
    if (remarks.value().empty()) return success();
    auto const labels = store.labels();
    if (!labels) return labels.error();
    std::map<std::int64_t, std::string> names; // by machine: the last one
    for (auto const& label : labels.value()) names[label.machine] = label.label.text.kiosk;
    fmt::print("Said by staff:\n");
    for (auto const& [machine, row] : remarks.value())
        fmt::print("  {}\n",
                   plain(fmt::format("{}, {}: {}", names[machine], row.day.empty() ? "?" : row.day, row.text)));
    return success();
}

} // namespace

int merge_command(std::vector<std::string> const& paths, std::string const& out)
{
    auto packages = open_packages(paths);
    if (!packages) return fail(packages.error());
    auto store = fleet::FleetStore::open(out);
    if (!store) return fail(store.error());
    std::vector<Error> faults;
    auto const merged = store.value().merge(packages.take(), &faults);
    for (auto const& fault : faults) fail(fault);
    if (!merged) return fail(merged.error());
    auto const report = fleet::read_fleet(store.value(), fleet::Sums::visits);
    if (!report) return fail(report.error());
    auto const& all = report.value();
    fmt::print("{}: {} packages taken, {} of them given twice; {} kiosks, {} visits{}\n", plain(out),
               merged.value().packages + merged.value().repeated, merged.value().repeated, all.kiosks,
               all.figures.sum(Measure::visits),
               all.figures.first_day().empty()
                   ? ""
                   : fmt::format(", {} to {}", all.figures.first_day(), all.figures.last_day()));
    say_events(all.by_event);
    say_remarks(all.remarks);
    if (auto const said = say_staffs_remarks(store.value()); !said) return fail(said.error());
    return kDone;
}

int report_command(ReportChoice const& choice)
{
    auto const words = speaker(choice.words);
    if (!words) return fail(words.error());
    auto store = fleet::FleetStore::open_to_read(choice.fleet);
    if (!store) return fail(store.error());
    auto const report = fleet::read_fleet(store.value());
    if (!report) return fail(report.error());
    auto const now = SystemClock().wall();
    bool const believed = engagement::trust(now, {kReleased, {}}) == engagement::Trust::trusted;
    fleet::ReportOptions const options{
        choice.title.empty() ? std::filesystem::path(choice.fleet).stem().string() : choice.title,
        believed ? engagement::bucket(now, engagement::Trust::trusted, engagement::BucketSize::day) : ""};
    auto const labels = staff::make_labels(words.value().pack, words.value().language);
    if (auto const written = fleet::write_report(report.value(), choice.out, labels, options); !written)
        return fail(written.error());
    fmt::print("{}\n", plain(choice.out));
    return kDone;
}

} // namespace kiosk::tools
