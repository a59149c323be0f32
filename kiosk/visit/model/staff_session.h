// StaffSession: what a member of staff has asked for at the kiosk, as part of the State, and forgotten with it. Whether
// a PIN is right, what the figures are, how an export or new content went is for others to find out: the session asks
// by a staff::Command and hears a staff::Reply. Nothing that is done here is counted, ever.
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

// typing, also after nothing was typed yet; asked: somebody is looking whether it is right; wrong: the last one was;
// refused: the lock takes none now, as its state says.
enum class PinStage { typing, asked, wrong, refused };

// Of a recovery stick: not asked for yet, being looked for, or something was wrong with it.
enum class RecoveryStage { none, asked, refused };

// A new PIN is typed twice; what was wrong with the last try is said above the keys.
enum class NewPinStage { first, again, different, too_simple, saving, failed };

// Of which days the figures are shown, and what of them.
enum class Span { today, fair, month };
enum class Subject { visits, languages, quiz, reporting };

// asked: "really?"; working: exporting; failed: the export, as the words say; off: the kiosk is told to switch off.
enum class CloseDownStage { idle, asked, working, failed, off };

// Of an export, and of what is saved.
enum class Progress { idle, working, done, failed };

// What staff say of a day: being kept; kept or taken back, as `remark` says; not kept, as the words say.
enum class RemarkStage { idle, keeping, noted, taken_back, failed };

struct StaffSession {
    Secret digits; // typed so far
    PinStage pin = PinStage::typing;
    staff::LockStatus lock;    // as last heard
    std::uint64_t shuffle = 0; // where the keys of the pad stand; 0: in their order
    RecoveryStage recovery = RecoveryStage::none;
    staff::RecoveryFault recovery_fault = staff::RecoveryFault::none;
    NewPinStage new_pin = NewPinStage::first;
    Secret first; // of the two
    Span span = Span::today;
    Subject subject = Subject::visits;
    int list_page = 0; // lists are paged when a panel is too small for them
    Progress exporting = Progress::idle;
    std::string export_words; // done: the folder that was written; failed: the kind of the fault, "" for no stick
    staff::ContentStage content = staff::ContentStage::idle;
    std::string content_words; // refused: the reason's name; failed: what is wrong
    CloseDownStage closing_down = CloseDownStage::idle;
    std::string closing_words;
    staff::Settings settings; // as they stand on the screen
    Progress saving = Progress::idle;
    std::string save_words;
    bool settings_known = false; // until then there is nothing to change
    std::string day;             // that is spoken of, "2026-11-21"; "" for today
    DayRemark remark;            // the last that was touched
    RemarkChange remark_change = RemarkChange::note;
    RemarkStage remarking = RemarkStage::idle;
    std::string remark_words;
    std::set<int> corners; // touched in the touch test, 0 to 3, clockwise from the top left
    bool operator==(StaffSession const&) const = default;
};

} // namespace kiosk::visit
