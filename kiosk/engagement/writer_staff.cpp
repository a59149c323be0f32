// What staff ask of the writer: figures to look at, an export. On the worker's thread, where the store is.
#include "engagement/writer.h"

#include <exception>
#include <utility>

namespace kiosk::engagement {

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
    if (auto const there = ready(options.folder, options.data); !there) return there.error();
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

void Writer::order_remark(std::string text)
{
    {
        std::lock_guard const lock(mutex_);
        if (pending_.remarks.size() < kMostNotes) pending_.remarks.push_back(std::move(text));
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
    {
        std::lock_guard const lock(mutex_);
        exporting = std::exchange(export_order_, {});
        looking = std::exchange(look_order_, {});
    }
    if (exporting) serve(*exporting);
    if (looking) serve(*looking);
}

void Writer::serve(ExportOrder const& order)
{
    auto exported = caught<Exported>(order.out, [&]() -> Result<Exported> {
        if (!store_) return no_store(options_);
        ExportOptions options;
        options.threshold = options_.threshold;
        options.now = clock_.wall();
        options.built = options_.built;
        options.instant = clock_.now();
        options.kind = order.kind;
        options.zone = options_.zone;
        options.labels = &order.labels;
        options.public_key = order.public_key;
        options.workshop = options_.folder / "workshop";
        return export_package(*store_, order.out, options);
    });
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

void Writer::serve(LookOrder const& order)
{
    auto looked = caught<StaffFigures>(options_.folder, [&]() -> Result<StaffFigures> {
        if (!store_) return no_store(options_);
        auto const seen = store_->highest_seen();
        if (!seen) return seen.error();
        return look(*store_, {today({options_.built, seen.value()}), order.fair_first, order.fair_last});
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

} // namespace kiosk::engagement
