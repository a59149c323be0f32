// A kiosk with a member of staff before it, and a desk that answers when the test says so, as a worker would.
#pragma once
#include "support/kiosk.h"

#include <algorithm>
#include <utility>

namespace test {

using namespace kiosk;

// Answers when the test says so, as a worker would.
class FakeDesk final : public show::StaffDesk {
public:
    void ask(show::StaffOrder order) override
    {
        using visit::StaffRequest;
        orders.push_back(order.what);
        switch (order.what) {
        case StaffRequest::check_pin: checks.emplace_back(std::string(order.pin.digits()), order.ticket); break;
        case StaffRequest::set_pin: new_pin = std::string(order.pin.digits()); break;
        case StaffRequest::export_figures: exports.push_back(order.ticket); break;
        case StaffRequest::save_settings: saved = order.settings; break;
        case StaffRequest::note_remark:
        case StaffRequest::take_back_remark: remark = order.remark; break;
        case StaffRequest::look:
        case StaffRequest::entered: ++looks; return;
        default: break;
        }
        if (order.ticket != 0) last = order.ticket;
    }
    std::vector<show::StaffAnswer> answers() override { return std::exchange(waiting, {}); }
    bool answered() const override { return !waiting.empty(); }

    void verdict(std::size_t check, visit::PinVerdict verdict)
    {
        waiting.emplace_back(show::OrderAnswer{checks.at(check).second, visit::PinChecked{verdict}});
    }
    void answer(visit::Action action) { waiting.emplace_back(show::OrderAnswer{last, std::move(action)}); }
    void show(screens::StaffView view, StaffSettings settings = {})
    {
        waiting.emplace_back(show::LookAnswer{std::move(view), std::move(settings)});
    }
    bool was_asked(visit::StaffRequest what) const
    {
        return std::find(orders.begin(), orders.end(), what) != orders.end();
    }

    std::vector<visit::StaffRequest> orders;
    std::vector<std::pair<std::string, show::Ticket>> checks;
    std::vector<show::Ticket> exports;
    std::string new_pin;
    StaffSettings saved;
    DayRemark remark; // the last that was to be noted or taken back
    show::Ticket last = 0;
    int looks = 0;
    std::vector<show::StaffAnswer> waiting;
};

inline screens::StaffView view_of(std::int64_t visits)
{
    screens::StaffView view;
    view.kiosk = "brussels-1";
    view.releases = screens::ReleaseRule::with_the_fair;
    view.state = screens::FiguresState::read;
    view.figures.closing = {{"Salon", "2026-11-23", "2026-11-23"}};
    view.figures.today.first = view.figures.today.last = "2026-11-23";
    view.figures.today.visits = visits;
    view.figures.today.visits_by_bucket = {{"2026-11-23T14", visits}};
    return view;
}

struct Staffed {
    explicit Staffed(KioskOptions options = {})
        : kiosk([&] {
              options.desk = &desk;
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
        desk.verdict(desk.checks.size() - 1, visit::PinVerdict::right);
        kiosk.wait(10ms);
        desk.show(view_of(visits));
        kiosk.wait(10ms);
    }

    FakeDesk desk;
    Kiosk kiosk;
    float corner_x = 1900;
};

} // namespace test
