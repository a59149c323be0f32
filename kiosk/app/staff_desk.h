// The staff desk: who knows what the staff's screens ask for: whether a PIN is right, what the figures are, how an
// export went. The App asks on the drawing thread; whatever takes time (reading a database, hashing a PIN, writing a
// stick) is done elsewhere, and the answer is taken later. A kiosk without a desk has no staff mode at all.
// Owner: run; the App borrows it, asks it and takes its answers, all on the drawing thread. A desk that works on a
// thread of its own guards what both sides touch, and wakes the loop (platform::Windows::wake) when an answer is there.
#pragma once
#include "base/secret.h"
#include "screens/staff_view.h"
#include "visit/action.h"

#include <cstdint>
#include <variant>
#include <vector>

namespace kiosk::app {

// Tells answers apart: each question has its own, and only the answer to the last is heard. So a PIN of somebody who
// has left opens nothing for whoever types now.
using Ticket = std::uint64_t;

struct PinAnswer {
    Ticket ticket = 0;
    visit::PinVerdict verdict = visit::PinVerdict::wrong;
};

// As the screens show it; every look is answered with one, and a desk may send more of them by itself.
struct LookAnswer {
    screens::StaffView view;
};

struct ExportAnswer {
    Ticket ticket = 0;
    visit::ExportOutcome outcome = visit::ExportOutcome::failed;
    std::string words; // the folder that was written, as staff will find it; or the fault's line, "" for no stick
};

using StaffAnswer = std::variant<PinAnswer, LookAnswer, ExportAnswer>;

class StaffDesk {
public:
    virtual ~StaffDesk() = default;

    // Each returns at once and is answered once, in any order. A PIN is wiped by whoever has looked at it.
    virtual void check_pin(Secret pin, Ticket ticket) = 0;
    virtual void look() = 0;
    // Goes on to its end even if staff mode has ended meanwhile; a second one waits for the first.
    virtual void export_figures(Ticket ticket) = 0;

    // The answers since the last call, in their order.
    virtual std::vector<StaffAnswer> answers() = 0;
    // Whether there are any: the App then does not sleep.
    virtual bool answered() const = 0;
};

} // namespace kiosk::app
