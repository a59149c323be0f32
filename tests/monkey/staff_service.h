// A StaffService for the monkey: it replies with success, with failure, late or not at all, in turn. Which one depends
// only on the number of commands before, so that a script repeats it.
#pragma once
#include "base/clock.h"
#include "show/staff_service.h"

namespace monkey {

class StaffService final : public kiosk::show::StaffService {
public:
    explicit StaffService(kiosk::Clock const& clock) : clock_(clock) {}

    void run(kiosk::staff::Command command, kiosk::show::Ticket ticket) override;
    std::vector<kiosk::show::TicketedReply> take_replies() override;
    bool has_replies() const override;
    void forget() { waiting_.clear(); } // the program that asked has stopped

private:
    struct Waiting {
        kiosk::Instant due;
        std::vector<kiosk::show::TicketedReply> replies;
    };
    // At once, after some seconds, or (nothing) never.
    std::optional<kiosk::Duration> patience();

    kiosk::Clock const& clock_;
    std::vector<Waiting> waiting_;
    unsigned asked_ = 0;
};

} // namespace monkey
