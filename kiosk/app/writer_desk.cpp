#include "app/writer_desk.h"
#include "engagement/seal.h"
#include "staff/labels.h"
#include "staff/sticks.h"

#include <fmt/format.h>
#include <utility>

namespace kiosk::app {

using engagement::OrderState;

WriterDesk::WriterDesk(DeskOptions options, content::Pack const& pack, engagement::Writer& writer,
                       std::function<void()> answer)
    : options_(std::move(options)),
      pack_(pack),
      writer_(writer),
      answer_(std::move(answer))
{
}

void WriterDesk::wait() const
{
    if (options_.waiting == Waiting::at_once) writer_.flush();
}

void WriterDesk::check_pin(Secret pin, Ticket ticket)
{
    ready_.emplace_back(PinAnswer{ticket, pin == options_.pin ? visit::PinVerdict::right : visit::PinVerdict::wrong});
    pin.wipe();
}

void WriterDesk::look()
{
    looking_ = true;
    writer_.order_look(options_.fair.from, options_.fair.to, answer_);
    wait();
}

void WriterDesk::export_figures(Ticket ticket)
{
    auto const places = staff::sticks(options_.exporting.folders, options_.mounts);
    if (places.empty()) {
        // Without words: the screen has its own, in the language that staff have chosen there.
        ready_.emplace_back(ExportAnswer{ticket, visit::ExportOutcome::failed, ""});
        return;
    }
    engagement::ExportOrder order;
    order.out = places.front();
    auto const& language = options_.exporting.language;
    order.labels = staff::make_labels(pack_, language.empty() ? pack_.languages.front() : language);
    // Checked when the configuration was read.
    if (auto key = engagement::key_from_text(options_.exporting.public_key); key) order.public_key = key.take();
    order.answer = answer_;
    exporting_ = ticket;
    writer_.order(std::move(order));
    wait();
}

bool WriterDesk::answered() const
{
    if (!ready_.empty()) return true;
    if (!looking_ && !exporting_) return false;
    auto const status = writer_.status();
    return (looking_ && status.looking.state != OrderState::working) ||
           (exporting_ && status.exporting.state != OrderState::working);
}

std::vector<StaffAnswer> WriterDesk::answers()
{
    auto found = std::exchange(ready_, {});
    auto const status = writer_.status();
    if (exporting_ && status.exporting.state != OrderState::working) {
        auto answer = answer_of(status.exporting);
        answer.ticket = *std::exchange(exporting_, {});
        found.emplace_back(std::move(answer));
    }
    if (looking_ && status.looking.state != OrderState::working) {
        looking_ = false;
        found.emplace_back(LookAnswer{view(status)});
    }
    return found;
}

ExportAnswer WriterDesk::answer_of(engagement::ExportStatus const& status) const
{
    if (status.state == OrderState::done)
        return {0, visit::ExportOutcome::done, status.exported.path.filename().string()};
    return {0, visit::ExportOutcome::failed, status.fault.line()};
}

screens::StaffView WriterDesk::view(engagement::WriterStatus const& status) const
{
    screens::StaffView view;
    view.kiosk = options_.kiosk;
    view.fair_name = options_.fair.name;
    view.releases = options_.at_fair ? screens::ReleaseRule::with_an_export : screens::ReleaseRule::with_the_month;
    view.state = screens::FiguresState::read;
    view.figures = status.looking.figures;
    view.fault = status.last_fault;
    if (view.fault.empty() && status.looking.state == OrderState::failed) view.fault = status.looking.fault.line();
    // Whole, and out of the way; staff hand it on to who looks after the kiosk.
    if (view.fault.empty() && !status.put_aside.empty()) view.put_aside = status.put_aside;
    return view;
}

} // namespace kiosk::app
