// What staff ask of the writer: figures to look at, a remark on a day, an export. On the worker's thread, where the
// store is.
#include "figures/days.h"
#include "files/memory_folder.h"
#include "services/writer.h"
#include "system/caught_exception.h"
#include "system/log.h"

#include <cstdlib>
#include <exception>
#include <utility>

namespace kiosk::services {

namespace {

// Standard C++ may throw in the middle (no memory, a path in circles), and nobody above the thread would catch it.
template <typename T, typename Work>
Result<T> caught(std::filesystem::path const& where, Work const& work)
{
    try {
        return work();
    } catch (std::exception const& fault) {
        return Error{where.string(), fault.what(), "check the stick and the disk"};
    }
}

Error no_store(WriterOptions const& options)
{
    if (auto const there = store::check_data_folder(options.folder, options.data); !there) return there.error();
    return {options.folder.string(), "the figures cannot be opened", "check the disk"};
}

} // namespace

bool Writer::enqueue(std::function<void()> job)
{
    {
        std::lock_guard const lock(mutex_);
        if (staff_jobs_.size() >= kMaxStaffJobs) return false;
        staff_jobs_.push_back(std::move(job));
        wake_requested_ = true;
    }
    changed_.notify_all();
    return true;
}

Error Writer::busy() const { return {options_.folder.string(), "the disk is still busy", "try again in a minute"}; }

void Writer::export_figures(ExportRequest request, std::function<void(Result<package::ExportResult>)> done)
{
    if (!enqueue([this, request = std::move(request), done] { done(export_to_first(request)); })) done(busy());
}

void Writer::read_figures(FairDays fair, std::function<void(Result<StaffFigures>)> done)
{
    auto const read = [this, fair = std::move(fair), done] {
        done(caught<StaffFigures>(options_.folder, [&] { return figures(fair); }));
    };
    if (!enqueue(read)) done(busy());
}

void Writer::keep_remark(DayRemark remark, RemarkChange change, std::function<void(Result<>)> done)
{
    auto const kept = [this, remark = std::move(remark), change, done] {
        done(caught<Unit>(options_.folder, [&] { return keep(remark, change); }));
    };
    if (!enqueue(kept)) done(busy());
}

void Writer::run(std::deque<std::function<void()>> const& staff_jobs)
{
    for (auto const& job : staff_jobs) {
        try {
            job();
        } catch (...) { // nobody above the thread would catch it
            log_caught_exception("figures for staff");
        }
    }
}

Result<package::ExportResult> Writer::export_to(std::filesystem::path const& place, ExportRequest const& request)
{
    if (!store_) return no_store(options_);
    // What is made on the way lies in memory: on a disk it would be an older state of the figures, there to be found.
    auto const scratch_folder = MemoryFolder::make(memory_folder_candidates(std::getenv("RUNTIME_DIRECTORY")));
    if (!scratch_folder) return scratch_folder.error();
    package::ExportOptions options;
    options.threshold = options_.threshold;
    options.now = clock_.wall();
    options.built = options_.built;
    options.instant = clock_.now();
    options.kind = request.kind;
    options.zone = options_.zone;
    options.labels = &request.labels;
    options.public_key = request.public_key;
    options.scratch_folder = scratch_folder.value().path();
    return package::export_package(*store_, place, options);
}

// A stick has several places where it has several partitions, of which the first may be small, full or read-only.
Result<package::ExportResult> Writer::export_to_first(ExportRequest const& request)
{
    Result<package::ExportResult> first =
        Error{options_.folder.string(), "there is no place to export to", "put in a stick"};
    for (std::size_t i = 0; i < request.mount_points.size(); ++i) {
        auto const& place = request.mount_points[i];
        auto exported = caught<package::ExportResult>(place, [&] { return export_to(place, request); });
        if (exported) return exported;
        log(LogLevel::warning, exported.error().line());
        if (i == 0) first = std::move(exported);
    }
    return first;
}

Result<StaffFigures> Writer::figures(FairDays const& fair)
{
    if (!store_) return no_store(options_);
    auto const seen = store_->highest_seen();
    if (!seen) return seen.error();
    return store::read_staff_figures(*store_, {today({options_.built, seen.value()}), fair.first, fair.last});
}

Result<> Writer::keep(DayRemark const& remark, RemarkChange change)
{
    if (!store_) return no_store(options_);
    auto const seen = store_->highest_seen();
    if (!seen) return seen.error();
    auto const& [day, text] = remark;
    auto const ago = figures::days_between(day, today({options_.built, seen.value()}));
    if (!ago || *ago < 0 || *ago >= kRemarkDays)
        return Error{day, "nothing can be noted of this day",
                     "set the kiosk's clock, or choose a day of the last two weeks"};
    auto kept = change == RemarkChange::note ? store_->remark(day, text) : store_->take_back_remark(day, text);
    // As after any fault of the disk, the store is opened again for the next try.
    if (!kept) store_.reset();
    return kept;
}

} // namespace kiosk::services
