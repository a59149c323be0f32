#include "monkey/desk.h"

#include <algorithm>
#include <utility>

namespace monkey {

using namespace kiosk;
using namespace std::chrono_literals;

std::optional<Duration> Desk::patience()
{
    switch (++asked_ % 7) {
    case 3: return 4s;
    case 5: return 90s; // staff mode has ended by itself meanwhile
    case 6: return std::nullopt;
    default: return 0s;
    }
}

void Desk::answer(app::StaffAnswer answer)
{
    if (auto const wait = patience()) waiting_.push_back({clock_.now() + *wait, std::move(answer)});
}

void Desk::check_pin(Secret, app::Ticket ticket)
{
    answer(app::PinAnswer{ticket, asked_ % 3 == 2 ? visit::PinVerdict::wrong : visit::PinVerdict::right});
}

void Desk::look()
{
    screens::StaffView view;
    view.kiosk = "monkey";
    if (asked_ % 2 == 0) view.fault = "the data folder is full: free some space";
    if (asked_ % 5 == 0) view.state = screens::FiguresState::read;
    answer(app::LookAnswer{std::move(view)});
}

void Desk::export_figures(app::Ticket ticket)
{
    if (asked_ % 3 == 0)
        answer(app::ExportAnswer{ticket, visit::ExportOutcome::failed, ""});
    else
        answer(app::ExportAnswer{ticket, visit::ExportOutcome::done, "monkey-2026-11-23"});
}

bool Desk::answered() const
{
    return std::any_of(waiting_.begin(), waiting_.end(), [&](auto const& one) { return one.due <= clock_.now(); });
}

std::vector<app::StaffAnswer> Desk::answers()
{
    std::vector<app::StaffAnswer> due;
    std::erase_if(waiting_, [&](Waiting& one) {
        if (one.due > clock_.now()) return false;
        due.push_back(std::move(one.answer));
        return true;
    });
    return due;
}

} // namespace monkey
