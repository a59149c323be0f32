// A staff desk as a monkey needs it: one that says right, wrong, something late, or nothing at all, in turn, whatever
// was asked. Which it is depends on nothing but how many questions were asked before, so that a script repeats it.
#pragma once
#include "base/clock.h"
#include "show/staff_desk.h"

namespace monkey {

class Desk final : public kiosk::show::StaffDesk {
public:
    explicit Desk(kiosk::Clock const& clock) : clock_(clock) {}

    void ask(kiosk::show::StaffOrder order) override;
    std::vector<kiosk::show::StaffAnswer> answers() override;
    bool answered() const override;
    void forget() { waiting_.clear(); } // the program that asked has stopped

private:
    struct Waiting {
        kiosk::Instant due;
        kiosk::show::StaffAnswer answer;
    };
    // At once, after some seconds, or (nothing) never.
    std::optional<kiosk::Duration> patience();
    void answer(kiosk::show::StaffAnswer answer);
    kiosk::show::LookAnswer look() const;
    kiosk::visit::Action content();
    kiosk::visit::Action recovery();

    kiosk::Clock const& clock_;
    std::vector<Waiting> waiting_;
    unsigned asked_ = 0;
};

} // namespace monkey
