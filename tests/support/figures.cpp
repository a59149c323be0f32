#include "support/figures.h"
#include "figures/days.h"
#include "files/files.h"
#include "support/store_options.h"

#include <doctest/doctest.h>

namespace test {

using namespace kiosk;
using namespace kiosk::figures;
using namespace kiosk::package;
using namespace kiosk::services;
using namespace kiosk::store;

WallTime noon(std::string const& day)
{
    auto const days = days_between("1970-01-01", day);
    REQUIRE(days.has_value());
    return {*days * 86400 + 11 * 3600};
}

TallyKey tally(Measure measure, std::string item, std::string bucket, std::string language)
{
    TallyKey key{"", kWholeDay, "2026.11.1", std::move(language), measure, std::move(item)};
    set_time(key, bucket);
    return key;
}

Domain small_domain()
{
    Domain domain;
    domain.languages = {"fr", "nl"};
    domain.items[Measure::report_step] = {"channel", "danger", "note", "where"};
    domain.items[Measure::report_place] = {"BE", "KE", "TH"};
    domain.items[Measure::code_shown] = {"be-form", "ke-form"};
    domain.items[Measure::support_seen] = {"young", "worried"};
    return domain;
}

Store store_of(std::filesystem::path const& folder, std::string const& kiosk, std::string const& vfs)
{
    auto opened = Store::open(folder, called(kiosk, vfs));
    if (!opened.ok()) FAIL(opened.error().line());
    REQUIRE(opened.value().extend_domain(small_domain()).ok());
    return opened.take();
}

WriterOptions writer_options(std::filesystem::path const& folder, BucketSize size)
{
    return {folder, called("test"), "2026.11.1", size, kBuilt};
}

ExportOptions on_day(std::string const& day)
{
    ExportOptions options;
    options.now = noon(day);
    options.built = kBuilt;
    return options;
}

std::filesystem::path exported(Store& store, std::filesystem::path const& out, ExportOptions const& options)
{
    auto const result = export_package(store, out, options);
    if (!result.ok()) FAIL(result.error().line());
    return result.value().path;
}

std::map<std::string, std::string> bytes_below(std::filesystem::path const& folder)
{
    std::map<std::string, std::string> bytes;
    std::error_code ignored;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder, ignored))
        bytes[entry.path().lexically_relative(folder).string()] =
            entry.is_regular_file() ? read_file(entry.path()).value() : std::string();
    return bytes;
}

Result<package::ExportResult> exported(services::Writer& writer, std::filesystem::path const& place)
{
    std::optional<Result<package::ExportResult>> told;
    writer.export_figures({.mount_points = {place}, .labels = {}, .public_key = ""},
                          [&](Result<package::ExportResult> result) { told = std::move(result); });
    writer.flush();
    REQUIRE(told);
    return *told;
}

Result<StaffFigures> figures_read(services::Writer& writer, services::FairDays const& fair)
{
    std::optional<Result<StaffFigures>> told;
    writer.read_figures(fair, [&](Result<StaffFigures> result) { told = std::move(result); });
    writer.flush();
    REQUIRE(told);
    return *told;
}

} // namespace test
