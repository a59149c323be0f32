// The part of the staff desk that knows the figures: it asks the writer, whose thread reads and exports. Owner: the
// desk (kiosk_desk.h). Borrows the pack and the writer, which outlive it. Drawing thread only, but for `answer`, which
// is called on the writer's thread when something is there.
#pragma once
#include "services/writer.h"
#include "settings/config.h"
#include "show/staff_desk.h"
#include "system/worker.h"

#include <functional>
#include <optional>

namespace kiosk::services {

struct FiguresDeskOptions {
    std::string kiosk;
    settings::FairConfig fair;
    settings::ExportConfig exporting;
    bool at_fair = false; // whose days are known: figures of reporting are told of the fair
    Waiting waiting = Waiting::on_worker;
    std::filesystem::path mounts = "/proc/self/mountinfo";
    std::filesystem::path foreign_sticks = "/run/kiosk/foreign-sticks"; // see system/sticks.h
};

class FiguresDesk {
public:
    FiguresDesk(FiguresDeskOptions options, content::Pack const& pack, Writer& writer, std::function<void()> answer);

    void look();
    // Nothing: it has begun, and exported() tells its end. Else why not: missing where there is no stick, foreign where
    // there is one that the kiosk does not read.
    std::optional<ErrorKind> begin_export();

    // One at a time: busy while the one before is not taken.
    enum class RemarkBegun { yes, busy };
    RemarkBegun begin_remark(DayRemark remark, RemarkChange change);

    bool looked() const;   // a view is there that was not taken
    bool exported() const; // an export has ended that was not taken
    bool remarked() const; // a remark was kept, or was not, and nobody has taken that
    // Puts the figures, as read, into the view.
    void take_look(screens::StaffView& view);
    visit::ExportEnded take_export();
    visit::RemarkKept take_remark();

private:
    void wait() const;

    FiguresDeskOptions options_;
    content::Pack const& pack_;
    Writer& writer_;
    std::function<void()> answer_;
    bool looking_ = false, exporting_ = false, remarking_ = false, several_places_ = false;
};

} // namespace kiosk::services
