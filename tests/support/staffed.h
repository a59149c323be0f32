// A kiosk in staff mode, with a StaffService that replies when the test wants it.
#pragma once
#include "support/commands.h"
#include "support/kiosk.h"

#include <algorithm>
#include <utility>

namespace test {

using namespace kiosk;

// Replies when the test says so, as a worker would.
class FakeStaffService final : public show::StaffService {
public:
    void run(staff::Command command, show::Ticket ticket) override
    {
        if (std::holds_alternative<staff::CheckPin>(command))
            checks.emplace_back(std::string(std::get<staff::CheckPin>(command).pin.digits()), ticket);
        if (std::holds_alternative<staff::ReadView>(command)) ++views;
        if (std::holds_alternative<staff::ExportFigures>(command)) ++exports;
        if (ticket != show::kNoTicket) last = ticket;
        commands.push_back(std::move(command));
    }
    std::vector<show::TicketedReply> take_replies() override { return std::exchange(waiting, {}); }
    bool has_replies() const override { return !waiting.empty(); }

    void verdict(std::size_t check, staff::PinChecked const& checked)
    {
        waiting.push_back({checks.at(check).second, checked});
    }
    void reply(staff::Reply reply) { waiting.push_back({last, std::move(reply)}); }
    void show(staff::View const& view, staff::Settings const& settings = {})
    {
        waiting.push_back({show::kNoTicket, staff::FiguresRead{view}});
        waiting.push_back({show::kNoTicket, staff::MachineRead{view, settings}});
    }
    template <typename Kind>
    Kind const* was_asked() const
    {
        return asked<Kind>(commands);
    }

    staff::Commands commands;
    std::vector<std::pair<std::string, show::Ticket>> checks; // PINs
    show::Ticket last = show::kNoTicket;
    int views = 0, exports = 0; // that were asked for
    std::vector<show::TicketedReply> waiting;
};

inline staff::View view_of(std::int64_t visits)
{
    staff::View view;
    view.kiosk = "brussels-1";
    view.releases = staff::ReleaseRule::with_the_fair;
    view.state = staff::FiguresState::read;
    view.figures.closing = {{"Salon", "2026-11-23", "2026-11-23"}};
    view.figures.today.first = view.figures.today.last = "2026-11-23";
    view.figures.today.visits = visits;
    view.figures.today.visits_by_bucket = {{"2026-11-23T14", visits}};
    return view;
}

struct Staffed {
    explicit Staffed(KioskOptions options = {})
        : kiosk([&] {
              options.staff = &service;
              return options;
          }())
    {
    }
    void hold_corner(Duration duration) { kiosk.player().hold({corner_x, 20}, duration); }
    void type(std::string_view pin)
    {
        for (char const digit : pin) kiosk.tap("pin." + std::string(1, digit));
        kiosk.tap("pin.submit");
    }
    void enter(std::int64_t visits = 123)
    {
        hold_corner(3s);
        type("246810");
        service.verdict(service.checks.size() - 1, right());
        kiosk.wait(10ms);
        service.show(view_of(visits));
        kiosk.wait(10ms);
    }

    FakeStaffService service;
    Kiosk kiosk;
    float corner_x = 1900;
};

} // namespace test
