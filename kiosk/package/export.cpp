#include "package/export.h"
#include "base/bounds.h"
#include "figures/days.h"
#include "figures/plausible.h"
#include "files/files.h"
#include "package/csv.h"
#include "package/package.h"
#include "package/seal.h"
#include "package/writer.h"
#include "store/signature.h"
#include "system/log.h"

#include <fmt/format.h>
#include <new>

namespace kiosk::package {

namespace {

// A folder that is removed when it is destroyed, unless keep_as() has named it.
class TemporaryFolder {
public:
    explicit TemporaryFolder(std::filesystem::path path) : path_(std::move(path))
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored); // what an earlier one left, cut off by the plug
    }
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;
    ~TemporaryFolder()
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
        KIOSK_TRY(rename_no_replace(path_, name));
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
    auto const is_taken = [&] { // by a link that leads nowhere, too
        return std::filesystem::symlink_status(path, ignored).type() != std::filesystem::file_type::not_found;
    };
    for (int number = 2; is_taken(); ++number) path = out / fmt::format("{}-{}{}", name, number, ending);
    return path;
}

std::filesystem::path with(std::filesystem::path path, char const* ending)
{
    path += ending;
    return path;
}

struct Day {
    std::string today; // "" while the clock is not believed
    bool trusted = false;
};

Zone zone_of(store::Store const& store, ExportOptions const& options)
{
    if (options.zone) return *options.zone;
    auto named = Zone::named(store.label().text.zone);
    return named ? named.take() : Zone::brussels();
}

Result<Day> day_of(store::Store& store, ExportOptions const& options)
{
    auto const seen = store.highest_seen();
    if (!seen) return seen.error();
    auto const believed = figures::clock_trust(options.now, {options.built, seen.value()});
    if (believed == figures::TimeTrust::doubtful) return Day{};
    return Day{figures::local_time(options.now, believed, figures::BucketSize::day, zone_of(store, options)).day, true};
}

// Before anything is written, so that no two packages of a database ever have the same number.
Result<std::int64_t> next_snapshot(store::Store& store)
{
    auto const before = store.read_fact(store::fact::kExports);
    if (!before) return before.error();
    // What damage made no number of an export begins anew.
    auto const snapshot = whole_number(before.value(), {0, figures::kMaxExportNumber - 1}).value_or(0) + 1;
    KIOSK_TRY(store.write_fact(store::fact::kExports, std::to_string(snapshot)));
    return std::int64_t{snapshot};
}

Result<> note_export(store::Store& store, std::int64_t snapshot, Day const& day, ExportOptions const& options)
{
    if (day.trusted) KIOSK_TRY(store.write_fact(store::fact::kExportedThrough, day.today));
    return store.note("export", fmt::format("snapshot {}", snapshot), options.instant, day.today);
}

// One export under way: made in a folder of its own, named when it is whole.
class ExportJob {
public:
    ExportJob(store::Store& store, std::filesystem::path out, ExportOptions const& options, Day day)
        : store_(store),
          out_(std::move(out)),
          options_(options),
          day_(std::move(day))
    {
    }

    Result<ExportResult> run()
    {
        ExportResult exported;
        exported.clock_trusted = day_.trusted;
        KIOSK_TRY(make_ready());
        auto path = write();
        if (!path) {
            // Whatever becomes of this: the next export opens these days again.
            if (is_whole()) (void)store_.reopen(prepared_);
            return path.error();
        }
        exported.path = path.value();
        exported.snapshot = snapshot_;
        exported.closed = due_;
        if (is_whole()) finish();
        return exported;
    }

private:
    bool is_whole() const { return options_.kind == figures::ExportKind::whole; }

    Result<> make_ready()
    {
        if (!is_whole()) return success();
        auto key = store::ExportKey::of(store_.folder());
        if (!key) return key.error();
        key_ = key.take();
        auto const snapshot = next_snapshot(store_);
        if (!snapshot) return snapshot.error();
        snapshot_ = snapshot.value();
        if (!day_.trusted) return success();
        auto due = store::due_periods(store_, day_.today, store::ClosingTrigger::export_now);
        if (!due) return due.error();
        due_ = due.take();
        auto prepared =
            store::prepare_releases(store_, day_.today, store::ClosingTrigger::export_now, options_.threshold);
        if (!prepared) return prepared.error();
        prepared_ = prepared.take();
        return success();
    }

    // Written, synced, and read back: every byte is what was written, or its hash would be another.
    Result<> make(std::filesystem::path const& folder)
    {
        PackageOptions package;
        package.kind = options_.kind;
        package.snapshot = snapshot_;
        package.threshold = options_.threshold;
        package.internal_threshold = options_.internal_threshold;
        package.now = options_.now;
        package.today = day_.today;
        package.labels = options_.labels;
        package.scratch_folder = options_.scratch_folder;
        package.closing = &prepared_.releases;
        package.key = key_ ? &*key_ : nullptr;
        KIOSK_TRY(write_package(store_, folder, package));
        auto const read = Package::open(folder, ReadFrom::device, Accept::any_kind);
        if (!read) return read.error();
        if (key_ && read.value().signature().key != key_->public_text())
            return Error{(folder / store::kSignatureFile).string(), "reads back differently from what was written",
                         "use another stick"};
        return success();
    }

    Result<std::filesystem::path> write()
    {
        auto const ending = is_whole() ? std::string() : fmt::format("-{}", figures::name(options_.kind));
        auto const name = fmt::format("{}-{}{}", file_name_for(store_.label().text.kiosk),
                                      day_.trusted ? day_.today : "undated", ending);
        return options_.public_key.empty() ? write_open(name) : write_sealed(name);
    }

    Result<std::filesystem::path> write_open(std::string const& name)
    {
        auto const folder = free_name(out_, name, "");
        TemporaryFolder part(with(folder, ".part"));
        KIOSK_TRY(make(part.path()));
        KIOSK_TRY(mark_may_have_left());
        KIOSK_TRY(part.keep_as(folder));
        return folder;
    }

    Result<std::filesystem::path> write_sealed(std::string const& name)
    {
        auto const scratch_folder = options_.scratch_folder.empty() ? out_ : options_.scratch_folder;
        KIOSK_TRY(make_folder(scratch_folder));
        TemporaryFolder const part(scratch_folder / (name + ".part"));
        KIOSK_TRY(make(part.path()));
        KIOSK_TRY(mark_may_have_left());
        auto const file = free_name(out_, name, std::string(kSealedEnding));
        KIOSK_TRY(seal(part.path(), file, options_.public_key));
        return file;
    }

    Result<> mark_may_have_left() { return is_whole() ? store_.mark_may_have_left(prepared_) : success(); }

    // The package stands, whatever becomes of this. What cannot be closed now may have left: the next export gives the
    // same away. Without the note old days are only kept for longer.
    void finish()
    {
        for (auto const& done : {store_.close(prepared_), note_export(store_, snapshot_, day_, options_)})
            if (!done) log(LogLevel::warning, done.error().line());
    }

    store::Store& store_;
    std::filesystem::path out_;
    ExportOptions const& options_;
    Day day_;
    std::int64_t snapshot_ = 0;
    std::optional<store::ExportKey> key_; // of a whole export
    std::vector<store::Period> due_;
    store::Store::PreparedReleases prepared_;
};

} // namespace

Result<ExportResult> export_package(store::Store& store, std::filesystem::path const& out, ExportOptions const& options)
{
    auto day = day_of(store, options);
    if (!day) return day.error();
    KIOSK_TRY(make_folder(out));
    return ExportJob(store, out, options, day.take()).run();
}

Result<std::vector<store::Period>> periods_to_close(store::Store& store, ExportOptions const& options)
{
    auto const day = day_of(store, options);
    if (!day) return day.error();
    if (!day.value().trusted) return std::vector<store::Period>{};
    return store::due_periods(store, day.value().today, store::ClosingTrigger::export_now);
}

Result<std::int64_t> remove_expired(store::Store& store, std::string const& today)
{
    auto const through = store.read_fact(store::fact::kExportedThrough);
    if (!through) return through.error();
    auto const kept_from = figures::months_before(today, kRetentionMonths);
    if (!figures::is_day(kept_from) || !figures::is_day(through.value())) return std::int64_t{0};
    // Only what an export has taken along: of its day itself, and before.
    return store.remove_before(std::min(kept_from, through.value()));
}

} // namespace kiosk::package
