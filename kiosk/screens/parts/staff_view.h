// What the staff's screens show that is not of the visit: the figures as they were last read, and how the kiosk is.
// Plain data; made by the app's StaffDesk, borrowed by the Frame while a screen is drawn.
#pragma once
#include "content/contacts.h"
#include "figures/staff_figures.h"

#include <string>
#include <utility>
#include <vector>

namespace kiosk::screens {

// awaited: nobody has read them yet.
enum class FiguresState { awaited, read };

// When a period of reporting figures is closed, and its figures released: in shops with the month, at fairs with each
// export.
enum class ReleaseRule { with_the_month, with_the_fair };

// green: all is well; amber: see to it when you can; red: see to it now.
enum class Light { green, amber, red };

// One thing that was looked at. Its words: staff word "health.<key>", with the values in place of {names}.
struct HealthRow {
    std::string id;
    Light light = Light::green;
    std::string key;
    std::vector<std::pair<std::string, std::string>> values;
    std::string otherwise; // in English, where the content has no words for the key
    bool operator==(HealthRow const&) const = default;
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

enum class ContentOrigin { factory, stick };
enum class ContentTrial { none, running };
enum class WayBack { none, to_the_factory, to_a_version };

struct ContentView {
    std::string version, valid_until;
    ContentOrigin origin = ContentOrigin::factory;
    ContentTrial trial = ContentTrial::none;
    bool expired = false;
    bool updates = false; // keys are set up: content can come on a stick
    WayBack back = WayBack::none;
    std::string back_to;   // the version that can be gone back to
    std::string went_back; // why it went back by itself: a reason's name; "" if it did not
    StagedContent staged;
    bool operator==(ContentView const&) const = default;
};

struct StaffView {
    std::string kiosk;     // its name
    std::string zone;      // whose clock staff read and set, by its name
    std::string fair_name; // of "this fair"; "" where none is set up
    ReleaseRule releases = ReleaseRule::with_the_month;
    FiguresState state = FiguresState::awaited;
    StaffFigures figures;
    std::string fault;     // what is wrong and what to do, one line; empty when all is well
    std::string put_aside; // where figures that could not be used were put; "" for none
    std::vector<HealthRow> health;
    std::string health_code; // the same for whoever is sent a photograph of it
    ContentView content;
    bool operator==(StaffView const&) const = default;
};

// The worst of all; green where nothing was looked at.
Light worst_of(std::vector<HealthRow> const& health);

} // namespace kiosk::screens
