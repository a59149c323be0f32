// What the staff's screens show that is not of the visit: the figures as they were last read, and how the kiosk is.
// Plain data; made by the app's StaffDesk, borrowed by the Frame while a screen is drawn.
#pragma once
#include "base/staff_figures.h"

#include <string>

namespace kiosk::screens {

// awaited: nobody has read them yet.
enum class FiguresState { awaited, read };

// When a period of reporting figures is closed, and its figures released: in shops with the month, at fairs with each
// export.
enum class ReleaseRule { with_the_month, with_an_export };

struct StaffView {
    std::string kiosk;     // its name
    std::string fair_name; // of "this fair"; "" where none is set up
    ReleaseRule releases = ReleaseRule::with_the_month;
    FiguresState state = FiguresState::awaited;
    StaffFigures figures;
    std::string fault;     // what is wrong and what to do, one line; empty when all is well
    std::string put_aside; // where figures that could not be used were put; "" for none
    bool operator==(StaffView const&) const = default;
};

} // namespace kiosk::screens
