// Reply: the result of a Command, for the session and the screens.
#pragma once
#include "base/result.h"
#include "staff/command.h"
#include "staff/lock.h"
#include "staff/view.h"

#include <optional>

namespace kiosk::staff {

enum class Outcome { done, failed };

struct LockRead {
    LockStatus lock;
};
struct PinChecked {
    Attempt attempt = Attempt::refused;
    LockStatus lock; // after it
};
struct RecoveryChecked {
    RecoveryFault fault = RecoveryFault::unknown;
};
enum class NewPinResult { saved, too_simple, failed };
struct PinSet {
    NewPinResult result = NewPinResult::failed;
};
struct FiguresExported {
    Outcome outcome = Outcome::failed;
    std::string
        words; // done: the folder that was written; failed: the kind of the Error, or "" where there is no stick
};

// New content from a stick. checking: being searched for and validated. ready: staff can look at it and use it. none:
// no content on the stick. foreign: a file system that is not read. keys_taken: a list of keys was accepted. switching:
// the kiosk restarts with it.
enum class ContentStage { idle, checking, ready, none, foreign, keys_taken, refused, switching, failed };
struct ContentReplied {
    ContentStage stage = ContentStage::none;
    std::string words; // refused: the name of the RefusalReason; failed: what is wrong
};

struct SettingsSaved {
    Outcome outcome = Outcome::failed;
    std::string words; // what is wrong and what to do
};
struct ClockSet {
    Outcome outcome = Outcome::failed;
    std::string words; // what is wrong and what to do
};
struct RemarkKept {
    Outcome outcome = Outcome::failed;
    std::string words; // what is wrong and what to do
};
// done: the kiosk is about to switch off.
struct ClosedDown {
    Outcome outcome = Outcome::failed;
    std::string words; // the kind of the fault; "": there is no stick
};
struct FiguresRead {
    FiguresView view;
};
struct MachineRead {
    MachineView view;
    Settings settings; // as they are in force, with the clock as it stands
};

using Reply = std::variant<LockRead, PinChecked, RecoveryChecked, PinSet, FiguresExported, ContentReplied,
                           SettingsSaved, ClockSet, RemarkKept, ClosedDown, FiguresRead, MachineRead>;

// A health line that replaces all others, where the state of the machine could not be read.
health::HealthLine fault_line(Error const& fault);

// The reply to a command that failed before its service could answer; nothing for commands without a reply.
std::optional<Reply> reply_of_fault(Command const& command, Error const& fault);

} // namespace kiosk::staff
