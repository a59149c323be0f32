#include "base/files.h"
#include "engagement/csv.h"
#include "engagement/workbook.h"
#include "staff/labels.h"
#include "support/kiosk.h"
#include "support/sample_figures.h"
#include "support/temporary_folder.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <set>

using namespace kiosk;
using namespace kiosk::engagement;
using test::TemporaryFolder;

namespace {

WorkbookOptions options()
{
    WorkbookOptions options;
    options.title = "Salon des vacances, Bruxelles";
    options.made_on = "2026-11-27";
    return options;
}

} // namespace

TEST_CASE("the package that tests/real/workbook.sh looks at" * doctest::skip())
{
    auto const* folder = std::getenv("KIOSK_WORKBOOK_FOLDER");
    auto const* language = std::getenv("KIOSK_WORKBOOK_LANGUAGE");
    REQUIRE(folder);
    test::SampleOptions sample;
    if (auto const* days = std::getenv("KIOSK_WORKBOOK_DAYS")) {
        sample.days = std::atoi(days);
        sample.buckets = test::SampleBuckets::days;
    }
    auto const rows = test::sample_rows(sample);
    std::string csv = "kiosk,epoch,bucket,content_version,language,measure,item,n\n";
    for (auto const& row : rows)
        csv += csv_row({"brussels-1", "e", row.bucket, test::shipped_pack().version, row.language, row.measure,
                        row.item, std::to_string(row.n)});
    REQUIRE(write_file_atomically(std::filesystem::path(folder) / "tallies.csv", csv).ok());
    auto fleet = options();
    for (int i = 0; i < 23; ++i) {
        FleetLine line{"Brussel " + std::to_string(i),
                       1,
                       400 - 13 * i,
                       90 - i,
                       {20, 12, 8, 3},
                       "2026-11-01",
                       "2026-11-27",
                       20,
                       7,
                       {}};
        if (i % 3 == 0) line.codes_shown = 24;
        fleet.by_kiosk.push_back(line);
    }
    fleet.by_partner.assign(fleet.by_kiosk.begin(), fleet.by_kiosk.begin() + 4);
    fleet.remarks = {"2026-11-25: 10:00–12:00, the power was off."};
    REQUIRE(write_workbook(std::filesystem::path(folder) / "figures.xlsx", test::sample_figures(rows),
                           test::sample_releases(),
                           staff::make_labels(test::shipped_pack(), language ? language : "en"), fleet)
                .ok());
}
