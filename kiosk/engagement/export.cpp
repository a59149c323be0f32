#include "engagement/export.h"
#include "base/files.h"
#include "base/log.h"
#include "engagement/csv.h"
#include "engagement/days.h"
#include "engagement/package.h"
#include "engagement/package_writer.h"
#include "engagement/seal.h"

#include <fmt/format.h>
#include <new>

namespace kiosk::engagement {

namespace {

// A folder that is gone again unless it is kept.
class PartFolder {
public:
    explicit PartFolder(std::filesystem::path path) : path_(std::move(path))
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored); // what an earlier one left, cut off by the plug
    }
    PartFolder(PartFolder const&) = delete;
    PartFolder& operator=(PartFolder const&) = delete;
    ~PartFolder()
    {
        if (kept_) return;
        try {
            std::error_code ignored;
            std::filesystem::remove_all(path_, ignored);
        } catch (std::bad_alloc const&) {
            // It stays under its name, which is no package's; the next export of the day removes it.
        }
    }
    std::filesystem::path const& path() const { return path_; }
    // Names it: from now on it is the package.
    Result<> keep_as(std::filesystem::path const& name)
    {
        KIOSK_TRY(sync_folder(path_));
        std::error_code code;
        std::filesystem::rename(path_, name, code);
        if (code) return Error{name.string(), "cannot be named: " + code.message(), "check the stick or the disk"};
        kept_ = true;
        // It is there and whole by now; only how long it outlives the plug is still open, which is no reason to fail.
        (void)sync_folder(name.parent_path());
        return success();
    }

private:
    std::filesystem::path path_;
    bool kept_ = false;
};

// A name that is not taken: the day's second export stands beside the first.
std::filesystem::path free_name(std::filesystem::path const& out, std::string const& name, std::string const& ending)
{
    auto path = out / (name + ending);
    std::error_code ignored;
    for (int number = 2; std::filesystem::exists(path, ignored); ++number)
        path = out / fmt::format("{}-{}{}", name, number, ending);
    return path;
}

std::filesystem::path with(std::filesystem::path path, char const* ending)
{
    path += ending;
    return path;
}

// Read back from the stick: every byte is what was written, or its hash would be another.
Result<> verify(std::filesystem::path const& folder)
{
    auto const package = Package::open(folder, ReadFrom::device);
    return package ? success() : Result<>(package.error());
}

Result<std::filesystem::path> write_open(Store& store, std::filesystem::path const& out, std::string const& name,
                                         PackageOptions const& package)
{
    auto const folder = free_name(out, name, "");
    PartFolder part(with(folder, ".part"));
    KIOSK_TRY(write_package(store, part.path(), package));
    KIOSK_TRY(verify(part.path()));
    KIOSK_TRY(part.keep_as(folder));
    return folder;
}

Result<std::filesystem::path> write_sealed(Store& store, std::filesystem::path const& out, std::string const& name,
                                           PackageOptions const& package, ExportOptions const& options)
{
    auto const workshop = options.workshop.empty() ? out : options.workshop;
    KIOSK_TRY(make_folder(workshop));
    PartFolder const part(workshop / (name + ".part"));
    KIOSK_TRY(write_package(store, part.path(), package));
    KIOSK_TRY(verify(part.path()));
    auto const file = free_name(out, name, std::string(kSealedEnding));
    KIOSK_TRY(seal(part.path(), file, options.public_key));
    return file;
}

struct Day {
    std::string today; // "" while the clock is not believed
    bool trusted = false;
};

Result<Day> day_of(Store& store, ExportOptions const& options)
{
    auto const seen = store.highest_seen();
    if (!seen) return seen.error();
    auto const believed = trust(options.now, {options.built, seen.value()});
    if (believed == Trust::doubtful) return Day{};
    return Day{bucket(options.now, believed, BucketSize::day), true};
}

// Before anything is written, so that no two packages of a database ever have the same number.
Result<std::int64_t> next_snapshot(Store& store)
{
    auto const before = store.remembered(fact::kExports);
    if (!before) return before.error();
    auto const snapshot = std::strtoll(before.value().c_str(), nullptr, 10) + 1;
    KIOSK_TRY(store.remember(fact::kExports, std::to_string(snapshot)));
    return std::int64_t{snapshot};
}

Result<> note_export(Store& store, std::int64_t snapshot, Day const& day, ExportOptions const& options)
{
    if (day.trusted) KIOSK_TRY(store.remember(fact::kExportedThrough, day.today));
    return store.note("export", fmt::format("snapshot {}", snapshot), options.instant, options.now,
                      day.trusted ? Trust::trusted : Trust::doubtful);
}

} // namespace

Result<Exported> export_package(Store& store, std::filesystem::path const& out, ExportOptions const& options)
{
    auto const day = day_of(store, options);
    if (!day) return day.error();
    KIOSK_TRY(make_folder(out));
    Exported exported;
    exported.clock_trusted = day.value().trusted;
    if (day.value().trusted) {
        auto const remembered = store.remembered(fact::kPeriods);
        if (!remembered) return remembered.error();
        auto const closed = close_periods(
            store, day.value().today, options.periods.value_or(periods_named(remembered.value())), options.threshold);
        if (!closed) return closed.error();
        exported.periods_closed = closed.value();
    }
    auto const snapshot = next_snapshot(store);
    if (!snapshot) return snapshot.error();
    exported.snapshot = snapshot.value();

    auto const name =
        fmt::format("{}-{}", plain_name(store.kiosk()), day.value().trusted ? day.value().today : "undated");
    PackageOptions const package{exported.snapshot, options.threshold, options.now,
                                 day.value().today, options.labels,    options.workshop};
    auto const path = options.public_key.empty() ? write_open(store, out, name, package)
                                                 : write_sealed(store, out, name, package, options);
    if (!path) return path.error();
    exported.path = path.value();
    // The package stands, whatever becomes of the note: without it old days are only kept for longer.
    if (auto const noted = note_export(store, exported.snapshot, day.value(), options); !noted)
        log(LogLevel::warning, noted.error().line());
    return exported;
}

Result<std::int64_t> retire(Store& store, std::string const& today)
{
    auto const through = store.remembered(fact::kExportedThrough);
    if (!through) return through.error();
    auto const kept_from = months_before(today, kKeptMonths);
    if (!is_day(kept_from) || !is_day(through.value())) return std::int64_t{0};
    // Only what an export has taken along: of its day itself, and before.
    return store.remove_before(std::min(kept_from, through.value()));
}

} // namespace kiosk::engagement
