// The staff desk: who knows what the staff's screens ask for: whether a PIN is right, what the figures are, how an
// export or new content went. The App asks on the drawing thread; whatever takes time (reading a database, hashing a
// PIN, writing a stick) is done elsewhere, and the answer is taken later. A kiosk without a desk has no staff mode at
// all. Owner: run; the App borrows it, asks it and takes its answers, all on the drawing thread. A desk that works on a
// thread of its own guards what both sides touch, and wakes the loop (platform::Windows::wake) when an answer is there.
#pragma once
#include "screens/parts/staff_view.h"
#include "show/ending.h"
#include "visit/action.h"
#include "visit/update.h"

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace kiosk::show {

// Tells answers apart: each question has its own, and only the answer to the last is heard. So a PIN of somebody who
// has left opens nothing for whoever types now.
using Ticket = std::uint64_t;

struct StaffOrder {
    visit::StaffRequest what = visit::StaffRequest::none;
    Ticket ticket = 0;
    Secret pin;             // of check_pin and set_pin; wiped by whoever has looked at it
    StaffSettings settings; // of save_settings and set_clock
    DayRemark remark = {};  // of note_remark and take_back_remark
};

// What came of an order, as the visit hears it.
struct OrderAnswer {
    Ticket ticket = 0;
    visit::Action action;
};

// As the screens show it; every look is answered with one, and a desk may send more of them by itself.
struct LookAnswer {
    screens::StaffView view;
    StaffSettings settings;
};

using StaffAnswer = std::variant<OrderAnswer, LookAnswer>;

class StaffDesk {
public:
    virtual ~StaffDesk() = default;

    // Returns at once and is answered once, in any order; a look by a LookAnswer, everything else by an OrderAnswer, if
    // at all. What was begun goes on to its end even if staff mode has ended meanwhile.
    virtual void ask(StaffOrder order) = 0;

    // The answers since the last call, in their order.
    virtual std::vector<StaffAnswer> answers() = 0;
    // Whether there are any: the App then does not sleep.
    virtual bool answered() const = 0;

    // Whether the kiosk is to end, and how: because other content is to be shown, or it is to be switched off.
    virtual Ending ending() const { return Ending::none; }
    // When that will be; the loop does not sleep past it.
    virtual std::optional<Instant> ends() const { return std::nullopt; }
};

} // namespace kiosk::show
