// The commands of the office: many kiosks together.
#include "base/version.h"
#include "engagement/bucket.h"
#include "fleet/report.h"
#include "staff/labels.h"
#include "tools/kiosk_log_common.h"

#include <fmt/format.h>

namespace kiosk::tools {

namespace {

void say_remarks(std::vector<fleet::Remark> const& remarks)
{
    for (auto const& remark : remarks) fmt::print("  {}\n", fleet::text(remark));
}

} // namespace

int merge_command(std::vector<std::string> const& paths, std::string const& out)
{
    auto packages = open_packages(paths);
    if (!packages) return fail(packages.error());
    auto store = fleet::FleetStore::open(out);
    if (!store) return fail(store.error());
    auto const merged = store.value().merge(packages.take());
    if (!merged) return fail(merged.error());
    auto const report = fleet::read_fleet(store.value());
    if (!report) return fail(report.error());
    auto const& all = report.value();
    fmt::print("{}: {} packages taken, {} of them given twice; {} kiosks, {} visits{}\n", out,
               merged.value().packages + merged.value().repeated, merged.value().repeated, all.by_kiosk.size(),
               all.figures.sum(Measure::visits),
               all.figures.first_day().empty()
                   ? ""
                   : fmt::format(", {} to {}", all.figures.first_day(), all.figures.last_day()));
    if (!all.remarks.empty()) fmt::print("Missing or doubtful:\n");
    say_remarks(all.remarks);
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
    fmt::print("{}\n", choice.out);
    return kDone;
}

} // namespace kiosk::tools
