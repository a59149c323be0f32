// The staff desk of a kiosk that runs: figures and exports come from the writer, on its thread; the PIN is compared
// here (it stands in the configuration as it is, for now). Borrows the pack and the writer, which outlive it.
// Everything but `answer` happens on the drawing thread.
#pragma once
#include "app/config.h"
#include "app/staff_desk.h"
#include "content/pack.h"
#include "engagement/writer.h"

#include <functional>

namespace kiosk::app {

// on_worker: an answer comes when it comes. at_once: what is asked is waited for, so that a script is the same each
// time.
enum class Waiting { on_worker, at_once };

struct DeskOptions {
    Secret pin;
    std::string kiosk;
    FairConfig fair;
    ExportConfig exporting;
    bool at_fair = false; // an export closes the reporting figures of the days so far
    Waiting waiting = Waiting::on_worker;
    std::filesystem::path mounts = "/proc/self/mountinfo";
};

class WriterDesk final : public StaffDesk {
public:
    WriterDesk(DeskOptions options, content::Pack const& pack, engagement::Writer& writer,
               std::function<void()> answer);

    void check_pin(Secret pin, Ticket ticket) override;
    void look() override;
    void export_figures(Ticket ticket) override;
    std::vector<StaffAnswer> answers() override;
    bool answered() const override;

private:
    screens::StaffView view(engagement::WriterStatus const& status) const;
    ExportAnswer answer_of(engagement::ExportStatus const& status) const;
    void wait() const;

    DeskOptions options_;
    content::Pack const& pack_;
    engagement::Writer& writer_;
    std::function<void()> answer_;
    std::vector<StaffAnswer> ready_; // known at once
    bool looking_ = false;
    std::optional<Ticket> exporting_;
};

} // namespace kiosk::app
