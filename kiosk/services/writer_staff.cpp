// What staff ask of the writer: figures to look at, a remark on a day, an export. On the worker's thread, where the
// store is.
#include "figures/days.h"
#include "files/memory_folder.h"
#include "services/writer.h"
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
    if (auto const there = store::ready(options.folder, options.data); !there) return there.error();
    return {options.folder.string(), "the figures cannot be opened", "check the disk"};
}

} // namespace

void Writer::order(ExportOrder order)
{
    {
        std::lock_guard const lock(mutex_);
        if (status_.exporting.state == OrderState::working) return;
        status_.exporting.state = OrderState::working;
        export_order_ = std::move(order);
        asked_ = true;
    }
    changed_.notify_all();
}

void Writer::order_remark(RemarkOrder order)
{
    {
        std::lock_guard const lock(mutex_);
        if (status_.remarking.state == OrderState::working) return;
        status_.remarking.state = OrderState::working;
        remark_order_ = std::move(order);
        asked_ = true;
    }
    changed_.notify_all();
}

void Writer::order_look(std::string fair_first, std::string fair_last, std::function<void()> answer)
{
    {
        std::lock_guard const lock(mutex_);
        if (status_.looking.state == OrderState::working) return;
        status_.looking.state = OrderState::working;
        look_order_ = LookOrder{std::move(fair_first), std::move(fair_last), std::move(answer)};
        asked_ = true;
    }
    changed_.notify_all();
}

void Writer::serve_staff()
{
    std::optional<ExportOrder> exporting;
    std::optional<LookOrder> looking;
    std::optional<RemarkOrder> remarking;
    {
        std::lock_guard const lock(mutex_);
        exporting = std::exchange(export_order_, {});
        looking = std::exchange(look_order_, {});
        remarking = std::exchange(remark_order_, {});
    }
    // First: what is exported, or looked at, then tells of it.
    if (remarking) serve(*remarking);
    if (exporting) serve(*exporting);
    if (looking) serve(*looking);
}

Result<package::Exported> Writer::export_to(std::filesystem::path const& place, ExportOrder const& order)
{
    if (!store_) return no_store(options_);
    // What is made on the way lies in memory: on a disk it would be an older state of the figures, there to be found.
    auto const workshop = MemoryFolder::make(memory_places(std::getenv("RUNTIME_DIRECTORY")));
    if (!workshop) return workshop.error();
    package::ExportOptions options;
    options.threshold = options_.threshold;
    options.now = clock_.wall();
    options.built = options_.built;
    options.instant = clock_.now();
    options.kind = order.kind;
    options.zone = options_.zone;
    options.labels = &order.labels;
    options.public_key = order.public_key;
    options.workshop = workshop.value().path();
    return package::export_package(*store_, place, options);
}

// A stick has several places where it has several partitions, of which the first may be small, full or read-only.
Result<package::Exported> Writer::export_to_first(ExportOrder const& order)
{
    Result<package::Exported> first =
        Error{options_.folder.string(), "there is no place to export to", "put in a stick"};
    for (std::size_t i = 0; i < order.places.size(); ++i) {
        auto const& place = order.places[i];
        auto exported = caught<package::Exported>(place, [&] { return export_to(place, order); });
        if (exported) return exported;
        log(LogLevel::warning, exported.error().line());
        if (i == 0) first = std::move(exported);
    }
    return first;
}

void Writer::serve(ExportOrder const& order)
{
    auto exported = export_to_first(order);
    {
        std::lock_guard const lock(mutex_);
        auto& status = status_.exporting;
        status.state = exported ? OrderState::done : OrderState::failed;
        if (exported)
            status.exported = exported.take();
        else
            status.fault = exported.error();
    }
    if (order.answer) order.answer();
}

Result<> Writer::keep(RemarkOrder const& order)
{
    if (!store_) return no_store(options_);
    auto const seen = store_->highest_seen();
    if (!seen) return seen.error();
    auto const& [day, text] = order.remark;
    auto const ago = figures::days_between(day, today({options_.built, seen.value()}));
    if (!ago || *ago < 0 || *ago >= kRemarkDays)
        return Error{day, "nothing can be noted of this day",
                     "set the kiosk's clock, or choose a day of the last two weeks"};
    auto kept = order.change == RemarkChange::note ? store_->remark(day, text) : store_->take_back_remark(day, text);
    // As after any fault of the disk: the next try opens it anew.
    if (!kept) store_.reset();
    return kept;
}

void Writer::serve(RemarkOrder const& order)
{
    auto const kept = caught<Unit>(options_.folder, [&] { return keep(order); });
    {
        std::lock_guard const lock(mutex_);
        status_.remarking = {kept ? OrderState::done : OrderState::failed, kept ? Error{} : kept.error()};
    }
    if (order.answer) order.answer();
}

void Writer::serve(LookOrder const& order)
{
    auto looked = caught<StaffFigures>(options_.folder, [&]() -> Result<StaffFigures> {
        if (!store_) return no_store(options_);
        auto const seen = store_->highest_seen();
        if (!seen) return seen.error();
        return store::look(*store_, {today({options_.built, seen.value()}), order.fair_first, order.fair_last});
    });
    {
        std::lock_guard const lock(mutex_);
        auto& status = status_.looking;
        status.state = looked ? OrderState::done : OrderState::failed;
        if (looked)
            status.figures = looked.take();
        else
            status.fault = looked.error();
    }
    if (order.answer) order.answer();
}

} // namespace kiosk::services
