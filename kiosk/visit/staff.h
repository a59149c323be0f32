// Staff: what a member of staff has asked for at the kiosk, as part of the State, and forgotten with it. Whether a PIN
// is right, what the figures are, how an export or new content went is for others to find out: update asks for it
// (StaffRequest) and is told the answer as an Action. Nothing that is done here is counted, ever.
#pragma once
#include "base/clock.h"
#include "base/secret.h"
#include "base/staff_settings.h"
#include "figures/day_remarks.h"

#include <cstdint>
#include <set>
#include <string>

namespace kiosk::visit {

constexpr std::size_t kFewestPinDigits = 6;
constexpr std::size_t kMostPinDigits = Secret::kMost;
constexpr int kTouchCorners = 4;

// typing, also after nothing was typed yet; asked: somebody is looking whether it is right; wrong: the last one was;
// waiting, shut, shut_for_good: the lock takes none now, as it says; unset: nobody has chosen one; unknown: it could
// not be looked at.
enum class PinStage { typing, asked, wrong, waiting, shut, shut_for_good, unset, unknown };

// Of a recovery stick: not asked for yet, being looked for, or what was wrong with it.
enum class RecoveryStage {
    none,
    asked,
    no_stick,
    foreign_stick,
    not_signed,
    other_kiosk,
    used_before,
    too_far,
    unknown
};

// A new PIN is typed twice; what was wrong with the last try is said above the keys.
enum class NewPinStage { first, again, different, too_simple, saving, failed };

// Of which days the figures are shown, and what of them.
enum class Span { today, fair, month };
enum class Subject { visits, languages, quiz, reporting };

enum class ExportStage { idle, working, done, failed };

// New content from a stick: being looked for and checked; there to be looked at; not there, or refused as the words
// say; being switched to.
enum class ContentStage { idle, checking, ready, none, foreign, keys_taken, refused, switching, failed };

// asked: "really?"; working: exporting; failed: the export, as the words say; off: the kiosk is told to switch off.
enum class PackStage { idle, asked, working, failed, off };

enum class SaveStage { idle, saving, saved, failed };

// What staff say of a day: being kept; kept or taken back, as `remark` says; not kept, as the words say.
enum class RemarkStage { idle, keeping, noted, taken_back, failed };

struct Staff {
    Secret digits; // typed so far
    PinStage pin = PinStage::typing;
    Duration pin_wait{0};      // of waiting and shut, when it was last asked; zero: not known
    int attempts = 0;          // left until the lock shuts; 0: not worth a word
    std::uint64_t shuffle = 0; // where the keys of the pad stand; 0: in their order
    RecoveryStage recovery = RecoveryStage::none;
    NewPinStage new_pin = NewPinStage::first;
    Secret first; // of the two
    Span span = Span::today;
    Subject subject = Subject::visits;
    int list_page = 0; // lists are paged when a panel is too small for them
    ExportStage exporting = ExportStage::idle;
    std::string export_words; // done: the folder that was written; failed: the kind of the fault, "" for no stick
    ContentStage content = ContentStage::idle;
    std::string content_words; // refused: the reason's name; failed: what is wrong
    PackStage packing = PackStage::idle;
    std::string pack_words;
    StaffSettings settings; // as they stand on the screen
    SaveStage saving = SaveStage::idle;
    std::string save_words;
    bool settings_known = false; // until then there is nothing to change
    std::string day;             // that is spoken of, "2026-11-21"; "" for today
    DayRemark remark;            // the last that was touched
    RemarkChange remark_change = RemarkChange::note;
    RemarkStage remarking = RemarkStage::idle;
    std::string remark_words;
    std::set<int> corners; // touched in the touch test, 0 to 3, clockwise from the top left
    bool operator==(Staff const&) const = default;
};

enum class StaffRequest {
    none,
    look_at_lock,
    check_pin,
    find_recovery,
    set_pin,
    entered, // through the lock: look, too
    left,
    look,
    export_figures,
    find_content,
    use_content,
    drop_content,
    go_back,
    save_settings,
    set_clock,
    note_remark,
    take_back_remark,
    pack_away,
    switch_off
};

} // namespace kiosk::visit
