// Reply: what came of a command, as the session and the screens hear it.
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
    std::string words; // the folder that was written, or the kind of the fault; "": there is no stick
};

// New content from a stick: being looked for and checked; there to be looked at; not there, or refused as the words
// say; being switched to.
enum class ContentStage { idle, checking, ready, none, foreign, keys_taken, refused, switching, failed };
struct ContentReplied {
    ContentStage stage = ContentStage::none;
    std::string words; // refused: the reason's name; failed: what is wrong
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

// How the machine is could not be found out: a line in the place of all others.
health::HealthLine fault_line(Error const& fault);

// What staff are told of a command that could not be run to its end; nothing where nobody waits for a reply.
std::optional<Reply> reply_of_fault(Command const& command, Error const& fault);

} // namespace kiosk::staff
