// StaffService: the interface that runs commands of staff mode. KioskScreen passes it the commands that visit::update
// returns, on the drawing thread. What takes time (reading a database, hashing a PIN, writing a stick) is done on other
// threads, and the replies are taken later from one queue. A service wakes the loop (platform::Windows::wake) when a
// reply is there. A kiosk without a service has no staff mode. Owner: the program; KioskScreen borrows it.
#pragma once
#include "show/exit_action.h"
#include "staff/reply.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace kiosk::show {

// The number of a command, returned with its reply. Only the reply to the last command is used, so that the PIN of
// somebody who has left opens nothing for whoever types now. kNoTicket: used whenever it comes, while somebody is
// behind the PIN.
using Ticket = std::uint64_t;
constexpr Ticket kNoTicket = 0;

struct TicketedReply {
    Ticket ticket = kNoTicket;
    staff::Reply reply;
};

class StaffService {
public:
    virtual ~StaffService() = default;

    // Returns at once. The command is completed even if staff mode ends meanwhile.
    virtual void run(staff::Command command, Ticket ticket) = 0;

    // The replies since the last call, in their order.
    virtual std::vector<TicketedReply> take_replies() = 0;
    // Whether there are any; the loop then does not sleep.
    virtual bool has_replies() const = 0;

    // Whether the program is to end now, and what follows: a restart with new content, or power off.
    virtual ExitAction exit_action() const { return ExitAction::none; }
    // When that will be, once it is decided; the loop does not sleep past it.
    virtual std::optional<Instant> exit_due() const { return std::nullopt; }
};

} // namespace kiosk::show
