// StaffService: runs what a session of staff asks for. The screen runner hands it the commands that `update` returns,
// on the drawing thread; whatever takes time (reading a database, hashing a PIN, writing a stick) is done elsewhere,
// and the replies are taken later, from one queue. A kiosk without a service has no staff mode at all. Owner: run; the
// screen runner borrows it. A service that works on threads of its own guards what both sides touch, and wakes the loop
// (platform::Windows::wake) when a reply is there.
#pragma once
#include "show/ending.h"
#include "staff/reply.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace kiosk::show {

// Tells replies apart: each command has its own, and only the reply to the last is heard. So a PIN of somebody who has
// left opens nothing for whoever types now. Zero: heard whenever it comes, by whoever is behind the PIN then.
using Ticket = std::uint64_t;
constexpr Ticket kNoTicket = 0;

struct TicketedReply {
    Ticket ticket = kNoTicket;
    staff::Reply reply;
};

class StaffService {
public:
    virtual ~StaffService() = default;

    // Returns at once. What was begun goes on to its end even if staff mode has ended meanwhile.
    virtual void run(staff::Command command, Ticket ticket) = 0;

    // Those since the last call, in the order in which they came.
    virtual std::vector<TicketedReply> take_replies() = 0;
    // Whether there are any: the screen runner then does not sleep.
    virtual bool has_replies() const = 0;

    // Whether the kiosk is to end, and how: because other content is to be shown, or it is to be switched off.
    virtual Ending ending() const { return Ending::none; }
    // When that will be; the loop does not sleep past it.
    virtual std::optional<Instant> ends() const { return std::nullopt; }
};

} // namespace kiosk::show
