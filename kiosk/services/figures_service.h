// Figures in staff mode: passes requests to the writer, with parameters from the configuration, and converts its
// results for the screens. Owner: StaffServices. Borrows the pack and the writer, which outlive it. Drawing thread
// only; `done` is called on the writer's thread.
#pragma once
#include "services/writer.h"
#include "settings/config.h"
#include "staff/reply.h"
#include "system/worker.h"

#include <functional>

namespace kiosk::services {

struct FiguresServiceOptions {
    std::string kiosk;
    settings::FairConfig fair;
    settings::ExportConfig exporting;
    bool at_fair = false; // figures of reporting are then released with the fair, else by the month
    Execution waiting = Execution::on_worker;
    std::filesystem::path mounts = "/proc/self/mountinfo";
    std::filesystem::path foreign_sticks = "/run/kiosk/foreign-sticks"; // see system/sticks.h
};

class FiguresService {
public:
    FiguresService(FiguresServiceOptions options, content::Content const& content, Writer& writer)
        : options_(std::move(options)),
          content_(content),
          writer_(writer)
    {
    }

    void read(std::function<void(staff::FiguresRead)> done);
    void export_to_stick(std::function<void(staff::FiguresExported)> done);
    void keep(DayRemark remark, RemarkChange change, std::function<void(staff::RemarkKept)> done);

private:
    void wait() const;

    FiguresServiceOptions options_;
    content::Content const& content_;
    Writer& writer_;
};

} // namespace kiosk::services
