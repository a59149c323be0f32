#include "services/figures_desk.h"
#include "naming/labels.h"
#include "package/seal.h"
#include "system/sticks.h"

#include <utility>

namespace kiosk::services {

FiguresDesk::FiguresDesk(FiguresDeskOptions options, content::Pack const& pack, Writer& writer,
                         std::function<void()> answer)
    : options_(std::move(options)),
      pack_(pack),
      writer_(writer),
      answer_(std::move(answer))
{
}

void FiguresDesk::wait() const
{
    if (options_.waiting == Waiting::at_once) writer_.flush();
}

void FiguresDesk::look()
{
    looking_ = true;
    writer_.order_look(options_.fair.from, options_.fair.to, answer_);
    wait();
}

std::optional<ErrorKind> FiguresDesk::begin_export()
{
    auto const& folders = options_.exporting.folders;
    auto const places = sticks(folders, StickUse::writing, options_.mounts);
    if (places.empty()) {
        auto const there = sticks(folders, StickUse::reading, options_.mounts);
        if (!there.empty()) return why_not_written(there.front());
        return has_foreign_stick(options_.foreign_sticks) ? ErrorKind::foreign : ErrorKind::missing;
    }
    ExportOrder order;
    order.places = places;
    several_places_ = places.size() > 1;
    auto const& language = options_.exporting.language;
    order.labels = naming::make_labels(pack_, language.empty() ? pack_.languages.front() : language);
    // Checked when the configuration was read.
    if (auto key = package::key_from_text(options_.exporting.public_key); key) order.public_key = key.take();
    order.answer = answer_;
    exporting_ = true;
    writer_.order(std::move(order));
    wait();
    return std::nullopt;
}

FiguresDesk::RemarkBegun FiguresDesk::begin_remark(DayRemark remark, RemarkChange change)
{
    if (remarking_) return RemarkBegun::busy;
    remarking_ = true;
    writer_.order_remark({std::move(remark), change, answer_});
    wait();
    return RemarkBegun::yes;
}

bool FiguresDesk::looked() const { return looking_ && writer_.status().looking.state != OrderState::working; }

bool FiguresDesk::exported() const { return exporting_ && writer_.status().exporting.state != OrderState::working; }

bool FiguresDesk::remarked() const { return remarking_ && writer_.status().remarking.state != OrderState::working; }

visit::RemarkKept FiguresDesk::take_remark()
{
    remarking_ = false;
    auto const status = writer_.status().remarking;
    if (status.state == OrderState::done) return {visit::SaveOutcome::saved, ""};
    return {visit::SaveOutcome::failed, status.fault.line()};
}

visit::ExportEnded FiguresDesk::take_export()
{
    exporting_ = false;
    auto const status = writer_.status().exporting;
    if (status.state != OrderState::done) return {visit::ExportOutcome::failed, std::string(name(status.fault.kind))};
    auto const& path = status.exported.path;
    auto const folder = path.filename().string();
    // Where there are several places to look, the name of the one that has it stands before it.
    return {visit::ExportOutcome::done,
            several_places_ ? path.parent_path().filename().string() + "/" + folder : folder};
}

void FiguresDesk::take_look(screens::StaffView& view)
{
    looking_ = false;
    auto const status = writer_.status();
    // A configuration that cannot say it leaves the name that was known last.
    view.kiosk = options_.kiosk.empty() ? status.kiosk : options_.kiosk;
    view.fair_name = options_.fair.name;
    view.releases = options_.at_fair ? screens::ReleaseRule::with_the_fair : screens::ReleaseRule::with_the_month;
    view.state = screens::FiguresState::read;
    view.figures = status.looking.figures;
    view.fault = status.last_fault;
    if (view.fault.empty() && status.looking.state == OrderState::failed) view.fault = status.looking.fault.line();
    // Whole, and out of the way; staff hand it on to who looks after the kiosk.
    view.put_aside = view.fault.empty() ? status.put_aside : "";
}

} // namespace kiosk::services
