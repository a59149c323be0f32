// StaffSession: the state of staff mode, a part of State, and forgotten with it. What takes time (checking a PIN,
// reading figures, an export, new content) the session asks for by a staff::Command, and gets a staff::Reply. Nothing
// in staff mode is counted.
#pragma once
#include "base/clock.h"
#include "base/secret.h"
#include "figures/day_remarks.h"
#include "staff/reply.h"

#include <cstdint>
#include <set>
#include <string>

namespace kiosk::visit {

constexpr std::size_t kFewestPinDigits = 6;
constexpr std::size_t kMostPinDigits = Secret::kMost;
constexpr int kTouchCorners = 4;

// typing: also before the first digit. asked: it is being checked. wrong: the last one was. refused: the lock takes no
// PIN now; its state says why.
enum class PinStage { typing, asked, wrong, refused };

// A recovery stick: not asked for, being searched for, or refused for `recovery_fault`.
enum class RecoveryStage { none, asked, refused };

// A new PIN is typed twice. different, too_simple, failed: why the last try did not succeed.
enum class NewPinStage { first, again, different, too_simple, saving, failed };

// Which days' figures are shown, and of which subject.
enum class Span { today, fair, month };
enum class Subject { visits, languages, quiz, reporting };

// asked: "really?" is shown. working: exporting. failed: the export failed. off: the machine is switching off.
enum class CloseDownStage { idle, asked, working, failed, off };

// Of an export, or of saving settings.
enum class Progress { idle, working, done, failed };

// A remark on a day: being stored, stored (noted), removed (taken_back), or not stored (failed).
enum class RemarkStage { idle, keeping, noted, taken_back, failed };

struct StaffSession {
    Secret digits; // typed so far
    PinStage pin = PinStage::typing;
    staff::LockStatus lock;    // from the last reply
    std::uint64_t shuffle = 0; // seed of the order of the keypad's digits; 0: the usual order
    RecoveryStage recovery = RecoveryStage::none;
    staff::RecoveryFault recovery_fault = staff::RecoveryFault::none;
    NewPinStage new_pin = NewPinStage::first;
    Secret first; // of the two times that a new PIN is typed
    Span span = Span::today;
    Subject subject = Subject::visits;
    int list_page = 0; // lists are paged when a panel is too small for them
    Progress exporting = Progress::idle;
    std::string export_words; // done: the folder that was written; failed: the kind of the fault, "" for no stick
    staff::ContentStage content = staff::ContentStage::idle;
    std::string content_words; // refused: the reason's name; failed: what is wrong
    CloseDownStage closing_down = CloseDownStage::idle;
    std::string closing_words;
    staff::Settings settings; // as edited on the screen
    Progress saving = Progress::idle;
    std::string save_words;
    bool settings_known = false; // whether `settings` were read; before, nothing can be edited
    std::string day;             // that remarks are for, "2026-11-21"; "" for today
    DayRemark remark;            // the last one touched
    RemarkChange remark_change = RemarkChange::note;
    RemarkStage remarking = RemarkStage::idle;
    std::string remark_words;
    std::set<int> corners; // touched in the touch test, 0 to 3, clockwise from the top left
    bool operator==(StaffSession const&) const = default;
};

} // namespace kiosk::visit
