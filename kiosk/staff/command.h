// Command: what a staff session asks of the machine. visit::update() returns them; a StaffService
// (show/staff_service.h) runs each and sends one Reply, except where a comment here says otherwise.
#pragma once
#include "base/secret.h"
#include "figures/day_remarks.h"
#include "staff/settings.h"

#include <variant>
#include <vector>

namespace kiosk::staff {

struct ReadLock {};
struct CheckPin {
    Secret pin;
};
struct FindRecovery {}; // on a stick
struct SetPin {
    Secret pin;
};
struct OpenSticks {};  // staff are in: mounts sticks; no reply
struct CloseSticks {}; // staff have left; no reply
struct ReadView {};    // two replies: FiguresRead and MachineRead
struct ExportFigures {};
struct FindContent {};
struct UseContent {};
struct DropContent {};
struct GoBack {};
struct SaveSettings {
    Settings settings;
};
struct SetClock {
    ClockReading clock;
};
struct KeepRemark {
    DayRemark remark;
    RemarkChange change = RemarkChange::note;
};
struct ExportAndSwitchOff {};
struct SwitchOff {}; // without an export

using Command = std::variant<ReadLock, CheckPin, FindRecovery, SetPin, OpenSticks, CloseSticks, ReadView, ExportFigures,
                             FindContent, UseContent, DropContent, GoBack, SaveSettings, SetClock, KeepRemark,
                             ExportAndSwitchOff, SwitchOff>;
// To be run in this order.
using Commands = std::vector<Command>;

} // namespace kiosk::staff
