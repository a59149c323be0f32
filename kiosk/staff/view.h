// What the staff screens show beside the session: the figures as last read, and the state of the machine. Plain data,
// in parts that are read together; made by a StaffService, borrowed by the Frame while a screen is drawn.
#pragma once
#include "content/contacts.h"
#include "content/origin.h"
#include "figures/staff_figures.h"
#include "health/line.h"

#include <string>
#include <vector>

namespace kiosk::staff {

// awaited: they have not been read yet.
enum class FiguresState { awaited, read };

// When a period of reporting figures is closed, and its figures released: in shops with the month, at fairs with each
// export.
enum class ReleaseRule { with_the_month, with_the_fair };

struct FiguresView {
    std::string kiosk;     // its name
    std::string fair_name; // "" where none is configured
    ReleaseRule releases = ReleaseRule::with_the_month;
    FiguresState state = FiguresState::awaited;
    StaffFigures figures;
    std::string fault;       // what is wrong and what to do, one line; empty when all is well
    std::string quarantined; // folder of a damaged database that was put aside; "" for none
    bool operator==(FiguresView const&) const = default;
};

// Content from a stick, checked and ready to be used.
struct StagedContent {
    std::string version, valid_until;
    int languages = 0, pages = 0, questions = 0, channels = 0, remarks = 0;
    std::vector<std::string> previews; // names of pictures
    std::size_t signers = 1;           // people who have signed it
    std::vector<content::ContactChange> contacts;
    bool operator==(StagedContent const&) const = default;
};

enum class ContentTrial { none, running };
enum class RollbackTarget { none, to_the_factory, to_a_version };

struct ContentView {
    std::string version, valid_until;
    content::Origin origin = content::Origin::factory;
    ContentTrial trial = ContentTrial::none;
    bool expired = false;
    bool updates = false; // whether the configuration has keys, so that content can come on a stick
    RollbackTarget back = RollbackTarget::none;
    std::string back_to;   // the version that going back leads to
    std::string went_back; // why the kiosk went back by itself: ShelfEvent::why; "" if it did not
    StagedContent staged;
    bool operator==(ContentView const&) const = default;
};

struct MachineView {
    std::string zone; // name of the time zone of the clock that staff read and set
    std::vector<health::HealthLine> health;
    std::string health_code; // the same in short (health/health.h), drawn as a QR code
    ContentView content;
    bool operator==(MachineView const&) const = default;
};

struct View : FiguresView, MachineView {
    bool operator==(View const&) const = default;
};

} // namespace kiosk::staff
