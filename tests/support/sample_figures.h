// Figures as a fair might give them, made by a fixed chance: the same seed, the same figures. Of the shipped content.
#pragma once
#include "figures/account/workbook_data.h"

#include <filesystem>
#include <string>
#include <vector>

namespace test {

struct SampleRow {
    std::string bucket, language, measure, item;
    std::int64_t n = 0;
};

enum class SampleBuckets { hours, days };

struct SampleOptions {
    int days = 5;
    std::string first = "2026-11-23";
    SampleBuckets buckets = SampleBuckets::hours;
    std::int64_t visits_a_day = 80;
    std::int64_t unknown = 3; // visits at a time that is not known
};

std::vector<SampleRow> sample_rows(SampleOptions const& options = {});
kiosk::figures::Figures sample_figures(std::vector<SampleRow> const& rows);
// The same as an account, with a release of each of sample_releases(), and opening hours.
kiosk::figures::WorkbookData sample_account(std::vector<SampleRow> const& rows);
// Two closed periods, masked as a release is.
std::vector<kiosk::figures::Release> sample_releases();
// "2026-11-23" so many days later.
std::string days_after(std::string const& day, int days);

} // namespace test
