// Stores and packages with figures in them, for tests of what leaves a kiosk.
#pragma once
#include "package/export.h"
#include "services/writer.h"
#include "support/temporary_folder.h"

namespace test {

constexpr kiosk::WallTime kBuilt{1793491200}; // 2026-11-01
// Noon in Brussels of a day, "2026-11-23".
kiosk::WallTime noon(std::string const& day);

kiosk::store::TallyKey tally(kiosk::Measure measure, std::string item, std::string bucket = "2026-11-23",
                             std::string language = "fr");

// What a kiosk of two languages and some reporting could count.
kiosk::store::Domain small_domain();

// Opened as a kiosk of this name, with its domain; a failure fails the test.
kiosk::store::Store store_of(std::filesystem::path const& folder, std::string const& kiosk = "brussels-1",
                             std::string const& vfs = "");

// Of a kiosk that counts in this folder.
kiosk::services::WriterOptions writer_options(std::filesystem::path const& folder,
                                              kiosk::figures::BucketSize size = kiosk::figures::BucketSize::day);

kiosk::package::ExportOptions on_day(std::string const& day);
// A failure fails the test.
std::filesystem::path exported(kiosk::store::Store& store, std::filesystem::path const& out,
                               kiosk::package::ExportOptions const& options);

// What a writer answers to staff, once it has.
kiosk::Result<kiosk::package::ExportResult> exported(kiosk::services::Writer& writer,
                                                     std::filesystem::path const& place);
kiosk::Result<kiosk::StaffFigures> figures_read(kiosk::services::Writer& writer,
                                                kiosk::services::FairDays const& fair = {});

// Every name and byte below a folder, for comparing.
std::map<std::string, std::string> bytes_below(std::filesystem::path const& folder);

} // namespace test
