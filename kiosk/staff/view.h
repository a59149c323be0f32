// What the staff's screens show that is not of the session: the figures as they were last read, and how the kiosk is.
// Plain data, in parts that are read together; made by a StaffService, borrowed by the Frame while a screen is drawn.
#pragma once
#include "content/contacts.h"
#include "content/origin.h"
#include "figures/staff_figures.h"
#include "health/line.h"

#include <string>
#include <vector>

namespace kiosk::staff {

// awaited: nobody has read them yet.
enum class FiguresState { awaited, read };

// When a period of reporting figures is closed, and its figures released: in shops with the month, at fairs with each
// export.
enum class ReleaseRule { with_the_month, with_the_fair };

struct FiguresView {
    std::string kiosk;     // its name
    std::string fair_name; // of "this fair"; "" where none is set up
    ReleaseRule releases = ReleaseRule::with_the_month;
    FiguresState state = FiguresState::awaited;
    StaffFigures figures;
    std::string fault;     // what is wrong and what to do, one line; empty when all is well
    std::string put_aside; // where figures that could not be used were put; "" for none
    bool operator==(FiguresView const&) const = default;
};

// Content that lies on a stick, checked and ready to be used.
struct StagedContent {
    std::string version, valid_until; // "" for no end
    int languages = 0, pages = 0, questions = 0, channels = 0, remarks = 0;
    std::vector<std::string> previews; // names of pictures
    std::size_t signers = 1;           // people
    std::vector<content::ContactChange> contacts;
    bool operator==(StagedContent const&) const = default;
};

enum class ContentTrial { none, running };
enum class WayBack { none, to_the_factory, to_a_version };

struct ContentView {
    std::string version, valid_until;
    content::Origin origin = content::Origin::factory;
    ContentTrial trial = ContentTrial::none;
    bool expired = false;
    bool updates = false; // keys are set up: content can come on a stick
    WayBack back = WayBack::none;
    std::string back_to;   // the version that can be gone back to
    std::string went_back; // why it went back by itself: a reason's name; "" if it did not
    StagedContent staged;
    bool operator==(ContentView const&) const = default;
};

struct MachineView {
    std::string zone; // whose clock staff read and set, by its name
    std::vector<health::HealthLine> health;
    std::string health_code; // the same for whoever is sent a photograph of it
    ContentView content;
    bool operator==(MachineView const&) const = default;
};

struct View : FiguresView, MachineView {
    bool operator==(View const&) const = default;
};

} // namespace kiosk::staff
