// The figures, for the staff's service: the writer, whose thread reads and exports, is asked in the words of the
// configuration, and what it answers is put into those of the screens. Owner: the staff's service. Borrows the pack and
// the writer, which outlive it. Drawing thread only; what is handed in is called on the writer's thread.
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
    bool at_fair = false; // whose days are known: figures of reporting are told of the fair
    Waiting waiting = Waiting::on_worker;
    std::filesystem::path mounts = "/proc/self/mountinfo";
    std::filesystem::path foreign_sticks = "/run/kiosk/foreign-sticks"; // see system/sticks.h
};

class FiguresService {
public:
    FiguresService(FiguresServiceOptions options, content::Pack const& pack, Writer& writer)
        : options_(std::move(options)),
          pack_(pack),
          writer_(writer)
    {
    }

    void read(std::function<void(staff::FiguresRead)> done);
    void export_to_stick(std::function<void(staff::FiguresExported)> done);
    void keep(DayRemark remark, RemarkChange change, std::function<void(staff::RemarkKept)> done);

private:
    void wait() const;

    FiguresServiceOptions options_;
    content::Pack const& pack_;
    Writer& writer_;
};

} // namespace kiosk::services
