// A kiosk of real parts: configuration, content, data and sticks are files below one folder, and what runs is what the
// program runs, set-up, services and loop; only the windows and the clock are the test's. What people do they do by
// touching what the scene shows.
#pragma once
#include "program/application.h"
#include "support/temporary_folder.h"

#include <functional>
#include <string>
#include <string_view>

namespace test {

// What somebody does, one thing after the other. Each waits until a new screen hears a hand.
class Person {
public:
    // Scrolled to where the page is longer than the panel; a node that is not there fails the test.
    Person& tap(std::string node);
    // Three seconds in the corner that staff know.
    Person& hold_corner();
    Person& type(std::string_view pin);
    Person& wait(kiosk::Duration duration);
    // Looks at what is shown.
    Person& see(std::function<void(kiosk::show::ScreenRunner const&)> look);
    Person& enter(std::string_view pin) { return hold_corner().type(pin); }

private:
    friend class PersonsWindows;
    enum class Done { yes, not_yet }; // not_yet: a moment later, once more
    struct Step {
        kiosk::Duration after;
        std::function<Done(kiosk::show::ScreenRunner const&, kiosk::platform::WindowEvents&)> happens;
    };
    void then(kiosk::Duration after,
              std::function<void(kiosk::show::ScreenRunner const&, kiosk::platform::WindowEvents&)> happens);
    std::vector<Step> steps_;
};

class RealKiosk {
public:
    static constexpr std::string_view kPin = "246813";

    // `more` is added to its configuration: lines of its own, then tables.
    explicit RealKiosk(std::string const& more = "");

    // One run of the program: until staff end it, or the person has done all and it is told to stop.
    kiosk::program::LoopEnd run(Person const& person);

    std::filesystem::path stick() const { return folder / "stick"; } // is there while the folder is
    std::filesystem::path data() const { return folder / "data"; }

    TemporaryFolder folder;
    kiosk::ManualClock clock;
};

} // namespace test
